import type { SpanItem, SubAgentActivityItem } from '../../protocol/schema/items.js';
import { snakeCase } from '../../snake-case.js';

/** The tool's name in Codex's analytics; null for a compaction. */
export function toolNameOf(item: SpanItem): string | null {
  switch (item.type) {
    case 'commandExecution':
      return COMMAND_TOOLS.get(item.source) ?? 'shell';
    case 'fileChange':
      return 'apply_patch';
    case 'mcpToolCall':
    case 'dynamicToolCall':
    case 'controlToolCall':
      return item.tool === '' ? 'unknown' : item.tool;
    case 'collabAgentToolCall':
      return collabToolName(item.tool);
    case 'subAgentActivity':
      return collabToolName(activityTool(item));
    case 'webSearch':
      return 'web_search';
    case 'imageGeneration':
      return 'image_generation';
    case 'contextCompaction':
      return null;
  }
}

/** The tool behind an activity. The protocol does not report whether `interacted` was a message or a follow-up task. */
export function activityTool({ kind }: SubAgentActivityItem): string {
  if (kind === 'started') return 'spawnAgent';
  if (kind === 'interacted') return 'sendMessage';
  return kind === 'interrupted' ? 'interruptAgent' : kind;
}

const COMMAND_TOOLS = new Map([
  ['userShell', 'user_shell'],
  ['unifiedExecStartup', 'unified_exec'],
  ['unifiedExecInteraction', 'unified_exec'],
]);

/** `wait` is the one tool whose name is more than the protocol's in snake_case. */
const collabToolName = (tool: string): string => (tool === 'wait' ? 'wait_agent' : snakeCase(tool));
