import { describe, expect, test } from 'vitest';
import type * as F from '../../../src/session/facts/index.js';
import * as facts from '../../events/facts.js';
import { at, lineage, shown, viewOf, type Given } from './shown.js';

const { details } = facts;

const spawn = (child: string, parent: string, startMs: number) =>
  facts.threadInitialization({ method: 'spawn', lineage: lineage(child, parent), model: null, ...at(startMs) });

/** A turn without details. */
function turn(of: Partial<F.TurnFacts> = {}): F.TurnFacts {
  return facts.turn({ tokenUsage: null, toolCounts: { ...facts.turn().toolCounts, total: 0 }, ...of });
}

describe('the waterfall', () => {
  test('has a row for each kind of span and each way in which it ends', async () => {
    const [headline, waterfall] = viewOf(everyOutcome()).render({ columns: 100, color: false }).split('\n\n');
    await expect(`${headline}\n\n${waterfall}\n`).toMatchFileSnapshot('renderings/every-outcome.txt');
  });

  test('orders the rows by their starts, in whatever order the spans ended', () => {
    const item = (turnId: string, toolName: string, startMs: number) =>
      facts.item({ turnId, itemId: toolName, toolName, ...at(startMs) });
    const { labels } = shown([
      item('a', 'second', 200),
      item('a', 'first', 100),
      turn({ turnId: 'a', ...at(50) }),
      item('b', 'third', 600),
      turn({ turnId: 'b', ...at(500) }),
    ]);
    expect(labels).toEqual([
      'thread thread-1',
      '├╴turn 1 ✓',
      '│ ├╴first ✓',
      '│ └╴second ✓',
      '└╴turn 2 ✓',
      '  └╴third ✓',
    ]);
  });

  test('shows a review below its item, and below its turn where the item has no row', () => {
    const of = facts.review(at(20));
    const item: Given = [facts.item(at(10)), 'the item'];
    expect(shown([[of, 'the review', 'the item'], item]).labels.slice(2)).toEqual([
      '  └╴unified_exec ✓',
      '    └╴review user ✓ approved',
    ]);
    expect(shown([[of, 'the review', 'an item without a row'], item]).labels.slice(2)).toEqual([
      '  ├╴unified_exec ✓',
      '  └╴review user ✓ approved',
    ]);
  });

  test('shows a subagent below the item that spawned it, else below its parent thread, else by itself', () => {
    const { labels } = shown([
      [facts.item({ toolName: 'spawn_agent', ...at(10) }), 'the item'],
      turn(at(5)),
      [spawn('of-item', 'thread-1', 12), 'a', 'the item'],
      [spawn('of-thread', 'thread-1', 16), 'b', 'an item without a row'],
      [spawn('of-nobody', 'thread-9', 18), 'c'],
    ]);
    expect(labels).toEqual([
      'thread thread-1',
      '├╴turn 1 ✓',
      '│ └╴spawn_agent ✓',
      '│   └╴subagent of-item',
      '└╴subagent of-thread',
      'subagent of-nobody',
    ]);
  });

  test('shows threads that name each other as parents once', () => {
    expect(shown([spawn('a', 'b', 1), spawn('b', 'a', 2)]).labels).toEqual(['subagent a', '└╴subagent b']);
  });

  test('shows a turn whose own span is missing, without a bar', () => {
    const { waterfall } = shown([facts.item()]);
    expect(waterfall[1]).toBe('└╴turn 1 ○ no end seen');
    expect(waterfall[2]).toMatch(/^ {2}└╴unified_exec ✓ +━+ {2}6\.5 s$/);
  });

  test('draws bars in proportion, reviews with a stroke of their own, and the shortest span in one column', () => {
    const { waterfall } = shown(
      [
        turn(at(0, 4_000)),
        [facts.item(at(1_000, 3_000)), 'the item'],
        [facts.review(at(1_000, 2_000)), 'the review', 'the item'],
        facts.item({ itemId: 'item-2', ...at(4_000, 4_000), terminalStatus: 'failed' }),
      ],
      60,
    );
    expect(waterfall).toMatchInlineSnapshot(`
      [
        "thread thread-1               ───────────────────────  4.0 s",
        "└╴turn 1 ✓                    ━━━━━━━━━━━━━━━━━━━━━━━  4.0 s",
        "  ├╴unified_exec ✓                  ━━━━━━━━━━━        2.0 s",
        "  │ └╴review user ✓ approved        ╍╍╍╍╍╍             1.0 s",
        "  └╴unified_exec ✗ exit 7                           ━   0 ms",
      ]
    `);
  });

  test('ends a turn at its own end, though an item in it runs on', () => {
    const item = facts.item(at(1_000, 60_000));
    for (const spans of [
      [item, turn(at(0, 4_000))],
      [turn(at(0, 4_000)), item],
    ])
      expect(shown(spans).waterfall[1]).toMatch(/turn 1 ✓ .* 4\.0 s$/);
  });

  test('draws what failed in red, and what a person was waited for in yellow', () => {
    const text = viewOf([
      facts.item({ ...at(0), terminalStatus: 'failed' }),
      facts.review(at(100)),
      facts.review({ ...at(200), reviewer: 'guardian', status: 'denied' }),
      turn({ ...at(0, 400), status: 'failed' }),
    ]).render({ columns: 100, color: true });
    expect(text).toMatch(/\[31m ✗ exit 7\S+ +\S+\[31m━+/);
    expect(text).toMatch(/\[32m ✓ approved\S+ +\S+\[33m╍+/);
    expect(text).toMatch(/\[31m ✗ denied\S+ +\S+\[35m╍+/);
    expect(text).toMatch(/\[31m ✗ failed: unknown error\S+ +\S+\[31m━+/);
  });

  test('leaves out the less important details of a label first, and then the bars', () => {
    const spans = [turn({ ...at(0), diff: { addedLines: 42, deletedLines: 40 }, toolCounts: facts.turn().toolCounts })];
    const label = (columns: number) => shown(spans, columns).waterfall[1];
    expect(label(100)).toMatch(/^└╴turn 1 ✓ · 28 tools · \+42 −40 {2}━+ {2}0\.1 s$/);
    const narrow = [...spans, facts.item({ toolName: 'a_tool_with_a_long_name', ...at(0) })];
    expect(shown(narrow, 60).waterfall[2]).toMatch(/^ {2}└╴a_tool_with_a_long_name ✓ +━+ {2}0\.1 s$/);
    expect(shown(narrow, 40).waterfall[2]).toMatch(/^ {2}└╴a_tool_with_a_long_name ✓ +0\.1 s$/);
  });
});

/** A thread whose one turn has spans of each kind, one after the other. */
function everyOutcome(): Given[] {
  const items: Partial<F.ItemFacts>[] = [
    {},
    { terminalStatus: 'failed', failureKind: 'tool_error' },
    { toolName: 'shell', terminalStatus: 'rejected', failureKind: 'approval_denied' },
    { toolName: 'shell', terminalStatus: 'interrupted' },
    { toolName: 'shell', terminalStatus: null },
    { toolName: 'apply_patch', detail: details.fileChange },
    { toolName: 'list_events', detail: details.mcpToolCall, terminalStatus: 'failed' },
    { toolName: 'web_search', detail: details.webSearch },
    { toolName: 'spawn_agent', detail: details.collabAgentToolCall },
    { toolName: 'wait_agent', detail: { ...details.collabAgentToolCall, failedAgentCount: 0 } },
    { toolName: 'weather', detail: details.dynamicToolCall },
    { toolName: null, detail: details.contextCompaction },
    { toolName: null, detail: { ...details.contextCompaction, compactionStatus: 'failed' } },
    { toolName: null, detail: { ...details.contextCompaction, compactionStatus: null } },
  ];
  const reviews: Partial<F.ReviewFacts>[] = [
    {},
    { status: 'denied' },
    { status: 'aborted' },
    { status: null, resolution: null },
    { reviewer: 'guardian', status: 'timed_out' },
    { reviewer: 'guardian', riskLevel: 'low' },
    { resolution: 'session_approval' },
    { resolution: 'exec_policy_amendment' },
    { resolution: 'network_policy_amendment', subjectKind: 'network_access', itemId: null },
    { trigger: 'sandbox_denial' },
    { decidedBy: { ...facts.client, clientName: 'codex_tui' } },
    { decidedBy: facts.client },
  ];
  const others: F.Facts[] = [
    facts.hook(),
    facts.hook({ status: 'failed' }),
    facts.hook({ status: 'blocked' }),
    facts.hook({ status: 'stopped' }),
    facts.hook({ status: null }),
    facts.steer(),
    facts.steer({ acceptedTurnId: null }),
    facts.steer({ result: 'rejected', rejectionReason: 'empty_input' }),
    facts.steer({ result: 'rejected' }),
    facts.goal(),
    facts.goal({ goalStatus: null, turnId: null }),
    facts.threadArchive(),
  ];
  const turns: Partial<F.TurnFacts>[] = [
    facts.turn({ diff: { addedLines: 42, deletedLines: 40 } }),
    { task: 'review' },
    { task: 'user_shell', diff: { addedLines: 0, deletedLines: 0 } },
    { status: 'failed', error: 'serverOverloaded' },
    { status: 'failed', error: { httpConnectionFailed: { code: 502 } } },
    { status: 'failed', error: null },
    { status: 'interrupted' },
    { status: null },
  ];
  const spans = [
    ...items.map((item, index) => facts.item({ ...item, itemId: `item-${index}` })),
    ...reviews.map(facts.review),
    ...others,
  ];
  const startMs = 1_795_397_934_000;
  const placed = spans.map((of, index) => ({ ...of, ...at(startMs + index * 1_000, startMs + index * 1_000 + 900) }));
  const laterMs = startMs + spans.length * 1_000;
  return [
    ...[facts.threadInitialization({ method: 'resume', ...at(startMs) })],
    ...placed,
    ...turns.map((of, index) =>
      turn({
        ...of,
        turnId: `turn-${index + 1}`,
        ...at(index === 0 ? startMs : laterMs + index * 1_000, laterMs + index * 1_000 + 900),
      }),
    ),
    facts.threadInitialization({
      method: 'fork',
      model: null,
      lineage: lineage('01a20a51-4ed5-7db2-92ae-adceedc8c28a'),
      ...at(laterMs),
    }),
    facts.thread({ ...at(startMs, laterMs + 9_000) }),
  ];
}
