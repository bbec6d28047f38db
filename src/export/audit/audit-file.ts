import { constants } from 'node:fs';
import { readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { BoundedSet } from '../../bounded.js';
import { uncounted, type CounterSink } from '../../counters.js';
import { untraced } from '../../suppression.js';
import { fileFailure } from '../../wire/file-error.js';
import { openPrivately, OWNER_ONLY } from '../../wire/log/private-file.js';
import { FileWriteError } from '../files/line-sink.js';
import type { Approval, Outcome } from './approval.js';
import { chain, LF, linesOf, NO_HEAD, readRecord, type Head } from './record.js';

/** Ids of so many approvals are remembered: one that an observer saw before its restart is not recorded again. */
const KNOWN_IDS = 10_000;
/** The end of a file that is read for them. */
const TAIL_BYTES = 4 * 1024 * 1024;
/** How long another process may hold the lock. Appending takes milliseconds. */
const LOCK_MS = 10_000;
/** A lock without an owner that can be read was left behind by a crash after so long. */
const STALE_MS = 10_000;

interface AuditFileOptions {
  /** Entries that may wait for a slow disk; further ones are dropped and counted. Default: 10,000. */
  readonly maxWaiting?: number;
  readonly counters?: CounterSink;
}

/**
 * Appends approvals to a file that only its owner may read. Each record has the hash of the one before it, and the file
 * `FILE.head` names the last one, so that `verify.ts` finds every change. Several processes may append to one file, and each
 * approval is recorded once, also over restarts.
 *
 * Recording must not harm the session: nothing throws or blocks before `end`, which rejects where something was not written.
 */
export class AuditFile {
  readonly #path: string;
  readonly #counters: CounterSink;
  readonly #maxWaiting: number;
  readonly #known: Set<string>;
  readonly #opened: Promise<void>;
  #writing: Promise<void>;
  #waiting = 0;
  #failure: FileWriteError | undefined;
  /** The end of the chain, and the size of the file with it. */
  #end = { head: NO_HEAD, size: -1 };

  constructor(path: string, { maxWaiting = 10_000, counters = uncounted }: AuditFileOptions = {}) {
    this.#path = path;
    this.#maxWaiting = maxWaiting;
    this.#counters = counters;
    this.#known = new BoundedSet({ size: KNOWN_IDS, what: 'known approval', counters: uncounted });
    this.#opened = this.#locked((file) => this.#catchUp(file));
    this.#writing = this.#opened.catch(() => undefined);
  }

  /** Resolves when the file can be written. Rejects with a `FileWriteError` where it cannot. */
  opened(): Promise<void> {
    return this.#opened;
  }

  append(entry: Approval | Outcome): void {
    // The next observer is asked the same: nobody has decided yet.
    if (entry.kind === 'approval' && entry.decision === null && entry.end_reason === 'observation_ended') return;
    if (this.#waiting >= this.#maxWaiting) {
      this.#counters.add('state.dropped', 'audit record');
      this.#failure ??= new FileWriteError(`${this.#path} takes records more slowly than they come.`);
      return;
    }
    this.#waiting += 1;
    this.#writing = this.#writing.then(() => this.#write(entry));
  }

  /** Writes what waits. Rejects with a `FileWriteError` where something could not be written. */
  async end(): Promise<void> {
    await this.#writing;
    if (this.#failure) throw this.#failure;
  }

  async #write(entry: Approval | Outcome): Promise<void> {
    try {
      await this.#locked(async (file) => {
        await this.#catchUp(file);
        if (entry.kind === 'approval' && this.#known.has(entry.id)) return;
        const { line, head } = chain(this.#end.head, entry);
        const bytes = Buffer.from(`${line}\n`);
        await file.appendFile(bytes);
        await file.datasync();
        this.#end = { head, size: this.#end.size + bytes.length };
        if (entry.kind === 'approval') this.#known.add(entry.id);
        await this.#writeHead(head);
      });
    } catch (error) {
      this.#counters.add('state.dropped', 'audit record');
      this.#failure ??= error as FileWriteError;
    }
    this.#waiting -= 1;
  }

  /** Reads what others appended. What a crash left of a record that was never whole is removed. */
  async #catchUp(file: FileHandle): Promise<void> {
    const { size } = await file.stat();
    if (size === this.#end.size) return;
    const tail = await readTail(file, size, TAIL_BYTES);
    const wholeBytes = tail.lastIndexOf(LF) + 1;
    const lines = linesOf(tail.subarray(0, wholeBytes));
    const whole = size - tail.length + wholeBytes;
    const lastLine = lines.at(-1);
    const last = lastLine && readRecord(lastLine);
    const head = await readHead(this.#path);
    if (size > 0 && last === undefined && head === null) throw new Error('it is no audit file.');
    if (whole < size) await file.truncate(whole);
    for (const line of lines) {
      const { entry } = readRecord(line) ?? {};
      if (entry?.['kind'] === 'approval') this.#known.add(String(entry['id']));
    }
    // Records that are missing at the end stay missing: the chain goes on behind them.
    const end: Head = last === undefined || (head !== null && head.seq > last.seq) ? (head ?? NO_HEAD) : last;
    this.#end = { head: { seq: end.seq, hash: end.hash }, size: whole };
  }

  async #writeHead(head: Head): Promise<void> {
    const draft = `${headPath(this.#path)}.draft`;
    await writeFile(draft, `${JSON.stringify(head)}\n`, { mode: OWNER_ONLY });
    await rename(draft, headPath(this.#path));
  }

  /** Runs a step with the file, while no other process does. */
  async #locked(step: (file: FileHandle) => Promise<void>): Promise<void> {
    try {
      await untraced(async () => {
        const lock = `${this.#path}.lock`;
        await takeLock(lock);
        try {
          const file = await openPrivately(this.#path, constants.O_RDWR | constants.O_APPEND);
          try {
            await step(file);
          } finally {
            await file.close();
          }
        } finally {
          await rm(lock, { force: true });
        }
      });
    } catch (error) {
      const reason = fileFailure(error as NodeJS.ErrnoException, 'directory');
      throw new FileWriteError(`Cannot write the audit file ${this.#path}: ${reason}`, { cause: error });
    }
  }
}

const headPath = (path: string) => `${path}.head`;

/** The head of an audit file; null where there is none. */
export async function readHead(path: string): Promise<Head | null> {
  try {
    const { seq, hash } = JSON.parse(await readFile(headPath(path), 'utf8')) as Partial<Head>;
    return Number.isSafeInteger(seq) && /^[0-9a-f]{64}$/.test(hash ?? '') ? ({ seq, hash } as Head) : null;
  } catch {
    return null;
  }
}

/** The last bytes of a file, from the beginning of a line on. */
async function readTail(file: FileHandle, size: number, bytes: number): Promise<Buffer> {
  const start = Math.max(0, size - bytes);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
  const tail = buffer.subarray(0, bytesRead);
  if (start === 0) return tail;
  const first = tail.indexOf(LF);
  // A record that is longer than the tail.
  return first === -1 || first === tail.length - 1 ? readTail(file, size, 4 * bytes) : tail.subarray(first + 1);
}

/** Takes a lock that another process may hold for a moment, or may have left behind when it died. */
async function takeLock(lock: string): Promise<void> {
  const start = performance.now();
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx', mode: OWNER_ONLY });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isStale(lock)) await rm(lock, { force: true });
    else if (performance.now() - start > LOCK_MS) throw new Error('another process holds its lock.');
    else await delay(5);
  }
}

async function isStale(lock: string): Promise<boolean> {
  try {
    const owner = Number(await readFile(lock, 'utf8'));
    if (owner > 0) return !isAlive(owner);
    return Date.now() - (await stat(lock)).mtimeMs > STALE_MS;
  } catch {
    return false; // it is gone
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
