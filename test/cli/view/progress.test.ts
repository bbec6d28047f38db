import { describe, expect, it, vi } from 'vitest';
import { Progress } from '../../../src/cli/view/progress.js';
import { Output } from '../io.js';

function progressOn(isTTY: boolean) {
  const output = new Output();
  output.isTTY = isTTY;
  const clock = { now: 0 };
  return { output, clock, progress: new Progress(output, () => clock.now) };
}

describe('the progress of a replay', () => {
  it('shows on a terminal when it takes long, at a quiet pace, and is erased in the end', () => {
    const { output, clock, progress } = progressOn(true);
    for (clock.now = 0; clock.now < 1000; clock.now += 10)
      progress.show({ bytes: clock.now * 1000, total: 2_000_000 }, clock.now);
    progress.erase();
    progress.erase();
    const shown = output.text.split('\r\u{1b}[2K');
    expect(shown).toEqual([
      '',
      '25 % of 2.0 MB read, 500 spans',
      '30 % of 2.0 MB read, 600 spans',
      '35 % of 2.0 MB read, 700 spans',
      '40 % of 2.0 MB read, 800 spans',
      '45 % of 2.0 MB read, 900 spans',
      '',
    ]);
  });

  it('shows the bytes that were read of a stream', () => {
    const { output, clock, progress } = progressOn(true);
    clock.now = 600;
    progress.show({ bytes: 1_230_000, total: undefined }, 1);
    expect(output.text).toBe('\r\u{1b}[2K1.2 MB read, 1 span');
  });

  it('shows a text on a terminal when a wait takes long', () => {
    vi.useFakeTimers();
    const { output, progress } = progressOn(true);
    progress.wait('waiting');
    vi.advanceTimersByTime(499);
    expect(output.text).toBe('');
    vi.advanceTimersByTime(1);
    progress.erase();
    progress.wait('again');
    progress.erase();
    vi.advanceTimersByTime(10_000);
    expect(output.text).toBe('\r\u{1b}[2Kwaiting\r\u{1b}[2K');
    vi.useRealTimers();
  });

  it('shows nothing where the output is no terminal, or the replay is short', () => {
    const file = progressOn(false);
    file.clock.now = 10_000;
    file.progress.show({ bytes: 1, total: 2 }, 1);
    file.progress.wait('waiting');
    const short = progressOn(true);
    short.progress.show({ bytes: 1, total: 2 }, 1);
    short.progress.erase();
    expect(file.output.text + short.output.text).toBe('');
  });
});
