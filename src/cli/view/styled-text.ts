import { styleText } from 'node:util';

/** One of the sixteen colours whose look the terminal's theme decides, or a weight. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';

/** A piece of a line in one style. */
export interface Segment {
  readonly text: string;
  readonly style: Style | undefined;
}

/** A line of text before it is painted, so that its width is known. */
export type Line = readonly Segment[];

/**
 * Text in a style. Names that came over the wire may be in it, so control and format characters are taken out: neither
 * escape sequences nor reordered text reach a terminal.
 */
export function styled(text: string, style?: Style): Segment {
  const printable = text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{fe00}-\u{fe0f}]/gu, '')
    .toWellFormed();
  return { text: printable, style };
}

/** Characters that may take two columns. Those that take less than assumed leave a gap, which wraps no line. */
const WIDE = /[\u{1100}-\u{115f}\u{2e80}-\u{10ffff}\p{Emoji_Presentation}]/gu;

/** The columns that a text takes at most. */
export function widthOf(text: string): number {
  return Array.from(text.replace(WIDE, '  ')).length;
}

export function lineWidth(line: Line): number {
  return line.reduce((width, { text }) => width + widthOf(text), 0);
}

/** The line in exactly `width` columns: filled up with spaces, or cut with an ellipsis. */
export function fit(line: Line, width: number): Line {
  const missing = width - lineWidth(line);
  if (missing >= 0) return [...line, styled(' '.repeat(missing))];
  const kept: Segment[] = [];
  let left = width - 1;
  for (const { text, style } of line) {
    const head = headOf(text, left);
    kept.push({ text: head, style });
    left -= widthOf(head);
    if (head !== text) break;
  }
  // A wide character that did not fit may leave a column over.
  return [...kept, styled(`…${' '.repeat(left)}`, 'dim')];
}

/** As many whole characters from the start of a text as fit. */
function headOf(text: string, width: number): string {
  let head = '';
  let left = width;
  for (const character of text) {
    left -= widthOf(character);
    if (left < 0) break;
    head += character;
  }
  return head;
}

/** The parts with dots between them; a part that does not fit begins a new line. */
export function joinParts(parts: readonly (string | null)[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (part === null || part === '') continue;
    const longer = line === '' ? part : `${line} · ${part}`;
    if (widthOf(longer) <= columns) line = longer;
    else {
      lines.push(line);
      line = part;
    }
  }
  return [...lines, line];
}

/** The line for a terminal, without spaces at its end. */
export function paint(line: Line, color: boolean): string {
  return line
    .map(({ text, style }) =>
      // Whether to use colour is decided already; newer releases of Node would ask process.stdout once more.
      color && style && text.trim() !== '' ? styleText(style, text, { validateStream: false }) : text,
    )
    .join('')
    .trimEnd();
}
