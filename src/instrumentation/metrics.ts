import type { BatchObservableResult, Histogram, Meter, MeterProvider } from '@opentelemetry/api';
import { attributesOf } from '../spans/attributes.js';
import { ATTR, SCHEMA_URL } from '../spans/conventions.js';
import type { Facts, TurnFacts } from '../session/facts/index.js';
import type { Counters, CounterName } from '../counters.js';
import { SCOPE_NAME, VERSION } from '../version.js';

// Bucket boundaries: those that the GenAI conventions advise, in seconds and in tokens.
const TURN_SECONDS = [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 102.4, 204.8, 409.6];
const TOOL_SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
const TOKENS = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];
/** From a policy that answers at once to a person who comes back in the afternoon. */
const REVIEW_SECONDS = [0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 14400];

/** The metric of each counter is `codex.observer.` and its name. */
const COUNTERS: Readonly<Record<CounterName, { readonly unit: string; readonly description: string }>> = {
  'messages.seen': { unit: '{message}', description: 'Messages that passed.' },
  'messages.skipped': { unit: '{message}', description: 'Messages that are not looked into.' },
  'messages.undecodable': { unit: '{message}', description: 'Known messages that could not be read, by their method.' },
  'lines.broken': { unit: '{line}', description: 'Lines that are no JSON object.' },
  'lines.oversized': { unit: '{line}', description: 'Lines that are too long.' },
  'requests.unanswered': {
    unit: '{request}',
    description: 'Requests without an answer, or with one that tells nothing, by method.',
  },
  'state.dropped': { unit: '{object}', description: 'State given up because of a limit, by what it was.' },
  'spans.dropped': { unit: '{span}', description: 'Spans that could not be made.' },
  'events.emitted': { unit: '{event}', description: 'Analytics events that left, by their type.' },
  'events.dropped': { unit: '{event}', description: 'Analytics events that did not leave, by the reason.' },
  'events.fields_nulled': {
    unit: '{field}',
    description: 'Fields of analytics events without a valid value, by type.',
  },
  'hooks.failed': { unit: '{failure}', description: "Failures of the host's callbacks and providers, by their name." },
};

interface Instruments {
  readonly turnDuration: Histogram;
  readonly toolDuration: Histogram;
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
      turnDuration: histogram('gen_ai.invoke_agent.duration', 's', 'How long turns took.', TURN_SECONDS),
      toolDuration: histogram('gen_ai.execute_tool.duration', 's', 'How long tool calls took.', TOOL_SECONDS),
      tokenUsage: histogram('gen_ai.client.token.usage', '{token}', 'Tokens that a turn used.', TOKENS),
      reviewWait: histogram('codex.review.wait', 's', 'How long a review kept its turn waiting.', REVIEW_SECONDS),
    };
    this.#stop = this.#observe(meter);
  }

  /** Records a span that ended. What the observer ended has no duration of its own. */
  record(facts: Facts): void {
    if (this.#instruments === undefined || facts.endReason !== null) return;
    const { turnDuration, toolDuration, tokenUsage, reviewWait } = this.#instruments;
    const seconds = Math.max(0, facts.endMs - facts.startMs) / 1000;
    if (facts.type === 'turn') {
      turnDuration.record(seconds, pick(facts, TURN_ATTRIBUTES));
      recordUsage(tokenUsage, facts);
    }
    if (facts.type === 'item' && facts.toolName !== null) toolDuration.record(seconds, pick(facts, TOOL_ATTRIBUTES));
    if (facts.type === 'review' && facts.status !== null) reviewWait.record(seconds, pick(facts, REVIEW_ATTRIBUTES));
  }

  #observe(meter: Meter): () => void {
    const { counters, open } = this.#health;
    const gauge = (name: string, unit: string, description: string) =>
      meter.createObservableUpDownCounter(name, { unit, description });
    const threads = gauge('codex.thread.open', '{thread}', 'Open threads.');
    const turns = gauge('codex.turn.open', '{turn}', 'Open turns.');
    const counts = new Map(
      Object.entries(COUNTERS).map(([name, options]) => [
        name,
        meter.createObservableCounter(`codex.observer.${name}`, options),
      ]),
    );
    const observe = (result: BatchObservableResult) => {
      let isIdle = true;
      for (const { name, reason, value } of counters) {
        isIdle = false;
        const counter = counts.get(name);
        if (counter) result.observe(counter, value, reason === undefined ? {} : { 'codex.observer.reason': reason });
      }
      // Where two instrumentations share a meter, the one that has nothing to say must not speak for the other.
      if (isIdle) return;
      result.observe(threads, open().threads);
      result.observe(turns, open().turns);
    };
    const observables = [threads, turns, ...counts.values()];
    meter.addBatchObservableCallback(observe, observables);
    return () => {
      meter.removeBatchObservableCallback(observe, observables);
    };
  }
}

function recordUsage(histogram: Histogram, facts: TurnFacts): void {
  if (facts.tokenUsage === null) return;
  const { inputTokens, outputTokens } = facts.tokenUsage;
  const attributes = pick(facts, USAGE_ATTRIBUTES);
  histogram.record(inputTokens, { ...attributes, 'gen_ai.token.type': 'input' });
  histogram.record(outputTokens, { ...attributes, 'gen_ai.token.type': 'output' });
}

const TURN_ATTRIBUTES = [ATTR.agentName, ATTR.requestModel, ATTR.errorType, ATTR.turnStatus];
const TOOL_ATTRIBUTES = [ATTR.toolName, ATTR.toolType, ATTR.errorType, ATTR.itemStatus];
const USAGE_ATTRIBUTES = [ATTR.operationName, ATTR.providerName, ATTR.requestModel];
const REVIEW_ATTRIBUTES = [ATTR.reviewer, ATTR.reviewSubject, ATTR.reviewStatus];

/** Those of a span's attributes that are few enough in their values for a metric. */
function pick(facts: Facts, names: readonly string[]): Record<string, string> {
  const all = attributesOf(facts);
  return Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, String(all[name])]])));
}
