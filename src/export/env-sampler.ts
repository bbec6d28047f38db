import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace-node';
import { CodexSampler } from '../spans/sampler.js';
import type { SamplerSettings } from './settings.js';

/** The sampler that `OTEL_TRACES_SAMPLER` names; what it drops is recorded all the same, so that no event is missing. */
export function samplerOf({ name, ratio }: SamplerSettings): Sampler {
  const root = name.endsWith('always_on')
    ? new AlwaysOnSampler()
    : name.endsWith('always_off')
      ? new AlwaysOffSampler()
      : new TraceIdRatioBasedSampler(ratio);
  return new CodexSampler(name.startsWith('parentbased') ? new ParentBasedSampler({ root }) : root);
}
