import type { ItemFacts } from '../../session/facts/index.js';
import type { EventType } from '../schema/index.js';
import { appUsed } from './app.js';
import { compaction } from './compaction.js';
import type { Projection } from './context.js';
import * as detailed from './tool-detail.js';
import { toolBase } from './tool.js';

/** An item's events: its own, after the first use of a hosted app where it is one. */
export function item(facts: ItemFacts): Projection<EventType>[] {
  const { detail } = facts;
  if (detail.kind === 'contextCompaction') return [compaction(facts, detail)];
  return [detail.kind === 'mcpToolCall' ? appUsed(facts, detail) : undefined, tool(facts, detail)];
}

function tool(
  facts: ItemFacts,
  detail: Exclude<ItemFacts['detail'], { kind: 'contextCompaction' }>,
): Projection<EventType> {
  const base = toolBase(facts);
  if (base === undefined || typeof base === 'string') return base;
  switch (detail.kind) {
    case 'commandExecution':
      return detailed.commandExecution(base, facts.model, detail);
    case 'fileChange':
      return detailed.fileChange(base, detail);
    case 'mcpToolCall':
      return detailed.mcpToolCall(base, detail);
    case 'dynamicToolCall':
      return detailed.dynamicToolCall(base, detail);
    case 'collabAgentToolCall':
      return detailed.collabAgentToolCall(base, detail);
    case 'controlToolCall':
      return {
        event_type: 'codex_control_tool_call_event',
        event_params: Object.assign(base, { success: detail.success }),
      };
    case 'webSearch':
      return detailed.webSearch(base, detail);
    case 'imageGeneration':
      return detailed.imageGeneration(base, detail);
  }
}
