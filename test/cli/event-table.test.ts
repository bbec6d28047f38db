import { describe, expect, test } from 'vitest';
import { EventTable } from '../../src/cli/event-table.js';
import { summaryOf } from '../../src/cli/event-summary.js';
import { SessionTree } from '../../src/cli/session-tree.js';
import { SessionView } from '../../src/cli/session-view.js';
import { toLine, widthOf } from '../../src/cli/styled-text.js';
import { project } from '../../src/events/projection/project.js';
import { idsOf, type EventRecord } from '../../src/events/record.js';
import { eventSchemas, type EventType } from '../../src/events/schema/index.js';
import type * as F from '../../src/session/facts/index.js';
import { anyEvent } from '../events/any-event.js';
import * as facts from '../events/facts.js';
import { finishedSpan } from './finished-span.js';

function recordsOf(of: F.Facts, id = '5ae7f1c0d3b9'): EventRecord[] {
  const spanContext = finishedSpan(of, 'span').spanContext();
  const endTime: [number, number] = [Math.floor(of.endMs / 1_000), (of.endMs % 1_000) * 1e6];
  return project(of).map((event) => ({ event, id, spanContext, endTime, ids: idsOf(of) }));
}

function table(spans: readonly F.Facts[], columns = 140): string[] {
  const tree = new SessionTree();
  const events = new EventTable();
  for (const of of spans) {
    tree.add({ facts: of, spanId: 'span' }, null);
    for (const record of recordsOf(of)) events.add(record);
  }
  return events.lines(tree, columns).map((line) => toLine(line, false));
}

describe('the event table', () => {
  test('tells of every type of event what it is about and how it went', () => {
    const summaries = Object.keys(eventSchemas).map((type) => {
      const { subject, outcome, durationMs } = summaryOf(anyEvent(type as EventType));
      return [type, subject ?? '(turn)', outcome, durationMs ?? '-'].join(' | ');
    });
    expect(summaries.join('\n')).toMatchInlineSnapshot(`
      "codex_thread_initialized | thread thread-1 | new | -
      codex_thread_archive_event | thread thread-1 | archived | -
      codex_turn_event | (turn) | completed | 1234
      codex_accepted_line_fingerprints | (turn) | +42 −40 lines | -
      codex_turn_steer_event | (turn) | accepted | -
      codex_review_event | command_execution | approved by guardian | 42
      codex_guardian_review | item item-1 | approved | -
      codex_command_execution_event | unified_exec | completed, exit 7 | 2000
      codex_file_change_event | unified_exec | completed | 2000
      codex_mcp_tool_call_event | unified_exec | completed | 2000
      codex_dynamic_tool_call_event | unified_exec | completed | 2000
      codex_collab_agent_tool_call_event | unified_exec | completed | 2000
      codex_web_search_event | unified_exec | completed | 2000
      codex_image_generation_event | unified_exec | completed | 2000
      codex_compaction_event | auto compaction | completed | 6543
      codex_hook_run | PreToolUse | completed | -
      codex_goal_event | active | usage accounted | -
      codex_app_mentioned | Calendar | explicit | -
      codex_app_used | Calendar | implicit | -
      skill_invocation | gardener:mower | explicit | -"
    `);
  });

  test('tells what an event leaves open, too', () => {
    const [app] = project(
      facts.item({
        detail: {
          ...facts.details.mcpToolCall,
          firstAppUse: { connectorId: null, appName: null, invokeType: 'implicit' },
        },
      }),
    ).filter(({ event_type }) => event_type === 'codex_app_used');
    const events = [
      ...project(facts.threadInitialization({ lineage: facts.subagentLineage })),
      ...project(facts.steer({ result: 'rejected', rejectionReason: 'empty_input' })),
      ...project(facts.review({ reviewer: 'guardian', itemId: null, riskLevel: 'high', status: 'denied' })),
      ...project(facts.goal({ goalStatus: null })),
      ...project(facts.item({ detail: { ...facts.details.commandExecution, exitCode: 0 } })),
      ...(app ? [app] : []),
    ];
    expect(events.map(summaryOf).map(({ subject, outcome }) => `${subject ?? '(turn)'} | ${outcome}`))
      .toMatchInlineSnapshot(`
        [
          "subagent thread-1 | new",
          "(turn) | rejected, empty input",
          "review user:41 | denied, high risk",
          "command_execution | denied by guardian",
          "goal | usage accounted",
          "unified_exec | completed",
          "app | implicit",
        ]
      `);
  });

  test('has the time since the session began, and the events in the order of their ends', () => {
    const late = facts.turn({ startMs: 1_000, endMs: 4_250, diff: { addedLines: 1, deletedLines: 0 } });
    const early = facts.item({ startMs: 1_500, endMs: 2_000, startedAtMs: 1_500, completedAtMs: 2_000 });
    expect(table([late, early])).toMatchInlineSnapshot(`
      [
        "    time  event                             subject       outcome            thread    event id  duration",
        "+1.000 s  codex_command_execution_event     unified_exec  completed, exit 7  thread-1  5ae7f1c0     0.5 s",
        "+3.250 s  codex_turn_event                  turn 1        completed          thread-1  5ae7f1c0     1.2 s",
        "+3.250 s  codex_accepted_line_fingerprints  turn 1        +1 −0 lines        thread-1  5ae7f1c0",
      ]
    `);
  });

  test('names a turn as its row in the waterfall, else by its id', () => {
    const subagent = { lineage: { ...facts.subagentLineage, threadId: 'thread-2' } };
    const lines = table([facts.turn(), facts.turn(subagent)]).join('\n');
    expect(lines).toMatch(/codex_turn_event +turn 1 +completed/);
    expect(lines).toMatch(/codex_turn_event +turn 1 of subagent +completed/);
    const events = new EventTable();
    for (const of of [facts.turn(), facts.steer({ acceptedTurnId: null, expectedTurnId: null })])
      for (const record of recordsOf(of)) events.add(record);
    const text = events
      .lines(new SessionTree(), 100)
      .map((line) => toLine(line, false))
      .join('\n');
    expect(text).toMatch(/codex_turn_event +turn turn-1 +completed/);
    expect(text).toMatch(/codex_turn_steer_event +turn +accepted/);
  });

  test.each([60, 79, 80, 100, 128, 200])('is never wider than %i columns', (columns) => {
    const named = facts.item({ toolName: '天気予報を調べる'.repeat(20) });
    const lines = table([named, ...facts.everyFact], columns);
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
    expect(lines[0]).toMatch(/time +event .* duration$/);
  });

  test('shows the first events of many and counts the others by type', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => facts.item({ itemId: `item ${index}` }));
    const lines = table([...many, facts.hook()], 100);
    expect(lines).toHaveLength(1 + 48 + 3);
    expect(lines.slice(-3)).toEqual([
      '… 2,953 more:',
      '    2,952  codex_command_execution_event',
      '        1  codex_hook_run',
    ]);
  });
});

describe('the session view', () => {
  test('says whose session it is, as far as somebody told', () => {
    const session = (of: F.Facts) => {
      const view = new SessionView();
      view.onEnd(finishedSpan(of, 'span'));
      return view.render({ columns: 100, color: false }).split('\n').slice(0, 2);
    };
    const span = { startMs: 1_795_397_934_000, endMs: 1_795_397_994_000 };
    expect(session(facts.turn(span))).toEqual([
      'Codex session · acme_observer · Codex 0.169.0 · 2026-11-23 01:38 UTC · 1 m 00 s',
      '1 thread · 1 turn',
    ]);
    expect(session(facts.thread({ ...span, client: null }))).toEqual([
      'Codex session · 2026-11-23 01:38 UTC · 1 m 00 s · 321 tokens',
      '1 thread',
    ]);
    const anonymous = { ...facts.client, clientName: '', clientVersion: null };
    expect(session(facts.thread({ ...span, client: anonymous, runtime: null }))[0]).toMatch(/^Codex session · 2026/);
  });

  test('says so where there was no session', async () => {
    const empty = new SessionView();
    const foreign = { spanContext: () => ({ spanId: 'x' }) } as Parameters<SessionView['onEnd']>[0];
    empty.onStart();
    empty.onEnd(foreign);
    await Promise.all([empty.forceFlush(), empty.shutdown()]);
    expect(empty.rootThreadId).toBeNull();
    expect(empty.render({ columns: 80, color: false })).toBe('No Codex session here\n\n\n0 analytics events\n');
  });
});
