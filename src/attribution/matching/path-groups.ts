/** The paths that one file has had: a rename joins two. Paths are numbers. */
export class PathGroups {
  readonly #groups = new Map<number, Set<number>>();

  /** A rename in a commit. */
  join(a: number, b: number): void {
    const [small, large] = [this.#groupOf(a), this.#groupOf(b)].sort((x, y) => x.size - y.size) as [
      Set<number>,
      Set<number>,
    ];
    if (small === large) return;
    for (const path of small) {
      large.add(path);
      this.#groups.set(path, large);
    }
  }

  /** All paths of the file that has this one. */
  pathsOf(path: number): Iterable<number> {
    return this.#groups.get(path) ?? [path];
  }

  #groupOf(path: number): Set<number> {
    let group = this.#groups.get(path);
    if (group === undefined) this.#groups.set(path, (group = new Set([path])));
    return group;
  }
}
