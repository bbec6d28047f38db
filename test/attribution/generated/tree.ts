import { diffArrays } from 'diff';

/** Where a line comes from, and what became of it. */
export type Origin =
  /** A turn added it. */
  | 'agent'
  /** A turn added it, and a person moved it to another file. */
  | 'agent, moved to another file'
  /** A turn added it, and a formatter or a person changed its text. */
  | 'agent, text changed'
  | 'person'
  /** A person copied it from a turn's line. */
  | 'person, copied from the agent';

/** A line of a file. Two lines of the same text are two objects. */
export interface Line {
  readonly text: string;
  readonly origin: Origin;
  /** The turn that added it. */
  readonly turnId: string | null;
}

export type Lines = readonly Line[];
/** The files of a commit, or of the folder, by path. */
export type Tree = ReadonlyMap<string, Lines>;

export const isAgents = ({ origin }: Pick<Line, 'origin'>): boolean => origin.startsWith('agent');

export const textOf = (lines: Lines): string => lines.map(({ text }) => `${text}\n`).join('');
export const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

/** A part of a file that was changed: lines at a place are replaced. */
export interface Change {
  /** From 0, in the file before. */
  readonly from: number;
  readonly deleted: Lines;
  readonly added: Lines;
}

/** The changes from one list of lines to another; a line is itself, whatever its text. */
export function changesBetween(before: Lines, after: Lines): Change[] {
  const changes: Change[] = [];
  let from = 0;
  let [deleted, added]: [Lines, Lines] = [[], []];
  const close = () => {
    if (deleted.length + added.length > 0) changes.push({ from: from - deleted.length, deleted, added });
    [deleted, added] = [[], []];
  };
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) {
      deleted = part.value;
      from += part.value.length;
    } else if (part.added) added = part.value;
    else {
      close();
      from += part.value.length;
    }
  }
  close();
  return changes;
}

/** A file with some changes alone. */
export function withChanges(before: Lines, changes: readonly Change[]): Line[] {
  const result: Line[] = [];
  let at = 0;
  for (const { from, deleted, added } of changes) {
    result.push(...before.slice(at, from), ...added);
    at = from + deleted.length;
  }
  return [...result, ...before.slice(at)];
}

/**
 * The lines of a text that git made of trees that are known: those of the same file first, in their order, then any line of the
 * same text.
 */
export function recognized(path: string, texts: readonly string[], trees: readonly Tree[]): Line[] {
  const found = new Array<Line | undefined>(texts.length);
  for (const tree of trees) {
    const missing = [...found.keys()].filter((index) => found[index] === undefined);
    const aligned = align(
      tree.get(path) ?? [],
      missing.map((index) => texts[index] as string),
    );
    missing.forEach((index, place) => (found[index] = aligned[place]));
  }
  return texts.map((text, index) => {
    const line = found[index] ?? anywhere(text, trees);
    if (line === undefined) throw new Error(`Nobody wrote ${JSON.stringify(text)} in ${path}.`);
    return line;
  });
}

function align(known: Lines, texts: readonly string[]): (Line | undefined)[] {
  const parts = diffArrays<string>(
    known.map(({ text }) => text),
    [...texts],
  );
  const aligned: (Line | undefined)[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    if (added) aligned.push(...value.map(() => undefined));
    else {
      if (!removed) aligned.push(...known.slice(at, at + value.length));
      at += value.length;
    }
  }
  return aligned;
}

function anywhere(text: string, trees: readonly Tree[]): Line | undefined {
  for (const tree of trees)
    for (const lines of tree.values()) {
      const found = lines.find((line) => line.text === text);
      if (found !== undefined) return found;
    }
  return undefined;
}
