import type { GitRepository } from '../git-repository.js';
import type { History } from './history.js';
import { linesOf, recognized, type Tree } from './tree.js';

const WAYS = [
  'revert',
  'revert',
  'squash of the last commits',
  'merge',
  'squash of a branch',
  'rebase',
  'cherry-pick',
] as const;

type Way = (typeof WAYS)[number];

/** What git does to commits that are there: it merges, squashes, moves, copies and reverts them. */
export class Branches {
  readonly #repository: GitRepository;
  readonly #history: History;
  readonly #ways: Generator<Way, never>;
  #made = 0;

  constructor(repository: GitRepository, history: History) {
    this.#repository = repository;
    this.#history = history;
    this.#ways = history.random.deck(WAYS);
  }

  step(): void {
    const way = this.#ways.next().value;
    if (way === 'revert') this.#revert();
    else if (way === 'squash of the last commits') this.#squashLast();
    else this.#feature(way);
  }

  /** Reverts one of the latest commits; sometimes a revert. */
  #revert(): void {
    const { random } = this.#history;
    const commits = this.#git('log', '-6', '--no-merges', '--min-parents=1', '--format=%H %s').split('\n');
    const reverts = commits.filter((line) => line.includes('Revert'));
    const [commit = ''] = random.of(reverts.length > 0 ? reverts : commits).split(' ');
    if (commit === '') return;
    if (!this.#tries('revert', '--no-edit', commit)) return;
    const isRevert = this.#git('log', '-1', '--format=%s', commit).startsWith('Revert');
    this.#history.happens(isRevert ? 'revert of a revert' : 'revert');
    this.#derived([this.#tree('HEAD~1'), this.#tree(`${commit}~1`)]);
    this.#history.checkedOut();
  }

  /** Makes one commit of the last ones. */
  #squashLast(): void {
    const parents = this.#git('log', '-4', '--first-parent', '--format=%P').split('\n');
    const merge = parents.findIndex((each) => !/^\S+$/.test(each));
    const count = merge === -1 ? 3 : merge;
    if (count < 2) return;
    const tree = this.#tree('HEAD');
    this.#git('reset', '-q', '--soft', `HEAD~${count}`);
    this.#commit('squash', tree);
    this.#history.happens('squash of the last commits');
  }

  /** A branch, with commits on both sides, that comes back in some way. */
  #feature(way: Way): void {
    const { random } = this.#history;
    const name = `feature-${(this.#made += 1)}`;
    const base = this.#repository.head;
    this.#git('checkout', '-q', '-b', name);
    this.#commits(random.between(1, 3));
    const tip = this.#repository.head;
    this.#git('checkout', '-q', 'main');
    this.#history.checkedOut();
    this.#commits(random.between(0, 2));
    if (tip !== base) this.#join(way, name, base, tip);
    this.#git('branch', '-q', '-D', name);
    this.#history.checkedOut();
  }

  #join(way: Way, name: string, base: string, tip: string): void {
    const [main, feature] = [this.#tree('HEAD'), this.#tree(tip)];
    if (way === 'rebase') return this.#rebase(name, main, feature);
    if (way === 'cherry-pick') return this.#pick(base, tip);
    const options = way === 'merge' ? ['--no-ff', '--no-edit'] : ['--squash'];
    if (!this.#tries('merge', '-q', ...options, name)) return;
    if (way === 'squash of a branch') this.#git('commit', '-q', '--allow-empty', '-m', `squash of ${name}`);
    this.#derived([main, feature]);
    this.#history.happens(way);
  }

  #rebase(name: string, main: Tree, feature: Tree): void {
    const onto = this.#repository.head;
    this.#git('checkout', '-q', name);
    const isDone = this.#tries('rebase', '-q', 'main');
    this.#git('checkout', '-q', 'main');
    if (!isDone) return;
    this.#git('merge', '-q', '--ff-only', name);
    const commits = this.#git('rev-list', '--reverse', `${onto}..HEAD`).split('\n').filter(Boolean);
    this.#history.happens('rebase');
    for (const commit of commits) this.#derivedAt(commit, [main, ...this.#originals(feature)]);
  }

  /** All trees that are known, the likeliest first: lines may be added and deleted again on a branch. */
  #originals(feature: Tree): Tree[] {
    return [feature, ...[...this.#history.trees.values()].reverse()];
  }

  #pick(base: string, tip: string): void {
    const { random } = this.#history;
    for (const commit of this.#git('rev-list', '--reverse', `${base}..${tip}`).split('\n').filter(Boolean)) {
      if (random.chance(0.3)) continue;
      const before = this.#tree('HEAD');
      if (!this.#tries('cherry-pick', commit)) continue;
      this.#derived([before, this.#tree(commit)]);
      this.#history.happens('cherry-pick');
    }
  }

  #commits(count: number): void {
    const { random } = this.#history;
    for (let made = 0; made < count; made++) {
      this.#repository.now += random.between(30, 600);
      this.#history.edit();
      this.#history.commit();
    }
  }

  #commit(subject: string, tree: Tree): void {
    this.#repository.now += 5;
    this.#git('commit', '-q', '--allow-empty', '-m', subject);
    this.#history.trees.set(this.#repository.head, tree);
  }

  /** The tree of HEAD, which git made of these. */
  #derived(trees: readonly Tree[]): void {
    this.#derivedAt(this.#repository.head, trees);
  }

  #derivedAt(commit: string, trees: readonly Tree[]): void {
    const files = [...this.#repository.filesOf(commit)];
    this.#history.trees.set(
      commit,
      new Map(files.map(([path, text]) => [path, recognized(path, linesOf(text), trees)])),
    );
  }

  #tree(revision: string): Tree {
    const tree = this.#history.trees.get(this.#git('rev-parse', revision));
    if (tree === undefined) throw new Error(`Nobody knows the files of ${revision}.`);
    return tree;
  }

  /** Whether git could do it without a conflict. */
  #tries(...args: [command: string, ...args: string[]]): boolean {
    this.#repository.now += 5;
    try {
      this.#git(...args);
      return true;
    } catch {
      this.#git('reset', '-q', '--hard');
      for (const command of ['rebase', 'cherry-pick', 'revert', 'merge'])
        try {
          this.#git(command, '--abort');
        } catch {
          // It was not this one.
        }
      return false;
    }
  }

  #git(...args: readonly string[]): string {
    return this.#repository.git(...args);
  }
}
