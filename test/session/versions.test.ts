import { describe, expect, it } from 'vitest';
import { collab, command, spawn } from './items.js';
import { openThread, openTurn, Session } from './session.js';

const OLDEST = '0.131.0';
const NEWEST = '0.169.0';

describe('version of Codex', () => {
  it.each([
    ['0.138.9', 'guardian_subagent'],
    ['0.139.0', 'auto_review'],
    ['1.0.0', 'auto_review'],
  ])('the automatic reviewer has the name that version %s gives it: %s', (version, approvals_reviewer) => {
    const { session, thread } = openThread({ version });
    thread.startTurn({ approvalsReviewer: 'auto_review' }).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ approvals_reviewer }]);
  });

  it.each([
    ['0.139.9', 1],
    ['0.140.0', 2],
    ['1.0.0', 2],
  ])('a turn that no client asked for has an event since 0.140: %s has %d turn events', (version, events) => {
    const { session, thread } = openThread({ version });
    thread.startTurn().completed();
    thread.turn().started().item(command('call-1')).completed();
    expect(session.params('codex_turn_event')).toHaveLength(events);
    expect(session.params('codex_command_execution_event')).toHaveLength(1);
  });

  it.each([
    ['0.139.9', 0],
    ['0.140.0', 1],
    ['1.0.0', 1],
  ])('a goal has a span in each version and an event since 0.140: %s has %d goal events', (version, events) => {
    const { session, thread } = openThread({ version });
    thread.notify('thread/goal/updated', { turnId: null, goal: { status: 'active' } });
    expect(session.params('codex_goal_event')).toHaveLength(events);
    expect(session.spansOf('goal')).toHaveLength(1);
  });

  it.each([
    ['0.142.9', 'acme'],
    ['0.143.0', 'codex_vscode'],
    ['1.0.0', 'codex_vscode'],
  ])('the product client is the client before 0.143 and the originator since: %s has %s', (version, expected) => {
    const session = new Session({ version });
    session
      .connect()
      .initialize({ clientInfo: { name: 'acme', version: '9.8.7' } })
      .startThread();
    expect(session.params('codex_thread_initialized')).toMatchObject([
      { app_server_client: { product_client_id: expected, client_name: 'acme' } },
    ]);
    expect(session.facts('thread_initialization')).toMatchObject([{ client: { productClientId: 'codex_vscode' } }]);
  });

  it("a thread that another client's server loads, or forks, keeps the name of the client that made it as its product client", () => {
    const session = new Session({ version: '0.147.0' });
    const first = session.connect().initialize({}, { originator: 'first' });
    const thread = first.startThread();
    first.close();
    const second = session.connect({ server: '2' }).initialize({}, { originator: 'second' });
    second.resumeThread(thread.id);
    second.forkThread(thread.id);
    second.startThread();
    const names = session
      .params('codex_thread_initialized')
      .map(({ app_server_client: { product_client_id: name } }) => name);
    expect(names).toEqual(['first', 'first', 'first', 'second']);
  });

  it.each([
    ['0.149.9', 3],
    ['0.150.0', 2],
    ['1.0.0', 2],
  ])('two calls to other agents under one id count once since 0.150: %s counts %d', (version, count) => {
    const { session, turn } = openTurn({ version });
    turn.item(command('call'));
    for (let n = 0; n < 2; n += 1) {
      session.wait(10);
      turn.item(collab('call', { tool: 'wait' }));
    }
    turn.completed();
    expect(session.params('codex_collab_agent_tool_call_event')).toHaveLength(2);
    expect(session.params('codex_turn_event')).toMatchObject([
      { total_tool_call_count: count, subagent_tool_call_count: count - 1 },
    ]);
  });

  it.each([
    ['0.148.9', 0],
    ['0.149.0', 4],
    ['1.0.0', 4],
  ])('a turn counts its control tools by their effects since 0.149: %s counts %d', (version, total_tool_call_count) => {
    const { session, client, thread } = openThread({ version });
    const turn = thread.startTurn();
    const asked = { threadId: thread.id, turnId: turn.id, itemId: 'call-1', questions: [] };
    for (const id of [0, 1]) client.receives({ method: 'item/tool/requestUserInput', id, params: asked });
    turn.item({ type: 'imageView', id: 'call-2', path: '/x.png' });
    const goal = (status: string, tokensUsed: number) =>
      thread.notify('thread/goal/updated', { turnId: turn.id, goal: { status, tokensUsed } });
    goal('active', 0);
    goal('active', 5);
    goal('budgetLimited', 5);
    goal('complete', 5);
    turn.completed();
    client.receives({ method: 'item/tool/requestUserInput', id: 2, params: { ...asked, itemId: 'call-3' } });
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count, shell_command_count: 0 }]);
  });

  it.each([
    ['0.152.9-alpha.1', 'denied'],
    ['0.153.0', 'approved'],
    ['1.0.0', 'approved'],
  ])('a grant of permissions that were not asked for counts as in version %s: %s', (version, status) => {
    for (const permissions of [{ network: { enabled: true } }, { fileSystem: { write: ['/somewhere/else'] } }]) {
      const { session, turn } = openTurn({ version });
      turn.askPermissions(52, 'item-1').answer({ permissions, scope: 'turn' });
      expect(session.params('codex_review_event')).toMatchObject([{ status, resolution: 'none' }]);
    }
  });

  it.each([
    ['0.163.0', 0],
    ['0.164.0', 1],
    ['1.0.0', 1],
  ])('an item of a code review has an event since 0.164: %s has %d', (version, events) => {
    const { session, client, thread } = openThread({ version });
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    turn.item(command('call-1')).completed();
    expect(session.params('codex_command_execution_event')).toHaveLength(events);
    expect(session.spansOf('item')).toHaveLength(1);
  });
});

describe('attributes in each version', () => {
  /** The attributes of a goal's span and of a turn that no client asked for, but for the version itself. */
  function attributesIn(version: string) {
    const { session, thread } = openThread({ version });
    thread.notify('thread/goal/updated', { turnId: null, goal: { status: 'active' } });
    thread.turn().started().completed();
    return [...session.spansOf('goal'), ...session.spansOf('turn')].map(({ attributes }) => ({
      ...attributes,
      'codex.app_server.version': undefined,
    }));
  }

  it('a goal and a self-started turn have the same attributes whether or not their version has an event for them', () => {
    const newest = attributesIn(NEWEST);
    expect(newest).toHaveLength(2);
    for (const version of [OLDEST, '0.147.0']) expect(attributesIn(version), version).toEqual(newest);
  });
});

describe('version that is not known', () => {
  /** Events of a session in which all versions differ, without client and runtime. */
  function eventsOf(userAgent: string) {
    const session = new Session();
    const client = session.connect().initialize({}, { userAgent });
    const thread = client.startThread();
    const turn = thread.startTurn({ approvalsReviewer: 'auto_review' });
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    child.turn().started().item(command('call-2')).completed();
    thread.notify('thread/goal/updated', { turnId: turn.id, goal: { status: 'active', tokensUsed: 0 } });
    turn.item({ type: 'imageView', id: 'call-3', path: '/x.png' }).completed();
    thread.turn().started().completed();
    session.end();
    return session.events.map(({ event_type, event_params }) => ({
      event_type,
      event_params: { ...event_params, runtime: undefined, app_server_client: undefined },
    }));
  }

  it.each([
    ['version 0.0.0', 'codex_vscode/0.0.0 (Debian 12.0.0; x86_64) xterm-256color (codex_vscode; 1.2.3)'],
    ['version of a fork', 'codex_vscode/0.6.29 (Debian 12.0.0; x86_64) xterm-256color (codex_vscode; 1.2.3)'],
    ['user agent of a gateway', 'codex-companion-broker'],
    ['user agent of a stand-in', 'fake-codex/0.0.1'],
  ])('a server with the %s has the events of the newest version', (_version, userAgent) => {
    const newest = eventsOf(`codex_vscode/${NEWEST} (Debian 12.0.0; x86_64) xterm-256color (codex_vscode; 1.2.3)`);
    expect(newest.length).toBeGreaterThan(5);
    expect(eventsOf(userAgent)).toEqual(newest);
  });
});
