import { describe, expect, test } from 'vitest';
import { formatDuration, formatTick } from '../../src/cli/duration.js';
import { fit, run, styledWidth, toLine, widthOf } from '../../src/cli/styled-text.js';

describe('styled text', () => {
  test.each([
    ['plain', 5],
    ['größer', 6],
    ['日本語', 6],
    ['한국어', 6],
    ['e\u{301}', 1],
    ['🚀', 2],
    ['✓ ✗ ⊘ …', 7],
    ['━━╸', 3],
    ['ｆｕｌｌ', 8],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('is cut at whole characters, and never wider than asked', () => {
    const name = [run('日本語'), run('の道具', 'bold')];
    expect(toLine(fit(name, 12), false)).toBe('日本語の道具');
    expect(toLine(fit(name, 11), false)).toBe('日本語の道…');
    expect(toLine(fit(name, 6), false)).toBe('日本…');
    for (let width = 1; width < 16; width++) expect(styledWidth(fit(name, width))).toBe(width);
  });

  test('lets nothing through that moves the cursor, reorders text or is no character', () => {
    expect(run('a\u{1b}[2Jb\u{7}c\r\n\td\u{202e}e\u{200d}\u{fe0f}f\u{9b}g').text).toBe('a[2Jbc defg');
    expect(run('\u{d800}').text).toBe('\u{fffd}');
  });

  test('paints only where there is something to see', () => {
    const line = [run('  ', 'dim'), run('red', 'red'), run(' plain'), run('   ')];
    expect(toLine(line, true)).toBe('  \u{1b}[31mred\u{1b}[0m plain');
    expect(toLine(line, false)).toBe('  red plain');
  });
});

describe('a duration', () => {
  test.each([
    [0, '0 ms'],
    [99, '99 ms'],
    [100, '0.1 s'],
    [900, '0.9 s'],
    [59_949, '59.9 s'],
    [59_950, '1 m 00 s'],
    [65_400, '1 m 05 s'],
    [3_599_499, '59 m 59 s'],
    [3_599_500, '1 h 00 m'],
    [7_380_000, '2 h 03 m'],
    [86_399_000, '1 d 00 h'],
    [349_200_000, '4 d 01 h'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test.each([
    [50, 10, '50 ms'],
    [1_500, 500, '1.5 s'],
    [90_000, 30_000, '90 s'],
    [600_000, 300_000, '10 m'],
    [7_200_000, 3_600_000, '2 h'],
    [172_800_000, 86_400_000, '2 d'],
  ])('on an axis: %i ms in steps of %i ms reads %s', (ms, step, text) => {
    expect(formatTick(ms, step)).toBe(text);
  });
});
