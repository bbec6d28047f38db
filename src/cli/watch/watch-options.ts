import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkEndpoint, type Environment } from '../../export/otel-env.js';
import { codexHome } from '../../watch/relay/address.js';
import { wantsFingerprints } from '../accepted-lines.js';
import { AUDIT_OPTIONS, auditOptions, type AuditOptions } from '../audit-options.js';
import { UsageError } from '../command.js';
import { timeOf } from '../since.js';

/** The arguments of `codex-otel watch`. */
export interface WatchOptions extends AuditOptions {
  /** The folders of Codex's own files. */
  readonly homes: readonly string[];
  /** Unix milliseconds. */
  readonly since: number | undefined;
  readonly once: boolean;
  readonly stateFile: string;
  /** The receiver's base URL. */
  readonly endpoint: string | undefined;
  /** Whether the daemon's threads are subscribed to while a turn runs. */
  readonly subscribes: boolean;
  readonly hasFingerprints: boolean;
}

/** Throws a {@link UsageError} or a `SettingError` where the arguments make no sense. */
export function watchOptions(args: readonly string[], env: Environment): WatchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'codex-home': { type: 'string', multiple: true },
      since: { type: 'string' },
      once: { type: 'boolean' },
      state: { type: 'string' },
      endpoint: { type: 'string' },
      subscribe: { type: 'boolean' },
      'accepted-lines': { type: 'string' },
      ...AUDIT_OPTIONS,
    },
  });
  const [extra] = positionals;
  if (extra !== undefined) throw new UsageError(`What is ${extra}? Give folders as --codex-home DIR.`);
  const empty = Object.entries(values).find(
    ([, value]) => value === '' || (Array.isArray(value) && value.includes('')),
  );
  if (empty) throw new UsageError(`--${empty[0]} is empty.`);
  if (values.endpoint !== undefined) checkEndpoint(values.endpoint);
  const { once = false, subscribe: subscribes = false } = values;
  if (once && subscribes) throw new UsageError('--subscribe is for a watch that goes on, not for --once.');
  const audit = auditOptions(values);
  if (audit.audit !== undefined && !subscribes)
    throw new UsageError('--audit needs --subscribe: without it no approvals are seen.');
  const homes = values['codex-home'] ?? [codexHome(env)];
  return {
    homes: [...new Set(homes.map((home) => path.resolve(home)))],
    since: values.since === undefined ? undefined : timeOf(values.since),
    once,
    subscribes,
    ...audit,
    stateFile: path.resolve(values.state ?? defaultStateFile(env)),
    endpoint: values.endpoint,
    hasFingerprints: wantsFingerprints(values['accepted-lines']),
  };
}

function defaultStateFile(env: Environment): string {
  const folder =
    process.platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'))
      : env['XDG_STATE_HOME'] || path.join(homedir(), '.local', 'state');
  return path.join(folder, 'codex-otel', 'watch.jsonl');
}
