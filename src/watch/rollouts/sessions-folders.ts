import { existsSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { rolloutFolders } from '../../rollout/files/folder.js';

/** `rollout-2026-11-28T08-37-08-<id>.jsonl`, the id as that of a `RolloutFile`; Codex compresses old ones. */
const ROLLOUT = /^rollout-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-(.+?)\.jsonl(\.zst|\.gz)?$/;

/** A file that bears the name of a rollout. */
export interface FoundFile {
  readonly file: string;
  /** The thread's id; of a file that a revert began, with the file's own behind it. */
  readonly id: string;
  /** Unix milliseconds: when it was written to last. */
  readonly writtenAt: number;
  readonly size: number;
}

/**
 * The rollouts below one or more CODEX_HOMEs, and notices of changes to them. The operating system sends one for each folder
 * that is known; a scan finds the rest, and everything where it sends none (a file system of the network, too many watchers).
 */
export class SessionsFolders {
  readonly #roots: readonly string[];
  readonly #knownRoots = new Set<string>();
  #onWritten: ((found: FoundFile) => void) | undefined;
  readonly #files = new Map<string, FoundFile>();
  readonly #watchers = new Map<string, FSWatcher>();
  #scanning: Promise<void> = Promise.resolve();

  /** @param onWritten called with a file that is new, was written to, or lies elsewhere now. Without it no folder is watched. */
  constructor(homes: readonly string[], onWritten?: (found: FoundFile) => void) {
    this.#roots = homes.flatMap(rolloutFolders);
    this.#onWritten = onWritten;
  }

  has(id: string): boolean {
    return this.#files.has(id);
  }

  /** The rollouts of a thread, in the order of their beginnings: each revert began another. */
  filesOf(threadId: string): string[] {
    const found = [...this.#files.values()].filter(({ id }) => id === threadId || id.startsWith(`${threadId}_`));
    return found.map(({ file }) => file).sort((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1));
  }

  get fileCount(): number {
    return this.#files.size;
  }

  get files(): IterableIterator<FoundFile> {
    return this.#files.values();
  }

  /** Finds all files; their folders are watched from then on. */
  open(): Promise<void> {
    return this.#scanAll(false);
  }

  /** Whether a folder is there that was not at the last scan: Codex makes it with its first session. */
  get hasNewRoot(): boolean {
    return this.#roots.some((root) => !this.#knownRoots.has(root) && existsSync(root));
  }

  /** Looks for files of which no notice came. */
  scan(): Promise<void> {
    return this.#scanAll(true);
  }

  close(): void {
    this.#onWritten = undefined;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #scanAll(notifies: boolean): Promise<void> {
    this.#scanning = this.#scanning.then(async () => {
      for (const root of this.#roots) {
        if (existsSync(root)) this.#knownRoots.add(root);
        await this.#scan(root, notifies);
      }
    });
    return this.#scanning;
  }

  async #scan(folder: string, notifies: boolean): Promise<void> {
    this.#watch(folder);
    const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) await this.#scan(file, notifies);
      else await this.#look(file, notifies);
    }
  }

  async #look(file: string, notifies: boolean): Promise<void> {
    const [, id, compression] = ROLLOUT.exec(path.basename(file)) ?? [];
    if (id === undefined) return;
    const known = this.#files.get(id);
    // Of a rollout that is there twice the plain one counts.
    if (compression !== undefined && known !== undefined && known.file !== file && (await sizeOf(known.file))) return;
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || !found.isFile()) return;
    if (known?.file === file && known.size === found.size && known.writtenAt === found.mtimeMs) return;
    const now = { file, id, writtenAt: found.mtimeMs, size: found.size };
    this.#files.set(id, now);
    if (notifies) this.#onWritten?.(now);
  }

  #watch(folder: string): void {
    if (!this.#onWritten || this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_kind, name) => {
        const file = path.join(folder, name ?? '');
        if (name !== null && ROLLOUT.test(name)) void this.#look(file, true);
        else this.#scanning = this.#scanning.then(() => this.#scan(name === null ? folder : file, true));
      });
      const forget = () => {
        watcher.close();
        this.#watchers.delete(folder);
      };
      watcher.on('error', forget);
      this.#watchers.set(folder, watcher);
    } catch {
      // It is not there yet, or there are too many watchers.
    }
  }
}

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => undefined,
  );
