import { expect, it } from 'vitest';
import { attachFacts, factsOf, freezeFacts } from '../../src/spans/facts-on-span.js';
import * as given from '../events/facts.js';

/** The paths of all objects in a value that can be changed. */
function changeable(value: unknown, path = 'facts'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const nested = Object.entries(value).flatMap(([name, member]) => changeable(member, `${path}.${name}`));
  return Object.isFrozen(value) ? nested : [path, ...nested];
}

// A copy, because the fixtures share their nested records.
const copies = given.everyFact.map((facts) => [facts.type, structuredClone(facts)] as const);

it.each(copies)('facts of type %s are frozen with all that they hold once they are on a span', (_type, facts) => {
  expect(changeable(facts)).toContain('facts.lineage');
  const span = {};
  attachFacts(span, facts);
  expect(factsOf(span)).toBe(facts);
  expect(changeable(facts)).toEqual([]);
});

it('a host that changes the facts on a span gets a TypeError, and the facts stay', () => {
  const facts = structuredClone(given.turn({ error: { other: { code: 1 } }, skills: [given.skill] }));
  freezeFacts(facts);
  const writes = [
    () => void Object.assign(facts.lineage, { threadSource: 'mine' }),
    () => void Object.assign(facts.client!, { clientName: 'mine' }),
    () => void Object.assign(facts.toolCounts, { total: 0 }),
    () => void Object.assign((facts.error as { other: object }).other, { code: 2 }),
    () => void (facts.skills as unknown[]).push(given.skill),
    () => void Object.assign(facts.skills[0]!, { skillName: 'mine' }),
  ];
  for (const write of writes) expect(write).toThrow(TypeError);
  expect(facts).toEqual(given.turn({ error: { other: { code: 1 } }, skills: [given.skill] }));
});
