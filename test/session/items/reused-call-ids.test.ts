import { describe, expect, it } from 'vitest';
import { command, dynamic, patch } from '../items.js';
import { openTurn, START } from '../session.js';

/** Some model providers number their calls anew in every response. */
const ID = 'terminal:0';

describe('call id that is used again within a turn', () => {
  it('three commands with one call id are three spans and events, and the turn counts three', () => {
    const { session, turn } = openTurn();
    for (const exitCode of [0, 1, 0]) {
      session.wait(100);
      turn.itemStarted(command(ID));
      session.wait(50);
      turn.itemCompleted(command(ID, { exitCode, status: exitCode === 0 ? 'completed' : 'failed' }));
    }
    turn.completed();
    expect(session.offsets('item')).toEqual([
      [100, 150],
      [250, 300],
      [400, 450],
    ]);
    expect(session.params('codex_command_execution_event').map(({ exit_code }) => exit_code)).toEqual([0, 1, 0]);
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count: 3, shell_command_count: 3 }]);
    session.expectEachSpanOnce();
  });

  it('two dynamic tool calls and two patches with one call id each have an event for each call', () => {
    const { session, turn } = openTurn();
    for (const item of [dynamic(ID), patch(ID), dynamic(ID), patch(ID)]) {
      session.wait(10);
      turn.item(item);
    }
    turn.completed();
    expect(session.params('codex_dynamic_tool_call_event')).toHaveLength(2);
    expect(session.params('codex_file_change_event')).toHaveLength(2);
    expect(session.params('codex_turn_event')).toMatchObject([{ dynamic_tool_call_count: 2, file_change_count: 2 }]);
  });

  it('the review of the second call with one call id hangs under the second call and counts on it', () => {
    const { session, turn } = openTurn();
    for (const request of [0, 1]) {
      session.wait(100);
      turn.itemStarted(command(ID));
      turn.askCommand(request, ID).decide(request === 0 ? 'decline' : 'accept');
      session.wait(50);
      turn.itemCompleted(command(ID, { status: request === 0 ? 'declined' : 'completed' }));
    }
    const parents = session.spansOf('review').map((span) => session.parentOf(span));
    expect(parents).toEqual(session.spansOf('item'));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { user_review_count: 1, final_approval_outcome: 'user_denied' },
      { user_review_count: 1, final_approval_outcome: 'user_approved' },
    ]);
  });

  it('two calls with one call id are two spans when two clients receive each report', () => {
    const { session, client, turn } = openTurn({ transport: 'websocket' });
    const second = session.connect({ transport: 'websocket' }).initialize();
    second.resumeThread(turn.thread.id);
    for (let call = 0; call < 2; call++) {
      session.wait(100);
      for (const each of [client, second]) turn.on(each).itemStarted(command(ID));
      session.wait(50);
      for (const each of [client, second]) turn.on(each).itemCompleted(command(ID));
    }
    for (const each of [client, second]) turn.on(each).completed();
    expect(session.spansOf('item')).toHaveLength(2);
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count: 2 }]);
  });

  it('a call that bears the start of a refused one of its id is a span and an event of its own', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command(ID), START);
    session.wait(100);
    turn.itemCompleted(command(ID, { status: 'declined', startedAtMs: START }));
    session.wait(100);
    turn.itemStarted(command(ID, { startedAtMs: START }), START);
    session.wait(100);
    turn.itemCompleted(command(ID, { startedAtMs: START }));
    turn.completed();
    expect(session.offsets('item')).toEqual([
      [0, 100],
      [0, 300],
    ]);
    expect(session.params('codex_command_execution_event').map(({ terminal_status }) => terminal_status)).toEqual([
      'rejected',
      'completed',
    ]);
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count: 2, shell_command_count: 2 }]);
    session.expectEachSpanOnce();
  });

  it('one call whose start and end are reported twice on one connection is one span', () => {
    const { session, turn } = openTurn();
    for (let n = 0; n < 2; n++) turn.itemStarted(command(ID));
    for (let n = 0; n < 2; n++) turn.itemCompleted(command(ID));
    turn.completed();
    expect(session.spansOf('item')).toHaveLength(1);
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count: 1 }]);
  });

  it('calls with one call id have events with different ids', () => {
    const { session, turn } = openTurn();
    for (let call = 0; call < 3; call++) {
      session.wait(10);
      turn.item(command(ID));
    }
    expect(session.facts('item').map(({ occurrence }) => occurrence)).toEqual([0, 1, 2]);
    session.expectEachSpanOnce();
  });

  it('a call id that is used again in another turn is the first of its id there', () => {
    const { session, thread, turn } = openTurn();
    turn.item(command(ID)).completed();
    session.wait(10);
    thread.startTurn().item(command(ID)).completed();
    expect(session.facts('item').map(({ occurrence }) => occurrence)).toEqual([0, 0]);
    session.expectEachSpanOnce();
  });
});

describe('calls that run at the same time under one call id', () => {
  /** Starts a call at 100, 200 and 300 ms; then they complete in the given order, 10 ms after each other. */
  function interleaved(order: readonly number[], starts: (n: number) => number | null) {
    const opened = openTurn();
    const { session, turn } = opened;
    for (let n = 0; n < 3; n++) {
      session.wait(100);
      turn.itemStarted(command(ID));
    }
    for (const n of order) {
      session.wait(10);
      turn.itemCompleted(command(ID, { exitCode: n, startedAtMs: starts(n) }));
    }
    turn.completed();
    return opened;
  }
  const exits = (session: ReturnType<typeof interleaved>['session']) =>
    session
      .facts('item')
      .map(({ startMs, endMs, detail }) => [startMs - START, endMs - START, 'exitCode' in detail && detail.exitCode]);

  it('each completion ends the call of its own start', () => {
    const { session } = interleaved([1, 2, 0], (n) => START + 100 * (n + 1));
    expect(exits(session)).toEqual([
      [200, 310, 1],
      [300, 320, 2],
      [100, 330, 0],
    ]);
    session.expectEachSpanOnce();
  });

  it('completions without a start end the calls in the order of their starts', () => {
    const { session } = interleaved([0, 1, 2], () => null);
    expect(exits(session)).toEqual([
      [100, 310, 0],
      [200, 320, 1],
      [300, 330, 2],
    ]);
  });

  it("the turn counts each call, and as in Codex's own analytics the first completion takes the last start and has the one event", () => {
    const { session } = interleaved([1, 2, 0], (n) => START + 100 * (n + 1));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { exit_code: 1, started_at_ms: START + 300, completed_at_ms: START + 310, duration_ms: 10 },
    ]);
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count: 3, shell_command_count: 3 }]);
  });

  it('two clients that receive each report make no further call', () => {
    const { session, client, turn } = openTurn({ transport: 'websocket' });
    const second = session.connect({ transport: 'websocket' }).initialize();
    second.resumeThread(turn.thread.id);
    const both = [client, second];
    for (let n = 0; n < 2; n++) {
      session.wait(100);
      for (const each of both) turn.on(each).itemStarted(command(ID));
    }
    for (const startedAtMs of [START + 200, START + 100]) {
      session.wait(10);
      for (const each of both) turn.on(each).itemCompleted(command(ID, { startedAtMs }));
    }
    for (const each of both) turn.on(each).completed();
    expect(session.offsets('item')).toEqual([
      [200, 210],
      [100, 220],
    ]);
    expect(session.params('codex_command_execution_event')).toHaveLength(1);
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count: 2 }]);
  });
});
