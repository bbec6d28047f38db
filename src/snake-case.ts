/** `preToolUse` → `pre_tool_use`: the protocol's camelCase as analytics writes it. */
export const snakeCase = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
