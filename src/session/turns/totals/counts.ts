import { isEcho } from '../../../protocol/items.js';
import type { SpanItem } from '../../../protocol/schema/items.js';
import type { ItemDetailFacts } from '../../facts/index.js';
import { latestItem } from '../../items/occurrences.js';
import type { Turn } from '../../state.js';
import { dialectOfThread } from '../../threads/lineage.js';
import type { ToolCounts } from './totals.js';

const CATEGORIES: Record<Exclude<ItemDetailFacts['kind'], 'controlToolCall'>, keyof ToolCounts | null> = {
  commandExecution: 'shellCommand',
  fileChange: 'fileChange',
  mcpToolCall: 'mcpToolCall',
  dynamicToolCall: 'dynamicToolCall',
  collabAgentToolCall: 'subagentToolCall',
  webSearch: 'webSearch',
  imageGeneration: 'imageGeneration',
  contextCompaction: null,
};

/** Counts a completed tool item, as Codex does: whatever its status, and not after the turn's end. */
export function countTool(turn: Turn, kind: ItemDetailFacts['kind'], itemId: string): void {
  if (kind === 'controlToolCall') return countControlTool(turn, itemId);
  const category = CATEGORIES[kind];
  if (category === null || turn.completion !== null || turn.memory.toolsCountedOnResume.has(itemId)) return;
  const countsOnce = category === 'subagentToolCall' && dialectOfThread(turn.thread).countsAgentCallsOnce;
  if (countsOnce && !turn.memory.agentCalls.add(itemId)) return;
  turn.toolCounts[category] += 1;
  turn.toolCounts.total += 1;
}

/** Counts a tool that completed while no client was connected, and that the answer to a resume reports. */
export function countToolCompletedWhileAway(turn: Turn, item: SpanItem): void {
  if (isEcho(item) || latestItem(turn, item.id)?.hasEnded) return;
  countTool(turn, item.type === 'subAgentActivity' ? 'collabAgentToolCall' : item.type, item.id);
  turn.memory.toolsCountedOnResume.add(item.id);
}

/**
 * Counts a control tool, for which there is no item, by its effect: a question to the user, a viewed picture, a goal. Older
 * versions do not count these. `id` identifies the call, because several connections may report it.
 */
export function countControlTool(turn: Turn, id: string): void {
  if (turn.completion !== null || !dialectOfThread(turn.thread).countsControlTools) return;
  if (turn.memory.controlTools.add(id)) turn.toolCounts.total += 1;
}
