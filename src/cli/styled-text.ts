export type Style = 'plain' | 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';

/** A piece of text in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** A line of text, of runs. Its width is counted before any colour is in it. */
export type StyledText = readonly Run[];

/** Only the sixteen colours that every terminal has, so that its theme decides how they look. */
const SGR: Record<Exclude<Style, 'plain'>, number> = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  magenta: 35,
  cyan: 36,
};

/** A run; names that came over the wire may be in it, so whatever could move the cursor is taken out. */
export function run(text: string, style: Style = 'plain'): Run {
  return { text: printable(text), style };
}

/** Control and format characters become nothing: neither escape sequences nor reordered text reach a terminal. */
function printable(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{fe00}-\u{fe0f}]/gu, '')
    .toWellFormed();
}

const WIDE =
  /[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{a4cf}\u{a960}-\u{a97f}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{16fe0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}]/u;

/** The columns that a text takes: two for East Asian wide characters and emoji, none for combining marks. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (character <= '\u{7f}') return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

export function styledWidth(runs: StyledText): number {
  return runs.reduce((width, { text }) => width + widthOf(text), 0);
}

/** The runs in exactly `width` columns: cut at an ellipsis where they are too wide, filled with spaces after them. */
export function fit(runs: StyledText, width: number): StyledText {
  const missing = width - styledWidth(runs);
  if (missing >= 0) return [...runs, { text: ' '.repeat(missing), style: 'plain' }];
  return cut(runs, width);
}

function cut(runs: StyledText, width: number): StyledText {
  const kept: Run[] = [];
  let left = width - 1;
  for (const { text, style } of runs) {
    const head = headOf(text, left);
    kept.push({ text: head, style });
    left -= widthOf(head);
    if (head !== text) break;
  }
  // A wide character that did not fit leaves a column over.
  return [...kept, { text: `…${' '.repeat(left)}`, style: 'dim' }];
}

function headOf(text: string, width: number): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The line for a terminal, without spaces at its end. */
export function toLine(runs: StyledText, color: boolean): string {
  const line = runs.map((run) => (color ? painted(run) : run.text)).join('');
  return line.trimEnd();
}

function painted({ text, style }: Run): string {
  return style === 'plain' || text.trim() === '' ? text : `\u{1b}[${SGR[style]}m${text}\u{1b}[0m`;
}
