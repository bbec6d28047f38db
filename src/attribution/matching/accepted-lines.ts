import { IntList } from './int-list.js';
import { IntPairs, pairOf } from './int-pairs.js';
import type { AcceptedTurn, AttributedFile } from '../result.js';

/** Paths of one line that are remembered for a line that moved. A line with more of them is everywhere. */
const MAX_PATHS = 3;
const NONE = -1;

/**
 * The accepted lines that commits may have: which turns added a line to a file, and how often. Everything is a number: of a
 * line, a path, a line in a path (*place*), and what a turn added there (*entry*).
 */
export class AcceptedLines {
  readonly #lines = new IntPairs();
  readonly #paths = new IntPairs();
  readonly #places = new IntPairs();
  readonly #pathCount = new IntList();
  /** By line: the first of its places; by place: the next one of its line. */
  readonly #firstPlace = new IntList();
  readonly #nextPlace = new IntList();
  /** By place: the entry of the latest turn; by entry: the one before. */
  readonly #lastEntry = new IntList();
  readonly #entryBefore = new IntList();
  readonly #turnOf = new IntList();
  readonly #count = new IntList();
  readonly turns: AcceptedTurn[] = [];

  /** Adds a line that a turn added to a file; `turn` is the last of {@link turns} or an earlier one. */
  add(lineHash: string, path: number, turn: number): void {
    const line = this.#lineOf(lineHash);
    const known = this.#places.size;
    const place = this.#places.add(line, path);
    if (place === known) this.#newPlace(line);
    const entry = this.#lastEntry.at(place);
    if (entry !== NONE && this.#turnOf.at(entry) === turn) this.#count.set(entry, this.#count.at(entry) + 1);
    else {
      this.#lastEntry.set(place, this.#count.push(1));
      this.#turnOf.push(turn);
      this.#entryBefore.push(entry);
    }
  }

  /** The number of a path, also of one that no turn has touched. */
  pathOf(hash: string): number {
    return this.#paths.add(...pairOf(hash));
  }

  /** The number of a line; -1 where no turn added it. */
  lineOf(hash: string): number {
    return this.#lines.find(...pairOf(hash));
  }

  /** How often the turn of an entry added the line. */
  countOf(entry: number): number {
    return this.#count.at(entry);
  }

  turnOf(entry: number): AcceptedTurn {
    return this.turns[this.#turnOf.at(entry)] as AcceptedTurn;
  }

  /** The entries of a line in a path, the latest turn first. */
  *entriesIn(line: number, path: number): Generator<number> {
    const place = this.#places.find(line, path);
    if (place !== -1) yield* this.#entriesOf(place);
  }

  /** Whether turns added the line to so many files that it says nothing about where it comes from. */
  isEverywhere(line: number): boolean {
    return this.#pathCount.at(line) > MAX_PATHS;
  }

  /** The entries of a line in all paths that are remembered. */
  *entriesAnywhere(line: number): Generator<{ readonly entry: number; readonly path: number }> {
    for (let place = this.#firstPlace.at(line); place !== NONE; place = this.#nextPlace.at(place))
      for (const entry of this.#entriesOf(place)) yield { entry, path: this.#places.second(place) };
  }

  *#entriesOf(place: number): Generator<number> {
    for (let entry = this.#lastEntry.at(place); entry !== NONE; entry = this.#entryBefore.at(entry)) yield entry;
  }

  #lineOf(hash: string): number {
    const known = this.#lines.size;
    const line = this.#lines.add(...pairOf(hash));
    if (line === known) {
      this.#pathCount.push(0);
      this.#firstPlace.push(NONE);
    }
    return line;
  }

  #newPlace(line: number): void {
    const place = this.#lastEntry.push(NONE);
    const paths = this.#pathCount.at(line) + 1;
    this.#pathCount.set(line, paths);
    const isRemembered = paths <= MAX_PATHS;
    this.#nextPlace.push(isRemembered ? this.#firstPlace.at(line) : NONE);
    if (isRemembered) this.#firstPlace.set(line, place);
  }
}

/** A line that a commit adds to a file, or deletes from it, and that a turn added somewhere. */
export interface ChangedLine {
  /** Numbers of {@link AcceptedLines}. */
  readonly line: number;
  readonly path: number;
  /** Null for a deleted line. */
  readonly added: {
    readonly file: AttributedFile;
    readonly lineNumber: number;
    /** Whether its text is long enough to be recognised in another file. */
    readonly isLong: boolean;
  } | null;
}
