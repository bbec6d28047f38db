import type { Attributes, Context, Link, SpanKind } from '@opentelemetry/api';
import { ATTR } from './conventions.js';

/** A sampler's decision, by its shape in SDK 2.x and 3.x: 0 drops, 1 records, 2 records and samples. */
export interface SamplingResult {
  decision: 0 | 1 | 2;
  attributes?: Readonly<Attributes>;
}

/** OpenTelemetry's sampler, as both SDK lines declare it. */
export interface Sampler {
  shouldSample(
    context: Context,
    traceId: string,
    spanName: string,
    spanKind: SpanKind,
    attributes: Attributes,
    links: Link[],
  ): SamplingResult;
  toString(): string;
}

/**
 * Wraps the host's sampler so that Codex's spans are recorded, though not exported, where it drops them: span processors
 * of the pipeline still see them, analytics stays complete, and no other span of the host is recorded that was not.
 *
 * @example new NodeTracerProvider({ sampler: new CodexSampler(new TraceIdRatioBasedSampler(0.1)), … })
 */
export class CodexSampler implements Sampler {
  readonly #host: Sampler;

  constructor(host: Sampler) {
    this.#host = host;
  }

  shouldSample(...sample: Parameters<Sampler['shouldSample']>): SamplingResult {
    const result = this.#host.shouldSample(...sample);
    const [, , , , attributes] = sample;
    return result.decision === 0 && ATTR.spanType in attributes ? { ...result, decision: 1 } : result;
  }

  toString(): string {
    return `CodexSampler{${this.#host.toString()}}`;
  }
}
