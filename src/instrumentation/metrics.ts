import type { Attributes, BatchObservableResult, Meter, MeterProvider } from '@opentelemetry/api';
import type { CounterName, Counters } from '../counters.js';
import { flushOf } from '../flush.js';
import type { Facts, ItemFacts, RequestFacts, ReviewFacts, TurnFacts } from '../session/facts/index.js';
import { errorTypeOf, TOOL_TYPES } from '../spans/attributes.js';
import { ATTR, SCHEMA_URL } from '../spans/conventions.js';
import { SCOPE_NAME, VERSION } from '../version.js';
import { WaitingMetrics, type Waiting } from './waiting-metrics.js';

// Bucket boundaries in seconds, as release 0.1.0 of the GenAI conventions advises, and in tokens, as releases before it did.
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
  'values.shortened': { unit: '{value}', description: 'Names, ids and lists that were cut at their limit, by method.' },
  'requests.unanswered': {
    unit: '{request}',
    description: 'Requests without an answer, or with an empty one, by method.',
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

/** The instruments that a finished span is recorded in. */
function histogramsOf(meter: Meter) {
  const histogram = (name: string, unit: string, description: string, explicitBucketBoundaries: number[]) =>
    meter.createHistogram(name, { unit, description, advice: { explicitBucketBoundaries } });
  return {
    turnDuration: histogram('gen_ai.invoke_agent.duration', 's', 'How long turns took.', TURN_SECONDS),
    toolDuration: histogram('gen_ai.execute_tool.duration', 's', 'How long tool calls took.', TOOL_SECONDS),
    // The conventions have tokens of single calls of the model, which are not on the wire.
    inputTokens: histogram('codex.turn.usage.input_tokens', '{token}', 'Input tokens of a turn.', TOKENS),
    outputTokens: histogram('codex.turn.usage.output_tokens', '{token}', 'Output tokens of a turn.', TOKENS),
    reviewWait: histogram('codex.review.wait', 's', 'How long a review kept its turn waiting.', REVIEW_SECONDS),
  };
}

/** The state that metrics read at each collection. */
interface Health {
  readonly counters: Counters;
  readonly open: () => { readonly threads: number; readonly turns: number };
  readonly waiting: Waiting;
}

/**
 * Durations of turns and tools under the GenAI conventions' names, the tokens of turns, how long reviews kept their turns
 * waiting, which reviews and questions wait, the open threads and turns, and the observer's own counters.
 */
export class Metrics {
  readonly #health: Health;
  readonly #waiting: WaitingMetrics;
  #histograms: ReturnType<typeof histogramsOf> | undefined;
  #stop: (() => void) | undefined;
  #flush: (() => Promise<void>) | undefined;

  constructor(health: Health) {
    this.#health = health;
    this.#waiting = new WaitingMetrics(health.waiting);
  }

  setMeterProvider(provider: MeterProvider): void {
    this.#stop?.();
    this.#flush = flushOf(provider);
    const meter = provider.getMeter(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
    this.#histograms = histogramsOf(meter);
    this.#stop = this.#observe(meter);
  }

  /** A review or a question begins. */
  began(request: RequestFacts): void {
    if (this.#histograms !== undefined) this.#waiting.began(request);
  }

  /** A person is asked, or answered: what changed leaves now, not at the next collection. */
  flush(): Promise<void> | undefined {
    return this.#flush?.();
  }

  /** Records a span that ended. A span that the observer ended has no duration of its own. */
  record(facts: Facts): void {
    if (this.#histograms === undefined || facts.endReason !== null) return;
    const { turnDuration, toolDuration, inputTokens, outputTokens, reviewWait } = this.#histograms;
    const seconds = Math.max(0, facts.endMs - facts.startMs) / 1000;
    if (facts.type === 'turn') {
      turnDuration.record(seconds, ofTurn(facts));
      if (facts.tokenUsage !== null) {
        inputTokens.record(facts.tokenUsage.inputTokens, ofUsage(facts));
        outputTokens.record(facts.tokenUsage.outputTokens, ofUsage(facts));
      }
    }
    if (facts.type === 'item' && facts.toolName !== null) toolDuration.record(seconds, ofTool(facts));
    if (facts.type === 'review' && facts.status !== null) reviewWait.record(seconds, ofReview(facts));
  }

  #observe(meter: Meter): () => void {
    const { counters, open } = this.#health;
    const gauge = (name: string, unit: string, description: string) =>
      meter.createObservableUpDownCounter(name, { unit, description });
    const threads = gauge('codex.thread.open', '{thread}', 'Open threads.');
    const turns = gauge('codex.turn.open', '{turn}', 'Open turns.');
    const waiting = this.#waiting.on(meter);
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
      // If two instrumentations share a meter, the zeros of an idle one would replace the values of the other.
      if (isIdle) return;
      result.observe(threads, open().threads);
      result.observe(turns, open().turns);
      waiting.observe(result);
    };
    const observables = [threads, turns, ...waiting.observables, ...counts.values()];
    meter.addBatchObservableCallback(observe, observables);
    return () => {
      meter.removeBatchObservableCallback(observe, observables);
    };
  }
}

// The attributes that have few enough values for a metric.

const ofTurn = (facts: TurnFacts) =>
  known({
    [ATTR.agentName]: 'codex',
    [ATTR.requestModel]: facts.model,
    [ATTR.errorType]: errorTypeOf(facts),
    [ATTR.turnStatus]: facts.status,
  });

const ofUsage = ({ model, modelProvider }: TurnFacts) =>
  known({ [ATTR.providerName]: modelProvider ?? 'openai', [ATTR.requestModel]: model });

const ofTool = (facts: ItemFacts) =>
  known({
    [ATTR.toolName]: facts.toolName,
    [ATTR.toolType]: facts.detail.kind === 'contextCompaction' ? null : TOOL_TYPES[facts.detail.kind],
    [ATTR.errorType]: errorTypeOf(facts),
    [ATTR.itemStatus]: facts.terminalStatus,
  });

const ofReview = (facts: ReviewFacts) =>
  known({
    [ATTR.reviewer]: facts.reviewer,
    [ATTR.reviewSubject]: facts.subjectKind,
    [ATTR.reviewStatus]: facts.status,
  });

/** Without the attributes that are unknown. */
function known(attributes: Readonly<Record<string, string | null | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined),
  ) as Attributes;
}
