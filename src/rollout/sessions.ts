import path from 'node:path';
import { uncounted } from '../counters.js';
import { readRecord } from './files/line.js';
import type { RolloutObservation } from './observation.js';
import { readFirstLine, readRollout, type ReadRolloutOptions } from './reader.js';
import type { RolloutRecord } from './records.js';
import { Rollout } from './rollout.js';

/** A file that is a rollout, by its first line. */
export interface RolloutFile {
  readonly file: string;
  readonly threadId: string;
  /** The thread's id; of a file that a revert began, with the file's own behind it. It distinguishes the files of a thread. */
  readonly id: string;
  /** The root thread of the session: agents' threads belong to it. */
  readonly sessionId: string;
  /** The thread that made it, an agent's; null for a user's. */
  readonly parentThreadId: string | null;
  /** The client's own name for itself, and the folder that the thread was started in. */
  readonly originator: string | null;
  readonly cwd: string | null;
  /** When its first line was written, Unix milliseconds. */
  readonly at: number;
}

/** The id of the file in the name of one that a revert began: `rollout-2026-11-28T08-37-08-<thread>_<file>.jsonl`. */
const REVERTED = /_[^_.]+(?=\.jsonl(\.zst|\.gz)?$)/;

/** Recognises a rollout by its first line; undefined for any other file. Rejects where the file cannot be read. */
export async function recognizeRollout(file: string): Promise<RolloutFile | undefined> {
  const line = await readFirstLine(file);
  const record = line && readRecord(line, 0, uncounted);
  if (record === undefined || record === 'broken' || record.kind !== 'session_meta') return undefined;
  const { id: threadId, session_id: sessionId, parent_thread_id: parent, source, originator, cwd } = record.payload;
  const parentThreadId = parent ?? source.spawnParentThreadId;
  const id = `${threadId}${REVERTED.exec(path.basename(file))?.[0] ?? ''}`;
  return { file, threadId, id, sessionId: sessionId ?? threadId, parentThreadId, originator, cwd, at: record.at };
}

export interface ReadRolloutsOptions extends Omit<ReadRolloutOptions, 'onBrokenLine'> {
  /** Called with the number, from 1, of each broken line, and its file. */
  readonly onBrokenLine?: ((line: number, file: string) => void) | undefined;
  /** Called for each rollout that cannot be read to its end; the others go on. Default: the first such error is thrown. */
  readonly onUnreadable?: ((error: Error) => void) | undefined;
}

/**
 * Reads rollouts as the observations that the wire would have given, those of one chunk of a file at a time. Sessions come
 * one after the other, in the order of their beginnings. Within a session the records of all threads come in the order in
 * which they were written, so a subagent's turn follows the call that made the subagent.
 */
export async function* readRollouts(
  files: readonly RolloutFile[],
  options: ReadRolloutsOptions = {},
): AsyncGenerator<RolloutObservation[], void, undefined> {
  const inOrder = [...files].sort((a, b) => a.at - b.at);
  for (const session of groupedBy('sessionId', inOrder))
    yield* readSession([...groupedBy('threadId', session)], options);
}

type Group = [RolloutFile, ...RolloutFile[]];

function groupedBy(name: 'sessionId' | 'threadId', files: readonly RolloutFile[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const file of files) {
    const group = groups.get(file[name]);
    if (group) group.push(file);
    else groups.set(file[name], [file]);
  }
  return groups.values();
}

async function* readSession(
  threads: readonly Group[],
  options: ReadRolloutsOptions,
): AsyncGenerator<RolloutObservation[], void, undefined> {
  let observations: RolloutObservation[] = [];
  const observe = (observation: RolloutObservation) => void observations.push(observation);
  let open = threads.map((files) => new Source(files, observe, options));
  for (;;) {
    const { first, until } = earliest(open);
    if (first === undefined) break;
    // As long as nothing else was written in between.
    while (first.next !== undefined && first.next <= until) {
      first.take();
      if (first.isDrained && observations.length > 0) {
        yield observations;
        observations = [];
      }
      if (first.isDrained) await first.fill();
    }
    if (first.next !== undefined) continue;
    first.end();
    open = open.filter((source) => source !== first);
  }
  if (observations.length > 0) yield observations;
}

/** The source whose next record is the earliest, and when the others' earliest was written. */
function earliest(sources: readonly Source[]): { readonly first: Source | undefined; readonly until: number } {
  let first: Source | undefined;
  let until = Infinity;
  for (const source of sources) {
    const { next = -Infinity } = source;
    if (first === undefined || next < (first.next ?? -Infinity)) {
      until = Math.min(until, first?.next ?? until);
      first = source;
    } else until = Math.min(until, next);
  }
  return { first, until };
}

/** The files of one thread: a revert begins another. Each is opened when its time has come. */
class Source {
  /** When its next record was written; undefined at its end. */
  next: number | undefined;
  readonly #files: Group;
  readonly #rollout: Rollout;
  readonly #options: ReadRolloutsOptions;
  #reading: AsyncGenerator<RolloutRecord[], void, undefined> | undefined;
  #batch: RolloutRecord[] = [];
  #taken = 0;

  constructor(files: Group, observe: (observation: RolloutObservation) => void, options: ReadRolloutsOptions) {
    const [{ at, file }] = files;
    this.next = at;
    this.#files = files;
    this.#options = options;
    this.#rollout = new Rollout({ file, counters: options.counters ?? uncounted, observe });
  }

  get isDrained(): boolean {
    return this.#taken >= this.#batch.length;
  }

  /** Takes the next record, where one is at hand. */
  take(): void {
    const record = this.#batch[this.#taken];
    if (record === undefined) return;
    this.#rollout.take(record);
    this.#taken += 1;
    this.next = this.#batch[this.#taken]?.at ?? this.next;
  }

  async fill(): Promise<void> {
    const [{ file }, following] = this.#files;
    const { onBrokenLine } = this.#options;
    this.#reading ??= readRollout(file, { ...this.#options, onBrokenLine: (line) => onBrokenLine?.(line, file) });
    try {
      const { value } = await this.#reading.next();
      this.#batch = value ?? [];
    } catch (error) {
      if (this.#options.onUnreadable === undefined) throw error;
      this.#options.onUnreadable(error as Error);
      this.#batch = [];
    }
    this.#taken = 0;
    this.next = this.#batch[0]?.at;
    if (this.next !== undefined || following === undefined) return;
    this.#files.shift();
    this.#reading = undefined;
    this.#rollout.beginFile();
    this.next = following.at;
  }

  end(): void {
    this.#rollout.end();
  }
}
