import * as z from 'zod';
import { event, optionalText, text } from './fields.js';
import { toolBase } from './tool.js';

export const mcpToolCall = event('codex_mcp_tool_call_event', 'A tool of an MCP server was called.', {
  ...toolBase,
  mcp_server_name: text,
  mcp_tool_name: text,
  mcp_error_present: z.boolean(),
  plugin_id: optionalText,
  connector_id: optionalText,
});
