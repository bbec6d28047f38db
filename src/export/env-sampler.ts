import { getNumberFromEnv, getStringFromEnv } from '@opentelemetry/core';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace-base';
import { CodexSampler } from '../spans/sampler.js';

/**
 * The sampler that `OTEL_TRACES_SAMPLER` names; `parentbased_always_on` by default. Spans that it drops are recorded all
 * the same, so that no event is missing. The SDK reads these variables, too, but exports no sampler that could be wrapped.
 */
export function envSampler(): Sampler {
  const name = getStringFromEnv('OTEL_TRACES_SAMPLER')?.trim().toLowerCase() ?? 'parentbased_always_on';
  const root = name.endsWith('traceidratio')
    ? new TraceIdRatioBasedSampler(getNumberFromEnv('OTEL_TRACES_SAMPLER_ARG') ?? 1)
    : name.endsWith('always_off')
      ? new AlwaysOffSampler()
      : new AlwaysOnSampler();
  return new CodexSampler(name.startsWith('parentbased') ? new ParentBasedSampler({ root }) : root);
}
