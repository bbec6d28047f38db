import { ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { command } from './items.js';
import { Session } from './session.js';

/** A session in a host that has a span active while it sends a request. */
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

describe('trace of the host', () => {
  it("a turn hangs under the active span of the host, in its trace, with a link to the thread's initialisation", () => {
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

  it("a turn hangs under its thread, with a link to the host's span, when the host chooses so", () => {
    const { session, span, within, client } = hosted('thread');
    within(() => client.startThread().startTurn()).completed();
    const [opening] = session.spansOf('thread_initialization');
    const [turn] = session.spansOf('turn');
    expect(turn?.parentSpanContext?.spanId).toBe(opening?.spanContext().spanId);
    expect(turn?.links.map((link) => link.context)).toEqual([span.spanContext()]);
  });

  it("an initialisation stands in the trace of its thread, with a link to the host's span if one is active", () => {
    const { session, span, within, client } = hosted('active');
    const thread = within(() => client.startThread());
    client.startThread();
    const [linked, plain] = session.spansOf('thread_initialization');
    expect(linked?.spanContext().traceId).toBe(thread.id.replaceAll('-', ''));
    expect(linked?.links.map((link) => link.context)).toEqual([span.spanContext()]);
    expect(plain?.links).toEqual([]);
  });

  it('a turn hangs under its thread when the host has no active span', () => {
    const { session, client } = hosted('active');
    client.startThread().startTurn().completed();
    expect(session.spansOf('turn')[0]?.parentSpanContext?.spanId).toBe(
      session.spansOf('thread_initialization')[0]?.spanContext().spanId,
    );
  });

  it("a request about a thread finds the thread's initialisation, and none for an unknown thread", () => {
    const { session, client } = hosted('active');
    const thread = client.startThread();
    const [opening] = session.spansOf('thread_initialization');
    expect(session.observer.initializationOf(client.connection, thread.id)).toBe(opening);
    expect(session.observer.initializationOf(client.connection, 'unknown')).toBeUndefined();
  });
});
