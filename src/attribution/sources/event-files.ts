import type { Readable } from 'node:stream';
import { Counters } from '../../counters.js';
import { readLines, type ReadProgress } from '../../wire/source.js';
import type { AcceptedTurn } from '../accepted-turn.js';
import { AttributionError } from '../error.js';
import type { AcceptedLines } from '../matching/accepted-lines.js';
import { pairOf } from '../matching/int-pairs.js';
import type { LineFilter } from '../matching/line-filter.js';
import type { Notes } from '../result.js';
import { eventsIn, type AcceptedLinesEvent, type TurnEvent } from './event-line.js';

/** A request of the Collector may have many events, each of two megabytes. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;
/** Turn events that wait for the event of their accepted lines, which follows directly. */
const MAX_WAITING = 10_000;
/** Codex may commit within its turn. Without the turn's event, the turn began so many seconds before its end. */
const LONGEST_TURN_SECONDS = 3_600;

export interface EventFilesOptions {
  /** Hashes of the repository's remotes. Without any, turns of all repositories are taken. */
  readonly repositories: ReadonlySet<string>;
  /** The lines of the commits. */
  readonly filter: LineFilter;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Reads event files, once, and keeps the lines that commits may have. */
export class EventFiles {
  readonly #accepted: AcceptedLines;
  readonly #notes: Notes;
  readonly #options: EventFilesOptions;
  readonly #turns = new Map<string, number>();
  readonly #waiting = new Map<string, TurnEvent>();
  /** What distinguishes the events of one turn: an event that was delivered twice counts once. */
  readonly #seen = new Set<string>();

  constructor(accepted: AcceptedLines, notes: Notes, options: EventFilesOptions) {
    this.#accepted = accepted;
    this.#notes = notes;
    this.#options = options;
  }

  /** Rejects with an {@link AttributionError} where the file cannot be read. */
  async read(source: string | Readable): Promise<void> {
    const name = typeof source === 'string' ? source : 'standard input';
    const counters = new Counters();
    const read = (line: Buffer) => {
      const events = eventsIn(line);
      if (events === undefined) this.#notes.brokenLines += 1;
      else for (const event of events) this.#take(event);
      return undefined;
    };
    const failure = (reason: string) => new AttributionError(`Cannot read the events in ${name}: ${reason}`);
    const { onProgress, signal } = this.#options;
    const lines = readLines(source, { read, failure, counters, maxLineBytes: MAX_LINE_BYTES, onProgress, signal });
    // Nothing is yielded: `read` takes each line.
    while (!(await lines.next()).done);
    this.#notes.brokenLines += counters.total('lines.oversized');
  }

  #take(event: AcceptedLinesEvent | TurnEvent): void {
    const key = `${event.threadId} ${event.turnId}`;
    if (event.type === 'turn') return this.#describe(key, event);
    if (this.#isForeign(event)) return;
    const known = this.#turns.get(key);
    const number = known ?? this.#newTurn(key, event);
    if (this.#isSeen(number, event)) return;
    if (known === undefined) this.#note(event);
    this.#lines(number, event);
  }

  #turn(number: number): AcceptedTurn {
    return this.#accepted.turns[number] as AcceptedTurn;
  }

  #describe(key: string, event: TurnEvent): void {
    const number = this.#turns.get(key);
    if (number !== undefined) return describe(this.#turn(number), event);
    this.#waiting.set(key, event);
    const [oldest] = this.#waiting.size > MAX_WAITING ? this.#waiting.keys() : [];
    if (oldest !== undefined) this.#waiting.delete(oldest);
  }

  #isForeign({ repoHash, addedLines }: AcceptedLinesEvent): boolean {
    const { repositories } = this.#options;
    if (repoHash === null || repositories.size === 0 || repositories.has(repoHash)) return false;
    if (addedLines > 0) this.#notes.otherRepositories += 1;
    return true;
  }

  #newTurn(key: string, { threadId, turnId, model, completedAt }: AcceptedLinesEvent): number {
    const startedAt = completedAt - LONGEST_TURN_SECONDS;
    const turn: AcceptedTurn = { threadId, turnId, model, modelProvider: null, startedAt, lines: 0 };
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) describe(turn, waiting);
    this.#waiting.delete(key);
    const number = this.#accepted.turns.push(turn) - 1;
    this.#turns.set(key, number);
    return number;
  }

  /** Chunks of one turn differ in their lines; the same lines in another order are the same chunk. */
  #isSeen(turn: number, { hashes }: AcceptedLinesEvent): boolean {
    let sum = 0;
    for (const { path, line } of hashes) sum = (sum + pairOf(line)[0] + pairOf(path)[1]) | 0;
    const key = `${turn} ${hashes.length} ${sum}`;
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }

  #note({ repoHash, addedLines, hashes }: AcceptedLinesEvent): void {
    if (hashes.length === 0 && addedLines > 0) this.#notes.withoutFingerprints += 1;
    else if (repoHash === null && addedLines > 0) this.#notes.noRepository += 1;
  }

  #lines(turn: number, { hashes }: AcceptedLinesEvent): void {
    const { filter } = this.#options;
    let path = -1;
    let pathHash = '';
    for (const { path: fileHash, line } of hashes) {
      if (!filter.passes(line)) continue;
      if (fileHash !== pathHash) {
        pathHash = fileHash;
        path = this.#accepted.pathOf(pathHash);
      }
      this.#accepted.add(line, path, turn);
    }
    this.#turn(turn).lines += hashes.length;
  }
}

function describe(turn: AcceptedTurn, { modelProvider, startedAt }: TurnEvent): void {
  turn.modelProvider = modelProvider;
  turn.startedAt = startedAt ?? turn.startedAt;
}
