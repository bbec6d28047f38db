import { describe, expect, it } from 'vitest';
import { keepWithin, BoundedMap, BoundedSet } from '../src/bounded.js';
import { Counters } from '../src/counters.js';

describe('a bounded collection', () => {
  it('evicts the oldest entry beyond its limit, reports it and counts it', () => {
    const counters = new Counters();
    const gone: number[] = [];
    const map = new BoundedMap<string, number>({ size: 2, what: 'thing', counters, dropped: (n) => gone.push(n) });
    map.set('a', 1).set('b', 2).set('a', 3).set('c', 4);
    expect([...map]).toEqual([
      ['b', 2],
      ['c', 4],
    ]);
    expect(gone).toEqual([3]);
    expect(counters.get('state.dropped', 'thing')).toBe(1);
  });

  it('counts nothing below its limit and for a value that it holds already', () => {
    const counters = new Counters();
    const set = new BoundedSet<number>({ size: 2, what: 'thing', counters });
    set.add(1).add(2).add(1);
    set.delete(1);
    set.add(3);
    expect([...set]).toEqual([2, 3]);
    expect(counters.total('state.dropped')).toBe(0);
  });

  it('evicts several entries if it holds several too many', () => {
    const counters = new Counters();
    const set = new Set([1, 2, 3, 4, 5]);
    keepWithin(set, { size: 2, what: 'thing', counters });
    expect([...set]).toEqual([4, 5]);
    expect(counters.get('state.dropped', 'thing')).toBe(3);
  });

  it('stops evicting if the callback has emptied the collection', () => {
    const counters = new Counters();
    const set = new Set([1, 2, 3]);
    keepWithin(set, { size: 2, what: 'thing', counters, dropped: () => set.clear() });
    expect(counters.get('state.dropped', 'thing')).toBe(1);
  });

  it.each([0, -1])('holds the newest entry with a limit of %d', (size) => {
    const counters = new Counters();
    const set = new BoundedSet<number>({ size, what: 'thing', counters });
    set.add(1).add(2);
    expect([...set]).toEqual([2]);
  });
});
