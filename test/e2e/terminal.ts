import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { eventually, Running, type Options } from './processes.js';

/** Whether this machine has `script` of util-linux, which makes terminals. */
export const hasTerminals = process.platform === 'linux' && existsSync('/usr/bin/script');

/** What a program asks its terminal, and what a terminal answers: the cursor's place, the kind of terminal, its colours. */
const ANSWERS: readonly (readonly [question: string, answer: string])[] = [
  ['\x1b[6n', '\x1b[1;1R'],
  ['\x1b[c', '\x1b[?1;2c'],
  ['\x1b]10;?', '\x1b]10;rgb:ffff/ffff/ffff\x1b\\'],
  ['\x1b]11;?', '\x1b]11;rgb:0000/0000/0000\x1b\\'],
];

/** A command line in a terminal of 110 columns and 36 rows. */
export class Terminal {
  readonly process: Running;
  #seen = '';

  constructor(name: string, command: readonly string[], options: Options) {
    const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const script = `stty rows 36 cols 110; ${quoted}; echo "exit status $?"`;
    const env = { TERM: 'xterm-256color', LANG: 'C.UTF-8', SHELL: '/bin/sh', ...options.env };
    this.process = new Running(name, ['script', '-qfc', script, '/dev/null'], { ...options, env });
    this.process.onOutput((text) => this.#read(text));
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

  types(text: string): void {
    this.process.write(text);
  }

  /** Types a line as a person does: a terminal interface takes fast text for a paste, and a return in it for a new line. */
  async enters(line: string): Promise<void> {
    for (const key of line) {
      this.types(key);
      await sleep(50);
    }
    await sleep(500);
    this.types('\r');
  }

  #read(text: string): void {
    this.#seen += text;
    for (const [question, answer] of ANSWERS) if (text.includes(question)) this.process.write(answer);
  }
}
