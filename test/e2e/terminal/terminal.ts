import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import xterm from '@xterm/headless';
import { eventually, Running, type Options } from '../processes.js';

/** Whether this machine has `script` of util-linux, which makes terminals. */
export const hasTerminals = process.platform === 'linux' && existsSync('/usr/bin/script');

/** What a program asks its terminal beside what the emulator answers: the colours of text and ground. */
const ANSWERS: readonly (readonly [question: string, answer: string])[] = [
  ['\x1b]10;?', '\x1b]10;rgb:ffff/ffff/ffff\x1b\\'],
  ['\x1b]11;?', '\x1b]11;rgb:0000/0000/0000\x1b\\'],
];

const ROWS = 36;
const COLUMNS = 110;

/** A command line in a terminal of 110 columns and 36 rows. */
export class Terminal {
  readonly process: Running;
  /** Everything written since a text was found last. */
  #seen = '';
  #device: string | undefined;
  readonly #screen = new xterm.Terminal({ rows: ROWS, cols: COLUMNS, scrollback: 1000, allowProposedApi: true });

  constructor(name: string, command: readonly string[], options: Options) {
    const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const script = `tty; stty rows ${ROWS} cols ${COLUMNS}; ${quoted}; echo "exit status $?"`;
    const env = { TERM: 'xterm-256color', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...options.env };
    this.process = new Running(name, ['script', '-qfc', script, '/dev/null'], { ...options, env });
    this.process.onOutput((text) => this.#read(text));
    this.#screen.onData((answer) => this.process.write(answer));
  }

  /**
   * Waits until a text was written to the screen, without its spaces: a program writes only the cells that change.
   * Everything before it counts as read then.
   */
  async sees(text: string): Promise<void> {
    const wanted = text.replaceAll(' ', '');
    const find = () => {
      const written = stripVTControlCharacters(this.#seen).replace(/\s+/g, '');
      return Promise.resolve(written.includes(wanted) || undefined);
    };
    await eventually(`"${text}" on the screen`, find, { process: this.process });
    this.#seen = '';
  }

  /** The lines of the screen and of everything that was scrolled out of it, less those without text. */
  async lines(): Promise<string[]> {
    await new Promise<void>((resolve) => this.#screen.write('', resolve));
    const { active } = this.#screen.buffer;
    const lines = Array.from({ length: active.length }, (_, at) => active.getLine(at)?.translateToString(true) ?? '');
    return lines.filter((line) => line.trim() !== '');
  }

  types(text: string): void {
    this.process.write(text);
  }

  /**
   * Types a line as a person does, who looks at it before the return: a terminal interface takes fast text for a paste, and a
   * return in it for a new line.
   */
  async enters(line: string): Promise<void> {
    const before = await this.#count(line);
    for (const key of line) {
      this.types(key);
      await sleep(50);
    }
    const isThere = async () => (await this.#count(line)) > before || undefined;
    await eventually(`"${line}" as it was typed`, isThere, { process: this.process });
    await sleep(500);
    this.types('\r');
  }

  /** The window gets another size, as if somebody drew its edge. */
  resizes(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    execFileSync('stty', ['-F', this.#device ?? '', 'rows', String(rows), 'cols', String(columns)]);
  }

  /** How often a text is on the screen. */
  async #count(text: string): Promise<number> {
    return (await this.lines()).join('').replace(/\s/g, '').split(text.replaceAll(' ', '')).length - 1;
  }

  #read(text: string): void {
    this.#seen += text;
    this.#device ??= /\/dev\/pts\/\d+/.exec(this.#seen)?.[0];
    this.#screen.write(text);
    for (const [question, answer] of ANSWERS) if (text.includes(question)) this.process.write(answer);
  }
}
