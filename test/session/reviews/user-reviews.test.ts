import { describe, expect, it } from 'vitest';
import { command, patch, spawn } from '../items.js';
import { openTurn, START } from '../session.js';

/** A turn with a command under way. */
function openCommand(itemId = 'item-1') {
  const opened = openTurn();
  opened.turn.itemStarted(command(itemId));
  return opened;
}

const network = (action: string) => ({
  applyNetworkPolicyAmendment: { network_policy_amendment: { host: 'secret.example', action } },
});

describe('user review', () => {
  it('a user review of a command has one event, when the client answers and not before', () => {
    const { session, turn } = openCommand();
    session.wait(1000);
    const before = session.events.length;
    const approval = turn.askCommand(41, 'item-1');
    expect(session.events).toHaveLength(before);
    session.wait(42);
    approval.decide('accept');
    expect(session.events.slice(before)).toEqual([
      {
        event_type: 'codex_review_event',
        event_params: {
          thread_id: turn.thread.id,
          turn_id: turn.id,
          item_id: 'item-1',
          review_id: 'user:41',
          app_server_client: expect.objectContaining({ client_name: 'codex_vscode' }) as unknown,
          runtime: expect.objectContaining({ codex_rs_version: '0.169.0' }) as unknown,
          thread_source: 'user',
          subagent_source: null,
          parent_thread_id: null,
          subject_kind: 'command_execution',
          subject_name: 'command_execution',
          reviewer: 'user',
          trigger: 'initial',
          status: 'approved',
          resolution: 'none',
          started_at_ms: START + 1000,
          completed_at_ms: START + 1042,
          duration_ms: 42,
        },
      },
    ]);
  });

  it.each([
    ['accept', 'approved', 'none'],
    ['acceptForSession', 'approved', 'session_approval'],
    [{ acceptWithExecpolicyAmendment: { execpolicy_amendment: ['touch'] } }, 'approved', 'exec_policy_amendment'],
    [network('allow'), 'approved', 'network_policy_amendment'],
    [network('deny'), 'denied', 'network_policy_amendment'],
    ['decline', 'denied', 'none'],
    ['cancel', 'aborted', 'none'],
  ])('a user review is resolved as the client decides: %j', (decision, status, resolution) => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1').decide(decision);
    expect(session.params('codex_review_event')).toMatchObject([{ status, resolution }]);
  });

  it.each([
    [{ decision: 'maybe' }],
    [{ decision: 'constructor' }],
    [{}],
    [null],
    [{ decision: { invented: true } }],
    [{ decision: network('ask') }],
  ])('a user review has no event, and does not count on its item, when the answer means nothing: %j', (result) => {
    const { session, turn } = openCommand();
    const approval = turn.askCommand(1, 'item-1');
    approval.answer(result);
    approval.resolved();
    turn.itemCompleted(command('item-1', { status: 'failed' }));
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.params('codex_command_execution_event')).toMatchObject([{ review_count: 0 }]);
  });

  it('a user review that the client answers with an error is aborted, whatever was asked for', () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1').refuse();
    turn.askPermissions(2, 'item-1').refuse();
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'aborted' }, { status: 'aborted' }]);
  });

  it.each([undefined, -1])('a user review with the start %s has no event', (startedAtMs) => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1', { startedAtMs }).decide('accept');
    session.end();
    expect(session.params('codex_review_event')).toEqual([]);
  });

  it.each([undefined, -1])(
    'a user review with the start %s has a span from the moment it was observed',
    (startedAtMs) => {
      const { session, turn } = openCommand();
      session.wait(1000);
      const approvals = [turn.askCommand(1, 'item-1', { startedAtMs }), turn.askPatch(2, 'item-1', { startedAtMs })];
      session.wait(42);
      for (const approval of approvals) approval.decide('accept');
      expect(session.offsets('review')).toEqual([
        [1000, 1042],
        [1000, 1042],
      ]);
      expect(session.facts('review')).toMatchObject([{ status: 'approved' }, { status: 'approved' }]);
      expect(session.params('codex_review_event')).toEqual([]);
    },
  );

  it('a review span has how its command runs and which client answered', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('item-1', { source: 'unifiedExecStartup' }));
    turn.askCommand(1, 'item-1').decide('accept');
    turn.askCommand(2, 'item-2').decide('accept');
    turn.guardianCompleted('review-1', null, 'approved');
    const answered = session.facts('review').map((facts) => [facts.commandSource, facts.decidedBy?.clientName]);
    expect(answered).toEqual([
      ['unified_exec', 'codex_vscode'],
      [null, 'codex_vscode'],
      ['unified_exec', undefined],
    ]);
  });

  it('a request that is no approval makes no review', () => {
    const { session, client, turn } = openCommand();
    for (const [n, method] of ['mcpServer/elicitation/request', 'item/tool/call', 'execCommandApproval'].entries()) {
      client.receives({ method, id: n, params: { threadId: turn.thread.id, turnId: turn.id, itemId: 'item-1' } });
      client.sends({ id: n, result: { decision: 'accept', action: 'accept' } });
    }
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.params('codex_command_execution_event')).toMatchObject([{ review_count: 0 }]);
  });
});

describe('managed checkpoint', () => {
  it('a review of kind humanCommand, which has no command item, is a span under its turn with an event', () => {
    const { session, turn } = openTurn();
    session.wait(10);
    const approval = turn.askCommand(1, 'human-1', { kind: 'humanCommand' });
    session.wait(10);
    approval.decide('accept');
    turn.completed();
    const [span] = session.spansOf('review');
    expect(session.lineage(span)).toEqual(['codex.review user', 'invoke_agent codex', 'codex.thread start']);
    expect(session.offsets('review')).toEqual([[10, 20]]);
    expect(session.params('codex_review_event')).toMatchObject([
      { item_id: 'human-1', subject_kind: 'command_execution', trigger: 'initial', status: 'approved' },
    ]);
    expect(session.spansOf('item')).toEqual([]);
    expect(session.facts('turn')).toMatchObject([{ reviewCount: 1 }]);
  });

  it('a review of kind humanCommand does not count on an item, whatever id it names', () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1', { kind: 'humanCommand' }).decide('decline');
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_review_event')).toMatchObject([{ item_id: 'item-1', status: 'denied' }]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { review_count: 0, user_review_count: 0, final_approval_outcome: 'unknown' },
    ]);
  });
});

describe('subject of a user review', () => {
  it.each([
    ['a command', {}, 'command_execution', 'initial'],
    ['without a kind', { kind: undefined }, 'command_execution', 'initial'],
    ['of an unknown kind', { kind: 'somethingNew' }, 'command_execution', 'initial'],
    ['a managed checkpoint', { kind: 'humanCommand', additionalPermissions: {} }, 'command_execution', 'initial'],
    ['an intercepted execve', { approvalId: 'call-2' }, 'command_execution', 'execve_intercept'],
    ['input to a terminal', { kind: 'writeStdin', approvalId: 'call-2' }, 'write_stdin', 'initial'],
    ['more permissions', { additionalPermissions: {} }, 'command_execution', 'sandbox_denial'],
    [
      'the network among its permissions',
      { additionalPermissions: { network: { enabled: true } } },
      'command_execution',
      'network_policy_denial',
    ],
    ['a policy for a host', { proposedNetworkPolicyAmendments: [{}] }, 'command_execution', 'network_policy_denial'],
    ['no policy after all', { proposedNetworkPolicyAmendments: [] }, 'command_execution', 'initial'],
  ])('a command review has the subject and the trigger of its request: %s', (_name, params, subject_kind, trigger) => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1', params).decide('accept');
    expect(session.params('codex_review_event')).toMatchObject([
      { subject_kind, subject_name: subject_kind, trigger, item_id: 'item-1' },
    ]);
  });

  it.each([
    [null, 'initial', false],
    ['/home/dev/elsewhere', 'sandbox_denial', true],
  ])(
    'a patch review has the trigger of its grant root, and its item the permissions that were asked for: %s',
    (grantRoot, trigger, additional) => {
      const { session, turn } = openTurn();
      turn.itemStarted(patch('item-1'));
      turn.askPatch(1, 'item-1', { grantRoot }).decide('acceptForSession');
      turn.itemCompleted(patch('item-1'));
      expect(session.params('codex_review_event')).toMatchObject([
        { subject_kind: 'file_change', subject_name: 'apply_patch', trigger, resolution: 'session_approval' },
      ]);
      expect(session.params('codex_file_change_event')).toMatchObject([
        {
          user_review_count: 1,
          final_approval_outcome: 'user_approved_for_session',
          requested_additional_permissions: additional,
          requested_network_access: false,
        },
      ]);
    },
  );

  it('a network review in a subagent has the lineage of its thread and the network amendment as its resolution', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    const childTurn = child.turn().started();
    const item = 'network#local#http#secret.example#80#e82e0a88-2135-44e3-a948-6e3c31e6659c';
    const approval = childTurn.askCommand(7, item, {
      networkApprovalContext: { host: 'secret.example', protocol: 'http' },
      proposedNetworkPolicyAmendments: [{ host: 'secret.example', action: 'allow' }],
    });
    session.wait(2);
    approval.decide(network('allow'));
    expect(session.params('codex_review_event')).toMatchObject([
      {
        thread_id: child.id,
        item_id: 'network#local#http##80#e82e0a88-2135-44e3-a948-6e3c31e6659c',
        thread_source: 'subagent',
        subagent_source: 'thread_spawn',
        parent_thread_id: turn.thread.id,
        subject_kind: 'network_access',
        subject_name: 'network_access',
        trigger: 'network_policy_denial',
        status: 'approved',
        resolution: 'network_policy_amendment',
        duration_ms: 2,
      },
    ]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });

  it.each([
    ['network#http#secret.example#80', 'network#http##80'],
    ['network#local#https#secret.example#443', 'network#local#https##443'],
    [
      'network#local#http#::1#80#e82e0a88-2135-44e3-a948-6e3c31e6659c',
      'network#local#http##80#e82e0a88-2135-44e3-a948-6e3c31e6659c',
    ],
    ['network#http#10#80', 'network#http##80'],
    ['call-1', 'call-1'],
  ])('a network review leaves the host out of its made-up item id: %s', (made, expected) => {
    const { session, turn } = openTurn();
    turn.askCommand(7, made, { networkApprovalContext: { host: 'secret.example', protocol: 'http' } }).decide('accept');
    expect(session.params('codex_review_event')).toMatchObject([{ item_id: expected }]);
    expect(session.facts('review')).toMatchObject([{ itemId: expected }]);
  });
});
