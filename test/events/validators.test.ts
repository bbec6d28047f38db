import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { validators } from '../../src/events/generated/validators.js';
import type { Misfit, Place } from '../../src/events/checks.js';
import { eventSchemas, type EventType } from '../../src/events/schema/index.js';
import { anyEvent } from './any-event.js';

const types = Object.keys(eventSchemas) as EventType[];
const validatorOf = validators as Record<
  EventType,
  (value: unknown, place: Place | undefined, misfits: Misfit[]) => unknown
>;

const ODD: readonly unknown[] = [
  ...[undefined, null, true, 'text', '', '\ud83d', 'a1b2', 'f'.repeat(40), 0, 7, -1, -0.5, 1.5, 2 ** 53, -(2 ** 53)],
  ...[Number.NaN, Infinity, -Infinity, [], ['a'], [7, 'a', null], {}, { a: {} }, { a: { b: 1, c: 'd', e: null } }],
  ...[{ a: { b: 1.5 } }, { a: { b: [] } }, { a: {}, b: {} }, { '1': {} }, { a: { '1': 2 } }, { a: 7 }],
];

/** The event, once for each place in it and each odd value there, and with a member that is not its own. */
function* variations(value: unknown): Generator {
  yield* ODD;
  if (typeof value !== 'object' || value === null) return;
  const copyWith = (name: string, member: unknown) =>
    Array.isArray(value) ? Object.assign([...(value as unknown[])], { [name]: member }) : { ...value, [name]: member };
  yield copyWith('0', 'of no schema');
  for (const [name, member] of Object.entries(value)) {
    for (const variation of variations(member)) yield copyWith(name, variation);
    yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
  }
}

describe('the generated validators', () => {
  it('are those of the schemas (`npm run readers` writes them anew)', () => {
    expect(spawnSync(process.execPath, ['scripts/validators.mjs', '--check']).status).toBe(0);
  });

  it.each(types)('read a %s as zod does, and report the same misfits', (type) => {
    const different: unknown[] = [];
    for (const event of variations(anyEvent(type))) {
      const { success, data, error } = eventSchemas[type].safeParse(event);
      const expected = success ? JSON.stringify(data) : error.issues.map(({ path, code }) => [path.join('.'), code]);
      const misfits: Misfit[] = [];
      const read = validatorOf[type](event, undefined, misfits);
      const found =
        misfits.length === 0 ? JSON.stringify(read) : misfits.map(({ path, code }) => [path.join('.'), code]);
      if (JSON.stringify(found) !== JSON.stringify(expected)) different.push({ event, found, expected });
    }
    expect(different.slice(0, 3)).toEqual([]);
  });
});
