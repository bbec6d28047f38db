import { homedir } from 'node:os';
import path from 'node:path';
import { checkEndpoint, type Environment } from '../../export/otel-env.js';
import { codexHome } from '../../watch/relay/address.js';
import { UsageError } from '../command.js';
import { AUDIT_OPTIONS, auditOptions, readOptions, sinceOf, wantsFingerprints } from '../options.js';

export type WatchOptions = ReturnType<typeof watchOptions>;

/** The arguments of `codex-otel watch`. Throws a {@link UsageError} or a `SettingError` where they make no sense. */
export function watchOptions(args: readonly string[], env: Environment) {
  const { values, positionals } = readOptions(args, {
    'codex-home': { type: 'string', multiple: true },
    since: { type: 'string' },
    once: { type: 'boolean' },
    state: { type: 'string' },
    endpoint: { type: 'string' },
    subscribe: { type: 'boolean' },
    'accepted-lines': { type: 'string' },
    ...AUDIT_OPTIONS,
  });
  const [extra] = positionals;
  if (extra !== undefined) throw new UsageError(`What is ${extra}? Give folders as --codex-home DIR.`);
  const { endpoint, once = false, subscribe: subscribes = false } = values;
  checkEndpoint(endpoint);
  if (once && subscribes) throw new UsageError('--subscribe is for a watch that goes on, not for --once.');
  const audit = auditOptions(values);
  if (audit.audit !== undefined && !subscribes)
    throw new UsageError('--audit needs --subscribe: without it no approvals are seen.');
  const homes = values['codex-home'] ?? [codexHome(env)];
  return {
    ...audit,
    homes: [...new Set(homes.map((home) => path.resolve(home)))],
    since: sinceOf(values.since),
    once,
    subscribes,
    stateFile: path.resolve(values.state ?? defaultStateFile(env)),
    endpoint,
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
