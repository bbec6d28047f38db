import type { Span } from '@opentelemetry/api';
import type { Counters } from '../counters.js';
import type { CodexSpanProcessor } from '../events/processor.js';
import type { Admission } from '../export/queue/queue-processors.js';
import type { Pipeline } from '../export/pipeline.js';
import { Metrics } from '../instrumentation/metrics.js';
import type { Waiting } from '../instrumentation/waiting-metrics.js';
import { spansOf } from '../replay/wire-log.js';
import { Session } from '../session/session.js';
import { factsOf } from '../spans/facts-on-span.js';
import { Delivery } from '../watch/rollouts/delivery.js';
import type { SessionModels } from '../watch/rollouts/rollout-follower.js';
import type { WayOut } from '../watch/rollouts/signal-delivery.js';

const EVENT_ID = 'codex.event.id';

/** Nothing leaves by it, so everything is delivered. */
const NO_WAY: WayOut = { added: 0, settled: 0, done: 0 };

/** The models of followed sessions, whose spans, events and measurements leave by a pipeline, each once. */
export class FollowedSessions implements SessionModels {
  readonly delivery: Delivery;
  readonly metrics: Metrics;
  /** The requests that wait for a person: no rollout has them. Default: none. */
  waiting: Waiting = { requests: () => [], now: Date.now };
  readonly #pipeline: Pipeline;
  readonly #codex: CodexSpanProcessor;
  readonly #counters: Counters;
  readonly #hasFingerprints: boolean;
  readonly #open = new Set<Session>();

  /** @param hasFingerprints whether accepted lines are hashed. The repository's hash is in the rollout. */
  constructor(pipeline: Pipeline, codex: CodexSpanProcessor, counters: Counters, hasFingerprints: boolean) {
    const { spans = NO_WAY, events = NO_WAY } = pipeline.queues;
    this.#pipeline = pipeline;
    this.#codex = codex;
    this.#counters = counters;
    this.#hasFingerprints = hasFingerprints;
    this.delivery = new Delivery({ spans, events }, counters);
    const waiting = { requests: () => this.waiting.requests(), now: () => this.waiting.now() };
    this.metrics = new Metrics({ counters, open: () => this.#openCounts, waiting });
    if (pipeline.meterProvider) this.metrics.setMeterProvider(pipeline.meterProvider);
  }

  open(): Session {
    const { tracerProvider } = this.#pipeline;
    const counters = this.#counters;
    const spans = spansOf({ tracerProvider, onSpan: (span) => this.#ended(span), counters });
    const acceptedLines = { hasFingerprints: () => this.#hasFingerprints };
    const session = new Session({ spans, counters, acceptedLines });
    this.#open.add(session);
    return session;
  }

  forget(session: Session): void {
    this.#open.delete(session);
  }

  get #openCounts(): { readonly threads: number; readonly turns: number } {
    let [threads, turns] = [0, 0];
    for (const { openCounts } of this.#open) {
      threads += openCounts.threads;
      turns += openCounts.turns;
    }
    return { threads, turns };
  }

  #ended(span: Span): void {
    this.#codex.onEnd(span);
    const facts = factsOf(span);
    if (facts !== undefined && this.delivery.measures(span.spanContext().spanId)) this.metrics.record(facts);
  }
}

/** Lets pass what followed sessions let pass, and everything as long as there are none. */
export function admissionBy(followed: () => FollowedSessions | undefined): Admission {
  return {
    span: (span) => followed()?.delivery.admitsSpan(span.spanContext().spanId) ?? true,
    log: ({ attributes: { [EVENT_ID]: id } }) =>
      typeof id !== 'string' || (followed()?.delivery.admitsEvent(id) ?? true),
  };
}
