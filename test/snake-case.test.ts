import { expect, it } from 'vitest';
import { snakeCase } from '../src/snake-case.js';

// The right column is what serde's `rename_all = "snake_case"` makes of the variant on the left.
it.each([
  ['', ''],
  ['stop', 'stop'],
  ['Stop', 'stop'],
  ['preToolUse', 'pre_tool_use'],
  ['PreToolUse', 'pre_tool_use'],
  ['sessionFlags', 'session_flags'],
  ['legacyManagedConfigMdm', 'legacy_managed_config_mdm'],
  ['usageLimited', 'usage_limited'],
  ['mcpOAuth', 'mcp_o_auth'],
  ['McpOAuth', 'mcp_o_auth'],
  ['HTTPServer', 'h_t_t_p_server'],
  ['http2Server', 'http2_server'],
  ['already_snake', 'already_snake'],
])('snakeCase(%j) is %j', (name, expected) => {
  expect(snakeCase(name)).toBe(expected);
});
