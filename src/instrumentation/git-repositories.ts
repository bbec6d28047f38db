import { execFile, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { BoundedMap } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import { repoHash } from '../diff/fingerprint.js';
import type { Repositories } from '../session/context.js';
import { untraced } from '../suppression.js';

/** Folders whose remotes are remembered. */
const MAX_FOLDERS = 1_000;
/** Runs of git at one time. A folder beyond them is asked when its next thread starts. */
const MAX_RUNS = 8;
const TIMEOUT_MS = 5_000;
const MAX_OUTPUT_BYTES = 1024 * 1024;

/**
 * Asks git which remote a folder has: once a folder, in the background, and only while fingerprints are switched on. A
 * folder that git does not know, or that is on another machine, has none. Nothing but the hash is kept.
 */
export class GitRepositories implements Repositories {
  readonly #isOn: () => boolean;
  /** Undefined while git runs. */
  readonly #hashes: Map<string, string | null | undefined>;
  #runs = 0;

  constructor(counters: CounterSink, isOn: () => boolean) {
    this.#isOn = isOn;
    this.#hashes = new BoundedMap({ size: MAX_FOLDERS, what: 'git remote', counters });
  }

  look(directory: string): void {
    if (!this.#isOn() || this.#hashes.has(directory) || this.#runs >= MAX_RUNS) return;
    this.#hashes.set(directory, undefined);
    this.#runs += 1;
    void repositoryOf(directory).then((hash) => {
      this.#runs -= 1;
      if (this.#hashes.has(directory)) this.#hashes.set(directory, hash);
    });
  }

  hashOf(directory: string): string | null | undefined {
    return this.#isOn() ? this.#hashes.get(directory) : null;
  }
}

/** The hash of the remote of the repository that a folder is in; null where there is none. Never rejects. */
export function repositoryOf(directory: string): Promise<string | null> {
  return new Promise((resolve) => {
    const answered = (error: Error | null, output: string) => {
      const remote = error === null ? remoteIn(output) : undefined;
      resolve(remote === undefined ? null : repoHash(remote));
    };
    try {
      untraced(() => keepsNothingAlive(execFile('git', ['-C', directory, 'remote', '-v'], options(), answered)));
    } catch {
      resolve(null); // a folder with a NUL in its name, or no more processes
    }
  });
}

/** Not `cwd`: Windows would look for a `git` in that folder first. Not `timeout`: its timer keeps the host from its end. */
const options = () => ({
  env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !OTHER_REPOSITORY.has(name))),
  signal: AbortSignal.timeout(TIMEOUT_MS),
  maxBuffer: MAX_OUTPUT_BYTES,
  windowsHide: true,
});

/** Variables that lead git to another repository: a host that is a git hook has them. */
const OTHER_REPOSITORY: ReadonlySet<string> = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR']);

function keepsNothingAlive(child: ChildProcess): void {
  child.unref();
  for (const pipe of child.stdio) (pipe as Socket | null)?.unref();
}

const FETCH_LINE = /^(\S+)\t(.+) \(fetch\)/;

/** The remote `origin`, else the first by its name. Git lists them with `url.….insteadOf` applied. */
function remoteIn(output: string): string | undefined {
  const remotes = new Map(
    output.split('\n').flatMap((line) => {
      const [, name, url] = FETCH_LINE.exec(line) ?? [];
      return name === undefined || url === undefined ? [] : [[name, url] as const];
    }),
  );
  const [first] = [...remotes.keys()].sort();
  return remotes.get('origin') ?? (first === undefined ? undefined : remotes.get(first));
}
