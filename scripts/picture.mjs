// Draws docs/images/waterfall.svg: what `codex-otel demo` writes to a terminal of 100 columns, as a picture of it.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const COLUMNS = 100;

// The page: sizes in pixels of a 14 pixel monospace font.
const FONT = 14;
const CELL = { width: 8.4, height: 20 };
const MARGIN = { left: 22, top: 60, bottom: 18 };
const BASELINE = 14.5;

const COLORS = {
  plain: '#e6edf3',
  bold: '#ffffff',
  dim: '#7d8590',
  red: '#ff7b72',
  green: '#3fb950',
  yellow: '#e3b341',
  blue: '#58a6ff',
  magenta: '#d2a8ff',
  cyan: '#39c5cf',
};
/** By the codes of ANSI escape sequences; any other code ends a style. */
const STYLES = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow', 34: 'blue', 35: 'magenta', 36: 'cyan' };

/**
 * Terminals draw the box characters themselves, so that they join; so does this picture. Each character is a list of
 * strokes in parts of its cell: x and y of the start, x and y of the end, and whether the stroke is heavy.
 */
const STROKES = {
  '─': [[0, 0.5, 1, 0.5]],
  '╴': [[0, 0.5, 0.5, 0.5]],
  '│': [[0.5, 0, 0.5, 1]],
  '├': [
    [0.5, 0, 0.5, 1],
    [0.5, 0.5, 1, 0.5],
  ],
  '└': [
    [0.5, 0, 0.5, 0.5],
    [0.5, 0.5, 1, 0.5],
  ],
  '━': [[0, 0.5, 1, 0.5, 'heavy']],
  '╍': [0.08, 0.58].map((x) => [x, 0.5, x + 0.34, 0.5, 'heavy']),
};

/** The picture of the demo's output, without the next steps at its end. */
export function pictureOf(output) {
  const lines = output.split('\n');
  const end = lines.findIndex((line) => line.includes('See it in Jaeger'));
  const shown = ['\u{1b}[32m$\u{1b}[0m codex-otel demo', '', ...lines.slice(0, end - 1)];
  const width = Math.round(COLUMNS * CELL.width + 2 * MARGIN.left);
  const height = MARGIN.top + shown.length * CELL.height + MARGIN.bottom;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    '<title id="title">codex-otel demo: a recorded Codex session as a waterfall, and its analytics events</title>',
    `<style>text{font:${FONT}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;white-space:pre;fill:${COLORS.plain}}path{fill:none;stroke-width:1.2}.heavy{stroke-width:6.5}.drawn{fill-opacity:0}.bold{font-weight:600}${classes()}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="#0d1117" stroke="#30363d"/>`,
    `<path d="M0.5 40.5H${width - 0.5}" stroke="#21262d"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (fill, i) => `<circle cx="${24 + i * 20}" cy="20.5" r="6" fill="${fill}"/>`,
    ),
    ...shown.flatMap((line, row) => runsOf(line).flatMap((run) => draw(run, row))),
    '</svg>',
    '',
  ].join('\n');
}

function classes() {
  return Object.entries(COLORS)
    .filter(([style]) => style !== 'plain')
    .map(([style, color]) => `text.${style}{fill:${color}}path.${style}{stroke:${color}}`)
    .join('');
}

/** The runs of one style, with the columns where they start; box characters and text apart, spaces left out. */
function runsOf(line) {
  const runs = [];
  let column = 0;
  // Each piece begins with the style that it is in.
  for (const styled of `0m${line}`.split('\u{1b}[')) {
    const [, code, text] = /^(\d+)m(.*)$/u.exec(styled);
    for (const [piece] of text.matchAll(/ +|[─-╿]+|(?:(?! {2}|[─-╿]).)+/gu)) {
      if (piece.trim() !== '') runs.push({ column, style: STYLES[code] ?? 'plain', text: piece });
      column += [...piece].length;
    }
  }
  return runs;
}

function draw({ column, style, text }, row) {
  const x = MARGIN.left + column * CELL.width;
  const y = MARGIN.top + row * CELL.height;
  const boxes = text[0] in STROKES;
  // With its length given, a run takes its columns in any font. Drawn characters stay as text to select and copy.
  const length = round([...text].length * CELL.width);
  const type = [boxes ? 'drawn' : '', style === 'plain' ? '' : style].filter(Boolean).join(' ');
  const element = `<text${type && ` class="${type}"`} x="${round(x)}" y="${round(y + BASELINE)}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
  return boxes ? [...paths(text, style, x, y), element] : [element];
}

function paths(text, style, x, y) {
  const light = [];
  const heavy = [];
  for (const [index, character] of [...text].entries()) {
    for (const [x1, y1, x2, y2, weight] of STROKES[character]) {
      const [left, right] = [x1, x2].map((part) => round(x + (index + part) * CELL.width));
      const [top, bottom] = [y1, y2].map((part) => round(y + part * CELL.height));
      (weight === 'heavy' ? heavy : light).push({ left, top, right, bottom });
    }
  }
  return [
    ...(light.length > 0 ? [`<path class="${style}" d="${joined(light)}"/>`] : []),
    ...(heavy.length > 0 ? [`<path class="heavy ${style}" d="${joined(heavy)}"/>`] : []),
  ];
}

/** Strokes that go on where the one before ended become one. */
function joined(strokes) {
  let path = '';
  let [endX, endY] = [NaN, NaN];
  for (const { left, top, right, bottom } of strokes) {
    if (left !== endX || top !== endY) path += `M${left} ${top}`;
    path += top === bottom ? `H${right}` : `V${bottom}`;
    [endX, endY] = [right, bottom];
  }
  return path.replaceAll(/(?:H[\d.]+)+(H[\d.]+)/g, '$1');
}

function round(value) {
  return Math.round(value * 100) / 100;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  const env = { ...process.env, FORCE_COLOR: '1', COLUMNS: String(COLUMNS) };
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/cli.js', 'demo'], { env });
  await mkdir('docs/images', { recursive: true });
  await writeFile(join('docs/images', 'waterfall.svg'), pictureOf(stdout));
}
