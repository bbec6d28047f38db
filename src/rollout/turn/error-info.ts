import { camelCase } from './items.js';

/** `codex_error_info` in the protocol's form: the names of its variant and of that one's members in camel case. */
export function protocolErrorInfo(info: unknown): unknown {
  if (typeof info === 'string') return camelCase(info);
  if (typeof info !== 'object' || info === null) return info;
  return Object.fromEntries(
    Object.entries(info).map(([name, value]: [string, unknown]) => [
      camelCase(name),
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([member, each]) => [camelCase(member), each as unknown]))
        : value,
    ]),
  );
}
