import type {
  CollabAgentToolCallFacts,
  CommandExecutionFacts,
  DynamicToolCallFacts,
  FileChangeFacts,
  ImageGenerationFacts,
  McpToolCallFacts,
  WebSearchFacts,
} from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import type { ToolBase } from './tool.js';

/** One function a kind of tool: the base of its event, and what the kind adds to it. */

export function commandExecution(
  base: ToolBase,
  model: string | null,
  detail: CommandExecutionFacts,
): EventOf<'codex_command_execution_event'> {
  return {
    event_type: 'codex_command_execution_event',
    event_params: Object.assign(base, {
      model_slug: model,
      plugin_id: detail.pluginId,
      script_path: null,
      command_execution_source: detail.source,
      exit_code: detail.exitCode,
      command_total_action_count: detail.actionCounts?.total ?? null,
      command_read_action_count: detail.actionCounts?.read ?? null,
      command_list_files_action_count: detail.actionCounts?.listFiles ?? null,
      command_search_action_count: detail.actionCounts?.search ?? null,
      command_unknown_action_count: detail.actionCounts?.unknown ?? null,
    }),
  };
}

export function fileChange(base: ToolBase, detail: FileChangeFacts): EventOf<'codex_file_change_event'> {
  return {
    event_type: 'codex_file_change_event',
    event_params: Object.assign(base, {
      file_change_count: detail.changeCount,
      file_add_count: detail.addCount,
      file_update_count: detail.updateCount,
      file_delete_count: detail.deleteCount,
      file_move_count: detail.moveCount,
    }),
  };
}

export function mcpToolCall(base: ToolBase, detail: McpToolCallFacts): EventOf<'codex_mcp_tool_call_event'> {
  return {
    event_type: 'codex_mcp_tool_call_event',
    event_params: Object.assign(base, {
      mcp_server_name: detail.server,
      mcp_tool_name: detail.tool,
      mcp_error_present: detail.errorPresent,
      plugin_id: detail.pluginId,
      connector_id: detail.connectorId,
    }),
  };
}

export function dynamicToolCall(
  base: ToolBase,
  detail: DynamicToolCallFacts,
): EventOf<'codex_dynamic_tool_call_event'> {
  return {
    event_type: 'codex_dynamic_tool_call_event',
    event_params: Object.assign(base, {
      dynamic_tool_name: detail.tool,
      success: detail.success,
      output_content_item_count: detail.outputCounts?.total ?? null,
      output_text_item_count: detail.outputCounts?.text ?? null,
      output_image_item_count: detail.outputCounts?.image ?? null,
      output_audio_item_count: detail.outputCounts?.audio ?? null,
    }),
  };
}

export function collabAgentToolCall(
  base: ToolBase,
  detail: CollabAgentToolCallFacts,
): EventOf<'codex_collab_agent_tool_call_event'> {
  return {
    event_type: 'codex_collab_agent_tool_call_event',
    event_params: Object.assign(base, {
      sender_thread_id: detail.senderThreadId,
      receiver_thread_count: detail.receiverThreadIds.length,
      receiver_thread_ids: [...detail.receiverThreadIds],
      requested_model: detail.requestedModel,
      requested_reasoning_effort: detail.requestedReasoningEffort,
      agent_state_count: detail.agentStateCount,
      completed_agent_count: detail.completedAgentCount,
      failed_agent_count: detail.failedAgentCount,
    }),
  };
}

export function webSearch(base: ToolBase, detail: WebSearchFacts): EventOf<'codex_web_search_event'> {
  return {
    event_type: 'codex_web_search_event',
    event_params: Object.assign(base, {
      web_search_action: detail.action,
      query_present: detail.queryPresent,
      query_count: detail.queryCount,
    }),
  };
}

export function imageGeneration(base: ToolBase, detail: ImageGenerationFacts): EventOf<'codex_image_generation_event'> {
  return {
    event_type: 'codex_image_generation_event',
    event_params: Object.assign(base, {
      revised_prompt_present: detail.revisedPromptPresent,
      saved_path_present: detail.savedPathPresent,
      transparent_background: detail.transparentBackground,
      generation_id: detail.generationId,
    }),
  };
}
