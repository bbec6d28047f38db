import { describe, expect, it } from 'vitest';
import { activity, command, patch, userMessage, webSearch } from '../acceptance/items.js';
import { START, Session, openThread, openTurn } from '../acceptance/session.js';

const MINUTE = 60_000;

/** A turn with a command, a review of it and a hook, all going on. */
function openEverything(options: Parameters<typeof openTurn>[0] = {}) {
  const opened = openTurn(options);
  const { session, turn } = opened;
  session.wait(10);
  turn.itemStarted(command('call-1'));
  turn.askCommand(0, 'call-1');
  turn.notify('hook/started', { run: { id: 'h', eventName: 'preToolUse', source: 'user', status: 'running' } });
  session.wait(10);
  return opened;
}

/** Type, start and end since the session began, and why it ended. */
const ended = (session: Session) =>
  session.spans
    .map((span) => {
      const [start, end] = [span.startTime, span.endTime].map(([s, ns]) => s * 1000 + ns / 1e6 - START);
      return [span.attributes['codex.span.type'], start, end, span.attributes['codex.end_reason']] as const;
    })
    .filter(([type]) => type !== 'thread_initialization');

describe('what a turn leaves open', () => {
  it('may still complete within a minute of the turn’s end', () => {
    const { session, turn } = openEverything();
    turn.completed({ durationMs: 20 });
    session.wait(MINUTE - 1);
    expect(ended(session)).toEqual([['turn', 0, 20, undefined]]);
    turn.itemCompleted(command('call-1'));
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'preToolUse', status: 'completed', durationMs: 3 } });
    expect(ended(session).slice(1)).toEqual([
      ['item', 10, 20 + MINUTE - 1, undefined],
      ['hook', 10, 13, undefined],
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([{ terminal_status: 'completed' }]);
  });

  it('ends with the turn when a minute has passed, in whatever way time passes', () => {
    const { session, turn } = openEverything();
    turn.completed({ durationMs: 20 });
    expect(session.observer.nextDeadline).toBe(START + 20 + MINUTE);
    session.wait(MINUTE);
    expect(session.observer.nextDeadline).toBeUndefined();
    expect(ended(session)).toEqual([
      ['turn', 0, 20, undefined],
      ['item', 10, 20, 'turn_ended'],
      ['review', 10, 20, 'turn_ended'],
      ['hook', 10, 20, 'turn_ended'],
    ]);
    expect(session.types).toEqual(['codex_thread_initialized', 'codex_turn_event']);
  });

  it('and began after its end, ends where it began', () => {
    const { session, turn } = openTurn();
    turn.completed({ durationMs: 20 });
    session.wait(500);
    turn.itemStarted(command('call-1'));
    session.wait(MINUTE);
    expect(ended(session)).toContainEqual(['item', 500, 500, 'turn_ended']);
  });

  it('is not made again by what is told of it later', () => {
    const { session, thread, turn } = openEverything();
    turn.completed({ durationMs: 20 });
    session.wait(MINUTE);
    const before = session.spans.length;
    turn.started().itemCompleted(command('call-1')).itemStarted(patch('call-2')).completed();
    turn.askCommand(1, 'call-1').decide('accept');
    turn.guardianCompleted('review-1', 'call-1', 'approved');
    thread.startTurn().completed();
    session.end();
    const types = session.spans.slice(before).map((span) => span.attributes['codex.span.type']);
    expect(types).toEqual(['turn', 'thread']);
    expect(session.counters.get('messages.skipped', 'after the turn')).toBeGreaterThan(4);
    expect(new Set(session.spans.map((span) => span.spanContext().spanId)).size).toBe(session.spans.length);
  });

  it('is answered too late: a review whose turn is over is aborted, at its resolution or else its answer', () => {
    const { session, turn } = openTurn();
    const [first, second] = [turn.askCommand(0, 'call-1'), turn.askCommand(1, 'call-2')];
    turn.completed({ status: 'interrupted', durationMs: 5 });
    session.wait(10);
    first.answer({ decision: 'accept' });
    second.answer({ decision: 'accept' });
    session.wait(10);
    first.resolved();
    session.wait(MINUTE);
    const reviews = ended(session).filter(([type]) => type === 'review');
    expect(reviews).toEqual([
      ['review', 0, 20, undefined],
      ['review', 0, 10, undefined],
    ]);
    expect(session.params('codex_review_event').map(({ status }) => status)).toEqual(['aborted', 'aborted']);
  });
});

describe('what a connection leaves open', () => {
  it('ends at once where the server went with it', () => {
    const { session, client } = openEverything();
    session.wait(100);
    client.close();
    expect(ended(session)).toEqual([
      ['turn', 0, 10, 'server_closed'],
      ['item', 10, 10, 'server_closed'],
      ['review', 10, 10, 'server_closed'],
      ['hook', 10, 10, 'server_closed'],
      ['thread', 0, 120, 'connection_closed'],
    ]);
    expect(session.observer.openCounts).toEqual({ threads: 0, turns: 0 });
  });

  it('of a stdio server goes on while another connection to it is open', () => {
    const session = new Session();
    const first = session.connect().initialize();
    const second = session.connect().initialize();
    const turn = first.startThread().startTurn().itemStarted(command('call-1'));
    first.close();
    expect(ended(session)).toEqual([['thread', 0, 0, 'connection_closed']]);
    session.wait(MINUTE);
    second.close();
    expect(ended(session).map(([type, , , reason]) => [type, reason])).toEqual([
      ['thread', 'connection_closed'],
      ['turn', 'connection_closed'],
      ['item', 'connection_closed'],
    ]);
    expect(turn.id).toBe(session.facts('turn')[0]?.turnId);
  });

  it('waits a minute for a WebSocket client to come back, and ends when it does not', () => {
    const { session, client } = openEverything({ transport: 'websocket' });
    session.wait(100);
    client.close();
    expect(ended(session)).toEqual([['thread', 0, 120, 'connection_closed']]);
    session.wait(MINUTE - 1);
    expect(ended(session)).toHaveLength(1);
    session.wait(1);
    expect(ended(session).slice(1)).toEqual([
      ['turn', 0, 10, 'connection_closed'],
      ['item', 10, 10, 'connection_closed'],
      ['review', 10, 10, 'connection_closed'],
      ['hook', 10, 10, 'connection_closed'],
    ]);
    expect(session.observer.openCounts).toEqual({ threads: 0, turns: 0 });
    expect(session.observer.nextDeadline).toBeUndefined();
  });

  it('finds its turn, its items and its review going on where the WebSocket client comes back', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('call-1'));
    const asked = turn.askCommand(0, 'call-1');
    session.wait(100);
    client.close();
    session.wait(500);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    const again = asked.on(back);
    session.wait(100);
    again.decide('accept');
    turn.on(back).itemCompleted(command('call-1')).completed({ durationMs: 700 });
    back.close();
    session.end();
    expect(ended(session)).toEqual([
      ['thread', 0, 100, 'connection_closed'],
      ['review', 0, 700, undefined],
      ['item', 0, 700, undefined],
      ['turn', 0, 700, undefined],
      ['thread', 600, 700, 'connection_closed'],
    ]);
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'approved', duration_ms: 700 }]);
    expect(session.params('codex_turn_event')).toHaveLength(1);
  });

  it('counts what the answer to a client that came back says to be over, once', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.item(command('call-1')).itemStarted(command('call-2'));
    client.close();
    const back = session.connect({ transport: 'websocket' }).initialize();
    const items = [
      command('call-1'),
      command('call-2'),
      patch('call-3', { status: 'declined' }),
      { ...webSearch('call-4'), completedAtMs: session.now },
      webSearch('call-5'),
      command('call-6', { status: 'inProgress' }),
      activity('call-7', 'interacted', session.nextId(), { completedAtMs: session.now }),
      activity('call-8', 'completed', session.nextId(), { completedAtMs: session.now }),
      userMessage('m'),
    ];
    const over = { id: session.nextId(), status: 'completed', items: [command('call-9')] };
    const turns = [over, { id: turn.id, status: 'inProgress', items }];
    back.resumeThread(thread.id, { turns });
    back.resumeThread(thread.id, { turns });
    const again = turn.on(back);
    again.itemCompleted(command('call-2')).itemCompleted(command('call-6')).completed();
    expect(session.params('codex_turn_event')).toMatchObject([
      {
        total_tool_call_count: 6,
        shell_command_count: 3,
        file_change_count: 1,
        web_search_count: 1,
        subagent_tool_call_count: 1,
      },
    ]);
    expect(session.params('codex_command_execution_event').map(({ item_id: id }) => id)).toEqual(['call-1', 'call-2']);
  });

  it('is asked alone what began while nobody was connected: a review that is a span, no event, and counts nowhere', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('call-1'));
    session.wait(100);
    client.close();
    session.wait(300);
    const asked = { startedAtMs: session.now };
    session.wait(100);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    const approval = turn.on(back).askCommand(0, 'call-1', asked);
    session.wait(100);
    approval.decide('accept');
    turn.on(back).itemCompleted(command('call-1')).completed({ durationMs: 600 });
    expect(session.facts('review')).toMatchObject([{ status: 'approved', hadConnectedClient: false }]);
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { review_count: 0, final_approval_outcome: 'unknown' },
    ]);
  });
});

describe('a server', () => {
  it('that nobody is connected to any more is forgotten with its last thread', () => {
    const session = new Session();
    const scopes: unknown[] = [];
    for (const home of ['/first', '/second']) {
      const client = session.connect({ transport: 'websocket' });
      const userAgent = 'codex_vscode/0.169.0 (Debian 12.0.0; x86_64)';
      client.call('initialize', { clientInfo: { name: 'x' } }, { userAgent, platformOs: 'linux', codexHome: home });
      const skill = { type: 'skill', name: 'painter', path: `${home}/skills/painter/SKILL.md` };
      client
        .startThread()
        .startTurn({ input: [skill] })
        .completed();
      client.close();
      session.wait(MINUTE);
      scopes.push(session.facts('turn').at(-1)?.skills[0]?.scope);
    }
    expect(scopes).toEqual(['user', 'user']);
  });
});

describe('what a thread leaves open', () => {
  it.each(['thread/closed', 'thread/deleted', 'thread/archived'])('may go on for a minute after %s', (method) => {
    const { session, thread } = openEverything();
    session.wait(100);
    thread.notify(method);
    thread.notify(method);
    expect(ended(session).filter(([type]) => type === 'thread')).toEqual([['thread', 0, 120, undefined]]);
    expect(session.spansOf('turn')).toEqual([]);
    session.wait(MINUTE);
    const rest = ended(session).filter(([type]) => type !== 'thread' && type !== 'thread_archive');
    expect(rest.map(([type, , , reason]) => [type, reason])).toEqual([
      ['turn', 'thread_closed'],
      ['item', 'thread_closed'],
      ['review', 'thread_closed'],
      ['hook', 'thread_closed'],
    ]);
  });

  it('belongs to a thread of its own when it is opened again', () => {
    const { session, client, thread } = openThread();
    session.wait(10);
    thread.notify('thread/closed');
    session.wait(10);
    client.resumeThread(thread.id).startTurn().completed({ durationMs: 5 });
    session.wait(2 * MINUTE);
    client.close();
    expect(ended(session)).toEqual([
      ['thread', 0, 10, undefined],
      ['turn', 20, 25, undefined],
      ['thread', 20, 20 + 2 * MINUTE, 'connection_closed'],
    ]);
    expect(session.facts('thread').map(({ turnCount }) => turnCount)).toEqual([0, 1]);
  });
});

describe('what the observer leaves open', () => {
  it('ends where it was last heard of', () => {
    const { session } = openEverything();
    session.wait(5000).end();
    expect(ended(session)).toEqual([
      ['turn', 0, 10, 'observation_ended'],
      ['item', 10, 10, 'observation_ended'],
      ['review', 10, 10, 'observation_ended'],
      ['hook', 10, 10, 'observation_ended'],
      ['thread', 0, 10, 'observation_ended'],
    ]);
  });

  it('is nothing: no thread, no turn, nothing that waits', () => {
    const { session, turn } = openEverything();
    turn.completed();
    expect(session.observer.openCounts).toEqual({ threads: 1, turns: 0 });
    session.end();
    expect(session.observer.openCounts).toEqual({ threads: 0, turns: 0 });
    expect(session.observer.nextDeadline).toBeUndefined();
    const before = session.spans.length;
    session.end().wait(2 * MINUTE);
    expect(session.spans).toHaveLength(before);
  });

  it('is told no more where it goes on later', () => {
    const { session, thread, turn } = openEverything({ transport: 'websocket' });
    session.end();
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    turn.on(back).itemCompleted(command('call-1')).completed();
    session.end();
    expect(session.facts('turn')).toMatchObject([{ endReason: 'observation_ended' }]);
    expect(session.facts('item')).toMatchObject([{ endReason: 'observation_ended' }]);
  });

  it('has no event, but for what the protocol had already told', () => {
    const { session } = openEverything();
    session.end();
    expect(session.types).toEqual(['codex_thread_initialized']);
  });

  it('tells an item that failed with its turn of nothing but the turn', () => {
    const { session, turn } = openEverything();
    turn.completed({ status: 'failed', error: { codexErrorInfo: 'badRequest' } });
    session.end();
    expect(session.facts('item')).toMatchObject([{ terminalStatus: null, failureKind: null }]);
    const errors = session.spans.filter((span) => span.attributes['error.type'] !== undefined);
    expect(errors.map((span) => span.name)).toEqual(['invoke_agent codex']);
  });
});
