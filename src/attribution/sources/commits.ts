import { UnifiedDiff } from '../../diff/unified-diff.js';
import type { Commit } from '../result.js';
import { CHANGED_LINES, type Git } from './git.js';

/** Called with what a history has, in its order. */
export interface CommitVisitor {
  onCommit?(commit: Commit): void;
  /** A file of the commit, under its name before and after. */
  onFile?(before: string | null, after: string | null): void;
  /** A line without its mark. `lineNumber` counts in the file after the commit. */
  onAdded(text: string, lineNumber: number): void;
  onDeleted?(text: string): void;
}

/** A line of the log that begins a commit: text cannot, for git takes a file with a NUL for binary. */
const COMMIT = '\0commit\0';
const FORMAT = '%x00commit%x00%H%x00%P%x00%ct%x00%aN <%aE>%x00%s';

/** Reads the commits of a range, each after its parents. Of a merge only the lines that no parent has are its own. */
export async function readCommits(
  git: Git,
  range: readonly string[],
  visitor: CommitVisitor,
  signal?: AbortSignal,
): Promise<void> {
  const reader = new DiffLines(visitor);
  const args = ['log', '--topo-order', '--reverse', '--cc', '--find-renames', '--no-notes', `--format=${FORMAT}`];
  await git.lines([...args, ...CHANGED_LINES, '--end-of-options', ...range, '--'], (line) => reader.read(line), signal);
}

/** The last commit of a range. */
export async function tipOf(git: Git, range: readonly string[]): Promise<string> {
  return git.text('rev-list', '--topo-order', '--max-count=1', '--end-of-options', ...range, '--');
}

/** Reads all lines of all text files at a commit, as if it added them. */
export async function readTree(git: Git, commit: string, visitor: CommitVisitor, signal?: AbortSignal): Promise<void> {
  const reader = new DiffLines(visitor);
  const read = (line: string) => reader.read(line);
  const empty = await git.text('hash-object', '-t', 'tree', '--stdin');
  await git.lines(['show', '--no-patch', `--format=${FORMAT}`, commit, '--'], read, signal);
  await git.lines(['diff', '--no-renames', ...CHANGED_LINES, empty, commit, '--'], read, signal);
}

/** Reads the output of git's log and diff. */
class DiffLines {
  readonly #visitor: CommitVisitor;
  readonly #diff = new UnifiedDiff({ readsMerges: true });
  /** Whether the visitor knows the file of the present lines. */
  #isKnown = false;

  constructor(visitor: CommitVisitor) {
    this.#visitor = visitor;
  }

  read(line: string): void {
    const diff = this.#diff;
    const isInHunk = diff.isInHunk;
    if (!isInHunk && line.startsWith(COMMIT)) return this.#commit(line);
    const change = diff.read(line);
    if (!isInHunk && line.startsWith('diff --')) this.#isKnown = false;
    if (!this.#isKnown && (change !== undefined || line.startsWith('rename to '))) {
      this.#isKnown = true;
      this.#visitor.onFile?.(copied(diff.pathBefore), copied(diff.path));
    }
    if (change === 'added') this.#visitor.onAdded(line.slice(diff.columns), diff.lineNumber);
    else if (change === 'deleted') this.#visitor.onDeleted?.(line.slice(diff.columns));
  }

  #commit(line: string): void {
    const [, , hash = '', parents = '', time = '', author = '', ...subject] = copied(line).split('\0');
    this.#isKnown = false;
    this.#visitor.onCommit?.({
      hash,
      parents: parents.split(' ').filter((parent) => parent !== ''),
      author,
      committedAt: Number(time),
      subject: subject.join(' '),
    });
  }
}

/** A text of its own: a slice would keep all of git's output that was read with it in memory. */
function copied<T extends string | null>(text: T): T {
  return (text === null ? null : Buffer.from(text).toString()) as T;
}
