import { describe, expect, it } from 'vitest';
import { command, mcp, patch, spawn } from './items.js';
import { START, commandAction, openTurn, writeBuild } from './session.js';

/** A turn with a command under way. */
function openCommand(itemId = 'item-1') {
  const opened = openTurn();
  opened.turn.itemStarted(command(itemId));
  return opened;
}

const counts = (review_count: number, user: number, guardian: number, final_approval_outcome: string) => ({
  review_count,
  user_review_count: user,
  guardian_review_count: guardian,
  final_approval_outcome,
});
const NO_REVIEWS = counts(0, 0, 0, 'unknown');

describe("a user's review", () => {
  it('of a command has one event, when it is answered and not before (T24)', () => {
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
  ])('resolves as the client decides: %j', (decision, status, resolution) => {
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
  ])('resolves to nothing when the answer means nothing: %j', (result) => {
    const { session, turn } = openCommand();
    const approval = turn.askCommand(1, 'item-1');
    approval.answer(result);
    approval.resolved();
    turn.itemCompleted(command('item-1', { status: 'failed' }));
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.params('codex_command_execution_event')).toMatchObject([NO_REVIEWS]);
  });

  it('of a network amendment in a subagent bears its lineage and the amendment (T7)', () => {
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
  ])('of a host leaves it out of its made-up item id, as every version makes it up: %s', (made, told) => {
    const { session, turn } = openTurn();
    turn.askCommand(7, made, { networkApprovalContext: { host: 'secret.example', protocol: 'http' } }).decide('accept');
    expect(session.params('codex_review_event')).toMatchObject([{ item_id: told }]);
    expect(session.facts('review')).toMatchObject([{ itemId: told }]);
  });

  it.each([
    ['a command', {}, 'command_execution', 'initial'],
    ['without a kind', { kind: undefined }, 'command_execution', 'initial'],
    ['of a kind that nobody knows', { kind: 'humanCommand' }, 'command_execution', 'initial'],
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
  ])('of a command request says what is asked for: %s (T62)', (_name, params, subject_kind, trigger) => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1', params).decide('accept');
    expect(session.params('codex_review_event')).toMatchObject([
      { subject_kind, subject_name: subject_kind, trigger, item_id: 'item-1' },
    ]);
  });

  it.each([
    [null, 'initial', false],
    ['/home/dev/elsewhere', 'sandbox_denial', true],
  ])('of a patch asks for a folder or not: %s', (grantRoot, trigger, additional) => {
    const { session, turn } = openTurn();
    turn.itemStarted(patch('item-1'));
    turn.askPatch(1, 'item-1', { grantRoot }).decide('acceptForSession');
    turn.itemCompleted(patch('item-1'));
    expect(session.params('codex_review_event')).toMatchObject([
      { subject_kind: 'file_change', subject_name: 'apply_patch', trigger, resolution: 'session_approval' },
    ]);
    expect(session.params('codex_file_change_event')).toMatchObject([
      {
        ...counts(1, 1, 0, 'user_approved_for_session'),
        requested_additional_permissions: additional,
        requested_network_access: false,
      },
    ]);
  });

  it('of permissions that grants nothing is a denial, and its item counts no review (T25)', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('item-1'));
    turn.askPermissions(51, 'item-1').answer({ permissions: {}, scope: 'turn' });
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_review_event')).toMatchObject([
      {
        review_id: 'user:51',
        subject_kind: 'permissions',
        subject_name: 'permissions',
        status: 'denied',
        resolution: 'none',
      },
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([NO_REVIEWS]);
  });

  it.each([
    [{ permissions: writeBuild, scope: 'session' }, 'approved', 'session_approval'],
    [{ permissions: writeBuild, scope: 'turn' }, 'approved', 'none'],
    [{ permissions: writeBuild }, 'approved', 'none'],
    [{ permissions: writeBuild, scope: 'session', strictAutoReview: true }, 'denied', 'none'],
    [{ permissions: { fileSystem: { read: ['/home/dev/build'] } } }, 'approved', 'none'],
    [{ permissions: writeBuild, scope: 'forever' }, 'denied', 'none'],
    [{ permissions: { fileSystem: { entries: [{ path: '/x', access: 'dream' }] } } }, 'denied', 'none'],
    [{ scope: 'session' }, 'denied', 'none'],
    ['yes', 'denied', 'none'],
  ])('of permissions counts what was granted of what was asked for: %j (T26)', (result, status, resolution) => {
    const { session, turn } = openTurn();
    turn.askPermissions(52, 'item-1').answer(result);
    expect(session.params('codex_review_event')).toMatchObject([
      { review_id: 'user:52', trigger: 'sandbox_denial', status, resolution },
    ]);
  });

  it.each([
    ['0.169.0', 'approved'],
    ['0.147.0', 'denied'],
  ])('of permissions that grants something else counts as version %s counts it: %s (T26)', (version, status) => {
    for (const permissions of [{ network: { enabled: true } }, { fileSystem: { write: ['/somewhere/else'] } }]) {
      const { session, turn } = openTurn({ version });
      turn.askPermissions(52, 'item-1').answer({ permissions, scope: 'turn' });
      expect(session.params('codex_review_event')).toMatchObject([{ status, resolution: 'none' }]);
    }
  });

  it('of permissions for the network says so, with no word about paths or hosts (T62)', () => {
    const { session, turn } = openTurn();
    const permissions = { network: { enabled: true }, fileSystem: { read: ['/home/dev/secret-file.txt'] } };
    turn.askPermissions(1, 'item-1', permissions).answer({ permissions, scope: 'turn' });
    expect(session.params('codex_review_event')).toMatchObject([
      { trigger: 'network_policy_denial', status: 'approved' },
    ]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });

  it('that is given up is aborted, and an answer that comes later changes nothing (T27)', () => {
    const { session, turn } = openCommand();
    const approval = turn.askCommand(61, 'item-1');
    session.wait(5);
    approval.resolved();
    session.wait(5);
    approval.answer({ decision: 'accept' });
    session.end();
    expect(session.params('codex_review_event')).toMatchObject([
      { review_id: 'user:61', status: 'aborted', resolution: 'none', duration_ms: 5 },
    ]);
  });

  it('answered with an error is aborted, whatever was asked for', () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1').refuse();
    turn.askPermissions(2, 'item-1').refuse();
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'aborted' }, { status: 'aborted' }]);
  });

  it('without a start, or with a start before 1970, is none', () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1', { startedAtMs: undefined }).decide('accept');
    turn.askCommand(2, 'item-1', { startedAtMs: -1 }).decide('accept');
    session.end();
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.spansOf('review')).toEqual([]);
  });

  it('says on its span how the command is run, and for which client', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('item-1', { source: 'unifiedExecStartup' }));
    turn.askCommand(1, 'item-1').decide('accept');
    turn.askCommand(2, 'item-2').decide('accept');
    turn.guardianCompleted('review-1', null, 'approved');
    const told = session.facts('review').map((facts) => [facts.commandSource, facts.decidedBy?.clientName]);
    expect(told).toEqual([
      ['unified_exec', 'codex_vscode'],
      [null, 'codex_vscode'],
      ['unified_exec', undefined],
    ]);
  });

  it("counts on its item when that completes, with the last review's outcome (T29)", () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1').decide('acceptForSession');
    turn.itemCompleted(command('item-1'));
    turn.itemStarted(command('item-2'));
    turn.guardianCompleted('review-1', 'item-2', 'denied');
    turn.askCommand(2, 'item-2', { additionalPermissions: { network: { enabled: true } } }).decide('accept');
    turn.itemCompleted(command('item-2'));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      {
        ...counts(1, 1, 0, 'user_approved_for_session'),
        requested_additional_permissions: false,
        requested_network_access: false,
      },
      {
        ...counts(2, 1, 1, 'user_approved'),
        requested_additional_permissions: true,
        requested_network_access: true,
      },
    ]);
  });

  it.each([
    ['accept', 'user_approved'],
    ['decline', 'user_denied'],
    ['cancel', 'user_aborted'],
  ])('makes its item %s → %s', (decision, outcome) => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1').decide(decision);
    turn.itemCompleted(command('item-1', { status: 'declined' }));
    expect(session.params('codex_command_execution_event')).toMatchObject([counts(1, 1, 0, outcome)]);
  });

  it('of one thread does not touch an item of the same id in another (T30)', () => {
    const { session, client, turn } = openCommand();
    const other = client.startThread().startTurn().itemStarted(command('item-1'));
    turn.askCommand(1, 'item-1').decide('accept');
    other.itemCompleted(command('item-1'));
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { thread_id: other.thread.id, ...NO_REVIEWS },
      { thread_id: turn.thread.id, ...counts(1, 1, 0, 'user_approved') },
    ]);
  });

  it('of input to a terminal does not count on the command (T62)', () => {
    const { session, turn } = openCommand();
    turn.askCommand(1, 'item-1', { kind: 'writeStdin' }).decide('accept');
    turn.guardianCompleted('review-1', 'item-1', 'approved', { action: { ...commandAction, type: 'writeStdin' } });
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_review_event').map(({ subject_kind }) => subject_kind)).toEqual([
      'write_stdin',
      'write_stdin',
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([NO_REVIEWS]);
  });

  it('is none for questions that are no approvals', () => {
    const { session, client, turn } = openCommand();
    for (const [n, method] of ['mcpServer/elicitation/request', 'item/tool/call', 'execCommandApproval'].entries()) {
      client.hears({ method, id: n, params: { threadId: turn.thread.id, turnId: turn.id, itemId: 'item-1' } });
      client.says({ id: n, result: { decision: 'accept', action: 'accept' } });
    }
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.params('codex_command_execution_event')).toMatchObject([NO_REVIEWS]);
  });
});

describe("a guardian's review", () => {
  it('has its event when it completes, with its own times and ids (T28, T31)', () => {
    const { session, turn } = openCommand();
    const before = session.events.length;
    turn.guardianStarted('review-1', 'item-1');
    turn.guardianCompleted('review-1', 'item-1', 'inProgress');
    expect(session.events).toHaveLength(before);
    const times = { startedAtMs: START, completedAtMs: START + 42 };
    session.wait(50);
    turn.guardianCompleted('review-1', 'item-1', 'denied', times);
    turn.guardianCompleted('review-1', 'item-1', 'approved', times);
    expect(session.types.slice(before)).toEqual(['codex_guardian_review', 'codex_review_event']);
    expect(session.params('codex_review_event')).toMatchObject([
      {
        thread_id: turn.thread.id,
        turn_id: turn.id,
        item_id: 'item-1',
        review_id: 'review-1',
        thread_source: 'user',
        reviewer: 'guardian',
        status: 'denied',
        resolution: 'none',
        started_at_ms: START,
        completed_at_ms: START + 42,
        duration_ms: 42,
      },
    ]);
  });

  it('that runs out of time is timed out, and its item aborted by the guardian (T31)', () => {
    const { session, turn } = openCommand();
    turn.guardianCompleted('review-1', 'item-1', 'timedOut');
    turn.itemCompleted(command('item-1', { status: 'declined' }));
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'timed_out', resolution: 'none' }]);
    expect(session.params('codex_guardian_review')).toMatchObject([
      { decision: 'denied', terminal_status: 'timed_out' },
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([counts(1, 0, 1, 'guardian_aborted')]);
  });

  it.each([
    ['approved', 'guardian_approved'],
    ['denied', 'guardian_denied'],
    ['aborted', 'guardian_aborted'],
  ])('%s makes its item %s', (status, outcome) => {
    const { session, turn } = openTurn();
    turn.itemStarted(mcp('item-1'));
    const action = { type: 'mcpToolCall', server: 'helper', toolName: 'write' };
    turn.guardianCompleted('review-1', 'item-1', status, { action });
    turn.itemCompleted(mcp('item-1'));
    expect(session.params('codex_review_event')).toMatchObject([
      { subject_kind: 'mcp_tool_call', subject_name: 'write', trigger: 'initial', status },
    ]);
    expect(session.params('codex_mcp_tool_call_event')).toMatchObject([counts(1, 0, 1, outcome)]);
  });

  it.each([
    ['execve', {}, 'command_execution', 'execve_intercept'],
    ['applyPatch', { files: ['/home/dev/secret-file.txt'] }, 'file_change', 'sandbox_denial'],
    ['networkAccess', { host: 'secret.example', port: 80 }, 'network_access', 'network_policy_denial'],
    ['requestPermissions', { permissions: writeBuild, reason: 'a secret' }, 'permissions', 'sandbox_denial'],
    ['requestPermissions', { permissions: { network: { enabled: true } } }, 'permissions', 'network_policy_denial'],
    ['requestPermissions', {}, 'permissions', 'initial'],
  ])('of %s says what is asked for and nothing of it: %j', (type, detail, subject_kind, trigger) => {
    const { session, turn } = openTurn();
    turn.guardianCompleted('review-1', null, 'approved', { action: { type, ...detail } });
    expect(session.params('codex_review_event')).toMatchObject([{ subject_kind, trigger, item_id: null }]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });

  it.each(['postponed', 'constructor'])(
    'that ends in a way that nobody knows is over without an event: %s',
    (status) => {
      const { session, turn } = openTurn();
      turn.guardianCompleted('review-1', null, status);
      expect(session.params('codex_review_event')).toEqual([]);
      expect(session.facts('review')).toMatchObject([{ status: null, endReason: null }]);
    },
  );

  it('of a tool without a name is of an unknown one', () => {
    const { session, turn } = openTurn();
    turn.guardianCompleted('review-1', null, 'approved', { action: { type: 'mcpToolCall', server: 'helper' } });
    expect(session.params('codex_review_event')).toMatchObject([{ subject_name: 'unknown' }]);
  });

  it('of an action that analytics does not know is a span without an event', () => {
    const { session, turn } = openTurn();
    turn.guardianCompleted('review-1', null, 'approved', { action: { type: 'timeTravel' } });
    session.end();
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.spansOf('review')).toHaveLength(1);
  });

  it('has an event of its own without rationale, reason, host or target (T17)', () => {
    const { session, turn } = openTurn();
    const action = { type: 'networkAccess', target: 'http://secret.example:80', host: 'secret.example' };
    turn.guardianCompleted('review-1', null, 'approved', { action, completedAtMs: START + 2999 });
    expect(session.params('codex_guardian_review')).toEqual([
      {
        session_id: turn.thread.id,
        app_server_client: expect.objectContaining({ rpc_transport: 'stdio' }) as unknown,
        runtime: expect.objectContaining({ runtime_os: 'linux' }) as unknown,
        thread_id: turn.thread.id,
        turn_id: turn.id,
        review_id: 'review-1',
        target_item_id: null,
        decision: 'approved',
        terminal_status: 'approved',
        risk_level: 'low',
        user_authorization: 'high',
        started_at: START / 1000,
        completed_at: START / 1000 + 2,
      },
    ]);
  });
});

function network(action: string) {
  return { applyNetworkPolicyAmendment: { network_policy_amendment: { host: 'secret.example', action } } };
}
