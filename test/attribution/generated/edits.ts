import type { Line, Lines, Origin } from './tree.js';
import { isAgents } from './tree.js';
import type { Random } from './random.js';

/** Lines that stand in many places of many files. */
const COMMON = ['}', '', 'return null;', '} else {', 'break;', '});', 'return false;', 'if (error) throw error;', '*/'];
const SHARE_OF_COMMON = 0.2;

/** Writes code: lines that are like no other, and between them lines that stand everywhere. */
export class Writer {
  readonly #random: Random;
  #written = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  text(): string {
    const indentation = '  '.repeat(this.#random.between(0, 3));
    if (this.#random.chance(SHARE_OF_COMMON)) return indentation + this.#random.of(COMMON);
    this.#written += 1;
    const name = `${this.#random.of(['load', 'user', 'total', 'parse', 'index'])}${this.#written}`;
    return (
      indentation +
      this.#random.of([
        `const ${name} = read('${name}', ${this.#written});`,
        `export function ${name}(value: string): void {`,
        `// ${name} is kept because of the caller.`,
        `${name}();`,
        `if (${name} > ${this.#written}) return '${name}';`,
      ])
    );
  }

  block(): string[] {
    return Array.from({ length: this.#random.between(1, 12) }, () => this.text());
  }
}

export type Write = (text: string) => Line;

/** Adds blocks to a file, deletes some and changes some. */
export function edited(lines: Lines, random: Random, writer: Writer, write: Write): Line[] {
  const result = [...lines];
  for (let edits = random.between(1, 4); edits > 0; edits -= 1) {
    const at = random.between(0, result.length);
    const deleted = random.chance(0.4) ? Math.min(random.between(1, 4), result.length - at) : 0;
    const added = random.chance(0.85) || deleted === 0 ? writer.block() : [];
    result.splice(at, deleted, ...added.map(write));
  }
  return result;
}

/** A person changes the text of some lines, also of the agent's. */
export function reworded(lines: Lines, random: Random): Line[] {
  return lines.map((line) =>
    line.text.trim().length > 5 && random.chance(0.1)
      ? { ...line, text: `${line.text} // see ${random.between(1, 1e6)}`, origin: changedOrigin(line) }
      : line,
  );
}

/** A formatter that indents, or lines its columns up: a line keeps its words. */
export function indented(lines: Lines, random: Random): Line[] {
  const indent = random.of(['  ', '\t', '    ']);
  return lines.map((line) => ({ ...line, text: line.text.trim() === '' ? '' : indent + line.text }));
}

/** A formatter that changes quotes, semicolons or breaks: a line of other characters is another line. */
export function reformatted(lines: Lines): Line[] {
  return lines.flatMap((line) => {
    const origin = changedOrigin(line);
    if (line.text.includes("'")) return [{ ...line, text: line.text.replaceAll("'", '"'), origin }];
    const at = line.text.indexOf('(value: ');
    if (at === -1) return [line];
    return [line.text.slice(0, at + 1), `  ${line.text.slice(at + 1)}`].map((text) => ({ ...line, text, origin }));
  });
}

const changedOrigin = (line: Line): Origin => (isAgents(line) ? 'agent, text changed' : line.origin);

/** Some lines in a row: they may move, or be copied. */
export function taken(lines: Lines, random: Random): [from: number, block: Line[]] {
  const from = random.between(0, Math.max(0, lines.length - 1));
  return [from, lines.slice(from, from + random.between(1, 8))];
}
