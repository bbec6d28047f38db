import type { AttributedCommit } from '../result.js';
import type { AcceptedLines, ChangedLine } from './accepted-lines.js';
import { History } from './history.js';
import { Ledger } from './ledger.js';
import { PathGroups } from './path-groups.js';
import { MovedLines } from './moved-lines.js';

/** Seconds that the clocks of two machines may differ. */
const CLOCK_SECONDS = 60;

/**
 * Finds the accepted lines among those that commits add, commit after commit. An accepted line stands for one line in any one
 * history: a second one like it is somebody else's, until the first is deleted. So a revert, a cherry-pick, a rebased copy and a
 * line that moves keep where they came from.
 */
export class Matcher {
  readonly #accepted: AcceptedLines;
  readonly #ignoresTimes: boolean;
  readonly #history = new History();
  readonly #ledger = new Ledger();
  readonly #moved: MovedLines;
  readonly groups = new PathGroups();

  constructor(accepted: AcceptedLines, ignoresTimes: boolean) {
    this.#accepted = accepted;
    this.#ignoresTimes = ignoresTimes;
    this.#moved = new MovedLines({
      accepted,
      history: this.#history,
      ledger: this.#ledger,
      groups: this.groups,
      isInTime: (entry, commit) => this.#isInTime(entry, commit),
    });
  }

  /** Takes a commit with its lines. Renames are joined in {@link groups} before. */
  commit(commit: AttributedCommit, lines: readonly ChangedLine[]): void {
    const number = this.#history.add(commit.hash, commit.parents);
    const left: ChangedLine[] = [];
    for (const line of lines) if (line.added === null && !this.#delete(line, number)) left.push(line);
    for (const line of lines) if (line.added !== null && !this.#add(line, commit, number)) left.push(line);
    if (left.length > 0) this.#moved.push(commit, number, left);
  }

  /** Looks for the lines that are left in other files; returns how many are everywhere. */
  finish(): number {
    return this.#moved.finish();
  }

  #add({ line, path, added }: ChangedLine, commit: AttributedCommit, number: number): boolean {
    let best = -1;
    for (const entry of this.#entriesIn(line, path)) {
      if (best !== -1 && this.#startOf(entry) <= this.#startOf(best)) continue;
      if (this.#isInTime(entry, commit) && this.#taken(entry) < this.#accepted.countOf(entry)) best = entry;
    }
    if (best === -1 || added === null) return false;
    this.#ledger.take(best, number);
    added.file.accept(added.lineNumber, this.#accepted.turnOf(best));
    return true;
  }

  #delete({ line, path }: ChangedLine, number: number): boolean {
    for (const entry of this.#entriesIn(line, path)) {
      if (this.#taken(entry) <= 0) continue;
      this.#ledger.giveBack(entry, number);
      return true;
    }
    return false;
  }

  *#entriesIn(line: number, path: number): Generator<number> {
    for (const each of this.groups.pathsOf(path)) yield* this.#accepted.entriesIn(line, each);
  }

  #taken(entry: number): number {
    return this.#ledger.taken(entry, (commit) => this.#history.latestDescendsFrom(commit));
  }

  #isInTime(entry: number, { committedAt }: AttributedCommit): boolean {
    return this.#ignoresTimes || this.#startOf(entry) <= committedAt + CLOCK_SECONDS;
  }

  #startOf(entry: number): number {
    return this.#accepted.turnOf(entry).startedAt;
  }
}
