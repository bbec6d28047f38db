import { describe, expect, it } from 'vitest';
import { activity, collab, command, spawn } from '../items.js';
import { openThread, type Session, type Thread, type Turn } from '../session.js';

/** The members of a turn before 0.169, which reports no root turn. */
const NO_ROOT = { rootTurnId: undefined };

const rootOf = (session: Session, turn: Turn) => {
  const found = session.params('codex_turn_event').find(({ turn_id }) => turn_id === turn.id);
  return found?.root_turn_id;
};

/** A turn of the user that spawns a subagent, and the subagent's first turn. */
function spawned(version: string) {
  const opened = openThread({ version });
  const { session, client, thread } = opened;
  const parent = thread.startTurn({ turnTrigger: 'automation' }, NO_ROOT);
  const child = client.thread(session.nextId());
  parent.item(spawn('call-1', child.id));
  const first = child.turn().started(NO_ROOT).item(command('call-2')).completed(NO_ROOT);
  return { ...opened, parent, child, first };
}

describe('root turn', () => {
  it.each([
    ['0.149.9', 'none', 'none'],
    ['0.150.0', 'its own', "the parent's"],
    ['0.153.9', 'its own', "the parent's"],
    ['0.158.0', 'its own', "the parent's"],
    ['0.168.9', 'its own', "the parent's"],
  ])("in version %s a user's turn has the root %s and its subagent's turn %s", (version, own, ofChild) => {
    const { session, parent, first } = spawned(version);
    parent.completed(NO_ROOT);
    expect(rootOf(session, parent)).toBe(own === 'none' ? null : parent.id);
    expect(rootOf(session, first)).toBe(ofChild === 'none' ? null : parent.id);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { root_turn_id: ofChild === 'none' ? null : parent.id },
    ]);
  });

  it.each([
    ['0.150.0', 'automation', true],
    ['0.153.0', null, true],
    ['0.153.0', 'subagent', false],
    ['0.153.0', 'memory_consolidation', false],
    ['0.154.0', 'subagent', true],
    ['0.154.0', 'memory_consolidation', true],
  ])('in version %s a turn of a thread with source %s is its own root: %s', (version, threadSource, isRoot) => {
    const { session, client } = openThread({ version });
    const turn = client.startThread({ threadSource }).startTurn({}, NO_ROOT).completed(NO_ROOT);
    expect(rootOf(session, turn)).toBe(isRoot ? turn.id : null);
  });

  it.each([
    ['0.153.0', false],
    ['0.154.0', true],
  ])('in version %s a turn that started by itself is its own root: %s', (version, isRoot) => {
    const { session, thread } = openThread({ version });
    thread.notify('thread/goal/updated', { turnId: null, goal: { status: 'active' } });
    const turn = thread.turn().started(NO_ROOT).completed(NO_ROOT);
    expect(rootOf(session, turn)).toBe(isRoot ? turn.id : null);
  });

  it("a user's command has the root of a client's turn that has begun its work, and before that none", () => {
    const { session, thread } = openThread({ version: '0.171.0' });
    const turn = thread.acceptTurn().item(command('call-1', { source: 'userShell' }));
    turn
      .started()
      .item(command('call-2', { source: 'userShell' }))
      .completed();
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { item_id: 'call-1', root_turn_id: null },
      { item_id: 'call-2', root_turn_id: turn.id },
    ]);
  });

  it("in version 0.158 a subagent's subagent has the root of the user's turn", () => {
    const { session, client, parent, child } = spawned('0.158.0');
    const second = child.turn().started(NO_ROOT);
    const grandchild = client.thread(session.nextId());
    second.item(spawn('call-3', grandchild.id));
    grandchild.turn().started(NO_ROOT).item(command('call-4')).completed(NO_ROOT);
    expect(session.facts('turn').at(-1)).toMatchObject({ rootTurnId: parent.id });
  });

  it.each(['0.169.0', '0.171.0'])(
    'in version %s a turn has the root that the server reports, and no other',
    (version) => {
      const { session, thread } = openThread({ version });
      const other = session.nextId();
      const reported = thread.startTurn({}, { rootTurnId: other }).completed({ rootTurnId: other });
      const silent = thread.startTurn({}, NO_ROOT).completed(NO_ROOT);
      expect([rootOf(session, reported), rootOf(session, silent)]).toEqual([other, null]);
    },
  );
});

describe("trigger of a subagent's turn", () => {
  const triggers = (session: Session, thread: Thread) =>
    session
      .params('codex_turn_event')
      .filter(({ thread_id }) => thread_id === thread.id)
      .map(({ turn_trigger }) => turn_trigger);

  it('a spawned turn and its tools have the trigger of the turn that spawned it', () => {
    const { session, child, parent } = spawned('0.171.0');
    parent.item(command('call-9')).completed();
    expect(triggers(session, child)).toEqual(['automation']);
    expect(session.params('codex_command_execution_event').map(({ turn_trigger }) => turn_trigger)).toEqual([
      'automation',
      'automation',
    ]);
    expect(session.params('codex_collab_agent_tool_call_event')).toMatchObject([{ turn_trigger: 'automation' }]);
  });

  it.each([
    ['a sendInput call', (child: string) => collab('call-5', { tool: 'sendInput', receiverThreadIds: [child] })],
    ['an activity of kind interacted', (child: string) => activity('call-5', 'interacted', child)],
  ])('a turn after %s has the trigger and the root of the turn that sent it', (_what, item) => {
    const { session, thread, parent, child } = spawned('0.158.0');
    parent.completed(NO_ROOT);
    const next = thread.startTurn({ turnTrigger: 'user' }, NO_ROOT);
    next.item(item(child.id));
    const second = child.turn().started(NO_ROOT).item(command('call-6')).completed(NO_ROOT);
    expect(triggers(session, child)).toEqual(['automation', 'user']);
    expect(rootOf(session, second)).toBe(next.id);
  });

  it('a call that names the subagent for another reason changes neither', () => {
    const { session, thread, parent, child } = spawned('0.158.0');
    parent.completed(NO_ROOT);
    const next = thread.startTurn({ turnTrigger: 'user' }, NO_ROOT);
    next.item(collab('call-5', { tool: 'wait', receiverThreadIds: [child.id] }));
    next.item(collab('call-6', { tool: 'sendInput', receiverThreadIds: [session.nextId()] }));
    const second = child.turn().started(NO_ROOT).item(command('call-7')).completed(NO_ROOT);
    expect(triggers(session, child)).toEqual(['automation', 'automation']);
    expect(rootOf(session, second)).toBe(parent.id);
  });

  it("a tool has its turn's trigger: of the queue, of a goal, or none", () => {
    const { session, client, thread } = openThread();
    client.call('thread/queue/add', { threadId: thread.id, input: [] }, {});
    thread.turn().started().item(command('call-1')).completed();
    thread.startTurn().item(command('call-2')).completed();
    const goal = { status: 'active', tokenBudget: null, tokensUsed: 0, timeUsedSeconds: 0 };
    thread.notify('thread/goal/updated', { turnId: null, goal });
    thread.turn().started().item(command('call-3')).completed();
    expect(session.params('codex_command_execution_event').map(({ turn_trigger }) => turn_trigger)).toEqual([
      'queue',
      null,
      'goal',
    ]);
  });
});
