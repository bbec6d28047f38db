import { describe, expect, it } from 'vitest';
import { keepWithin, BoundedMap, BoundedSet } from '../src/bounded.js';
import { Counters } from '../src/counters.js';

describe('what is held within a limit', () => {
  it('is the latest: the oldest goes, is told of, and is counted', () => {
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

  it('is counted for nothing where it is there already, or below the limit', () => {
    const counters = new Counters();
    const set = new BoundedSet<number>({ size: 2, what: 'thing', counters });
    set.add(1).add(2).add(1);
    set.delete(1);
    set.add(3);
    expect([...set]).toEqual([2, 3]);
    expect(counters.total('state.dropped')).toBe(0);
  });

  it('is brought down to it where it came to hold more', () => {
    const counters = new Counters();
    const set = new Set([1, 2, 3, 4, 5]);
    keepWithin(set, { size: 2, what: 'thing', counters });
    expect([...set]).toEqual([4, 5]);
    expect(counters.get('state.dropped', 'thing')).toBe(3);
  });

  it('may be taken out further by those who are told', () => {
    const counters = new Counters();
    const set = new Set([1, 2, 3]);
    keepWithin(set, { size: 2, what: 'thing', counters, dropped: () => set.clear() });
    expect(counters.get('state.dropped', 'thing')).toBe(1);
  });

  it.each([0, -1])('is the newest at least: %d', (size) => {
    const counters = new Counters();
    const set = new BoundedSet<number>({ size, what: 'thing', counters });
    set.add(1).add(2);
    expect([...set]).toEqual([2]);
  });
});
