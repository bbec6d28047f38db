import { describe, expect, test } from 'vitest';
import { TimeAxis } from '../../src/cli/time-axis.js';

const DAY = 86_400_000;

describe('the time axis', () => {
  test.each([1, 40, 999, 23_400, 90_000, 3_000_000, 50_000_000, 6 * DAY, 400 * DAY])(
    'has round ticks that do not touch, over %i ms',
    (ms) => {
      for (const columns of [16, 50, 150]) {
        const { ticks } = new TimeAxis(1_000, 1_000 + ms, columns);
        expect(ticks[0]).toMatchObject({ column: 0, label: expect.stringMatching(/^0 /) as string });
        expect(ticks.length).toBeLessThan(10);
        for (const [index, { column, label }] of ticks.entries())
          expect(column + label.length).toBeLessThan(ticks[index + 1]?.column ?? columns + 1);
      }
    },
  );

  test('shows the shortest span, and none outside its columns', () => {
    const axis = new TimeAxis(0, 1_000, 50);
    expect(axis.halves(0, 1_000)).toEqual({ from: 0, to: 100 });
    expect(axis.halves(500, 500)).toEqual({ from: 50, to: 51 });
    expect(axis.halves(1_000, 1_000)).toEqual({ from: 99, to: 100 });
    expect(axis.halves(-50, 2_000)).toEqual({ from: 0, to: 100 });
    expect(new TimeAxis(7, 7, 50).halves(7, 7)).toEqual({ from: 0, to: 1 });
  });
});
