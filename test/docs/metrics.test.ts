import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { instruments, observe } from './observed.js';
import { namesIn, Page, root, rowsOf, sorted } from './page.js';

/** What a name may stand for: `.skipped` continues any beginning of the name before it. */
function meaningsOf(names: readonly string[]): string[][] {
  let whole = '';
  return names.map((name) => {
    if (!name.startsWith('.')) {
      whole = name;
      return [name];
    }
    const parts = whole.split('.');
    return parts.map((_, index) => parts.slice(0, index + 1).join('.') + name);
  });
}

const rows = rowsOf(new Page('docs/instrumentation.md').section('Metrics'));
const named = rows.flatMap(([names = '']) => meaningsOf(namesIn(names)));
const explained = rows.flatMap((cells) => cells.slice(1).flatMap((cell) => meaningsOf(namesIn(cell))));

let metricAttributes: ReadonlySet<string>;
beforeAll(async () => {
  ({ metricAttributes } = await observe());
});

describe('the metrics in docs/instrumentation.md', () => {
  it('are every instrument that an instrumentation makes', () => {
    const documented = new Set(named.flat());
    expect(sorted(instruments().filter((name) => !documented.has(name)))).toEqual([]);
  });

  it('are no instrument that is not made', () => {
    const made = new Set(instruments());
    expect(named.filter((meanings) => !meanings.some((name) => made.has(name)))).toEqual([]);
  });

  it('have every attribute that recorded sessions give them', () => {
    const documented = new Set(explained.flat());
    expect(sorted([...metricAttributes].filter((name) => !documented.has(name)))).toEqual([]);
  });

  it('have an instrument for every counter', () => {
    const source = readFileSync(join(root, 'src/counters.ts'), 'utf8');
    const counters = [...source.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, name]) => `codex.observer.${name!}`);
    expect(counters.length).toBeGreaterThan(5);
    expect(sorted(instruments().filter((name) => name.startsWith('codex.observer.')))).toEqual(sorted(counters));
  });
});
