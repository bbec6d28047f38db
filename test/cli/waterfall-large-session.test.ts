import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { SessionTree } from '../../src/cli/session-tree.js';
import { SessionView } from '../../src/cli/session-view.js';
import { toLine } from '../../src/cli/styled-text.js';
import { waterfallRows } from '../../src/cli/waterfall-rows.js';
import type * as F from '../../src/session/facts/index.js';
import * as facts from '../events/facts.js';
import { finishedSpan } from './finished-span.js';

const lineage = (threadId: string): F.LineageFacts => ({ ...facts.lineage, threadId });

/** Spans in the order of their ends: reviews, items, turns, threads. Every tenth tool fails, every fifth asks the user. */
function* session(threads: number, turns: number, tools: number): Generator<F.Facts> {
  let clock = 0;
  for (let thread = 0; thread < threads; thread++) {
    const of = { lineage: lineage(`thread ${thread}`) };
    const began = clock;
    for (let turn = 0; turn < turns; turn++) {
      const turnId = `turn ${thread}/${turn}`;
      const startMs = (clock += 10);
      for (let tool = 0; tool < tools; tool++) {
        const [itemId, start] = [`item ${tool}`, (clock += 10)];
        const failed = tool % 10 === 9;
        if (tool % 5 === 4) {
          const status = failed ? 'denied' : 'approved';
          yield facts.review({ ...of, turnId, itemId, status, startMs: start, endMs: start + 5 });
        }
        const terminalStatus = failed ? 'failed' : 'completed';
        yield facts.item({ ...of, turnId, itemId, terminalStatus, startMs: start, endMs: start + 8 });
      }
      yield facts.turn({ ...of, turnId, startMs, endMs: clock + 10 });
    }
    yield facts.thread({ ...of, startMs: began, endMs: (clock += 20) });
  }
}

function rows(spans: Iterable<F.Facts>, tree = new SessionTree()): string[] {
  for (const of of spans) tree.add({ facts: of, spanId: 'span' }, null);
  return waterfallRows(tree).map(({ guides, label }) => guides + toLine(label.flat(), false));
}

/** The number before some words, over all rows. */
function sum(lines: readonly string[], words: RegExp): number {
  return lines
    .flatMap((line) => words.exec(line)?.[1] ?? [])
    .reduce((total, count) => total + Number(count.replace(',', '')), 0);
}

describe('a large session', () => {
  test('is shown in part, and what is not shown is counted', () => {
    const lines = rows(session(1, 1, 300));
    expect(lines.filter((line) => line.includes('unified_exec'))).toHaveLength(27);
    expect(lines.at(-1)).toBe('  └╴… 273 more tool calls (28 failed) · 55 more reviews (28 denied)');
  });

  test('shows the spans that started first, also where they ended last', () => {
    const late = facts.item({
      toolName: 'wait_agent',
      startMs: 1,
      endMs: 1e9,
      turnId: 'turn 0/0',
      lineage: lineage('thread 0'),
    });
    const lines = rows([...session(1, 1, 100), late]);
    expect(lines[2]).toMatch(/wait_agent/);
  });

  test('of many threads and turns adds up to all of it', () => {
    const lines = rows(session(20, 30, 20));
    const visible = (words: RegExp) => lines.filter((line) => !line.includes('…') && words.test(line)).length;
    expect(visible(/^thread/) + sum(lines, /([\d,]+) more thread/)).toBe(20);
    expect(visible(/turn \d/) + sum(lines, /([\d,]+) more turn/)).toBe(20 * 30);
    expect(visible(/unified_exec/) + sum(lines, /([\d,]+) more tool call/)).toBe(20 * 30 * 20);
    expect(visible(/unified_exec ✗/) + sum(lines, /more tool calls? \((\d[\d,]*) failed/)).toBe(20 * 30 * 2);
    expect(visible(/review user/) + sum(lines, /([\d,]+) more review/)).toBe(20 * 30 * 4);
    expect(lines.length).toBeLessThan(1_500);
  });

  test('of 10^5 spans keeps a bounded part of them', async () => {
    const view = new SessionView();
    const given: WeakRef<F.Facts>[] = [];
    for (const of of session(20, 20, 200)) {
      given.push(new WeakRef(of));
      view.onEnd(finishedSpan(of, 'span'));
    }
    const text = view.render({ columns: 100, color: false });
    expect(text).toContain('20 threads · 400 turns · 80,000 tool calls (8,000 failed)');
    expect(text).toContain('16,000 reviews (8,000 denied)');
    expect(text.split('\n').length).toBeLessThan(1_500);

    await setImmediate(); // a weak reference holds its target until the job that made it has ended
    collectGarbage();
    const alive = given.filter((reference) => reference.deref() !== undefined).length;
    expect(given.length).toBeGreaterThan(96_000);
    expect(alive).toBeGreaterThan(16 * 16 * 32);
    expect(alive).toBeLessThanOrEqual(16 * (16 * 64 + 64));
    expect(view.rootThreadId).toBe('thread 0');
  });
});

function collectGarbage(): void {
  setFlagsFromString('--expose_gc');
  const gc: unknown = runInNewContext('gc');
  (gc as () => void)();
}
