import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A page of the documentation, as its readers see it: sections, lists and tables. */
export class Page {
  readonly #text: string;

  constructor(file: string) {
    this.#text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  }

  /** The text under a heading, up to the next heading of its level or above. Throws if there is no such heading. */
  section(title: string): string {
    const lines = this.#text.split('\n');
    const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
    if (start === -1) throw new Error(`no section "${title}"`);
    const level = levelOf(lines[start]!);
    const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line) && levelOf(line) <= level);
    return lines.slice(start + 1, length === -1 ? undefined : start + 1 + length).join('\n');
  }

  /** The names in code style in the first column of the tables in a section, in their order. */
  firstColumn(title: string): string[] {
    return rowsOf(this.section(title)).flatMap(([first = '']) => namesIn(first));
  }

  /** The names in code style after the bold lead of each list item in a section: "- **lead**: `name`, `name`". */
  listed(title: string): string[] {
    const items = this.section(title).split(/^- /m).slice(1);
    return items.flatMap((item) => {
      const list = /^\*\*[^*]+\*\*:\s([\s\S]*?)(?:\n\n|$)/.exec(item)?.[1];
      return list === undefined ? [] : namesIn(list);
    });
  }
}

/** The cells of the tables in a text, without heads. */
export function rowsOf(text: string): string[][] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const isHead = lines[index + 1]?.startsWith('| -') ?? false;
    if (!line.startsWith('|') || line.startsWith('| -') || isHead) return [];
    return [
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    ];
  });
}

/** What stands in code style. */
export const namesIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

/** What is there more than once: a list with it twice says one thing in two places. */
export const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

/** Sorted, for a comparison that shows what is missing on either side. */
export const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

const levelOf = (heading: string) => /^#+/.exec(heading)![0].length;
