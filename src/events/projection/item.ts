import type { ItemFacts } from '../../session/facts/index.js';
import type { EventType } from '../schema/index.js';
import { appUsed } from './app.js';
import { compaction } from './compaction.js';
import type { Projection } from './context.js';
import { toolBase } from './tool.js';

/** An item's events: its own, after the first use of a hosted app where it is one. */
export function item(facts: ItemFacts): Projection<EventType>[] {
  const { detail } = facts;
  if (detail.kind === 'contextCompaction') return [compaction(facts, detail)];
  return [detail.kind === 'mcpToolCall' ? appUsed(facts, detail) : undefined, tool(facts, detail)];
}

/** The event of a tool's call: the base, and what its kind adds. */
function tool(
  facts: ItemFacts,
  detail: Exclude<ItemFacts['detail'], { kind: 'contextCompaction' }>,
): Projection<EventType> {
  const base = toolBase(facts);
  if (base === undefined || typeof base === 'string') return base;
  const event = <Type extends EventType, Own extends object>(type: Type, own: Own) => ({
    event_type: type,
    event_params: Object.assign(base, own),
  });
  switch (detail.kind) {
    case 'commandExecution':
      return event('codex_command_execution_event', {
        model_slug: facts.model,
        plugin_id: detail.pluginId,
        script_path: null,
        command_execution_source: detail.source,
        exit_code: detail.exitCode,
        command_total_action_count: detail.actionCounts?.total ?? null,
        command_read_action_count: detail.actionCounts?.read ?? null,
        command_list_files_action_count: detail.actionCounts?.listFiles ?? null,
        command_search_action_count: detail.actionCounts?.search ?? null,
        command_unknown_action_count: detail.actionCounts?.unknown ?? null,
      });
    case 'fileChange':
      return event('codex_file_change_event', {
        file_change_count: detail.changeCount,
        file_add_count: detail.addCount,
        file_update_count: detail.updateCount,
        file_delete_count: detail.deleteCount,
        file_move_count: detail.moveCount,
      });
    case 'mcpToolCall':
      return event('codex_mcp_tool_call_event', {
        mcp_server_name: detail.server,
        mcp_tool_name: detail.tool,
        mcp_error_present: detail.errorPresent,
        plugin_id: detail.pluginId,
        connector_id: detail.connectorId,
      });
    case 'dynamicToolCall':
      return event('codex_dynamic_tool_call_event', {
        dynamic_tool_name: detail.tool,
        success: detail.success,
        output_content_item_count: detail.outputCounts?.total ?? null,
        output_text_item_count: detail.outputCounts?.text ?? null,
        output_image_item_count: detail.outputCounts?.image ?? null,
        output_audio_item_count: detail.outputCounts?.audio ?? null,
      });
    case 'collabAgentToolCall':
      return event('codex_collab_agent_tool_call_event', {
        sender_thread_id: detail.senderThreadId,
        receiver_thread_count: detail.receiverThreadIds.length,
        receiver_thread_ids: [...detail.receiverThreadIds],
        requested_model: detail.requestedModel,
        requested_reasoning_effort: detail.requestedReasoningEffort,
        agent_state_count: detail.agentStateCount,
        completed_agent_count: detail.completedAgentCount,
        failed_agent_count: detail.failedAgentCount,
      });
    case 'webSearch':
      return event('codex_web_search_event', {
        web_search_action: detail.action,
        query_present: detail.queryPresent,
        query_count: detail.queryCount,
      });
    case 'imageGeneration':
      return event('codex_image_generation_event', {
        revised_prompt_present: detail.revisedPromptPresent,
        saved_path_present: detail.savedPathPresent,
        transparent_background: detail.transparentBackground,
        generation_id: detail.generationId,
      });
    case 'controlToolCall':
      return event('codex_control_tool_call_event', { success: detail.success });
  }
}
