import { describe, expect, it } from 'vitest';
import { openThread, openTurn, words } from '../session.js';

const kind = (workspace_kind: unknown) => ({ responsesapiClientMetadata: { workspace_kind } });
const dictation = (value: unknown) => ({ responsesapiClientMetadata: { codex_app_used_dictation: value } });

describe("kind of a turn's workspace", () => {
  it.each([
    ["the client's metadata", kind('project'), 'project'],
    ['the patch of the metadata', { responsesapiClientMetadataPatch: { workspace_kind: 'cloud' } }, 'cloud'],
    [
      'the patch rather than the metadata',
      { ...kind('project'), responsesapiClientMetadataPatch: { workspace_kind: 'cloud' } },
      'cloud',
    ],
    [
      'the metadata where the patch does not have it',
      { ...kind('project'), responsesapiClientMetadataPatch: { other: 1 } },
      'project',
    ],
    ['nothing where the metadata is odd', { responsesapiClientMetadata: 'odd' }, null],
    ['nothing where its value is odd', kind({ a: 1 }), null],
  ])('a turn has the workspace kind of %s', (_what, params, workspace_kind) => {
    const { session, thread } = openThread();
    thread.startTurn(params).completed();
    thread.startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ workspace_kind }, { workspace_kind: null }]);
  });

  it('a turn of a version before 0.164 has no workspace kind of a patch, which that version does not know', () => {
    const { session, thread } = openThread({ version: '0.163.0' });
    thread.startTurn({ ...kind('project'), responsesapiClientMetadataPatch: { workspace_kind: 'cloud' } }).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ workspace_kind: 'project' }]);
  });

  it('a turn of the queue has the workspace kind of its message, and each message its own', () => {
    const { session, client, thread } = openThread();
    for (const metadata of [kind('project'), {}, { responsesapiClientMetadataPatch: { workspace_kind: 'cloud' } }])
      client.call('thread/queue/add', { threadId: thread.id, input: words, ...metadata }, {});
    for (let n = 0; n < 3; n++) thread.turn().started().completed();
    expect(session.params('codex_turn_event')).toMatchObject([
      { turn_trigger: 'queue', workspace_kind: 'project' },
      { turn_trigger: 'queue', workspace_kind: null },
      { turn_trigger: 'queue', workspace_kind: 'cloud' },
    ]);
  });
});

describe('dictation', () => {
  const usedDictation = (session: ReturnType<typeof openThread>['session']) =>
    session.params('codex_turn_event').map(({ used_dictation }) => used_dictation);

  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    ['yes', null],
    [1, null],
    [undefined, null],
  ])('a turn used dictation as its client reports: %s', (value, expected) => {
    const { session, thread } = openThread();
    thread.startTurn(dictation(value)).completed();
    expect(usedDictation(session)).toEqual([expected]);
  });

  it('a report of one turn does not hold for the next', () => {
    const { session, thread } = openThread();
    thread.startTurn(dictation('true')).completed();
    thread.startTurn().completed();
    expect(usedDictation(session)).toEqual([true, null]);
  });

  it.each([
    ['a report replaces the one before', 'false', false],
    ['no report leaves it', undefined, true],
  ])('turn/start on a running turn: %s', (_what, value, expected) => {
    const { session, thread } = openThread();
    const turn = thread.startTurn(dictation('true'));
    thread.acceptTurn(dictation(value), { id: turn.id });
    turn.completed();
    expect(usedDictation(session)).toEqual([expected]);
  });

  it('a turn of the queue has the report of its message', () => {
    const { session, client, thread } = openThread();
    for (const value of ['false', 'true', undefined])
      client.call('thread/queue/add', { threadId: thread.id, input: words, ...dictation(value) }, {});
    for (let n = 0; n < 3; n++) thread.turn().started().completed();
    expect(usedDictation(session)).toEqual([false, true, null]);
  });

  it.each([
    ['true', null, true],
    ['false', null, null],
    ['false', 'true', true],
  ])('a steer that reports %s makes a turn that reported %s one that reported %s', (steered, started, expected) => {
    const { session, client, thread } = openThread();
    const turn = thread.startTurn(started === null ? {} : dictation(started));
    const params = { threadId: thread.id, expectedTurnId: turn.id, input: words, ...dictation(steered) };
    client.call('turn/steer', params, { turnId: turn.id });
    turn.completed();
    expect(usedDictation(session)).toEqual([expected]);
  });

  it('a steer that the server refuses reports nothing', () => {
    const { session, client, thread, turn } = openTurn();
    const params = { threadId: thread.id, expectedTurnId: turn.id, input: words, ...dictation('true') };
    client.refuse(client.request('turn/steer', params), { code: -32600, message: 'no' });
    turn.completed();
    expect(usedDictation(session)).toEqual([null]);
  });
});
