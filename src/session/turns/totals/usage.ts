import type { TokenUsage } from '../../../protocol/schema/shapes.js';
import type { TokenUsageFacts } from '../../facts/index.js';

export const NO_USAGE: TokenUsageFacts = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteInputTokens: 0,
  outputTokens: 0,
  reasoningOutputTokens: 0,
  totalTokens: 0,
};

function combine(a: TokenUsage, b: TokenUsage, of: (a: number, b: number) => number): TokenUsageFacts {
  const cacheWrite = a.cacheWriteInputTokens;
  return {
    inputTokens: of(a.inputTokens, b.inputTokens),
    cachedInputTokens: of(a.cachedInputTokens, b.cachedInputTokens),
    cacheWriteInputTokens: cacheWrite === null ? null : of(cacheWrite, b.cacheWriteInputTokens ?? 0),
    outputTokens: of(a.outputTokens, b.outputTokens),
    reasoningOutputTokens: of(a.reasoningOutputTokens, b.reasoningOutputTokens),
    totalTokens: of(a.totalTokens, b.totalTokens),
  };
}

/** The usage between two totals. No component is below zero. */
export const usedSince = (total: TokenUsage, before: TokenUsage): TokenUsageFacts =>
  combine(total, before, (a, b) => Math.max(0, a - b));

/** The sum stays an integer that OTLP/JSON and JavaScript can write. */
export const addUsage = (a: TokenUsageFacts, b: TokenUsageFacts): TokenUsageFacts =>
  combine(b, a, (x, y) => Math.min(x + y, Number.MAX_SAFE_INTEGER));
