import { describe, expect, it } from 'vitest';
import { openThread, openTurn, Session, START, words } from '../session.js';

const IMAGES = [...words, { type: 'image', url: 'data:image/png;base64,AAAA' }, { type: 'localImage', path: '/x.png' }];

describe('steer', () => {
  const steer = (threadId: string, expectedTurnId: unknown, input: unknown = words) => ({
    threadId,
    expectedTurnId,
    input,
  });

  it('an accepted steer has one event with its ids, images and time', () => {
    const { session, client, thread, turn } = openTurn();
    session.wait(2500);
    client.call('turn/steer', steer(thread.id, turn.id, IMAGES), { turnId: turn.id });
    expect(session.params('codex_turn_steer_event')).toEqual([
      {
        thread_id: thread.id,
        session_id: thread.id,
        expected_turn_id: turn.id,
        accepted_turn_id: turn.id,
        app_server_client: expect.objectContaining({ client_name: 'codex_vscode' }) as unknown,
        runtime: expect.objectContaining({ codex_rs_version: '0.169.0' }) as unknown,
        thread_source: 'user',
        subagent_source: null,
        parent_thread_id: null,
        num_input_images: 2,
        result: 'accepted',
        rejection_reason: null,
        created_at: START / 1000 + 2,
      },
    ]);
  });

  it('a rejected steer belongs to the client that sent it, though another client resumed the thread since', () => {
    const session = new Session();
    const named = (name: string) => ({ clientInfo: { name, version: '1' } });
    const seventh = session.connect({ transport: 'websocket' }).initialize(named('seventh'));
    const thread = seventh.startThread();
    const turn = thread.startTurn();
    const eighth = session.connect({ transport: 'websocket' }).initialize(named('eighth'));
    eighth.resumeThread(thread.id);
    const id = seventh.request('turn/steer', steer(thread.id, turn.id));
    seventh.refuse(id, { code: -32600, message: 'no active turn to steer' });
    expect(session.params('codex_turn_steer_event')).toMatchObject([
      { app_server_client: { client_name: 'seventh' }, result: 'rejected', accepted_turn_id: null },
    ]);
  });

  const notSteerable = (turnKind: string) => ({ codexErrorInfo: { activeTurnNotSteerable: { turnKind } } });
  it.each([
    [{ code: -32600, message: 'no active turn to steer' }, 'no_active_turn'],
    [{ code: -32600, message: 'expected active turn id `a` but found `b`' }, 'expected_turn_mismatch'],
    [{ code: -32600, message: 'cannot steer a review turn', data: notSteerable('review') }, 'non_steerable_review'],
    [{ code: -32600, message: 'cannot steer a compact turn', data: notSteerable('compact') }, 'non_steerable_compact'],
    [{ code: -32600, message: 'input must not be empty' }, 'empty_input'],
    [
      { code: -32602, message: 'too large', data: { input_error_code: 'input_too_large', max_chars: 1_048_576 } },
      'input_too_large',
    ],
    [{ code: -32600, message: 'the weather is bad' }, null],
  ])('a rejected steer has the reason that its error gives: %j', (error, rejection_reason) => {
    const { session, client, thread, turn } = openTurn();
    client.refuse(client.request('turn/steer', steer(thread.id, turn.id)), error);
    expect(session.params('codex_turn_steer_event')).toMatchObject([{ result: 'rejected', rejection_reason }]);
  });

  it('a steer whose error has no message is rejected without a reason', () => {
    const { session, client, thread } = openThread();
    const turn = thread.startTurn();
    const id = client.request('turn/steer', { threadId: thread.id, expectedTurnId: turn.id, input: words });
    client.receives({ id, error: ['odd'] });
    expect(session.facts('steer')).toMatchObject([{ result: 'rejected', rejectionReason: null }]);
  });

  it('a steer without a request, without an expected turn or of an unknown thread has no event', () => {
    const { session, client, thread } = openTurn();
    client.refuse(77, { code: -32600, message: 'no active turn to steer' });
    client.answer(78, { turnId: session.nextId() });
    client.refuse(client.request('turn/steer', steer(thread.id, '')), { code: -32600, message: 'empty' });
    client.refuse(client.request('turn/steer', steer(session.nextId(), 'turn-1')), { code: -32600, message: 'no' });
    session.end();
    expect(session.params('codex_turn_steer_event')).toEqual([]);
  });

  it('a turn counts the steers that the server accepted before the turn ended', () => {
    const { session, client, thread, turn } = openTurn();
    const accepted = () => client.call('turn/steer', steer(thread.id, turn.id), { turnId: turn.id });
    accepted();
    accepted();
    client.refuse(client.request('turn/steer', steer(thread.id, turn.id)), { code: -32600, message: 'no' });
    turn.completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ steer_count: 2 }]);
    accepted();
    expect(session.params('codex_turn_steer_event').map(({ result }) => result)).toEqual([
      'accepted',
      'accepted',
      'rejected',
      'accepted',
    ]);
  });

  it('turn/start on a running turn is no steer, and the turn belongs to the client that sent it last', () => {
    const session = new Session();
    const named = (name: string) => ({ clientInfo: { name, version: '1' } });
    const first = session.connect({ transport: 'websocket' }).initialize(named('first'));
    const thread = first.startThread();
    const turn = thread.startTurn({ turnTrigger: 'user' });
    const second = session.connect({ transport: 'websocket' }).initialize(named('second'));
    thread.on(second).acceptTurn({ input: IMAGES, turnTrigger: 'later' }, { id: turn.id });
    turn.completed();
    expect(session.params('codex_turn_steer_event')).toEqual([]);
    expect(session.params('codex_turn_event')).toMatchObject([
      {
        steer_count: 0,
        turn_trigger: 'user',
        num_input_images: 2,
        app_server_client: { client_name: 'second' },
      },
    ]);
  });
});
