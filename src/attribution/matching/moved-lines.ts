import type { AttributedCommit, AttributedFile } from '../result.js';
import type { AcceptedLines, ChangedLine } from './accepted-lines.js';
import type { History } from './history.js';
import { Ledger } from './ledger.js';
import type { PathGroups } from './path-groups.js';

/** A file that has so many lines of another one, and so large a part of its own, is that file under a new name. */
const FEWEST_LINES_OF_FILE = 3;
const SMALLEST_PART_OF_FILE = 0.5;

interface MovedLinesDeps {
  readonly accepted: AcceptedLines;
  readonly history: History;
  /** Of the lines that were found in the files where turns added them. */
  readonly ledger: Ledger;
  readonly groups: PathGroups;
  readonly isInTime: (entry: number, commit: AttributedCommit) => boolean;
}

interface Left {
  readonly commit: AttributedCommit;
  readonly number: number;
  readonly lines: readonly ChangedLine[];
}

/**
 * Finds accepted lines in files where no turn added them: the file was renamed before it was committed, or a line moved from file
 * to file. It looks after all commits were read, because a line belongs to its own file first.
 */
export class MovedLines {
  readonly #deps: MovedLinesDeps;
  readonly #left: Left[] = [];
  readonly #ledger = new Ledger();
  /** The entries of lines that were found in another file, by line and path. */
  readonly #found = new Map<string, number[]>();
  #everywhere = 0;

  constructor(deps: MovedLinesDeps) {
    this.#deps = deps;
  }

  /** Takes the lines of a commit that were not found in their own files. */
  push(commit: AttributedCommit, number: number, lines: readonly ChangedLine[]): void {
    this.#left.push({ commit, number, lines });
  }

  /** Returns how many added lines are everywhere. */
  finish(): number {
    for (const left of this.#left) {
      const byFile = new Map<AttributedFile, ChangedLine[]>();
      for (const line of left.lines) {
        if (line.added === null) this.#delete(line, left);
        else listOf(byFile, line.added.file).push(line);
      }
      for (const [file, lines] of byFile) this.#file(file, lines, left);
    }
    return this.#everywhere;
  }

  #delete({ line, path }: ChangedLine, { number }: Left): void {
    const isBefore = this.#isBefore(number);
    for (const name of this.#deps.groups.pathsOf(path)) {
      const entry = this.#found.get(keyOf(line, name))?.find((each) => this.#ledger.taken(each, isBefore) > 0);
      if (entry !== undefined) return this.#ledger.giveBack(entry, number);
    }
  }

  #file(file: AttributedFile, lines: readonly ChangedLine[], left: Left): void {
    const source = this.#sourceOf(file, lines, left);
    const [first] = lines;
    if (source !== undefined && first !== undefined) this.#deps.groups.join(source, first.path);
    for (const changed of lines) {
      const entry = this.#entryIn(changed, left) ?? this.#entryAnywhere(changed, left);
      if (entry !== undefined && changed.added !== null) {
        const { accepted } = this.#deps;
        this.#ledger.take(entry, left.number);
        const found = listOf(this.#found, keyOf(changed.line, changed.path));
        if (!found.includes(entry)) found.push(entry);
        file.accept(changed.added.lineNumber, accepted.turnOf(entry));
      }
    }
  }

  /** The path under which turns wrote the file, if it was renamed since. */
  #sourceOf(file: AttributedFile, lines: readonly ChangedLine[], left: Left): number | undefined {
    const counts = new Map<number, number>();
    for (const { line } of lines) {
      const paths = new Set<number>();
      for (const { entry, path } of this.#deps.accepted.entriesAnywhere(line))
        if (this.#isFree(entry, left)) paths.add(path);
      for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
    }
    const [path, count] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [-1, 0]);
    const isFile = count >= FEWEST_LINES_OF_FILE && count >= SMALLEST_PART_OF_FILE * (file.added - file.unknown);
    return isFile ? path : undefined;
  }

  /** In the file that was renamed; in its own file the line was looked for before. */
  #entryIn({ line, path }: ChangedLine, left: Left): number | undefined {
    for (const name of this.#deps.groups.pathsOf(path))
      for (const entry of this.#deps.accepted.entriesIn(line, name)) if (this.#isFree(entry, left)) return entry;
    return undefined;
  }

  #entryAnywhere({ line, added }: ChangedLine, left: Left): number | undefined {
    if (added?.isLong !== true) return undefined;
    if (this.#deps.accepted.isEverywhere(line)) {
      this.#everywhere += 1;
      return undefined;
    }
    for (const { entry } of this.#deps.accepted.entriesAnywhere(line)) if (this.#isFree(entry, left)) return entry;
    return undefined;
  }

  /**
   * Whether a line of the entry is in no file of the commit's tree. Not if it came to its own file in another history, or
   * later: then this is another line like it.
   */
  #isFree(entry: number, { commit, number }: Left): boolean {
    const { accepted, ledger, isInTime } = this.#deps;
    const isBefore = this.#isBefore(number);
    if (!isInTime(entry, commit)) return false;
    if (ledger.has(entry) && !ledger.hasOneOf(entry, isBefore)) return false;
    return ledger.taken(entry, isBefore) + this.#ledger.taken(entry, isBefore) < accepted.countOf(entry);
  }

  /** Whether another commit is this one, or before it in its history. */
  #isBefore(number: number): (other: number) => boolean {
    return (other) => other <= number && this.#deps.history.descendsFrom(number, other);
  }
}

const keyOf = (line: number, path: number) => `${line}:${path}`;

/** The list under a key, which is made if there is none. */
function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
