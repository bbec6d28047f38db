import { describe, expect, it } from 'vitest';
import { turnError } from '../../src/session/turns/error.js';
import { attachFacts, factsOf } from '../../src/spans/facts-on-span.js';
import * as given from '../events/facts.js';

describe("a turn's error", () => {
  it.each<[unknown, unknown]>([
    ['badRequest', 'badRequest'],
    [{ httpConnectionFailed: { httpStatusCode: 503 } }, { httpConnectionFailed: { httpStatusCode: 503 } }],
    [
      { responseStreamDisconnected: { httpStatusCode: null } },
      { responseStreamDisconnected: { httpStatusCode: null } },
    ],
    [{ activeTurnNotSteerable: { turnKind: 'review' } }, { activeTurnNotSteerable: { turnKind: 'review' } }],
    [{ unit: null }, { unit: {} }],
    [{ unit: 'a secret message' }, { unit: {} }],
    [
      { variant: { httpStatusCode: 500, message: 'a secret message', nested: { a: 1 }, 'a secret': 1 } },
      { variant: { httpStatusCode: 500 } },
    ],
  ])('is its variant with its number or kind: %j', (info, error) => {
    expect(turnError(info)).toEqual(error);
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
    [],
    { 'a secret': 1 },
    'x'.repeat(65),
  ])('that is anything else is unknown, for it may be content: %j', (info) => {
    expect(turnError(info)).toBeNull();
  });
});

describe('facts', () => {
  it('are frozen, and found by any copy of this package through a shared symbol', () => {
    const [span, facts] = [{}, given.goal()];
    attachFacts(span, facts);
    expect(factsOf(span)).toBe(facts);
    expect(Object.isFrozen(facts)).toBe(true);
    expect((span as Record<symbol, unknown>)[Symbol.for('opentelemetry-instrumentation-codex.facts')]).toBe(facts);
    expect(JSON.stringify(span)).toBe('{}');
  });

  it('of a foreign span are none', () => {
    expect(factsOf({ attributes: {} })).toBeUndefined();
  });
});
