import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { SessionView } from '../../../src/cli/view/session-view.js';
import type * as F from '../../../src/session/facts/index.js';
import * as facts from '../../events/facts.js';
import { finishedSpan } from './finished-span.js';
import { lineage, partsOf, shown } from './shown.js';

/** Spans in the order of their ends: reviews, items, turns, threads. Every tenth tool fails, every fifth asks the user. */
function* session(threads: number, turns: number, tools: number): Generator<F.Facts> {
  let clock = 0;
  for (let thread = 0; thread < threads; thread++) {
    const of = { lineage: lineage(`thread-${thread}`) };
    const threadStartMs = clock;
    for (let turn = 0; turn < turns; turn++) {
      const turnId = `turn ${thread}/${turn}`;
      const startMs = (clock += 10);
      for (let tool = 0; tool < tools; tool++) {
        const [itemId, start] = [`item ${tool}`, (clock += 10)];
        const isFailed = tool % 10 === 9;
        if (tool % 5 === 4) {
          const status = isFailed ? 'denied' : 'approved';
          yield facts.review({ ...of, turnId, itemId, status, startMs: start, endMs: start + 5 });
        }
        const terminalStatus = isFailed ? 'failed' : 'completed';
        yield facts.item({ ...of, turnId, itemId, terminalStatus, startMs: start, endMs: start + 8 });
      }
      yield facts.turn({ ...of, turnId, startMs, endMs: clock + 10 });
    }
    yield facts.thread({ ...of, startMs: threadStartMs, endMs: (clock += 20) });
  }
}

describe('a long session', () => {
  test('has rows for the spans that ended first, and the numbers of the others', () => {
    const { waterfall } = shown(session(1, 1, 300), 120);
    expect(waterfall.filter((row) => row.includes('unified_exec'))).toHaveLength(209);
    expect(waterfall[1]).toMatch(/turn 1 ✓/);
    expect(waterfall.at(-1)).toBe('… 91 more tool calls (10 failed) · 19 more reviews (10 denied)');
    expect(shown(session(1, 1, 300), 40).waterfall.slice(-2)).toEqual([
      '… 91 more tool calls (10 failed)',
      '19 more reviews (10 denied)',
    ]);
  });

  test('has rows or numbers for all of many threads and turns', () => {
    const { waterfall } = shown(session(60, 3, 20), 200);
    const rows = (words: RegExp) => waterfall.slice(0, -1).filter((row) => words.test(row)).length;
    const omitted = (words: RegExp) => Number(words.exec(waterfall.at(-1) ?? '')?.[1]?.replace(',', ''));
    expect(rows(/^thread/) + omitted(/([\d,]+) more thread/)).toBe(60);
    expect(rows(/turn \d/) + omitted(/([\d,]+) more turn/)).toBe(60 * 3);
    expect(rows(/unified_exec/) + omitted(/([\d,]+) more tool call/)).toBe(60 * 3 * 20);
    expect(rows(/unified_exec ✗/) + omitted(/more tool calls \(([\d,]+) failed/)).toBe(60 * 3 * 2);
    expect(rows(/review user/) + omitted(/([\d,]+) more review/)).toBe(60 * 3 * 4);
  });

  test('of 100,000 spans keeps and shows a bounded part of them', async () => {
    const view = new SessionView();
    const given: WeakRef<F.Facts>[] = [];
    for (const of of session(20, 20, 200)) {
      given.push(new WeakRef(of));
      view.onEnd(finishedSpan(of, `span ${given.length}`));
    }
    const { headline, waterfall } = partsOf(view.render({ columns: 100, color: false }));
    expect(headline.join(' · ')).toContain('20 threads · 400 turns · 80,000 tool calls (8,000 failed)');
    expect(headline.join(' · ')).toContain('16,000 reviews (8,000 denied)');
    expect(waterfall.length).toBeLessThan(400);

    await setImmediate(); // a weak reference holds its target until the job that made it has ended
    collectGarbage();
    const kept = given.filter((reference) => reference.deref() !== undefined).length;
    expect(given.length).toBeGreaterThan(96_000);
    expect(kept).toBeGreaterThan(250);
    expect(kept).toBeLessThan(400);
    expect(view.rootThreadId).toBe('thread-0');
  });
});

function collectGarbage(): void {
  setFlagsFromString('--expose_gc');
  const gc: unknown = runInNewContext('gc');
  (gc as () => void)();
}
