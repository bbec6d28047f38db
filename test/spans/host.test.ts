import { ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { command } from '../acceptance/items.js';
import { Session } from '../acceptance/session.js';

/** A session in a host that has a span active while it asks. */
function hosted(turnParent: 'active' | 'thread') {
  let active: Context = ROOT_CONTEXT;
  const session = new Session({ host: { activeContext: () => active, turnParent: () => turnParent } });
  const span = session.tracer.startSpan('a request to the host');
  const within = <T>(step: () => T): T => {
    active = trace.setSpan(ROOT_CONTEXT, span);
    const result = step();
    active = ROOT_CONTEXT;
    return result;
  };
  return { session, span, within, client: session.connect().initialize() };
}

describe('in a host with a span of its own', () => {
  it('a turn hangs under that span, with a link to its thread', () => {
    const { session, span, within, client } = hosted('active');
    const thread = client.startThread();
    within(() => thread.startTurn())
      .item(command('call-1'))
      .completed();
    const [turn] = session.spansOf('turn');
    const [opening] = session.spansOf('thread_initialization');
    expect(turn?.parentSpanContext?.spanId).toBe(span.spanContext().spanId);
    expect(turn?.links.map((link) => link.context.spanId)).toEqual([opening?.spanContext().spanId]);
    const [item] = session.spansOf('item');
    expect(item?.spanContext().traceId).toBe(span.spanContext().traceId);
    expect(item?.parentSpanContext?.spanId).toBe(turn?.spanContext().spanId);
  });

  it('or under its thread where that is wished for, with a link to the host’s span', () => {
    const { session, span, within, client } = hosted('thread');
    within(() => client.startThread().startTurn()).completed();
    const [opening] = session.spansOf('thread_initialization');
    const [turn] = session.spansOf('turn');
    expect(turn?.parentSpanContext?.spanId).toBe(opening?.spanContext().spanId);
    expect(turn?.links.map((link) => link.context)).toEqual([span.spanContext()]);
  });

  it('the openings of threads stand in the thread’s own trace, linked to the host’s span', () => {
    const { session, span, within, client } = hosted('active');
    const thread = within(() => client.startThread());
    client.startThread();
    const [linked, plain] = session.spansOf('thread_initialization');
    expect(linked?.spanContext().traceId).toBe(thread.id.replaceAll('-', ''));
    expect(linked?.links.map((link) => link.context)).toEqual([span.spanContext()]);
    expect(plain?.links).toEqual([]);
  });

  it('that has none active when it asks, everything is as without one', () => {
    const { session, client } = hosted('active');
    client.startThread().startTurn().completed();
    expect(session.spansOf('turn')[0]?.parentSpanContext?.spanId).toBe(
      session.spansOf('thread_initialization')[0]?.spanContext().spanId,
    );
  });

  it('a request of a thread is told where its turn would hang', () => {
    const { session, client } = hosted('active');
    const thread = client.startThread();
    const [opening] = session.spansOf('thread_initialization');
    expect(session.observer.initializationOf(client.connection, thread.id)).toBe(opening);
    expect(session.observer.initializationOf(client.connection, 'nobody')).toBeUndefined();
  });
});
