import { pathHash } from '../diff/fingerprint.js';
import { lineHash } from '../diff/line-hash.js';
import type { AcceptedLines, ChangedLine } from './matching/accepted-lines.js';
import type { Matcher } from './matching/matcher.js';
import { AttributedFile, type AttributedCommit, type Commit } from './result.js';
import type { CommitVisitor } from './sources/commits.js';

/** Characters of a line that is recognised in another file than its own. */
const LONG_LINE = 20;

/** Counts the lines of each commit, and gives those that turns may have added to a matcher. */
export class CommitLines implements CommitVisitor {
  readonly commits: AttributedCommit[] = [];
  readonly #accepted: AcceptedLines;
  readonly #matcher: Matcher;
  readonly #onCommit: () => void;
  #lines: ChangedLine[] = [];
  #file = new AttributedFile('');
  #path = -1;

  constructor(accepted: AcceptedLines, matcher: Matcher, onCommit: () => void) {
    this.#accepted = accepted;
    this.#matcher = matcher;
    this.#onCommit = onCommit;
  }

  onCommit(commit: Commit): void {
    this.end();
    this.commits.push({ ...commit, files: [] });
    this.#onCommit();
  }

  onFile(before: string | null, after: string | null): void {
    const name = after ?? before ?? '';
    this.#path = this.#accepted.pathOf(pathHash(name));
    if (before !== null && after !== null && before !== after)
      this.#matcher.groups.join(this.#accepted.pathOf(pathHash(before)), this.#path);
    this.#file = new AttributedFile(name);
    if (after !== null) this.commits.at(-1)?.files.push(this.#file);
  }

  onAdded(text: string, lineNumber: number): void {
    const file = this.#file;
    file.added += 1;
    const hash = lineHash(text);
    if (hash === undefined) file.unknown += 1;
    else this.#changed(hash, { file, lineNumber, isLong: text.trim().length >= LONG_LINE });
  }

  onDeleted(text: string): void {
    const hash = lineHash(text);
    if (hash !== undefined) this.#changed(hash, null);
  }

  /** The last commit is over. */
  end(): void {
    const commit = this.commits.at(-1);
    if (commit !== undefined) this.#matcher.commit(commit, this.#lines);
    this.#lines = [];
  }

  #changed(hash: string, added: ChangedLine['added']): void {
    const line = this.#accepted.lineOf(hash);
    if (line !== -1) this.#lines.push({ line, path: this.#path, added });
  }
}
