import { IntList } from './int-list.js';

const NONE = -1;

/** How often the lines of an entry stand in the tree, commit by commit: a commit that adds one takes it, one that deletes it gives it back. */
export class Ledger {
  /** By entry: its last record. */
  readonly #last = new IntList();
  readonly #before = new IntList();
  readonly #commit = new IntList();
  readonly #change = new IntList();

  take(entry: number, commit: number): void {
    this.#record(entry, commit, 1);
  }

  giveBack(entry: number, commit: number): void {
    this.#record(entry, commit, -1);
  }

  /** Whether any commit has a record of the entry. */
  has(entry: number): boolean {
    return entry < this.#last.length && this.#last.at(entry) !== NONE;
  }

  /** How many lines of the entry are in the tree of a commit, given which other commits come before it. */
  taken(entry: number, isBefore: (commit: number) => boolean): number {
    if (!this.has(entry)) return 0;
    let taken = 0;
    for (let record = this.#last.at(entry); record !== NONE; record = this.#before.at(record))
      if (isBefore(this.#commit.at(record))) taken += this.#change.at(record);
    return taken;
  }

  /** Whether the entry has a record of one of these commits. */
  hasOneOf(entry: number, isBefore: (commit: number) => boolean): boolean {
    if (!this.has(entry)) return false;
    for (let record = this.#last.at(entry); record !== NONE; record = this.#before.at(record))
      if (isBefore(this.#commit.at(record))) return true;
    return false;
  }

  #record(entry: number, commit: number, change: number): void {
    while (this.#last.length <= entry) this.#last.push(NONE);
    const last = this.#last.at(entry);
    // One record a commit: a file may have a line a thousand times.
    if (last !== NONE && this.#commit.at(last) === commit) this.#change.set(last, this.#change.at(last) + change);
    else {
      this.#last.set(entry, this.#commit.push(commit));
      this.#change.push(change);
      this.#before.push(last);
    }
  }
}
