import { expect, it } from 'vitest';
import { Counters, uncounted, OTHER_REASONS } from '../src/counters.js';

it('counts by name, and by reason within a name', () => {
  const counters = new Counters();
  counters.add('messages.seen');
  counters.add('messages.seen', undefined, 4);
  counters.add('events.dropped', 'schema');
  counters.add('events.dropped', 'exporter', 2);

  expect(counters.get('messages.seen')).toBe(5);
  expect(counters.get('events.dropped', 'exporter')).toBe(2);
  expect(counters.get('events.dropped')).toBe(0);
  expect(counters.total('events.dropped')).toBe(3);
});

it('is zero for what never happened', () => {
  const counters = new Counters();
  expect(counters.get('lines.broken')).toBe(0);
  expect(counters.total('lines.broken')).toBe(0);
  expect([...counters]).toEqual([]);
});

it('reports every counter once, in the order of their first counts', () => {
  const counters = new Counters();
  counters.add('lines.broken');
  counters.add('spans.dropped', 'limit');
  counters.add('lines.broken');
  counters.add('spans.dropped', 'time');

  expect([...counters]).toEqual([
    { name: 'lines.broken', reason: undefined, value: 2 },
    { name: 'spans.dropped', reason: 'limit', value: 1 },
    { name: 'spans.dropped', reason: 'time', value: 1 },
  ]);
});

it('stays small when reasons never end', () => {
  const counters = new Counters();
  for (let i = 0; i < 5_000; i++) counters.add('messages.undecodable', `method/${i}`);

  expect([...counters].length).toBeLessThanOrEqual(1_001);
  expect(counters.get('messages.undecodable', OTHER_REASONS)).toBe(4_000);
  expect(counters.total('messages.undecodable')).toBe(5_000);
});

it('forgets everything in uncounted', () => {
  expect(() => uncounted.add('messages.seen')).not.toThrow();
});
