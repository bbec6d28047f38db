import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { activity, command, compaction, spawn, userMessage } from '../acceptance/items.js';
import { START, Session, openThread, openTurn, threadOf } from '../acceptance/session.js';

const parentOf = (session: Session, span: ReadableSpan | undefined) =>
  session.spans.find((other) => other.spanContext().spanId === span?.parentSpanContext?.spanId);
const lineage = (session: Session, span: ReadableSpan | undefined): string[] =>
  span === undefined ? [] : [span.name, ...lineage(session, parentOf(session, span))];

describe('a turn', () => {
  it('hangs under the latest opening of its thread', () => {
    const { session, client, thread } = openThread();
    thread.startTurn().completed();
    session.wait(10);
    client.resumeThread(thread.id).startTurn().completed();
    expect(session.spansOf('turn').map((span) => parentOf(session, span)?.name)).toEqual([
      'codex.thread start',
      'codex.thread resume',
    ]);
    session.end();
    const [threadSpan] = session.spansOf('thread');
    expect(parentOf(session, threadSpan)?.name).toBe('codex.thread start');
  });

  it('that only an answer told of, and that never began, makes no span', () => {
    const { session, thread } = openThread();
    thread.acceptTurn();
    session.end();
    expect(session.spansOf('turn')).toEqual([]);
  });

  it('that began and of which nothing else was told is a span all the same', () => {
    const { session, thread } = openThread();
    thread.turn().thread.notify('turn/started', { turn: { id: session.nextId(), status: 'inProgress' } });
    session.end();
    expect(session.facts('turn')).toMatchObject([{ endReason: 'observation_ended', status: null }]);
  });

  it('whose beginning was not seen, and that never ended, begins with the first thing in it', () => {
    const { session, thread } = openThread();
    session.wait(100);
    const turn = thread.turn();
    turn.itemStarted(command('1'), START + 50);
    turn.guardianStarted('r', null, { startedAtMs: START + 40 });
    const other = thread.turn();
    other.item(userMessage('m'));
    session.end();
    const starts = session.facts('turn').map(({ turnId, startMs }) => [turnId, startMs - START]);
    expect(starts).toEqual([
      [turn.id, 40],
      [other.id, 100],
    ]);
  });

  it("that begins with the user's own command stays that, whatever is asked for on top of it", () => {
    const { session, thread } = openThread();
    const turn = thread.turn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.itemStarted(command('call-1', { source: 'userShell' }));
    thread.acceptTurn({}, { id: turn.id });
    turn.item(userMessage('m')).completed();
    expect(session.facts('turn')).toMatchObject([{ task: 'user_shell' }]);
    expect(session.params('codex_turn_event')).toEqual([]);
  });

  it.each([
    ['failed', 'none'],
    ['interrupted', 'none'],
    ['completed', 'regular'],
  ])('that was to begin with a compaction that never completed, and %s, is of task %s', (status, task) => {
    const { session, thread } = openThread();
    const turn = thread.acceptTurn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.itemStarted(compaction('c')).item(userMessage('m')).completed({ status });
    expect(session.facts('turn')).toMatchObject([{ task }]);
  });

  it('is covered by its thread, also where it lasts beyond what closed that', () => {
    const { session, client, turn } = openTurn();
    session.wait(10);
    turn.completed({ durationMs: 500 });
    client.close();
    expect(session.facts('thread')).toMatchObject([{ endMs: START + 500 }]);
  });

  it('completes once', () => {
    const { session, turn } = openTurn();
    turn.completed({ durationMs: 5 }).completed({ durationMs: 50, status: 'failed' });
    expect(session.facts('turn')).toMatchObject([{ status: 'completed', durationMs: 5 }]);
  });

  it.each([undefined, null, 'constructor'])('without a status that anybody knows has none: %s', (status) => {
    const { session, turn } = openTurn();
    turn.completed({ status });
    expect(session.facts('turn')).toMatchObject([{ status: null }]);
  });

  it('is interrupted by nobody where the request names another', () => {
    const { session, client, thread, turn } = openTurn();
    const id = client.request('turn/interrupt', { threadId: thread.id, turnId: 'another' });
    client.refuse(id, { code: 1, message: 'no' });
    client.refuse(client.request('turn/interrupt', { threadId: thread.id }), { code: 1, message: 'no' });
    turn.completed({ status: 'interrupted' });
    expect(session.facts('turn')).toMatchObject([{ interruptRequestedAtMs: null }]);
  });

  it('of a status that nobody knows is over without one, and has no event', () => {
    const { session, turn } = openTurn();
    turn.completed({ status: 'transcended' });
    expect(session.facts('turn')).toMatchObject([{ status: null, endReason: null }]);
    expect(session.params('codex_turn_event')).toEqual([]);
  });
});

describe('in review mode', () => {
  /** `turn/started` bears another id than the response, the items and the completion. */
  function review() {
    const opened = openThread();
    const { session, client, thread } = opened;
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    const shadow = thread.turn();
    thread.notify('turn/started', { turn: { id: shadow.id, rootTurnId: turn.id, status: 'inProgress' } });
    turn.item({ type: 'enteredReviewMode', id: 'r' });
    session.wait(10);
    turn.itemStarted(command('call-1'));
    turn.askCommand(0, 'call-1').decide('accept');
    session.wait(10);
    return { ...opened, turn, shadow };
  }

  it('the turn is the one that completes; what it holds waits for it', () => {
    const { session, turn } = review();
    turn.itemCompleted(command('call-1'));
    expect(session.spansOf('item')).toEqual([]);
    turn.completed({ durationMs: 15 });
    expect(session.facts('turn')).toMatchObject([{ turnId: turn.id, task: 'review', startMs: START + 5 }]);
    const [item] = session.spansOf('item');
    const [asked] = session.spansOf('review');
    expect(lineage(session, asked)).toEqual([
      'codex.review user',
      'execute_tool shell',
      'invoke_agent codex',
      'codex.thread start',
    ]);
    expect(session.facts('item')).toMatchObject([{ startMs: START + 10, endMs: START + 20 }]);
    expect(item?.ended).toBe(true);
    session.end();
    expect(session.counters.get('spans.dropped', 'turn id of review mode')).toBe(1);
  });

  it.each([
    ['0.163.0', 0],
    ['0.164.0', 1],
  ])('what the review ran has events where the version knows its turn: %s', (version, count) => {
    const session = new Session({ version });
    const client = session.connect().initialize();
    const thread = client.startThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    turn.item(command('call-1')).completed();
    expect(session.params('codex_command_execution_event')).toHaveLength(count);
    expect(session.spansOf('item')).toHaveLength(1);
  });

  it('the other id is no turn, whether the review ends or not', () => {
    const { session, shadow } = review();
    session.end();
    expect(session.facts('turn').map(({ turnId }) => turnId)).not.toContain(shadow.id);
    expect(session.spansOf('turn')).toHaveLength(1);
    expect(session.counters.get('spans.dropped', 'turn id of review mode')).toBe(1);
  });

  it('a detached review belongs to a thread of its own, whose client is that of the thread under review', () => {
    const { session, client, thread } = openThread();
    const detached = client.thread(session.nextId());
    const turn = detached.turn();
    const answer = { turn: { id: turn.id }, reviewThreadId: detached.id };
    client.call('review/start', { threadId: thread.id, delivery: 'detached' }, answer);
    turn.item(userMessage('m')).item(command('call-1')).completed();
    session.end();
    expect(session.facts('item')).toMatchObject([{ client: { clientName: 'codex_vscode' } }]);
    expect(session.types).toEqual(['codex_thread_initialized']);
  });

  it('a review that an observer who came late hears of is a turn of a thread that nobody opened', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const [thread, turn] = [session.nextId(), session.nextId()];
    client.call('review/start', { threadId: thread }, { turn: { id: turn }, reviewThreadId: null });
    client.thread(thread).turn(turn).item({ type: 'enteredReviewMode', id: 'r' }).completed();
    session.end();
    expect(session.facts('turn')).toMatchObject([{ turnId: turn, task: 'review', client: null }]);
  });

  it('a review that is refused is none', () => {
    const { session, client, thread } = openThread();
    const id = client.request('review/start', { threadId: thread.id });
    client.refuse(id, { code: -32600, message: 'no' });
    thread.startTurn().completed();
    expect(session.facts('turn')).toMatchObject([{ task: 'regular' }]);
  });

  it('a review in the thread itself leaves the thread’s own turns alone', () => {
    const { session, thread, turn } = review();
    turn.completed();
    thread.startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ is_first_turn: true }]);
  });
});

describe('a thread that nobody opened', () => {
  it('is the root of its turns, from its first turn to its end', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const thread = client.thread(session.nextId());
    session.wait(10);
    const turn = thread.turn().started().item(command('call-1'));
    turn.completed({ durationMs: 7 });
    thread.turn().started().completed({ durationMs: 3 });
    client.close();
    const [root] = session.spansOf('thread');
    expect(root?.parentSpanContext).toBeUndefined();
    expect(root?.spanContext().traceId).toBe(thread.id.replaceAll('-', ''));
    expect(session.spansOf('turn').map((span) => parentOf(session, span))).toEqual([root, root]);
    expect(session.facts('thread')).toMatchObject([
      { startMs: START + 10, turnCount: 2, lineage: { isComplete: false } },
    ]);
    expect(session.events).toEqual([]);
  });

  it('is what its goals, hooks and steers hang under, too', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const thread = client.thread(session.nextId());
    thread.turn().started().completed();
    thread.notify('thread/goal/updated', { turnId: session.nextId(), goal: { status: 'active' } });
    thread.notify('hook/completed', { turnId: null, run: { id: 'h', eventName: 'sessionEnd' } });
    const steer = client.request('turn/steer', { threadId: thread.id, expectedTurnId: 'gone', input: [] });
    client.refuse(steer, { code: 1, message: 'no active turn to steer' });
    session.end();
    const [root] = session.spansOf('thread');
    for (const name of ['codex.goal created', 'codex.hook sessionEnd', 'codex.turn steer']) {
      const span = session.spans.find((other) => other.name === name);
      expect(parentOf(session, span), name).toBe(root);
    }
  });

  it('may be announced as its own ancestor, and belongs to nobody then', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const [a, b] = [session.nextId(), session.nextId()];
    for (const [id, parentThreadId] of [
      [a, b],
      [b, a],
      [a, b],
    ] as const)
      client.notify('thread/started', { thread: threadOf({ id, parentThreadId }, session.now) });
    client.thread(a).turn().started().item(command('call-1')).completed();
    session.end();
    expect(session.facts('turn')).toMatchObject([{ client: null }]);
  });

  it('and had no turn is nothing', () => {
    const session = new Session();
    const client = session.connect().initialize();
    client.notify('thread/started', { thread: threadOf({ id: session.nextId() }, session.now) });
    client.thread(session.nextId()).notify('thread/closed');
    client.close();
    expect(session.spans).toEqual([]);
  });

  it('until its turn goes on: its opening is then the root of what follows', () => {
    const session = new Session();
    const client = session.connect({ transport: 'websocket' }).initialize();
    const id = session.nextId();
    const turn = client.thread(id).turn().started();
    session.wait(10);
    client.resumeThread(id);
    turn.item(command('call-1')).completed();
    client.thread(id).startTurn().completed();
    session.end();
    expect(session.spansOf('thread')).toHaveLength(1);
    expect(session.spansOf('turn').map((span) => parentOf(session, span)?.name)).toEqual([
      'codex.thread',
      'codex.thread resume',
    ]);
  });
});

describe('a thread that an item spawned', () => {
  it('is opened from that item’s start to its own first turn, and lives in the trace of its parent', () => {
    const { session, client, thread, turn } = openTurn();
    const child = client.thread(session.nextId());
    session.wait(10);
    turn.itemStarted(spawn('call-1', child.id));
    session.wait(10);
    turn.itemCompleted(spawn('call-1', child.id));
    session.wait(10);
    const childTurn = child.turn().started().item(command('call-2'));
    childTurn.completed({ durationMs: 5 });
    child.turn().started().completed({ durationMs: 1 });
    turn.completed();
    session.end();
    const [, opening] = session.spansOf('thread_initialization');
    expect(session.facts('thread_initialization')[1]).toMatchObject({
      method: 'spawn',
      startMs: START + 10,
      endMs: START + 30,
      model: 'gpt-5.4',
      lineage: { parentThreadId: thread.id, subagentSource: 'thread_spawn', threadSource: 'subagent' },
    });
    expect(lineage(session, opening)).toEqual([
      'codex.thread spawn',
      'execute_tool spawn_agent',
      'invoke_agent codex',
      'codex.thread start',
    ]);
    const traces = new Set(session.spans.map((span) => span.spanContext().traceId));
    expect([...traces]).toEqual([thread.id.replaceAll('-', '')]);
    expect(session.params('codex_turn_event').map(({ is_first_turn }) => is_first_turn)).toEqual([true, false, true]);
    expect(session.params('codex_turn_event')[0]).toMatchObject({ thread_id: child.id, reasoning_effort: 'low' });
  });

  it('is opened as soon as its first turn begins, though nothing else is told of that', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    child.notify('turn/started', { turn: { id: session.nextId(), status: 'inProgress' } });
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
  });

  it('of the second generation begins with its parent’s history', () => {
    const { session, client, thread, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(activity('call-1', 'started', child.id, { model: 'gpt-6', reasoningEffort: 'low' }));
    turn.item(activity('call-2', 'started', null));
    child.turn().started().completed();
    expect(session.params('codex_thread_initialized')[1]).toMatchObject({
      thread_id: child.id,
      model: 'gpt-6',
      forked_from_thread_id: thread.id,
    });
    expect(session.params('codex_turn_event')).toMatchObject([
      { thread_id: child.id, is_first_turn: false, reasoning_effort: 'low' },
    ]);
  });

  it('without a model of its own has its parent’s', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id, { model: '', reasoningEffort: null }));
    child.turn().started().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ model: 'gpt-5.5' }]);
  });

  it('may have had a turn before the item that spawned it is told of', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    const early = child.turn();
    child.notify('turn/started', { turn: { id: early.id, status: 'inProgress' } });
    turn.item(spawn('call-1', child.id));
    early.item(userMessage('m')).completed();
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
    expect(session.params('codex_turn_event')).toMatchObject([{ model: 'gpt-5.4', total_tokens: 0 }]);
  });

  it('keeps its parent where the server announces it without one', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    client.notify('thread/started', { thread: threadOf({ id: child.id, parentThreadId: null }, session.now) });
    child.turn().started().item(command('call-2'));
    expect(session.facts('item').at(-1)).toMatchObject({ itemId: 'call-2', client: { clientName: 'codex_vscode' } });
  });

  it('is what it was before where it was known already', () => {
    const { session, client, turn } = openTurn();
    const other = client.startThread();
    turn.item(spawn('call-1', other.id)).item(spawn('call-2', other.id));
    other.startTurn().completed();
    expect(session.params('codex_thread_initialized').map(({ initialization_mode }) => initialization_mode)).toEqual([
      'new',
      'new',
    ]);
    expect(session.params('codex_turn_event')).toMatchObject([{ subagent_source: null }]);
  });

  it('and never had a turn was never anything', () => {
    const { session, turn } = openTurn();
    turn.item(spawn('call-1', session.nextId()));
    turn.completed();
    session.end();
    expect(session.spansOf('thread_initialization')).toHaveLength(1);
    expect(session.spansOf('thread')).toHaveLength(1);
  });

  it('by a turn that has no parent yet waits for it', () => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    child.turn().started().completed();
    expect(session.spansOf('turn')).toEqual([]);
    turn.completed();
    expect(session.spansOf('turn')).toHaveLength(2);
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
  });
});

describe('a compaction', () => {
  it('that a client asked for makes the next turn that nobody started a compaction', () => {
    const { session, client, thread } = openThread();
    const refused = client.request('thread/compact/start', { threadId: thread.id });
    client.refuse(refused, { code: 1, message: 'no' });
    thread.turn().started().completed();
    client.call('thread/compact/start', { threadId: thread.id }, {});
    thread.startTurn().item(compaction('c1')).completed();
    const turn = thread.turn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.item(compaction('c2')).completed();
    expect(session.facts('turn').map(({ task }) => task)).toEqual(['regular', 'regular', 'compaction']);
    expect(session.params('codex_compaction_event').map(({ trigger }) => trigger)).toEqual(['auto', 'manual']);
  });
});

describe('a subagent', () => {
  it('that is cut short before it did more than ask its model had a turn', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(activity('call-1', 'started', child.id));
    const first = child.turn();
    child.notify('turn/started', { turn: { id: first.id, status: 'inProgress' } });
    child.used(first, { inputTokens: 120, totalTokens: 132 });
    first.completed({ status: 'interrupted' });
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: first.id, status: 'interrupted' }]);
  });
});

describe('a queue', () => {
  it('starts turns whose first message tells what they begin with', () => {
    const { session, client, thread } = openThread();
    const [image, app] = [
      { type: 'image', url: 'a secret' },
      { type: 'mention', name: 'Calendar', path: 'app://calendar' },
    ];
    client.call('thread/queue/add', { threadId: thread.id, input: [] }, {});
    const queued = thread.turn();
    thread.notify('turn/started', { turn: { id: queued.id, status: 'inProgress' } });
    queued.item({ type: 'userMessage', id: 'm1', content: [image, image, app, app, 'odd'] });
    queued.item({ type: 'userMessage', id: 'm2', content: [image] }).completed();
    const asked = thread.acceptTurn({ input: [image] });
    thread.notify('turn/started', { turn: { id: asked.id, status: 'inProgress' } });
    asked.item({ type: 'userMessage', id: 'm3', content: [image, image] }).completed();
    expect(session.facts('turn').map(({ inputImageCount }) => inputImageCount)).toEqual([2, 1]);
    expect(session.params('codex_app_mentioned')).toMatchObject([{ connector_id: 'calendar' }]);
  });

  it('starts turns by itself, as many as were queued', () => {
    const { session, client, thread } = openThread();
    const refused = client.request('thread/queue/add', { threadId: thread.id, input: [] });
    client.refuse(refused, { code: 1, message: 'no' });
    client.call('thread/queue/add', { threadId: thread.id, input: [] }, {});
    thread.turn().started().completed();
    thread.turn().started().completed();
    expect(session.facts('turn').map(({ trigger }) => trigger)).toEqual(['queue', null]);
  });
});
