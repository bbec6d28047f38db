import type { CounterSink } from '../counters.js';
import type { Admission } from '../export/queue/queue-processors.js';
import type { Pipeline } from '../export/pipeline.js';
import { spansOf, type ReplayTarget } from '../replay/wire-log.js';
import { Session } from '../session/session.js';
import { Delivery, type WayOut } from '../watch/rollouts/delivery.js';

const EVENT_ID = 'codex.event.id';

/** Nothing leaves by it, so everything is delivered. */
const NO_WAY: WayOut = { added: 0, settled: 0, done: 0 };

/** The delivery of followed rollouts through a pipeline. */
export function deliveryBy({ queues: { spans, events } }: Pipeline, counters: CounterSink): Delivery {
  return new Delivery({ spans: spans ?? NO_WAY, events: events ?? NO_WAY }, counters);
}

/** Lets pass what a delivery lets pass, and everything as long as there is none. */
export function admissionBy(delivery: () => Delivery | undefined): Admission {
  return {
    span: (span) => delivery()?.admits('spans', span.spanContext().spanId) ?? true,
    log: ({ attributes: { [EVENT_ID]: id }, spanContext }) =>
      typeof id !== 'string' || (delivery()?.admits('events', id, spanContext?.spanId) ?? true),
  };
}

/** A model for one session that makes its spans there. */
export function sessionOf(target: ReplayTarget & { readonly counters: CounterSink }): Session {
  return new Session({ spans: spansOf(target), counters: target.counters });
}
