import { describe, expect, test } from 'vitest';
import { SessionTree } from '../../src/cli/session-tree.js';
import { toLine, widthOf } from '../../src/cli/styled-text.js';
import { waterfall } from '../../src/cli/waterfall.js';
import { waterfallRows } from '../../src/cli/waterfall-rows.js';
import type * as F from '../../src/session/facts/index.js';
import * as facts from '../events/facts.js';

type Given = F.Facts | readonly [F.Facts, id: string, parent?: string];

function treeOf(spans: readonly Given[]): SessionTree {
  const tree = new SessionTree();
  for (const [index, given] of spans.entries()) {
    const [of, spanId, parent] = 'type' in given ? [given, `span-${index}`, undefined] : given;
    tree.add({ facts: of, spanId }, parent ?? null);
  }
  return tree;
}

/** What the rows say, before their bars. */
function rows(spans: readonly Given[]): string[] {
  return waterfallRows(treeOf(spans)).map(({ guides, label }) => guides + toLine(label.flat(), false));
}

/** What the row of a span in a turn says. */
function label(span: F.Facts): string {
  return (
    rows([span, facts.turn()])
      .at(-1)
      ?.replace(/^[ └├╴]+/, '') ?? ''
  );
}

const lineage = (threadId: string, parentThreadId: string | null = null): F.LineageFacts => ({
  ...facts.lineage,
  threadId,
  parentThreadId,
});
const at = (startMs: number, endMs = startMs + 100) => ({ startMs, endMs });
const { details } = facts;

describe('a row of the waterfall says', () => {
  test.each<[string, Partial<F.TurnFacts>]>([
    ['turn 1 ✓ · 28 tools · 321 tokens', {}],
    [
      'turn 1 ✓ · 28 tools · +42 −40 · 1.2k tokens',
      { ...withTokens(1_234), diff: { addedLines: 42, deletedLines: 40 } },
    ],
    ['turn 1 ✓ · review · 28 tools', { task: 'review', tokenUsage: null, diff: { addedLines: 0, deletedLines: 0 } }],
    ['turn 1 ✗ failed: serverOverloaded', { status: 'failed', error: 'serverOverloaded', ...quiet() }],
    [
      'turn 1 ✗ failed: httpConnectionFailed',
      { status: 'failed', error: { httpConnectionFailed: { code: 502 } }, ...quiet() },
    ],
    ['turn 1 ✗ failed: unknown error', { status: 'failed', error: null, ...quiet() }],
    ['turn 1 ⊘ interrupted', { status: 'interrupted', ...quiet() }],
    ['turn 1 ○ no end seen · 2.5M tokens', { status: null, ...quiet(), ...withTokens(2_500_000) }],
  ])('of a turn: %s', (text, turn) => {
    expect(rows([facts.turn(turn)]).at(-1)).toBe(`└╴${text}`);
  });

  test.each<[string, Partial<F.ItemFacts>]>([
    ['unified_exec ✓', {}],
    ['unified_exec ✗ exit 7', { terminalStatus: 'failed', failureKind: 'tool_error' }],
    ['shell ⊘ declined', { toolName: 'shell', terminalStatus: 'rejected', failureKind: 'approval_denied' }],
    ['shell ⊘ interrupted', { toolName: 'shell', terminalStatus: 'interrupted' }],
    ['shell ○ no end seen', { toolName: 'shell', terminalStatus: null }],
    ['apply_patch ✓ · 10 files', { toolName: 'apply_patch', detail: details.fileChange }],
    [
      'codex_apps list_events ✗ failed',
      { toolName: 'list_events', detail: details.mcpToolCall, terminalStatus: 'failed' },
    ],
    ['web_search ✓ · open page', { toolName: 'web_search', detail: details.webSearch }],
    ['web_search ✓', { toolName: 'web_search', detail: { ...details.webSearch, action: null } }],
    ['spawn_agent ✓ · 1 agent failed', { toolName: 'spawn_agent', detail: details.collabAgentToolCall }],
    ['wait_agent ✓', { toolName: 'wait_agent', detail: { ...details.collabAgentToolCall, failedAgentCount: 0 } }],
    ['weather ✓', { toolName: 'weather', detail: details.dynamicToolCall }],
    ['compaction ✓ · auto', { toolName: null, detail: details.contextCompaction }],
    [
      'compaction ✗ failed · auto',
      { toolName: null, detail: { ...details.contextCompaction, compactionStatus: 'failed' } },
    ],
    [
      'compaction ○ no end seen · auto',
      { toolName: null, detail: { ...details.contextCompaction, compactionStatus: null } },
    ],
  ])('of an item: %s', (text, item) => {
    expect(label(facts.item(item))).toBe(text);
  });

  test.each<[string, Partial<F.ReviewFacts>]>([
    ['review user ✓ approved', {}],
    ['review user ✗ denied', { status: 'denied' }],
    ['review user ⊘ aborted', { status: 'aborted' }],
    ['review guardian ✗ timed out', { reviewer: 'guardian', status: 'timed_out' }],
    ['review guardian ✓ approved · low risk', { reviewer: 'guardian', riskLevel: 'low' }],
    ['review user ○ no end seen', { status: null, resolution: null }],
    ['review user ✓ approved · for the session', { resolution: 'session_approval' }],
    ['review user ✓ approved · with a rule', { resolution: 'exec_policy_amendment' }],
    ['review user ✓ approved · after sandbox denial', { trigger: 'sandbox_denial' }],
    ['review user ✓ approved · by codex_tui', { decidedBy: { ...facts.client, clientName: 'codex_tui' } }],
    ['review user ✓ approved', { decidedBy: facts.client }],
  ])('of a review: %s', (text, review) => {
    expect(rows([facts.review(review), facts.item(at(900)), facts.turn(at(800))]).at(-1)).toBe(`    └╴${text}`);
  });

  test.each<[string, F.Facts]>([
    ['review user ✓ approved · network access', facts.review({ subjectKind: 'network_access', itemId: null })],
    ['hook preToolUse ✓', facts.hook()],
    ['hook preToolUse ✗ failed', facts.hook({ status: 'failed' })],
    ['hook preToolUse ⊘ blocked', facts.hook({ status: 'blocked' })],
    ['hook preToolUse ○ no end seen', facts.hook({ status: null })],
    ['steer ✓', facts.steer()],
    ['steer ✓', facts.steer({ acceptedTurnId: null })],
    ['steer ✗ empty input', facts.steer({ result: 'rejected', rejectionReason: 'empty_input' })],
    ['steer ✗ rejected', facts.steer({ result: 'rejected', rejectionReason: null })],
    ['goal usage accounted · active', facts.goal()],
  ])('of what else is in a turn: %s', (text, span) => {
    expect(label(span)).toBe(text);
  });

  test('of a thread, how it began and what is outside its turns', () => {
    const resumed = facts.threadInitialization({ method: 'resume', ...at(0) });
    expect(
      rows([resumed, facts.thread(), facts.threadArchive(), facts.goal({ turnId: null, goalStatus: null })]),
    ).toEqual(['thread thread-1 · resumed · gpt-5.5', '├╴archived', '└╴goal usage accounted']);
    const forked = facts.threadInitialization({ method: 'fork', model: null });
    expect(rows([forked])).toEqual(['thread thread-1 · forked']);
    const uuid = lineage('01a20a51-4ed5-7db2-92ae-adceedc8c28a');
    expect(rows([facts.thread({ lineage: uuid })])).toEqual(['thread …edc8c28a']);
  });
});

describe('the tree of the waterfall', () => {
  const spawn = (child: string, parent: string, startMs: number) =>
    facts.threadInitialization({ method: 'spawn', lineage: lineage(child, parent), model: null, ...at(startMs) });

  test('is in the order of the starts, in whatever order the spans ended', () => {
    const turn = (turnId: string, startMs: number) => facts.turn({ turnId, ...at(startMs), ...quiet() });
    const item = (turnId: string, toolName: string, startMs: number) =>
      facts.item({ turnId, itemId: toolName, toolName, ...at(startMs) });
    const spans = [
      turn('b', 500),
      item('a', 'second', 200),
      item('a', 'first', 100),
      turn('a', 50),
      item('b', 'third', 600),
    ];
    expect(rows(spans)).toEqual([
      'thread thread-1',
      '├╴turn 1 ✓',
      '│ ├╴first ✓',
      '│ └╴second ✓',
      '└╴turn 2 ✓',
      '  └╴third ✓',
    ]);
  });

  test('has a subagent under the item that spawned it, else its turn, else its parent thread, else by itself', () => {
    const item = facts.item({ toolName: 'spawn_agent', ...at(10) });
    const turn = facts.turn({ ...at(5), ...quiet() });
    const spans: Given[] = [
      [item, 'the item'],
      [turn, 'the turn'],
      [spawn('of-item', 'thread-1', 12), 'a', 'the item'],
      [spawn('of-turn', 'thread-1', 14), 'b', 'the turn'],
      [spawn('of-thread', 'thread-1', 16), 'c', 'an item not shown'],
      [spawn('of-nobody', 'thread-9', 18), 'd'],
    ];
    expect(rows(spans)).toEqual([
      'thread thread-1',
      '├╴turn 1 ✓',
      '│ ├╴spawn_agent ✓',
      '│ │ └╴subagent of-item',
      '│ └╴subagent of-turn',
      '└╴subagent of-thread',
      'subagent of-nobody',
    ]);
  });

  test('shows threads that claim to be each other’s parents once', () => {
    expect(rows([spawn('a', 'b', 1), spawn('b', 'a', 2)])).toEqual(['subagent a', '└╴subagent b']);
  });

  test('has a turn of which only its items were seen', () => {
    expect(rows([facts.item()])).toEqual(['thread thread-1', '└╴turn 1 ○ no end seen', '  └╴unified_exec ✓']);
  });
});

describe('the waterfall', () => {
  const wide = 'データベースを調べる🔍';
  const deep = (levels: number): Given[] =>
    Array.from({ length: levels }, (_, level): Given[] => [
      [facts.item({ lineage: lineage(`t${level}`), toolName: 'spawn_agent', ...at(level) }), `item ${level}`],
      [facts.turn({ lineage: lineage(`t${level}`), ...at(level) }), `turn ${level}`],
      [
        facts.threadInitialization({ method: 'spawn', lineage: lineage(`t${level + 1}`, `t${level}`), ...at(level) }),
        `init ${level}`,
        `item ${level}`,
      ],
    ]).flat();

  test.each([60, 80, 200])('is never wider than %i columns, whatever the names and however deep', (columns) => {
    const spans: Given[] = [
      facts.item({ toolName: wide.repeat(9), ...at(0) }),
      facts.item({
        toolName: wide,
        detail: { ...details.mcpToolCall, server: wide },
        itemId: 'item-2',
        ...at(5, 90_000),
      }),
      facts.turn({ ...at(0, 99_999_999) }),
      ...deep(14),
    ];
    const lines = waterfall(treeOf(spans), columns).map((line) => toLine(line, false));
    expect(lines).toHaveLength(1 + 4 + 14 * 3 + 1);
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
    if (columns < 100) expect(lines.at(-2)).toMatch(/^….*╴spawn_agent/);
  });

  test('has bars in proportion, waits of their own stroke, and durations at the right', () => {
    const spans = [
      facts.turn({ ...at(0, 4_000), ...quiet() }),
      facts.item({ ...at(1_000, 3_000) }),
      facts.review({ ...at(1_000, 2_000) }),
      facts.item({ itemId: 'item-2', ...at(3_000, 3_000), terminalStatus: 'failed' }),
    ];
    expect(waterfall(treeOf(spans), 60).map((line) => toLine(line, false))).toMatchInlineSnapshot(`
      [
        "                              0 s         2 s",
        "thread thread-1               ──────────────────────── 4.0 s",
        "└╴turn 1 ✓                    ━━━━━━━━━━━━━━━━━━━━━━━━ 4.0 s",
        "  ├╴unified_exec ✓            ┊     ━━━━━━━━━━━━       2.0 s",
        "  │ └╴review user ✓ approved  ┊     ╍╍╍╍╍╍┊            1.0 s",
        "  └╴unified_exec ✗ exit 7     ┊           ┊     ╸       0 ms",
      ]
    `);
  });

  test('is nothing where there was nothing', () => {
    expect(waterfall(new SessionTree(), 80)).toEqual([]);
  });
});

/** A turn that has nothing to tell but how it ended. */
function quiet(): Partial<F.TurnFacts> {
  return { tokenUsage: null, toolCounts: { ...facts.turn().toolCounts, total: 0 } };
}

function withTokens(totalTokens: number): Partial<F.TurnFacts> {
  return { tokenUsage: { ...facts.tokenUsage, totalTokens } };
}
