import { beforeAll, describe, expect, it } from 'vitest';
import { ATTR } from '../../src/spans/conventions.js';
import { observe, type Observed } from './observed.js';
import { Page, repeated, sorted } from './page.js';

const page = new Page('docs/spans.md');

/** The sections of the attribute reference that describe a type of span. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  thread_initialization: ['Initialisation'],
  thread: ['Thread'],
  turn: ['Turn'],
  item: ['Tool item', 'Compaction'],
  review: ['Review'],
  user_input: ['User input'],
  steer: ['Steer, hook and goal'],
  thread_archive: [],
  hook: ['Steer, hook and goal'],
  goal: ['Steer, hook and goal'],
};
const ALL = ['Every span', 'With content capture', ...new Set(Object.values(SECTIONS).flat())];

let observed: Observed;
beforeAll(async () => {
  observed = await observe();
});

const typeOf = ({ attributes }: Observed['spans'][number]) => String(attributes[ATTR.spanType]);

describe('docs/spans.md', () => {
  it('describes every attribute of the code and no other', () => {
    expect(sorted(ALL.flatMap((section) => page.firstColumn(section)))).toEqual(sorted(Object.values(ATTR)));
  });

  it('describes each attribute once for each type of span', () => {
    for (const section of ALL) expect(repeated(page.firstColumn(section)), section).toEqual([]);
  });

  it('describes every type of span that recorded sessions have and no other', () => {
    const documented = page.firstColumn('The tree');
    expect(sorted(documented)).toEqual(sorted(observed.spans.map(typeOf)));
    expect(sorted(documented)).toEqual(sorted(Object.keys(SECTIONS)));
  });

  it('describes every attribute that recorded sessions have under its type of span', () => {
    const undocumented = observed.spans.flatMap((span) => {
      const sections = ['Every span', ...(SECTIONS[typeOf(span)] ?? [])];
      const known = new Set(sections.flatMap((section) => page.firstColumn(section)));
      return Object.keys(span.attributes).flatMap((name) => (known.has(name) ? [] : [`${typeOf(span)}: ${name}`]));
    });
    expect(sorted(undocumented)).toEqual([]);
  });

  it('names every span as recorded sessions do', () => {
    const table = page.section('The tree');
    const names = table.slice(table.indexOf('| `thread_init'));
    const undocumented = observed.spans.filter(({ name }) => !isIn(names, name));
    expect(sorted(undocumented.map(({ name }) => name))).toEqual([]);
  });
});

/** Whether a name stands in the table: whole, with its variable part in braces, or with its first words as dots. */
function isIn(table: string, name: string): boolean {
  const last = name.split(' ').at(-1) ?? '';
  const isPattern = [...table.matchAll(/`([^`]*)\{\w+\}`/g)].some(([, start]) => name.startsWith(start!));
  return isPattern || table.includes(`\`${name}\``) || table.includes(`\`… ${last}\``);
}
