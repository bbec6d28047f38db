/** `preToolUse` as analytics says it: `PreToolUse`. */
export function pascalCase(camelCase: string): string {
  return camelCase.charAt(0).toUpperCase() + camelCase.slice(1);
}

/** `sessionFlags` as analytics says it: `session_flags`. */
export function snakeCase(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `none` is how the protocol says that nothing was set; analytics says null. */
export function unlessNone(value: string | null): string | null {
  return value === 'none' ? null : value;
}
