import { describe, expect, it } from 'vitest';
import { collab, spawn } from '../items.js';
import { openThread } from '../session.js';

const SECRET = 'Ask Alice of Acme first';

describe('settings that anybody may fill', () => {
  it('leave as other where Codex has a list of values, on spans and in events', () => {
    const { session, thread } = openThread();
    thread.notify('thread/settings/updated', {
      threadSettings: { effort: SECRET, summary: SECRET, personality: SECRET, approvalPolicy: SECRET },
    });
    const turn = thread.startTurn({ approvalsReviewer: SECRET });
    turn.item(spawn('call-1', session.nextId(), { reasoningEffort: SECRET })).item(collab('call-2'));
    turn.completed();
    session.end();
    expect(session.params('codex_turn_event')).toMatchObject([
      {
        reasoning_effort: 'other',
        reasoning_summary: 'other',
        personality: 'other',
        approval_policy: 'other',
        approvals_reviewer: 'other',
      },
    ]);
    expect(session.params('codex_collab_agent_tool_call_event')).toMatchObject([
      { requested_reasoning_effort: 'other' },
      { requested_reasoning_effort: null },
    ]);
    expect(JSON.stringify([session.events, session.spans.map(({ attributes }) => attributes)])).not.toContain('Alice');
  });

  it.each(['none', 'minimal', 'low', 'medium', 'high', 'xhigh'])(
    'an effort that Codex has leaves as it is: %s',
    (effort) => {
      const { session, thread } = openThread();
      thread.startTurn({ effort }).completed();
      expect(session.params('codex_turn_event')).toMatchObject([{ reasoning_effort: effort }]);
    },
  );

  it('are cut at 128 characters where Codex has no list', () => {
    const long = 'x'.repeat(1_000);
    const { session, client } = openThread();
    const other = session.connect({ server: '2' });
    other.initialize(
      { clientInfo: { name: long, version: long } },
      { originator: long, userAgent: `${long}/0.171.0 (Debian 12.0.0; x86_64) dumb (${long}; 1)` },
    );
    const thread = other.startThread({ threadSource: long, originator: long });
    const input = [{ type: 'mention', name: long, path: 'app://calendar' }];
    thread.startTurn({ input, turnTrigger: long, responsesapiClientMetadata: { workspace_kind: long } }).completed();
    client.close();
    session.end();
    const longest = JSON.stringify([session.events, session.spans.map(({ attributes }) => attributes)]).match(/x+/g);
    expect(Math.max(...(longest ?? []).map(({ length }) => length))).toBe(128);
  });
});
