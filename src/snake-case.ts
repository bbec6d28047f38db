/**
 * A camelCase name of the protocol as Codex's analytics writes it: `preToolUse` is `pre_tool_use`, `mcpOAuth` is
 * `mcp_o_auth`. Serde's rule for enum variants: an underscore before each upper-case letter but the first character
 * (`serde_derive/src/internals/case.rs`, `RenameRule::SnakeCase`).
 */
export function snakeCase(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}
