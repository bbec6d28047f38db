import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { describe, expect, it } from 'vitest';
import { collab, command, mcp, patch } from './items.js';
import { openThread } from './session.js';

/** One conversation with one of everything, by a client that has a given clock, usage and name. */
function conversation(odd: { fraction: number; tokens: number; name: string }) {
  const { session, client, thread } = openThread();
  const { fraction, tokens, name } = odd;
  session.now += fraction;
  const turn = thread.startTurn({}, { startedAt: session.now / 1000 });
  session.wait(10);
  turn.item(command('call-1', { exitCode: tokens, durationMs: fraction }));
  turn
    .item(mcp('call-2', { tool: name, server: name }))
    .item(patch('call-3'))
    .item(collab('call-4', { tool: name }));
  turn.askCommand(0, 'call-1').decide('accept');
  turn.guardianStarted('review', 'call-1').guardianCompleted('review', 'call-1', 'approved');
  turn.notify('hook/completed', {
    run: { id: name, eventName: name, source: name, status: 'completed', durationMs: 1.5 },
  });
  thread.notify('thread/goal/updated', {
    goal: { status: name, tokenBudget: null, tokensUsed: tokens, timeUsedSeconds: fraction },
  });
  const usage = {
    inputTokens: tokens,
    cachedInputTokens: tokens,
    outputTokens: tokens,
    reasoningOutputTokens: tokens,
    totalTokens: tokens,
  };
  turn.notify('thread/tokenUsage/updated', { tokenUsage: { total: usage, last: usage } });
  turn.completed({ durationMs: 10 + fraction, completedAt: session.now / 1000 });
  client.call('thread/archive', { threadId: thread.id }, {});
  session.end();
  return session;
}

const plain = { fraction: 0, tokens: 5, name: 'name' };

describe('odd numbers and half characters', () => {
  it.each([
    ['times with a fraction', { fraction: 0.25 }],
    ['integers beyond 64 bits', { tokens: 2 ** 70 }],
    ['integers beyond those of JavaScript', { tokens: 2 ** 60 }],
    ['numbers of things with a fraction', { tokens: 1.5 }],
    ['negative numbers of things', { tokens: -1 }],
    ['lone surrogates in names', { name: 'na\ud800me' }],
  ])('%s cost no event', (_, odd) => {
    const session = conversation({ ...plain, ...odd });
    expect(session.types).toEqual(conversation(plain).types);
    expect(session.counters.total('events.dropped')).toBe(0);
  });

  it.each([2 ** 70, 2 ** 63, 2 ** 60, 1e300, Number.MAX_SAFE_INTEGER])(
    'an integer on a span is one of 64 bits, though the server sent %d',
    (tokens) => {
      const { spans } = conversation({ ...plain, tokens });
      const json = Buffer.from(JsonTraceSerializer.serializeRequest(spans) ?? []).toString();
      const integers = [...json.matchAll(/"intValue":"?(-?[\d.eE+]+)/g)].map(([, digits]) => digits ?? '');
      expect(integers.length).toBeGreaterThan(20);
      expect(integers.filter((digits) => !/^-?\d{1,16}$/.test(digits))).toEqual([]);
    },
  );

  it('the totals of a thread stay integers of 64 bits, however many tokens its turns used', () => {
    const { session, thread } = openThread();
    for (let n = 1; n <= 3; n++) {
      const turn = thread.startTurn();
      const total = { inputTokens: n % 2 === 1 ? Number.MAX_SAFE_INTEGER : 0, outputTokens: 0, totalTokens: 0 };
      turn.notify('thread/tokenUsage/updated', { tokenUsage: { total, last: total } });
      turn.completed();
    }
    session.end();
    expect(session.facts('thread')[0]?.tokenUsage.inputTokens).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
  });
});
