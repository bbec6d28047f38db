import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The longest beginning of a folder's path: six characters, a slash and the short name of a socket follow, and a socket's path
 * has 103 bytes on macOS, 107 on Linux.
 */
const MAX_PREFIX = 90;

/** A folder that its owner alone may enter, short enough for the path of a socket in it. */
export class PrivateFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes a folder; undefined where that is not possible. */
  static make(env: NodeJS.ProcessEnv): PrivateFolder | undefined {
    // The session's own folder is short, and in memory on Linux.
    for (const parent of [env['XDG_RUNTIME_DIR'], tmpdir(), '/tmp']) {
      const path = parent && join(parent, 'codex-otel-');
      if (!path || Buffer.byteLength(path) > MAX_PREFIX) continue;
      try {
        return new PrivateFolder(mkdtempSync(path));
      } catch {
        // It may be read-only, or gone.
      }
    }
    return undefined;
  }

  /** The path of a file in the folder. */
  file(name: string): string {
    return join(this.path, name);
  }

  /** From 0.171 on Codex links a socket to one elsewhere, with a lock beside it; after a SIGKILL both are still there. */
  get #linkTargets(): readonly string[] {
    return readdirSync(this.path, { withFileTypes: true })
      .filter((entry) => entry.isSymbolicLink())
      .map((entry) => readlinkSync(this.file(entry.name)));
  }

  /** Removes the folder and everything in it, also a socket that an app-server left behind. */
  remove(): void {
    try {
      for (const target of this.#linkTargets)
        for (const file of [target, `${target}.lock`]) rmSync(file, { force: true });
      rmSync(this.path, { recursive: true, force: true });
    } catch {
      // It is gone, or no longer ours.
    }
  }
}
