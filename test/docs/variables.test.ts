import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesIn, Page, root, rowsOf, sorted } from './page.js';

/** The names of variables as sources have them: in strings, and in patterns that begin with `^OTEL_`. */
const filesUnder = (folder: string, extension: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
const variablesIn = (text: string) => text.match(/\bOTEL_[A-Z_]*[A-Z]\b/g) ?? [];

/** A variable of one signal is documented by the general one. */
const general = (name: string) => name.replace(/^(OTEL_EXPORTER_OTLP_)(TRACES|LOGS|METRICS)_/, '$1');

const code = filesUnder('src', '.ts');
const sdk = new Set(filesUnder('node_modules/@opentelemetry', '.js').flatMap(variablesIn));
const literals = code.flatMap((text) => [...text.matchAll(/'(OTEL_[A-Z_]*[A-Z])'/g)].map(([, name]) => name!));
const patterns = code.flatMap((text) =>
  [...text.matchAll(/\/(\^OTEL_[^/\n]+)\/[,.]/g)].map(([, pattern]) => new RegExp(pattern!)),
);
/** Every variable that the code reads or has a rule for. */
const used = sorted([...literals, ...[...sdk].filter((name) => patterns.some((pattern) => pattern.test(name)))]);

/** What a name in the documentation may stand for: `_ARG` continues the name before it, `*` is any part of a name. */
function meaningsOf(names: readonly string[]): RegExp[][] {
  let whole = '';
  return names.map((name) => {
    if (!name.startsWith('_')) {
      whole = name;
      return [asPattern(name)];
    }
    const parts = whole.split('_');
    return parts.map((_, index) => asPattern(parts.slice(0, index + 1).join('_') + name));
  });
}
const asPattern = (name: string) => new RegExp(`^${name.replaceAll('*', '[A-Z_]+')}$`);

const page = new Page('docs/exporting.md');
const table = rowsOf(page.section('Variables')).flatMap(([names = '']) => {
  const listed = namesIn(names);
  return meaningsOf(listed).map((meanings, index) => ({ name: listed[index]!, meanings }));
});
/** Those in the text around the table as well. */
const anywhere = [
  ...table,
  ...namesIn(page.section('Variables')).map((name) => ({ name, meanings: [asPattern(name)] })),
];

describe('docs/exporting.md', () => {
  it('documents every OTEL_ variable that the code of the command reads', () => {
    const isDocumented = (name: string) =>
      anywhere.some(({ meanings }) => meanings.some((meaning) => meaning.test(name) || meaning.test(general(name))));
    const elsewhere = (name: string) => /CAPTURE_MESSAGE_CONTENT$/.test(name);
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((name) => !isDocumented(name) && !elsewhere(name))).toEqual([]);
  });

  it('documents no variable that neither the code nor the SDK knows', () => {
    const known = [...used, ...sdk].flatMap((name) => [name, general(name)]);
    const isKnown = (meanings: readonly RegExp[]) =>
      meanings.some((meaning) => known.some((name) => meaning.test(name)));
    expect(table.length).toBeGreaterThan(10);
    expect(table.filter(({ meanings }) => !isKnown(meanings)).map(({ name }) => name)).toEqual([]);
  });
});
