import { describe, expect, it } from 'vitest';
import { command, mcp } from '../items.js';
import { endings } from '../open-work.js';
import { MINUTE, openThread, openTurn, type Turn } from '../session.js';

const QUESTION = 'item/tool/requestUserInput';
const FORM = 'mcpServer/elicitation/request';

/** A question of the model, as Codex 0.171 writes it. */
const ask = (turn: Turn, id: number, itemId = 'call-1') =>
  turn.ask(QUESTION, id, {
    itemId,
    questions: [{ id: 'colour', header: 'Colour', question: 'a secret question', options: [] }],
    isBlocking: true,
    autoResolutionMs: null,
    startedAtMs: undefined,
  });

/** A form of an MCP server. */
const elicit = (turn: Turn, id: number, params: Readonly<Record<string, unknown>> = {}) =>
  turn.ask(FORM, id, {
    serverName: 'helper',
    mode: 'form',
    _meta: null,
    message: 'a secret question',
    requestedSchema: { type: 'object', properties: {} },
    startedAtMs: undefined,
    ...params,
  });

/** The approval of an MCP tool call, which Codex puts into a form. */
const approve = (turn: Turn, id: number, tool: string | null = 'write') => {
  const named = tool === null ? {} : { tool_name: tool };
  return elicit(turn, id, { _meta: { codex_approval_kind: 'mcp_tool_call', persist: ['session'], ...named } });
};

const outcomes = (session: ReturnType<typeof openTurn>['session']) =>
  session.facts('user_input').map(({ outcome }) => outcome);

describe('question to a person', () => {
  it('a question of the model is a span under its turn, from its request to its answer', () => {
    const { session, turn } = openTurn();
    session.wait(100);
    const question = ask(turn, 0);
    session.wait(2000);
    question.answer({ answers: { colour: { answers: ['a secret'] } } });
    question.resolved();
    turn.completed();
    session.end();
    const [span] = session.spansOf('user_input');
    expect(session.lineage(span)).toEqual(['codex.user_input question', 'invoke_agent codex', 'codex.thread start']);
    expect(session.offsets('user_input')).toEqual([[100, 2100]]);
    expect(span?.attributes).toMatchObject({
      'codex.user_input.kind': 'question',
      'codex.user_input.outcome': 'answered',
      'codex.item.id': 'call-1',
      'codex.connection.id': 'c1',
    });
    expect(JSON.stringify([session.facts('user_input'), session.events])).not.toContain('secret');
  });

  it('a form of an MCP server is a span under its turn', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(mcp('call-1'));
    elicit(turn, 0).answer({ action: 'accept', content: { colour: 'a secret' }, _meta: null });
    turn.itemCompleted(mcp('call-1')).completed();
    const [span] = session.spansOf('user_input');
    expect(session.lineage(span)).toEqual(['codex.user_input elicitation', 'invoke_agent codex', 'codex.thread start']);
    expect(session.facts('user_input')).toMatchObject([{ kind: 'elicitation', outcome: 'accepted', itemId: null }]);
  });

  it("an approval of an MCP tool call is a span under the call, which is the tool's latest one that is open", () => {
    const { session, turn } = openTurn();
    turn.itemStarted(mcp('call-1', { tool: 'write' })).itemCompleted(mcp('call-1', { tool: 'write' }));
    turn.itemStarted(mcp('call-2', { tool: 'read' })).itemStarted(mcp('call-3', { tool: 'write' }));
    turn.itemStarted(mcp('call-4', { server: 'another', tool: 'write' }));
    approve(turn, 0).answer({ action: 'accept' });
    turn.itemCompleted(mcp('call-3', { tool: 'write' })).completed();
    const [span] = session.spansOf('user_input');
    expect(session.lineage(span).slice(0, 2)).toEqual(['codex.user_input mcp_approval', 'execute_tool write']);
    expect(session.facts('user_input')).toMatchObject([{ kind: 'mcp_approval', itemId: 'call-3' }]);
  });

  it.each([
    ['the only open call of its server', 1, 'call-1'],
    ['its turn, where the server has several open calls', 2, null],
  ])('an approval that names no tool, as in older versions, hangs under %s', (_where, calls, itemId) => {
    const { session, turn } = openTurn({ version: '0.131.0' });
    for (let n = 1; n <= calls; n++) turn.itemStarted(mcp(`call-${n}`));
    approve(turn, 0, null).answer({ action: 'accept' });
    expect(session.facts('user_input')).toMatchObject([{ kind: 'mcp_approval', itemId }]);
    turn.completed();
    session.end();
    const [span] = session.spansOf('user_input');
    expect(session.parentOf(span)?.attributes['codex.span.type']).toBe(itemId === null ? 'turn' : 'item');
  });

  it('a form outside of all turns is a span under the latest initialisation of its thread', () => {
    const { session, client, thread } = openThread();
    session.wait(10);
    client.receives({ method: FORM, id: 0, params: { threadId: thread.id, turnId: null, serverName: 'helper' } });
    session.wait(10);
    client.sends({ id: 0, result: { action: 'decline' } });
    const [span] = session.spansOf('user_input');
    expect(session.lineage(span)).toEqual(['codex.user_input elicitation', 'codex.thread start']);
    expect(session.offsets('user_input')).toEqual([[10, 20]]);
    expect(session.facts('user_input')).toMatchObject([{ turnId: null, outcome: 'declined' }]);
  });

  it("a question starts at the protocol's start, where the request has it", () => {
    const { session, turn } = openTurn();
    const startedAtMs = session.now;
    session.wait(30);
    turn.ask(QUESTION, 0, { itemId: 'call-1', startedAtMs }).answer({ answers: {} });
    expect(session.offsets('user_input')).toEqual([[0, 30]]);
  });

  it('a question makes no event, counts as no review and is no error', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(mcp('call-1', { tool: 'write' }));
    approve(turn, 0).answer({ action: 'decline' });
    turn.itemCompleted(mcp('call-1', { tool: 'write' })).completed();
    expect(session.types).toEqual(['codex_thread_initialized', 'codex_mcp_tool_call_event', 'codex_turn_event']);
    expect(session.params('codex_mcp_tool_call_event')).toMatchObject([{ review_count: 0 }]);
    expect(session.facts('turn')).toMatchObject([{ reviewCount: 0 }]);
    expect(session.spansOf('user_input')[0]?.status).toEqual({ code: 0 });
  });
});

describe('outcome of a question to a person', () => {
  it.each([
    [{ result: { answers: { colour: { answers: [] } } } }, 'answered'],
    [{ result: {} }, null],
    [{ error: { code: -32000, message: 'no user present' } }, 'aborted'],
  ])('a question of the model: %j', (response, outcome) => {
    const { session, client, turn } = openTurn();
    ask(turn, 0);
    client.sends({ id: 0, ...response });
    expect(outcomes(session)).toEqual([outcome]);
  });

  it.each([elicit, approve])(
    'a form and an approval of an MCP server have the outcome of their answers: %o',
    (begin) => {
      const { session, client, turn } = openTurn();
      const responses = [
        { result: { action: 'accept' } },
        { result: { action: 'decline' } },
        { result: { action: 'cancel' } },
        { result: { action: 'sleep' } },
        { error: { code: -32000, message: 'no' } },
      ];
      for (const [id, response] of responses.entries()) {
        begin(turn, id);
        client.sends({ id, ...response });
      }
      expect(outcomes(session)).toEqual(['accepted', 'declined', 'cancelled', null, 'aborted']);
    },
  );

  it('a question that the server resolves without an answer ends there, with an outcome that is not known', () => {
    const { session, turn } = openTurn();
    const question = ask(turn, 0);
    session.wait(10);
    question.resolved();
    session.wait(10);
    question.answer({ answers: {} });
    expect(session.offsets('user_input')).toEqual([[0, 10]]);
    expect(session.facts('user_input')).toMatchObject([{ outcome: null, endReason: null, connectionId: null }]);
  });

  it('a question that the server resolves after an accepted interrupt was aborted', () => {
    const { session, client, thread, turn } = openTurn();
    const question = ask(turn, 0);
    client.call('turn/interrupt', { threadId: thread.id, turnId: turn.id }, {});
    question.resolved();
    expect(outcomes(session)).toEqual(['aborted']);
  });

  it('a question that the server resolves after its interrupted turn was aborted', () => {
    const { session, turn } = openTurn();
    const question = elicit(turn, 0);
    turn.completed({ status: 'interrupted' });
    question.resolved();
    expect(outcomes(session)).toEqual(['aborted']);
  });
});

describe('question to several clients', () => {
  function twoClients() {
    const opened = openTurn({ transport: 'websocket' });
    const second = opened.session.connect({ transport: 'websocket' }).initialize();
    second.resumeThread(opened.thread.id);
    return { ...opened, second };
  }

  it('a question that two clients are asked is one span, which ends with the first answer', () => {
    const { session, turn, second } = twoClients();
    session.wait(10);
    const question = ask(turn, 0);
    const again = question.on(second);
    session.wait(10);
    again.answer({ answers: {} });
    session.wait(10);
    question.answer({ answers: {} });
    for (const each of [question, again]) each.resolved();
    session.end();
    expect(session.offsets('user_input')).toEqual([[10, 20]]);
    expect(session.facts('user_input')).toMatchObject([{ outcome: 'answered', connectionId: 'c2' }]);
    expect(session.facts('turn')).toMatchObject([{ toolCounts: { total: 1 } }]);
  });

  it('a question that a client answers which is not observed ends at its resolution, with an unknown outcome', () => {
    const { session, turn } = twoClients();
    const question = elicit(turn, 0);
    session.wait(10);
    question.resolved();
    expect(session.offsets('user_input')).toEqual([[0, 10]]);
    expect(outcomes(session)).toEqual([null]);
  });

  it('a question is asked again of a client that comes back, and its answer is the end of the same span', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    const question = ask(turn, 0);
    session.wait(10);
    client.close();
    session.wait(1000);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    question.on(back).answer({ answers: {} });
    expect(session.offsets('user_input')).toEqual([[0, 1010]]);
  });

  it('a request id that begins again with another question is another span', () => {
    const { session, turn } = openTurn();
    ask(turn, 0, 'call-1');
    session.wait(10);
    ask(turn, 0, 'call-2').answer({ answers: {} });
    session.end();
    expect(session.facts('user_input').map(({ itemId, outcome }) => [itemId, outcome])).toEqual([
      ['call-2', 'answered'],
      ['call-1', null],
    ]);
    session.expectEachSpanOnce();
  });
});

describe('question that is never answered', () => {
  it("ends at its turn's end, a minute later and with reason turn_ended", () => {
    const { session, turn } = openTurn();
    session.wait(10);
    ask(turn, 0);
    turn.completed({ durationMs: 20 });
    session.wait(MINUTE - 1);
    expect(session.spansOf('user_input')).toEqual([]);
    session.wait(1);
    expect(endings(session)).toContainEqual(['user_input', 10, 20, 'turn_ended']);
  });

  it('ends when its thread has had no client for a minute', () => {
    const { session, client, thread } = openThread({ transport: 'websocket' });
    client.receives({ method: FORM, id: 0, params: { threadId: thread.id, turnId: null, serverName: 'helper' } });
    client.close();
    session.wait(MINUTE);
    expect(endings(session)).toContainEqual(['user_input', 0, 0, 'connection_closed']);
    expect(session.observer.nextDeadline).toBeUndefined();
  });

  it('ends with its server', () => {
    const { session, client, turn } = openTurn();
    elicit(turn, 0);
    client.close();
    expect(session.endReasons('user_input')).toEqual(['server_closed']);
    expect(session.started).toBe(session.spans.length);
  });

  it.each(['in a turn', 'outside of turns'])('ends with limit_reached when there are too many %s', (where) => {
    const { session, client, thread, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    const turnId = where === 'in a turn' ? turn.id : null;
    for (let id = 0; id < 4; id++)
      client.receives({ method: FORM, id, params: { threadId: thread.id, turnId, serverName: `helper ${id}` } });
    expect(session.endReasons('user_input')).toEqual(['limit_reached', 'limit_reached']);
    expect(session.counters.get('state.dropped', 'user input')).toBe(2);
    session.end();
    expect(session.spansOf('user_input')).toHaveLength(4);
    session.expectEachSpanOnce();
  });

  it('has no span of its own when its turn is already over for more than a minute', () => {
    const { session, turn } = openTurn();
    turn.item(command('call-1')).completed();
    session.wait(MINUTE);
    ask(turn, 0).answer({ answers: {} });
    session.end();
    expect(session.spansOf('user_input')).toEqual([]);
    expect(session.counters.get('messages.skipped', 'after the turn')).toBe(2);
  });
});
