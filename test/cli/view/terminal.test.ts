import { describe, expect, test } from 'vitest';
import { terminalOf } from '../../../src/cli/view/terminal.js';

const tty = { isTTY: true, columns: 120 };

describe('the terminal', () => {
  test.each([
    ['a terminal', tty, {}, true],
    ['no terminal', {}, {}, false],
    ['NO_COLOR', tty, { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', tty, { NO_COLOR: '' }, true],
    ['a dumb terminal', tty, { TERM: 'dumb' }, false],
    ['FORCE_COLOR without a terminal', {}, { FORCE_COLOR: '1' }, true],
    ['an empty FORCE_COLOR', {}, { FORCE_COLOR: '' }, true],
    ['FORCE_COLOR over NO_COLOR', {}, { FORCE_COLOR: '3', NO_COLOR: '1' }, true],
    ['FORCE_COLOR=0', tty, { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR=false', tty, { FORCE_COLOR: 'false' }, false],
  ])('decides on colour: %s', (_, stream, env, color) => {
    expect(terminalOf(stream, env).color).toBe(color);
  });

  test.each([
    ['the terminal', tty, {}, 120],
    ['COLUMNS where there is none', {}, { COLUMNS: '90' }, 90],
    ['100 where nothing says', {}, {}, 100],
    ['100 where nonsense says', {}, { COLUMNS: 'wide' }, 100],
    ['100 where a terminal has no size', { isTTY: true, columns: 0 }, {}, 100],
    ['40 at least', { columns: 20 }, {}, 40],
    ['200 at most', { columns: 500 }, {}, 200],
  ])('is as wide as %s', (_, stream, env, columns) => {
    expect(terminalOf(stream, env).columns).toBe(columns);
  });
});
