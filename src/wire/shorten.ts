/** Characters of the longest name or id that is kept. Codex's ids have 36, names of tools for a model at most 64. */
export const MAX_NAME = 256;

/** Characters of the longest label that a client or a configuration fills as it likes. */
export const MAX_LABEL = 128;

/** Characters of the longest path that is kept for comparisons: the limit of Linux. */
export const MAX_PATH = 4_096;

/** Elements of the longest list that the state keeps. */
const MAX_ELEMENTS = 1_000;

let shortened = 0;

/**
 * The text, cut after `max` characters, and with U+FFFD for each half of a character: a lone surrogate has no UTF-8. It is a
 * copy then, because a part of a string keeps the whole string in memory.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max && text.isWellFormed()) return text;
  shortened += 1;
  return Buffer.from(text.slice(0, max), 'utf8').toString('utf8');
}

/** The first {@link MAX_ELEMENTS} elements. */
export function shortenList<T>(list: T[]): T[] {
  if (list.length <= MAX_ELEMENTS) return list;
  shortened += 1;
  return list.slice(0, MAX_ELEMENTS);
}

/** How many values were shortened since the last call. Reading is synchronous, so they are the caller's own. */
export function takeShortened(): number {
  const count = shortened;
  shortened = 0;
  return count;
}
