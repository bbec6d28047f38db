import type { Room } from '../bounded.js';

/**
 * Limits of the state in memory. Beyond a limit the oldest entry is ended and counted. Zero counts as one, and a value that
 * is no integer, or negative, as left out.
 */
export interface Limits {
  /** Open connections. Default: 10,000. */
  readonly connections: number;
  /** Threads. Default: 10,000. */
  readonly threads: number;
  /** Turns of one thread that are open, ended less than a minute ago, or have open items. Default: 1,000. */
  readonly turnsPerThread: number;
  /** Items of one turn; reviews and hooks likewise. Default: 10,000. */
  readonly itemsPerTurn: number;
  /** Ids of closed turns, over all threads, so that a late message does not open a closed turn again. Default: 10,000. */
  readonly endedTurns: number;
  /**
   * Bytes of all state together, as estimated. Beyond it the oldest thread ends, or the oldest turn of the only one. Captured
   * content gets half of it at most, messages of which only a part has arrived a quarter, and requests that wait for their
   * answers an eighth. Default: 256 MiB.
   */
  readonly bytes: number;
  /** Added lines of one turn that are hashed, where fingerprints are switched on. Default: 100,000, a tenth of a second's work. */
  readonly fingerprintsPerTurn: number;
}

export const DEFAULT_LIMITS: Limits = {
  connections: 10_000,
  threads: 10_000,
  turnsPerThread: 1_000,
  itemsPerTurn: 10_000,
  endedTurns: 10_000,
  bytes: 256 * 1024 * 1024,
  fingerprintsPerTurn: 100_000,
};

/** The limits as they were given, and the default of each that was left out or is no limit. */
export function limitsOf(given: Partial<Limits> | undefined): Limits {
  if (given === undefined) return DEFAULT_LIMITS;
  const of = (name: keyof Limits): number => {
    const value: unknown = given[name];
    const isLimit = Number.isSafeInteger(value) && (value as number) >= 0;
    return isLimit ? Math.max(1, value as number) : DEFAULT_LIMITS[name];
  };
  const names = Object.keys(DEFAULT_LIMITS) as (keyof Limits)[];
  return Object.fromEntries(names.map((name) => [name, of(name)])) as unknown as Limits;
}

/** Estimates of what objects take in memory. Their strings are cut when they are read, so each kind has a largest size. */
export const BYTES = {
  thread: 4_096,
  turn: 4_096,
  /** An item, a review, a question or a hook. */
  work: 2_048,
  /** An element of a list that an item keeps. */
  element: 512,
  /** A request, an id or a name that is remembered. */
  memory: 512,
  /** A time that is remembered. */
  time: 64,
} as const;

/** A thread or a turn, with the bytes that it has taken for itself and for all that it holds. */
export interface Holder {
  bytes: number;
}

/** How many ids of mirrored threads a budget of so many bytes has room for: a sixteenth of it. */
export const mirroredThreads = ({ bytes, threads }: Limits): number =>
  Math.min(threads, Math.floor(bytes / 16 / BYTES.memory));

/** The bytes of all state together: the limits of numbers multiply, so they alone bound nothing. */
export class Budget {
  readonly #limit: number;
  #bytes = 0;
  /** Captured content, which is given back at the end of its span. */
  readonly content: Room = this.#room(1 / 2);
  /** Requests that wait for their answers. */
  readonly requests: Room = this.#room(1 / 8);
  /** Messages of which only a part has arrived. */
  readonly partialMessages: Room = this.#room(1 / 4);

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isExceeded(): boolean {
    return this.#bytes > this.#limit;
  }

  /** Charges bytes to their holder, until it is released. */
  take(holder: Holder, bytes: number): void {
    holder.bytes += bytes;
    this.#bytes += bytes;
  }

  /** Gives back all that the holder has taken. */
  release(holder: Holder): void {
    this.#bytes -= holder.bytes;
    holder.bytes = 0;
  }

  /** A part of the budget that one purpose may use, so that the threads have the rest. */
  #room(share: number): Room {
    let taken = 0;
    const add = (bytes: number) => {
      taken += bytes;
      this.#bytes += bytes;
    };
    return {
      take: (bytes) => {
        if (taken + bytes > this.#limit * share) return false;
        add(bytes);
        return true;
      },
      release: (bytes) => add(-bytes),
    };
  }
}
