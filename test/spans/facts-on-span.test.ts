import { describe, expect, it } from 'vitest';
import { attachFacts, factsOf } from '../../src/spans/facts-on-span.js';
import * as given from '../events/facts.js';
import { calendar, collab, command, mcp } from '../session/items.js';
import { openThread, openTurn, words } from '../session/session.js';

describe('facts on a span', () => {
  it('the facts of a span are found by any copy of this package, and stand in no JSON of the span', () => {
    const [span, facts] = [{}, given.goal()];
    attachFacts(span, facts);
    expect(factsOf(span)).toBe(facts);
    expect((span as Record<symbol, unknown>)[Symbol.for('opentelemetry-instrumentation-codex.facts')]).toMatchObject({
      facts,
    });
    expect(JSON.stringify(span)).toBe('{}');
  });

  it.each([
    ['a frozen span', () => Object.freeze({})],
    ['a span that takes no property', () => new Proxy({}, { defineProperty: () => false })],
  ])('the facts of %s are found all the same', (_, make) => {
    const [span, facts] = [make(), given.goal()];
    attachFacts(span, facts);
    expect(factsOf(span)).toBe(facts);
    expect(factsOf(make())).toBeUndefined();
  });

  it('a span of the host has no facts', () => {
    expect(factsOf({ attributes: {} })).toBeUndefined();
  });

  it('the hook before the end of a span finds the facts on it, and adds attributes to it', () => {
    const { session, turn } = openTurn({
      beforeEnd: (span, facts) => {
        if (factsOf(span) === facts) span.setAttribute('added.by.the.host', facts.type);
      },
    });
    turn.completed();
    session.end();
    expect(session.spans.map(({ attributes }) => attributes['added.by.the.host'])).toEqual([
      'thread_initialization',
      'turn',
      'thread',
    ]);
  });

  /** Where in an object something can still be changed. */
  const open = (value: unknown, path: string): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const within = Object.entries(value).flatMap(([name, each]) => open(each, `${path}.${name}`));
    return Object.isFrozen(value) ? within : [path, ...within];
  };

  function everyFact() {
    const { session, client, thread } = openThread();
    const app = { type: 'mention', name: 'Calendar', path: 'app://calendar' };
    const skill = { type: 'skill', name: 'painter', path: '/home/dev/.codex/skills/painter/SKILL.md' };
    const turn = thread.startTurn({ input: [...words, app, skill] });
    turn.itemStarted(command('call-1')).askCommand(0, 'call-1').decide('accept');
    turn.itemCompleted(command('call-1')).item(mcp('call-2', calendar)).item(collab('call-3'));
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop' } });
    thread.notify('thread/goal/updated', { turnId: null, goal: { status: 'active' } });
    client.call('turn/steer', { threadId: thread.id, expectedTurnId: turn.id, input: words }, { turnId: turn.id });
    turn.diff('@@ -0,0 +1 @@\n+x\n').completed({
      status: 'failed',
      error: { codexErrorInfo: { httpConnectionFailed: { httpStatusCode: 503 } } },
    });
    client.call('thread/archive', { threadId: thread.id }, {});
    session.end();
    return session.spans.map((span) => factsOf(span)!);
  }

  it('the facts of every span are frozen', () => {
    const facts = everyFact();
    expect(new Set(facts.map(({ type }) => type)).size).toBe(9);
    for (const each of facts) expect(Object.isFrozen(each), each.type).toBe(true);
  });

  it('the facts of every span are frozen in depth', () => {
    expect(everyFact().flatMap((facts) => open(facts, facts.type))).toEqual([]);
  });
});
