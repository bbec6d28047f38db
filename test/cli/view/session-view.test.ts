import { describe, expect, test } from 'vitest';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { SessionView } from '../../../src/cli/view/session-view.js';
import { CodexSpanProcessor } from '../../../src/events/processor.js';
import { replayWireLog } from '../../../src/replay/wire-log.js';
import * as facts from '../../events/facts.js';
import { recordings } from '../recordings.js';
import { at, columnsOf, lineage, partsOf, shown, viewOf, type Given } from './shown.js';

const WIDTHS = Array.from({ length: 161 }, (_, index) => 40 + index);

/** The lines that are wider than the terminal or end with spaces, over all widths. */
function badLines(view: SessionView, widths = WIDTHS): string[] {
  return widths.flatMap((columns) => {
    const lines = view.render({ columns, color: false }).split('\n');
    return lines.filter((line) => columnsOf(line) > columns || line !== line.trimEnd());
  });
}

describe('the session view', () => {
  test('wraps no line of any recording at any width from 40 columns up', async () => {
    for (const recording of recordings()) {
      const view = new SessionView();
      const codex = new CodexSpanProcessor({ exporters: [view] });
      const tracerProvider = new NodeTracerProvider({ spanProcessors: [codex, view] });
      await replayWireLog(recording, { tracerProvider });
      await tracerProvider.shutdown();
      expect(view.rootThreadId, recording).not.toBeNull();
      expect(badLines(view, [40, 41, 59, 60, 61, 79, 80, 99, 100, 200]), recording).toEqual([]);
    }
  });

  test('wraps no line however long the names, and however deep the subagents', () => {
    const wide = 'データベースを調べる🔍';
    const deep = Array.from({ length: 14 }, (_, level): Given[] => {
      const of = { lineage: lineage(`t${level}`), ...at(level) };
      const child = { method: 'spawn', lineage: lineage(`t${level + 1}`, `t${level}`), ...at(level) } as const;
      return [
        [facts.item({ ...of, toolName: 'spawn_agent' }), `item ${level}`],
        facts.turn(of),
        [facts.threadInitialization(child), `spawn ${level}`, `item ${level}`],
      ];
    }).flat();
    const view = viewOf([
      facts.item({ toolName: wide.repeat(9), ...at(0) }),
      facts.item({
        toolName: wide,
        detail: { ...facts.details.mcpToolCall, server: wide },
        itemId: 'item-2',
        ...at(5),
      }),
      facts.turn({ ...at(0, 99_999_999), skills: [{ ...facts.skill, skillName: wide.repeat(4) }] }),
      ...facts.everyFact,
      ...deep,
    ]);
    expect(badLines(view)).toEqual([]);
    const deepest = view
      .render({ columns: 40, color: false })
      .split('\n')
      .filter((line) => line.includes('╴spawn_agent ✓'));
    expect(deepest).toHaveLength(14);
  });

  test('begins with the session: its client, versions, time and tokens, as far as they are known', () => {
    const span = { startMs: 1_795_397_934_000, endMs: 1_795_397_994_000 };
    expect(shown([facts.turn({ ...span, status: 'failed' })]).headline).toEqual([
      'Codex session · acme_observer · Codex 0.169.0 · 2026-11-23 01:38 UTC · 1 m 00 s',
      '1 thread · 1 turn (1 failed)',
    ]);
    const anonymous = { ...facts.client, clientName: null };
    for (const of of [{ client: null }, { runtime: null }])
      expect(shown([facts.thread({ ...span, ...of })]).headline).toEqual([
        'Codex session · 2026-11-23 01:38 UTC · 1 m 00 s · 321 tokens',
        '1 thread',
      ]);
    expect(shown([facts.thread({ ...span, client: anonymous })]).headline[0]).toMatch(
      /^Codex session · Codex 0\.169\.0 · /,
    );
  });

  test('cuts nothing of its headline at any width', () => {
    const view = viewOf(facts.everyFact);
    const headlines = WIDTHS.map((columns) => partsOf(view.render({ columns, color: false })).headline);
    expect(new Set(headlines.map((lines) => lines.join(' · ').replaceAll(' · ', '\n')))).toHaveProperty('size', 1);
  });

  test('reports that there was no session, and ignores the spans of others', () => {
    const empty = new SessionView();
    const foreign = { spanContext: () => ({ spanId: 'x' }) } as Parameters<SessionView['onEnd']>[0];
    empty.onEnd(foreign);
    expect(empty.rootThreadId).toBeNull();
    expect(empty.render({ columns: 80, color: false })).toBe('No Codex session here\n\n\n0 analytics events\n');
  });
});
