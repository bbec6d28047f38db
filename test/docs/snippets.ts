import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './page.js';

/** A block of code in the documentation. */
export interface Snippet {
  /** `README.md:12`: the page, and the line of its first line. */
  readonly at: string;
  /** The first word after the fence: `js`, `sh` … */
  readonly language: string;
  /** The word after it: the SDK that the code is for, or nothing if it is for both. */
  readonly only: string;
  readonly code: string;
}

/** The pages that the package has, and those of the repository for people who use it. */
export const PAGES: readonly string[] = [
  'README.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Every fenced block of a page. */
export function snippetsOf(page: string): Snippet[] {
  const lines = readFileSync(join(root, page), 'utf8').split('\n');
  const snippets: Snippet[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const [, language, only = ''] = /^```(\w+)(?: (\w+))?$/.exec(lines[line]!) ?? [];
    if (language === undefined) continue;
    const length = lines.slice(line + 1).indexOf('```');
    if (length === -1) throw new Error(`${page}:${line + 1}: the block has no end`);
    const code = lines.slice(line + 1, line + 1 + length).join('\n');
    snippets.push({ at: `${page}:${line + 2}`, language, only, code: `${code}\n` });
    line += length + 1;
  }
  return snippets;
}
