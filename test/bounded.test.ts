import { describe, expect, it } from 'vitest';
import { keepWithin, BoundedMap, BoundedSet } from '../src/bounded.js';
import { Counters, uncounted } from '../src/counters.js';
import { randomFrom } from './wire/random.js';

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

  it('evicts the oldest entry whatever else was deleted and added between two evictions', () => {
    const set = new BoundedSet<number>({ size: 3, what: 'thing', counters: uncounted });
    const expected: number[] = [];
    const random = randomFrom(1);
    for (let i = 0; i < 20_000; i++) {
      const value = Math.floor(random() * 12);
      if (random() < 0.4) {
        set.delete(value);
        if (expected.includes(value)) expected.splice(expected.indexOf(value), 1);
      } else {
        set.add(value);
        if (!expected.includes(value)) expected.push(value);
        if (expected.length > 3) expected.shift();
      }
      if (random() < 0.01) {
        set.clear();
        expected.length = 0;
      }
      expect([...set]).toEqual(expected);
    }
  });

  it('takes no quadratic time at its limit', { timeout: 20_000 }, () => {
    // A walk from the first entry ever to the oldest one, at each eviction, takes a minute.
    const set = new BoundedSet<number>({ size: 300_000, what: 'thing', counters: uncounted });
    for (let i = 0; i < 600_000; i++) set.add(i);
    expect([set.size, set.has(299_999), set.has(300_000)]).toEqual([300_000, false, true]);
  });

  it.each([0, -1])('holds the newest entry with a limit of %d', (size) => {
    const counters = new Counters();
    const set = new BoundedSet<number>({ size, what: 'thing', counters });
    set.add(1).add(2);
    expect([...set]).toEqual([2]);
  });
});
