import { IntList } from './int-list.js';

/** The commits of a range in their order, each after its parents, and which of them descend from which. */
export class History {
  readonly #numbers = new Map<string, number>();
  /** By commit: the index of its first parent in `#parents`. */
  readonly #firstParent = new IntList();
  readonly #parents = new IntList();
  /** The first commit of the line of history that leads to the present one without a branch or a merge. */
  #straightFrom = 0;
  /** The ancestors of `#descendant`, down to `#searchedTo`: marked with the descendant's number. */
  readonly #marks = new IntList();
  #descendant = -1;
  #searchedTo = 0;

  /** Adds the next commit. Parents outside of the range are left out. Returns its number. */
  add(hash: string, parents: readonly string[]): number {
    const number = this.#firstParent.push(this.#parents.length);
    this.#numbers.set(hash, number);
    this.#marks.push(-1);
    for (const parent of parents) {
      const known = this.#numbers.get(parent);
      if (known !== undefined) this.#parents.push(known);
    }
    const isStraight =
      this.#parents.length === this.#firstParent.at(number) + 1 &&
      this.#parents.at(this.#parents.length - 1) === number - 1;
    if (!isStraight) this.#straightFrom = number;
    return number;
  }

  /** Whether the latest commit is `ancestor`, or descends from it. */
  latestDescendsFrom(ancestor: number): boolean {
    const latest = this.#firstParent.length - 1;
    return ancestor >= this.#straightFrom || this.descendsFrom(latest, ancestor);
  }

  /** Whether a commit is `ancestor`, or descends from it. */
  descendsFrom(commit: number, ancestor: number): boolean {
    if (this.#descendant !== commit) {
      this.#descendant = commit;
      this.#searchedTo = commit + 1;
      this.#marks.set(commit, commit);
    }
    while (this.#searchedTo > ancestor) {
      this.#searchedTo -= 1;
      if (this.#marks.at(this.#searchedTo) === commit) this.#markParentsOf(this.#searchedTo, commit);
    }
    return this.#marks.at(ancestor) === commit;
  }

  #markParentsOf(commit: number, mark: number): void {
    const next = commit + 1;
    const end = next < this.#firstParent.length ? this.#firstParent.at(next) : this.#parents.length;
    for (let index = this.#firstParent.at(commit); index < end; index++) this.#marks.set(this.#parents.at(index), mark);
  }
}
