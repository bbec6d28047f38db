import { expect, it } from 'vitest';
import { HeldOutput } from '../../src/cli/run/held-output.js';
import { Output } from './io.js';

it('held output is written when it is released, and from then on at once', () => {
  const output = new Output();
  const held = new HeldOutput(output);
  held.write('one\n');
  held.write('two\n');
  expect(output.text).toBe('');
  held.release();
  expect(output.text).toBe('one\ntwo\n');
  held.write('three\n');
  expect(output.text).toBe('one\ntwo\nthree\n');
});

it('held output keeps 64 KiB, and drops what comes behind them', () => {
  const output = new Output();
  const held = new HeldOutput(output);
  held.write('x'.repeat(64 * 1024));
  held.write('y');
  held.release();
  expect(output.text).toBe('x'.repeat(64 * 1024));
});
