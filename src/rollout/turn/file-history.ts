import { diffArrays, parsePatch } from 'diff';

/** Lines of a file, in their order: original ones that nobody touched, by number, or ones that the turn wrote. */
type Piece =
  /** The last original piece of a file that was never seen whole has no end. */
  | { readonly kind: 'original'; readonly from: number; readonly length: number }
  | { readonly kind: 'written'; readonly lines: readonly string[] };

/** A stretch of a file that is not as it was. */
export interface Change {
  /** How many lines of the original stand before it. */
  readonly from: number;
  readonly deleted: readonly string[];
  readonly added: readonly string[];
}

/** Stands behind the text of a last line that has no newline. */
export const NO_NEWLINE = '\n';

/** Edits beyond which a comparison of lines is given up: it takes the square of their number. */
const MAX_EDITS = 1_500;

/**
 * The changes of a turn to one file. Only those lines of the original are known that the turn's patches touch. They are
 * enough to find the difference between the first and the last state, also where patches undo each other.
 */
export class FileHistory {
  /** The text of the original lines that are gone, by number. */
  readonly #gone = new Map<number, string>();
  #pieces: Piece[];

  private constructor(pieces: Piece[]) {
    this.#pieces = pieces;
  }

  static ofNewFile(): FileHistory {
    return new FileHistory([]);
  }

  static ofExistingFile(): FileHistory {
    return new FileHistory([{ kind: 'original', from: 0, length: Infinity }]);
  }

  /** The file is made anew. */
  write(content: string): void {
    this.#pieces = [{ kind: 'written', lines: linesOf(content) }];
  }

  /** The file is deleted; it held `content`. */
  delete(content: string): void {
    this.#replace(0, linesOf(content), []);
    this.#pieces = [];
  }

  /** Applies a unified diff of the file as it is now. Throws where the text is none. */
  patch(unified: string): void {
    for (const { newStart, lines } of parsePatch(unified).flatMap(({ hunks }) => hunks)) {
      // A hunk names its place in the file in which the hunks before it are in.
      let at = newStart - 1;
      let deleted: string[] = [];
      let added: string[] = [];
      let last: string[] | undefined;
      const replace = () => {
        this.#replace(at, deleted, added);
        at += added.length;
        deleted = [];
        added = [];
      };
      for (const line of lines) {
        const mark = line[0];
        if (mark === '-' || mark === '+') {
          last = mark === '-' ? deleted : added;
          last.push(line.slice(1));
        } else if (mark !== '\\') {
          replace();
          last = undefined;
          at += 1;
        } else if (last !== undefined) last.push(`${last.pop() ?? ''}${NO_NEWLINE}`);
      }
      replace();
    }
  }

  /** The difference between the first and the last state; undefined where the comparison would take too long. */
  changes(): Change[] | undefined {
    const gone = [...this.#gone].sort(([a], [b]) => a - b);
    const changes: Change[] = [];
    let next = 0;
    let from = 0;
    let added: string[] = [];
    const end: Piece = { kind: 'original', from: Infinity, length: 0 };
    for (const piece of [...this.#pieces, end]) {
      if (piece.kind === 'written') {
        added.push(...piece.lines);
        continue;
      }
      const deleted: string[] = [];
      for (let line = gone[next]; line !== undefined && line[0] < piece.from; line = gone[next]) {
        deleted.push(line[1]);
        next += 1;
      }
      const compared = compare({ from, deleted, added });
      if (compared === undefined) return undefined;
      changes.push(...compared);
      from = piece.from + piece.length;
      added = [];
    }
    return changes;
  }

  #replace(at: number, deleted: readonly string[], added: readonly string[]): void {
    if (deleted.length === 0 && added.length === 0) return;
    const before: Piece[] = [];
    const after: Piece[] = [];
    let position = 0;
    for (const piece of this.#pieces) {
      const length = piece.kind === 'original' ? piece.length : piece.lines.length;
      const within = (line: number) => Math.min(Math.max(line - position, 0), length);
      const [start, end] = [within(at), within(at + deleted.length)];
      if (start > 0) before.push(part(piece, 0, start));
      if (piece.kind === 'original')
        for (let line = start; line < end; line++)
          this.#gone.set(piece.from + line, deleted[position + line - at] ?? '');
      if (end < length) after.push(part(piece, end, length));
      position += length;
    }
    const written: Piece[] = added.length > 0 ? [{ kind: 'written', lines: added }] : [];
    this.#pieces = [...before, ...written, ...after];
  }
}

function part(piece: Piece, start: number, end: number): Piece {
  return piece.kind === 'original'
    ? { kind: 'original', from: piece.from + start, length: end - start }
    : { kind: 'written', lines: piece.lines.slice(start, end) };
}

/** The change without the lines that are on both of its sides, in their order. */
function compare({ from, deleted, added }: Change): Change[] | undefined {
  if (deleted.length === 0 && added.length === 0) return [];
  const [before, now] = [new Set(deleted), new Set(added)];
  // Lines of one side alone are certain; without them a rewritten file costs nothing to compare.
  const common = diffArrays(
    deleted.filter((line) => now.has(line)),
    added.filter((line) => before.has(line)),
    { maxEditLength: MAX_EDITS },
  );
  if (common === undefined) return undefined;
  const kept = common.flatMap(({ value, added: isAdded, removed }) => (isAdded || removed ? [] : value));
  const changes: Change[] = [];
  let [oldLine, newLine] = [0, 0];
  for (const line of [...kept, undefined]) {
    const [oldEnd, newEnd] =
      line === undefined
        ? [deleted.length, added.length]
        : [deleted.indexOf(line, oldLine), added.indexOf(line, newLine)];
    if (oldEnd > oldLine || newEnd > newLine)
      changes.push({
        from: from + oldLine,
        deleted: deleted.slice(oldLine, oldEnd),
        added: added.slice(newLine, newEnd),
      });
    [oldLine, newLine] = [oldEnd + 1, newEnd + 1];
  }
  return changes;
}

/** The lines of a file; a last one without a newline bears {@link NO_NEWLINE}. */
function linesOf(content: string): string[] {
  if (content === '') return [];
  const lines = content.split('\n');
  const last = lines.pop() ?? '';
  if (last !== '') lines.push(`${last}${NO_NEWLINE}`);
  return lines;
}
