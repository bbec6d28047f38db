import canonicalize from 'canonical-json';
import { describe, expect, it } from 'vitest';
import { eventId } from '../../src/events/identity.js';
import { project } from '../../src/events/projection/project.js';
import { toJsonSchemas } from '../../src/events/schema/index.js';
import type { Facts } from '../../src/session/facts/index.js';
import * as given from './facts.js';
import { recordedEvents } from './recorded.js';
import { rfc8785 } from './rfc8785.js';

function idsOf(facts: Facts): string[] {
  return project(facts).map((event, index) => eventId(event, facts, index));
}

describe('the id of an event', () => {
  it('is a SHA-256 in lower-case hex, and the same in every release', () => {
    expect(idsOf(given.hook())).toEqual(['bb7646fd67be0bc672f06939b6fe817a7b53221afc0820fb18afa0a23b652c2e']);
  });

  it('is equal for the same happening observed or replayed again', () => {
    for (const facts of given.everyFact) {
      expect(idsOf(structuredClone(facts))).toEqual(idsOf(facts));
    }
  });

  it('does not depend on the order in which fields were set', () => {
    const [event] = project(given.hook());
    if (event?.event_type !== 'codex_hook_run') throw new Error('no hook run');
    const event_params = Object.fromEntries(Object.entries(event.event_params).reverse()) as typeof event.event_params;
    expect(eventId({ event_params, event_type: event.event_type }, given.hook(), 0)).toBe(
      eventId(event, given.hook(), 0),
    );
  });

  it('is different for two runs of one hook with equal parameters', () => {
    const runs = [given.hook(), given.hook({ ordinal: 1 }), given.hook({ startMs: 100_001 })];
    expect(new Set(runs.map((facts) => JSON.stringify(project(facts)))).size).toBe(1);
    expect(new Set(runs.flatMap(idsOf)).size).toBe(3);
  });

  it('is different for two skills of one name in one turn', () => {
    const facts = given.turn({ skills: [given.skill, given.skill] });
    const [, first, second] = project(facts);
    expect(first).toEqual(second);
    expect(new Set(idsOf(facts)).size).toBe(3);
  });

  it('is different for everything that happens in a thread', () => {
    const ids = given.everyFact.flatMap(idsOf);
    expect(ids.length).toBeGreaterThan(15);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is different for another thread, another item and another parameter', () => {
    const facts = given.item();
    const others = [
      given.item({ lineage: { ...given.lineage, threadId: 'thread-2' } }),
      given.item({ itemId: 'item-2' }),
      given.item({ executionDurationMs: 1901 }),
    ];
    for (const other of others) expect(idsOf(other)).not.toEqual(idsOf(facts));
  });
});

describe('the canonical JSON under it', () => {
  it('is that of RFC 8785 for every event that the Codex binary sent, and for every event of ours', () => {
    const events = [...recordedEvents().map(({ event }) => event), ...given.everyFact.flatMap(project)];
    expect(events.length).toBeGreaterThan(100);
    for (const event of events) expect(canonicalize(event)).toBe(rfc8785(event));
  });

  it('is that of RFC 8785 for any text', () => {
    const facts = given.turn({
      model: 'é€😀\u2028"\\\u0000\u001f\u007f\n/',
      error: { Other: { b: 1, a: null, B: 'ß' } },
    });
    for (const event of project(facts)) expect(canonicalize(event)).toBe(rfc8785(event));
  });

  // Where canonical-json and RFC 8785 part: the reason why only events that passed their schema are given to it.
  it.each<[string, unknown]>([
    ['orders integer-like keys wrongly', { 2: 0, 10: 0 }],
    ['loses an own __proto__ key', JSON.parse('{"__proto__":1}')],
  ])('%s, so no field has such a name', (_, foreign) => {
    expect(canonicalize(foreign)).not.toBe(rfc8785(foreign));
  });

  it.each<[string, unknown]>([
    ['writes NaN as null', Number.NaN],
    ['accepts lone surrogates', '\ud800'],
  ])('%s, so no schema accepts them', (_, foreign) => {
    expect(canonicalize(foreign)).toBeDefined();
    expect(() => rfc8785(foreign)).toThrow('no JSON');
  });

  it('meets only names of our own: every key of every schema starts with a letter', () => {
    const names: string[] = [];
    const patterns: string[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, propertyNames } = node as { properties?: object; propertyNames?: { pattern?: string } };
      if (properties !== undefined) names.push(...Object.keys(properties));
      if (propertyNames !== undefined) patterns.push(propertyNames.pattern ?? '');
      for (const child of Object.values(node)) walk(child);
    };
    walk(toJsonSchemas());
    expect(names.length).toBeGreaterThan(200);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) {
      for (const bad of ['1', '10', '__proto__', '']) expect(bad).not.toMatch(new RegExp(pattern));
    }
  });
});
