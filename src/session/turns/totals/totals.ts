import type { TokenUsage } from '../../../protocol/schema/shapes.js';
import { NO_USAGE } from '../../../protocol/usage.js';
import type { ThreadFacts, TokenUsageFacts, ToolCountFacts, TurnFacts } from '../../facts/index.js';

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
const addUsage = (a: TokenUsageFacts, b: TokenUsageFacts): TokenUsageFacts =>
  combine(b, a, (x, y) => Math.min(x + y, Number.MAX_SAFE_INTEGER));

export type ToolCounts = { -readonly [C in keyof ToolCountFacts]: number };

export const noToolCounts = (): ToolCounts => ({
  total: 0,
  shellCommand: 0,
  fileChange: 0,
  mcpToolCall: 0,
  dynamicToolCall: 0,
  subagentToolCall: 0,
  webSearch: 0,
  imageGeneration: 0,
});

/** The sums of a thread's turns. */
export type Totals = Pick<
  ThreadFacts,
  'turnCount' | 'toolCount' | 'reviewCount' | 'tokenUsage' | 'addedLines' | 'deletedLines'
>;

export const NO_TOTALS: Totals = {
  turnCount: 0,
  toolCount: 0,
  reviewCount: 0,
  tokenUsage: NO_USAGE,
  addedLines: 0,
  deletedLines: 0,
};

/** The totals with one more turn. */
export const addTurn = (totals: Totals, turn: TurnFacts): Totals => ({
  turnCount: totals.turnCount + 1,
  toolCount: sum(totals.toolCount, turn.toolCounts.total),
  reviewCount: sum(totals.reviewCount, turn.reviewCount),
  tokenUsage: turn.tokenUsage ? addUsage(totals.tokenUsage, turn.tokenUsage) : totals.tokenUsage,
  addedLines: totals.addedLines + (turn.diff?.addedLines ?? 0),
  deletedLines: totals.deletedLines + (turn.diff?.deletedLines ?? 0),
});

const sum = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
