import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { expect, it } from 'vitest';
import { ObservationQueue } from '../../src/instrumentation/observation-queue.js';
import { HostGuard } from '../../src/guard.js';
import { Counters } from '../../src/counters.js';
import { pass, passAll } from './by-hand.js';
import { conversation, methodOf } from './conversation.js';
import { diagnostics, Observed, registerContext } from './telemetry.js';

/** Traffic is observed in the order in which it passes, one message after another. */

const PLAIN = '0.169.0/plain-turn';

it('an observation that is enqueued within another runs after it', () => {
  const order: string[] = [];
  const queue = new ObservationQueue(new HostGuard(new Counters()));
  queue.enqueue(() => {
    order.push('first begins');
    queue.enqueue(() => order.push('caused by the first'));
    queue.drain();
    order.push('first ends');
  });
  queue.enqueue(() => order.push('second'));
  expect(order).toEqual([]);
  queue.drain();
  expect(order).toEqual(['first begins', 'first ends', 'second', 'caused by the first']);
});

it('an observation runs in the context in which it was enqueued', () => {
  registerContext();
  const key = createContextKey('who');
  const seen: unknown[] = [];
  const queue = new ObservationQueue(new HostGuard(new Counters()));
  const look = () => void seen.push(context.active().getValue(key));
  context.with(ROOT_CONTEXT.setValue(key, 'one'), () => queue.enqueue(look));
  queue.enqueue(look);
  context.with(ROOT_CONTEXT.setValue(key, 'two'), () => {
    queue.enqueue(look);
    queue.drain();
  });
  expect(seen).toEqual(['one', undefined, 'two']);
});

it('an observation that throws costs no other', () => {
  const said = diagnostics();
  const order: string[] = [];
  const queue = new ObservationQueue(new HostGuard(new Counters()));
  queue.enqueue(() => {
    throw new Error('no luck');
  });
  queue.enqueue(() => order.push('second'));
  queue.drain();
  queue.enqueue(() => order.push('third'));
  queue.drain();
  expect(order).toEqual(['second', 'third']);
  expect(said).toEqual([expect.stringContaining('observation failed: no luck')]);
});

it('a host may use a connection within its own hooks', () => {
  const [steps, other] = [conversation(PLAIN), conversation('0.169.0/approval-accept')];
  const observed = new Observed();
  let isFirst = true;
  observed.codex.setConfig({
    eventHook: (event) => {
      observed.events.push(event);
      if (isFirst) passAll(observed.codex, '0.169.0/approval-accept');
      isFirst = false;
    },
  });
  const connection = observed.codex.connect();
  for (const step of steps) pass(connection, step);
  connection.close();
  expect(observed.codex.counters.get('messages.seen')).toBe(steps.length + other.length);
  expect(observed.types.toSorted()).toEqual([
    'codex_command_execution_event',
    'codex_review_event',
    'codex_review_requested',
    'codex_thread_initialized',
    'codex_thread_initialized',
    'codex_turn_event',
    'codex_turn_event',
  ]);
});

it('a host may disable the instrumentation within its own hooks', () => {
  const observed = new Observed({ spanEndHook: () => observed.codex.disable() });
  const connection = observed.codex.connect();
  for (const step of conversation(PLAIN)) pass(connection, step);
  observed.codex.disable();
  expect(observed.names).toEqual(['codex.thread start', 'codex.thread']);
  expect(observed.ofType('thread')[0]!.attributes['codex.end_reason']).toBe('observation_ended');
  expect(observed.codex.counters.total('hooks.failed')).toBe(0);
});

it('a connection that is closed within a hook ignores the traffic after it', () => {
  const steps = conversation(PLAIN);
  const observed = new Observed({
    spanEndHook: (_span, { type }) => {
      if (type === 'turn') connection.close();
    },
  });
  const connection = observed.codex.connect();
  for (const step of steps) {
    pass(connection, step);
    if (methodOf(step) === 'turn/completed') pass(connection, { from: 'server', text: 'no message' });
  }
  expect(observed.names).toEqual(['codex.thread start', 'invoke_agent codex', 'codex.thread']);
  expect(observed.codex.counters.total('lines.broken')).toBe(0);
});
