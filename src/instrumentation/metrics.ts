import type { Histogram, Meter, MeterProvider, ObservableResult } from '@opentelemetry/api';
import { ATTR, SCHEMA_URL } from '../spans/conventions.js';
import { attributesOf } from '../spans/attributes.js';
import type { Facts, TurnFacts } from '../spans/facts.js';
import type { Counters } from '../tally.js';
import { SCOPE_NAME, VERSION } from '../version.js';

/** Bucket boundaries that the GenAI conventions advise, in seconds and in tokens. */
const SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
const TOKENS = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];

interface Instruments {
  readonly operationDuration: Histogram;
  readonly tokenUsage: Histogram;
  readonly reviewWait: Histogram;
}

/** What metrics read at each collection. */
export interface Health {
  readonly counters: Counters;
  readonly open: () => { readonly threads: number; readonly turns: number };
}

/**
 * Turn and tool durations and token usage under the GenAI conventions' names, how long reviews kept their turn waiting,
 * what is open, and how the observer itself does.
 */
export class Metrics {
  readonly #health: Health;
  #instruments: Instruments | undefined;
  #stop: (() => void) | undefined;

  constructor(health: Health) {
    this.#health = health;
  }

  setMeterProvider(provider: MeterProvider): void {
    this.#stop?.();
    const meter = provider.getMeter(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
    const histogram = (name: string, unit: string, description: string, explicitBucketBoundaries: number[]) =>
      meter.createHistogram(name, { unit, description, advice: { explicitBucketBoundaries } });
    this.#instruments = {
      operationDuration: histogram(
        'gen_ai.client.operation.duration',
        's',
        'Duration of turns and tool calls.',
        SECONDS,
      ),
      tokenUsage: histogram('gen_ai.client.token.usage', '{token}', 'Tokens that a turn used.', TOKENS),
      reviewWait: histogram('codex.review.wait', 's', 'How long a review kept its turn waiting.', SECONDS),
    };
    this.#stop = this.#observe(meter);
  }

  /** Records a span that ended. What the observer ended has no duration of its own. */
  record(facts: Facts): void {
    if (this.#instruments === undefined || facts.endReason !== null) return;
    const { operationDuration, reviewWait } = this.#instruments;
    const seconds = Math.max(0, facts.endMs - facts.startMs) / 1000;
    if (facts.type === 'turn' || (facts.type === 'item' && facts.toolName !== null))
      operationDuration.record(seconds, pick(facts, DURATION_ATTRIBUTES));
    if (facts.type === 'turn') this.#usage(facts);
    if (facts.type === 'review' && facts.status !== null) reviewWait.record(seconds, pick(facts, REVIEW_ATTRIBUTES));
  }

  #usage(facts: TurnFacts): void {
    const { tokenUsage } = facts;
    if (tokenUsage === null) return;
    const attributes = pick(facts, USAGE_ATTRIBUTES);
    const record = (type: string, tokens: number) =>
      this.#instruments?.tokenUsage.record(tokens, { ...attributes, 'gen_ai.token.type': type });
    record('input', tokenUsage.inputTokens);
    record('output', tokenUsage.outputTokens);
  }

  #observe(meter: Meter): () => void {
    const { counters, open } = this.#health;
    const threads = meter.createObservableUpDownCounter('codex.thread.open', {
      unit: '{thread}',
      description: 'Open threads.',
    });
    const turns = meter.createObservableUpDownCounter('codex.turn.open', {
      unit: '{turn}',
      description: 'Open turns.',
    });
    const tally = meter.createObservableCounter('codex.observer.count', {
      unit: '{event}',
      description: 'What the observer saw, passed over, dropped (with the reason) and emitted.',
    });
    const observeThreads = (result: ObservableResult) => {
      result.observe(open().threads);
    };
    const observeTurns = (result: ObservableResult) => {
      result.observe(open().turns);
    };
    const observeTally = (result: ObservableResult) => {
      for (const { name, reason, value } of counters)
        result.observe(value, { 'codex.observer.counter': name, ...(reason !== undefined && { reason }) });
    };
    threads.addCallback(observeThreads);
    turns.addCallback(observeTurns);
    tally.addCallback(observeTally);
    return () => {
      threads.removeCallback(observeThreads);
      turns.removeCallback(observeTurns);
      tally.removeCallback(observeTally);
    };
  }
}

const USAGE_ATTRIBUTES = [ATTR.operationName, ATTR.providerName, ATTR.requestModel];
const DURATION_ATTRIBUTES = [...USAGE_ATTRIBUTES, ATTR.toolName, ATTR.errorType, ATTR.turnStatus, ATTR.itemStatus];
const REVIEW_ATTRIBUTES = [ATTR.reviewer, ATTR.reviewSubject, ATTR.reviewStatus];

/** Those of a span's attributes that are few enough in their values for a metric. */
function pick(facts: Facts, names: readonly string[]): Record<string, string> {
  const all = attributesOf(facts);
  return Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, String(all[name])]])));
}
