/** `@@ -start,length +start,length @@`; a length that is left out is one. A merge's hunk has one more `@` for each parent. */
const HUNK = /^(@@+) ((?:-\d+(?:,\d+)? )+)\+(\d+)(?:,(\d+))? \1/;
const OLD_RANGE = /-\d+(?:,(\d+))?/g;
/** No header of a hunk is longer. The rest of the line is text of the file. */
const MAX_HEADER = 1_000;

const [PLUS, MINUS, BACKSLASH] = [0x2b, 0x2d, 0x5c];

/** The side of a change that a line of a unified diff stands on; undefined for context, headers and everything else. */
export type ChangedLine = 'added' | 'deleted' | undefined;

/**
 * Reads a unified diff line by line, by the lengths that its hunk headers announce. The first characters of a line alone
 * decide nothing: an added line may itself begin with `++ `, `-- `, `@@ ` or `diff --git`.
 */
export class UnifiedDiff {
  /** The file after the change, without the prefix `b/`; null outside of files, and where the file is deleted. */
  path: string | null = null;
  /** The file before the change; null outside of files, and where the file is new. */
  pathBefore: string | null = null;
  /** The number of the last line that is in the file after the change, from 1. */
  lineNumber = 0;
  /** Characters before the text of a line within a hunk: one for each parent. */
  columns = 1;

  readonly #readsMerges: boolean;
  /** Lines that the hunk still has: of the old file, or of all parents together, and of the new file. */
  #oldLeft = 0;
  #newLeft = 0;

  /** @param readsMerges whether hunks of a merge's combined diff are read, too. A line counts if no parent has it. */
  constructor({ readsMerges = false } = {}) {
    this.#readsMerges = readsMerges;
  }

  /** Whether the next line is in a hunk. */
  get isInHunk(): boolean {
    return this.#newLeft > 0 || this.#oldLeft > 0;
  }

  /** Takes the next line, without its line feed: all of a text, or the part from `start` to `end`. */
  read(text: string, start = 0, end = text.length): ChangedLine {
    if (this.isInHunk && this.columns === 1) return this.#inHunk(text.charCodeAt(start));
    const line = text.slice(start, end);
    if (this.isInHunk) return this.#inMerge(line);
    if (line.startsWith('@@')) this.#enter(line);
    else if (line.startsWith('+++ ')) this.path = withoutPrefix(nameIn(line.slice(4)));
    else if (line.startsWith('--- ')) this.pathBefore = withoutPrefix(nameIn(line.slice(4)));
    else if (line.startsWith('rename from ')) this.pathBefore = nameIn(line.slice(12));
    else if (line.startsWith('rename to ')) this.path = nameIn(line.slice(10));
    else if (line.startsWith('diff --')) {
      this.path = null;
      this.pathBefore = null;
    }
    return undefined;
  }

  #enter(line: string): void {
    const [, marks = '', old = '', start, length] = HUNK.exec(line.slice(0, MAX_HEADER)) ?? [];
    const ranges = [...old.matchAll(OLD_RANGE)];
    const isHunk = start !== undefined && ranges.length === marks.length - 1;
    if (!isHunk || (ranges.length > 1 && !this.#readsMerges)) return;
    this.columns = ranges.length;
    this.#oldLeft = ranges.reduce((sum, [, count]) => sum + Number(count ?? 1), 0);
    this.#newLeft = Number(length ?? 1);
    this.lineNumber = Number(start) - 1;
  }

  #inHunk(mark: number): ChangedLine {
    switch (mark) {
      case PLUS:
        this.#newLeft -= 1;
        this.lineNumber += 1;
        return 'added';
      case MINUS:
        this.#oldLeft -= 1;
        return 'deleted';
      case BACKSLASH: // "\ No newline at end of file" belongs to no side
        return undefined;
      default:
        this.#oldLeft -= 1;
        this.#newLeft -= 1;
        this.lineNumber += 1;
        return undefined;
    }
  }

  /** Each column is a parent: `+` where it lacks the line, `-` where the merge has dropped its line. */
  #inMerge(line: string): ChangedLine {
    if (line.startsWith('\\')) return undefined;
    const marks = line.slice(0, this.columns).padEnd(this.columns);
    const isDeleted = marks.includes('-');
    for (const mark of marks) if (isDeleted ? mark === '-' : mark !== '+') this.#oldLeft -= 1;
    if (!isDeleted) {
      this.#newLeft -= 1;
      this.lineNumber += 1;
    }
    if (marks === '+'.repeat(this.columns)) return 'added';
    return marks === '-'.repeat(this.columns) ? 'deleted' : undefined;
  }
}

/** The name in a header. Git quotes one that has quotes, backslashes or control characters in it. */
function nameIn(written: string): string {
  const name = written.trim();
  return name.startsWith('"') && name.endsWith('"') ? unquoted(name.slice(1, -1)) : name;
}

/** The path behind `b/`; null for `/dev/null`. */
function withoutPrefix(name: string): string | null {
  if (name === '/dev/null' || name === '') return null;
  return name.startsWith('b/') || name.startsWith('a/') ? name.slice(2) : name;
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** A name quoted as C quotes it: `\t`, `\"`, and bytes of UTF-8 as `\303\244`. */
function unquoted(quoted: string): string {
  if (!quoted.includes('\\')) return quoted;
  const parts = quoted.match(/\\[0-7]{3}|\\.|[^\\]+/gs) ?? [];
  const bytes = parts.map((part) => {
    if (!part.startsWith('\\')) return Buffer.from(part);
    const code = part.slice(1);
    return code.length === 3 ? Buffer.of(parseInt(code, 8)) : Buffer.of(ESCAPES[code] ?? code.charCodeAt(0));
  });
  return Buffer.concat(bytes).toString('utf8');
}
