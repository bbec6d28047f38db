import { describe, expect, it } from 'vitest';
import { openTurn } from '../session.js';

describe('error of a failed turn', () => {
  const failed = (codexErrorInfo: unknown) => {
    const { session, turn } = openTurn();
    const error = { message: 'a secret message', codexErrorInfo, additionalDetails: 'a secret detail' };
    turn.completed({ status: 'failed', error });
    expect(JSON.stringify([session.facts('turn'), session.events])).not.toContain('secret');
    return session.params('codex_turn_event');
  };

  it.each<[info: unknown, error: unknown]>([
    ['badRequest', 'badRequest'],
    [{ httpConnectionFailed: { httpStatusCode: 503 } }, { httpConnectionFailed: { httpStatusCode: 503 } }],
    [
      { responseStreamDisconnected: { httpStatusCode: null } },
      { responseStreamDisconnected: { httpStatusCode: null } },
    ],
    [{ activeTurnNotSteerable: { turnKind: 'review' } }, { activeTurnNotSteerable: { turnKind: 'review' } }],
    [{ badRequest: null }, { badRequest: {} }],
    [{ badRequest: 'a secret message' }, { badRequest: {} }],
    [{ activeTurnNotSteerable: { turnKind: 'secret' } }, { activeTurnNotSteerable: { turnKind: 'other' } }],
    [{ httpConnectionFailed: { httpStatusCode: 'secret' } }, { httpConnectionFailed: {} }],
    ['secret', 'other'],
    [{ secret: { secret: 'secret' } }, 'other'],
    [
      { httpConnectionFailed: { httpStatusCode: 500, message: 'a secret message', nested: { a: 1 }, secret: 1 } },
      { httpConnectionFailed: { httpStatusCode: 500 } },
    ],
  ])('a failed turn has the variant of its error with its number or kind, and none of its text: %j', (info, error) => {
    expect(failed(info)).toMatchObject([{ status: 'failed', turn_error: error }]);
  });

  it.each([
    null,
    undefined,
    5,
    true,
    '',
    'We are sorry, but …',
    '/home/dev',
    {},
    [[]],
    { 'a secret': 1 },
    'x'.repeat(65),
  ])('an error in any other form is null, because it may be content: %j', (info) => {
    expect(failed(info)).toMatchObject([{ status: 'failed', turn_error: null }]);
  });
});

describe('retries and reroutes', () => {
  function retriedTurn() {
    const opened = openTurn();
    const { turn, session } = opened;
    const error = (httpStatusCode: number) => ({
      message: 'a secret message',
      codexErrorInfo: { responseStreamDisconnected: { httpStatusCode } },
      additionalDetails: null,
    });
    for (const status of [502, 502, 503]) {
      turn.notify('error', { willRetry: true, error: error(status) });
      session.wait(900);
    }
    turn.notify('model/rerouted', { fromModel: 'gpt-5.5', toModel: 'gpt-5.4-mini', reason: 'highRiskCyberActivity' });
    turn.completed({ durationMs: 2800 });
    return { ...opened, attributes: session.spansOf('turn')[0]?.attributes };
  }

  it('a turn has the number of its retries and the variant of the last error', () => {
    expect(retriedTurn().attributes).toMatchObject({
      'codex.retry.count': 3,
      'codex.retry.error': 'responseStreamDisconnected',
    });
  });

  it('a turn that was rerouted has the model that answered as gen_ai.response.model', () => {
    expect(retriedTurn().attributes).toMatchObject({
      'gen_ai.request.model': 'gpt-5.5',
      'gen_ai.response.model': 'gpt-5.4-mini',
    });
  });

  it('a turn that completes after retries is no error, and no text of an error leaves', () => {
    const { session, attributes } = retriedTurn();
    expect(attributes).not.toHaveProperty('error.type');
    expect(session.params('codex_turn_event')).toMatchObject([{ status: 'completed', turn_error: null }]);
    expect(JSON.stringify([attributes, session.events])).not.toContain('secret');
  });
});
