import { checkEndpoint } from '../../export/otel-env.js';
import { UsageError } from '../command.js';
import { AUDIT_OPTIONS, auditOptions, oneOf, readOptions, wantsFingerprints } from '../options.js';

/** The arguments of `codex-otel run`. */
export type RunOptions = ReturnType<typeof runOptions>;

/** Throws a {@link UsageError} or a `SettingError` where the arguments make no sense. */
export function runOptions(args: readonly string[]) {
  const at = args.indexOf('--');
  const { values, positionals } = readOptions(at === -1 ? args : args.slice(0, at), {
    record: { type: 'string' },
    inject: { type: 'boolean' },
    'codex-trace': { type: 'boolean' },
    repository: { type: 'string' },
    endpoint: { type: 'string' },
    'accepted-lines': { type: 'string' },
    'flush-timeout': { type: 'string' },
    ...AUDIT_OPTIONS,
  });
  const [file, ...rest] = at === -1 ? [] : args.slice(at + 1);
  if (file === undefined || positionals.length > 0)
    throw new UsageError('What to run? Give the command after --, such as: codex-otel run -- codex app-server');
  if (values.record === '-') throw new UsageError('--record takes a file: standard output belongs to the client.');
  checkEndpoint(values.endpoint);
  const command: readonly [file: string, ...args: string[]] = [file, ...rest];
  return {
    command,
    /** A file for a wire log. */
    record: values.record,
    inject: values.inject ?? false,
    /** Whether a command that writes no rollout is observed by Codex's own trace. */
    hasCodexTrace: values['codex-trace'] ?? false,
    /** How much of the repository leaves; undefined: nothing. */
    repository: oneOf('repository', values.repository, ['hash', 'full']),
    hasFingerprints: wantsFingerprints(values['accepted-lines']),
    /** The receiver's base URL. */
    endpoint: values.endpoint,
    ...auditOptions(values),
    /** Milliseconds that sending may take after the app-server's end; undefined where the user did not say. */
    flushTimeoutMs: milliseconds(values['flush-timeout']),
  };
}

function milliseconds(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  if (!/^\d{1,6}(\.\d+)?$/.test(seconds)) throw new UsageError('--flush-timeout takes seconds, such as 5 or 0.5.');
  return 1_000 * Number(seconds);
}
