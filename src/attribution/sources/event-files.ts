import { hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Counters } from '../../counters.js';
import { readLines, type ReadProgress } from '../../wire/source.js';
import type { AcceptedTurn, Notes } from '../result.js';
import { AttributionError } from '../error.js';
import type { AcceptedLines } from '../matching/accepted-lines.js';
import { IntList } from '../matching/int-list.js';
import { IntPairs, pairOf } from '../matching/int-pairs.js';
import type { LineFilter } from '../matching/line-filter.js';
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
  /** Whether turns are kept none of whose lines the commits have. */
  readonly keepsAllTurns: boolean;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads event files, once, and keeps the lines that commits may have, and their turns. Of the other turns only numbers are kept,
 * 40 bytes each.
 */
export class EventFiles {
  readonly #accepted: AcceptedLines;
  readonly #notes: Notes;
  readonly #options: EventFilesOptions;
  /** Turns by their ids. */
  readonly #turns = new IntPairs();
  /** By turn: its place in `accepted.turns`, or -1. */
  readonly #kept = new IntList();
  /** By turn: how many lines with a hash it added. */
  readonly #lines = new IntList();
  /** Turns with sums of their events' lines: an event that was delivered twice counts once. */
  readonly #events = new IntPairs();
  readonly #waiting = new Map<string, TurnEvent>();
  /** Unix seconds: when the first turn started, or may have. */
  earliest = Infinity;

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
    const id = pairOf(hash('sha1', key));
    if (event.type === 'turn') return this.#describe(key, id, event);
    if (this.#isForeign(event)) return;
    const known = this.#turns.size;
    const number = this.#turns.add(...id);
    if (number === known) this.#newTurn(event);
    if (this.#isSeen(number, event)) return;
    this.#lines.set(number, this.#lines.at(number) + event.hashes.length);
    this.#keepLines(number, key, event);
  }

  #describe(key: string, id: readonly [number, number], event: TurnEvent): void {
    const number = this.#turns.find(...id);
    const kept = number === -1 ? -1 : this.#kept.at(number);
    if (kept !== -1) return describe(this.#turn(kept), event);
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

  #newTurn({ repoHash, addedLines, hashes }: AcceptedLinesEvent): void {
    this.#kept.push(-1);
    this.#lines.push(0);
    this.#notes.turns += 1;
    if (hashes.length === 0 && addedLines > 0) this.#notes.withoutFingerprints += 1;
    else if (repoHash === null && addedLines > 0) this.#notes.noRepository += 1;
  }

  /** Chunks of one turn differ in their lines; the same lines in another order are the same chunk. */
  #isSeen(turn: number, { hashes }: AcceptedLinesEvent): boolean {
    let sum = hashes.length;
    for (const { path, line } of hashes) sum = (sum + pairOf(line)[0] + pairOf(path)[1]) | 0;
    const known = this.#events.size;
    return this.#events.add(turn, sum) !== known;
  }

  #keepLines(number: number, key: string, event: AcceptedLinesEvent): void {
    const { filter, keepsAllTurns } = this.#options;
    const { startedAt, ...turn } = this.#described(key, event);
    this.earliest = Math.min(this.earliest, startedAt);
    const found = event.hashes.filter(({ line }) => filter.passes(line));
    let kept = this.#kept.at(number);
    if (kept === -1 && (found.length > 0 || keepsAllTurns)) {
      kept = this.#accepted.turns.push({ ...turn, startedAt }) - 1;
      this.#kept.set(number, kept);
    }
    if (kept === -1) return;
    this.#turn(kept).lines = this.#lines.at(number);
    let path = -1;
    let pathHash = '';
    for (const { path: fileHash, line } of found) {
      if (fileHash !== pathHash) {
        pathHash = fileHash;
        path = this.#accepted.pathOf(pathHash);
      }
      this.#accepted.add(line, path, kept);
    }
  }

  #described(key: string, { threadId, turnId, model, completedAt }: AcceptedLinesEvent): AcceptedTurn {
    const startedAt = completedAt - LONGEST_TURN_SECONDS;
    const turn: AcceptedTurn = { threadId, turnId, model, modelProvider: null, startedAt, lines: 0 };
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) describe(turn, waiting);
    return turn;
  }

  #turn(kept: number): AcceptedTurn {
    return this.#accepted.turns[kept] as AcceptedTurn;
  }
}

function describe(turn: AcceptedTurn, { modelProvider, startedAt }: TurnEvent): void {
  turn.modelProvider = modelProvider;
  turn.startedAt = startedAt ?? turn.startedAt;
}
