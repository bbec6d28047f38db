import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../../src/cli/view/event-list.js';
import { project } from '../../../src/events/projection/project.js';
import { eventSchemas, type EventType } from '../../../src/events/schema/index.js';
import { anyEvent } from '../../events/any-event.js';
import * as facts from '../../events/facts.js';
import { lineage, shown, viewOf, type Given } from './shown.js';

/** The rows of the events of a type. */
function rowsOf(spans: readonly Given[], type: string): string[] {
  return shown(spans).events.filter((row) => row.includes(` ${type} `));
}

describe('the event list', () => {
  test('shows the subject, the outcome and the duration of each type of event', () => {
    const summaries = Object.keys(eventSchemas).map((type) => {
      const { subject, outcome, durationMs } = summaryOf(anyEvent(type as EventType));
      return [type, subject ?? '(turn or thread)', outcome, durationMs ?? '-'].join(' | ');
    });
    expect(summaries.join('\n')).toMatchInlineSnapshot(`
      "codex_thread_initialized | (turn or thread) | new | -
      codex_thread_archive_event | (turn or thread) | archived | -
      codex_turn_event | (turn or thread) | completed | 1234
      codex_accepted_line_fingerprints | (turn or thread) | +42 −40 lines | -
      codex_turn_steer_event | (turn or thread) | accepted | -
      codex_review_event | command_execution | approved by guardian | 42
      codex_guardian_review | (turn or thread) | approved | -
      codex_command_execution_event | unified_exec | completed, exit 7 | 2000
      codex_file_change_event | unified_exec | completed | 2000
      codex_mcp_tool_call_event | unified_exec | completed | 2000
      codex_dynamic_tool_call_event | unified_exec | completed | 2000
      codex_collab_agent_tool_call_event | unified_exec | completed | 2000
      codex_web_search_event | unified_exec | completed | 2000
      codex_image_generation_event | unified_exec | completed | 2000
      codex_control_tool_call_event | unified_exec | completed | 2000
      codex_compaction_event | (turn or thread) | completed | 6543
      codex_hook_run | PreToolUse | completed | -
      codex_goal_event | active | usage accounted | -
      codex_app_mentioned | Calendar | explicit | -
      codex_app_used | Calendar | implicit | -
      skill_invocation | gardener:mower | explicit | -
      codex_review_requested | command_execution | by user | -"
    `);
  });

  test('shows the reasons of a rejection and the risk of a review where they are known', () => {
    const events = [
      ...project(facts.steer({ result: 'rejected', rejectionReason: 'empty_input' })),
      ...project(facts.review({ reviewer: 'guardian', itemId: null, riskLevel: 'high', status: 'denied' })),
      ...project(facts.item({ detail: { ...facts.details.commandExecution, exitCode: 0 } })),
    ];
    expect(events.map((event) => summaryOf(event).outcome)).toEqual([
      'rejected, empty input',
      'denied, high risk',
      'denied by guardian',
      'completed',
    ]);
  });

  test('orders the events by their time since the session began, and names a turn as its row is named', () => {
    const subagent = { lineage: { ...facts.subagentLineage, threadId: 'thread-2' } };
    const { events } = shown([
      facts.turn({ startMs: 1_000, endMs: 4_250, diff: { addedLines: 1, deletedLines: 0 } }),
      facts.item({ startMs: 1_500, endMs: 2_000, startedAtMs: 1_500, completedAtMs: 2_000 }),
      facts.turn({ ...subagent, startMs: 1_700, endMs: 3_000 }),
      facts.threadArchive({ startMs: 4_000, endMs: 5_000 }),
    ]);
    expect(events).toMatchInlineSnapshot(`
      [
        "5 analytics events",
        " time  event                             subject             outcome            duration",
        "1.0 s  codex_command_execution_event     unified_exec        completed, exit 7     0.5 s",
        "2.0 s  codex_turn_event                  turn 1 of subagent  completed             1.2 s",
        "3.3 s  codex_turn_event                  turn 1              completed             1.2 s",
        "3.3 s  codex_accepted_line_fingerprints  turn 1              +1 −0 lines",
        "4.0 s  codex_thread_archive_event        thread thread-1     archived",
      ]
    `);
  });

  test('names a turn that has no row by its id, and the thread of an event without a turn', () => {
    const threads = Array.from({ length: 50 }, (_, index) => facts.thread({ lineage: lineage(`other-${index}`) }));
    expect(rowsOf([...threads, facts.turn()], 'codex_turn_event')[0]).toMatch(/ turn turn-1 +completed/);
    const steer = facts.steer({ acceptedTurnId: null, expectedTurnId: null });
    expect(rowsOf([steer], 'codex_turn_steer_event')[0]).toMatch(/ thread thread-1 +accepted/);
  });

  test('shows the outcome however long the subject', () => {
    const skills = [{ ...facts.skill, skillName: 'a-very-long-name'.repeat(9) }];
    const rows = shown([facts.turn({ skills })], 80).events;
    expect(rows.find((row) => row.includes('skill_invocation'))).toMatch(/a-very-long-namea-v… {2}explicit$/);
  });

  test('colours the outcomes that a reader looks for', () => {
    const spans = [
      facts.review({ status: 'denied' }),
      facts.item({ terminalStatus: 'rejected' }),
      facts.item({ itemId: 'item-2', terminalStatus: 'completed', detail: facts.details.fileChange }),
    ];
    const text = viewOf(spans).render({ columns: 80, color: true });
    expect(text).toContain('\u{1b}[31mdenied by user\u{1b}[39m');
    expect(text).toContain('\u{1b}[33mrejected, exit 7\u{1b}[39m');
    expect(text).toMatch(/ completed\n/);
  });

  test('shows the first events of many and the number of the others', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => facts.item({ itemId: `item ${index}` }));
    const { events } = shown(many);
    expect(events[0]).toBe('3,000 analytics events');
    expect(events).toHaveLength(1 + 1 + 40 + 1);
    expect(events.at(-1)).toBe('… 2,960 more events');
  });
});
