import type { ThreadFacts, ToolCountFacts, TurnFacts } from '../../facts/index.js';
import { NO_USAGE, addUsage } from './usage.js';

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
