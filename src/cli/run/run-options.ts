import { parseArgs } from 'node:util';
import { checkEndpoint } from '../../export/otel-env.js';
import { wantsFingerprints } from '../options.js';
import { AUDIT_OPTIONS, auditOptions, type AuditOptions } from '../audit-options.js';
import { UsageError } from '../command.js';

/** The arguments of `codex-otel run`. */
export interface RunOptions extends AuditOptions {
  /** The app-server's command and its arguments. */
  readonly command: readonly [file: string, ...args: string[]];
  /** A file for a wire log. */
  readonly record: string | undefined;
  readonly inject: boolean;
  /** Whether a command that writes no rollout is observed by Codex's own trace. */
  readonly hasCodexTrace: boolean;
  /** How much of the repository leaves; undefined: nothing. */
  readonly repository: 'hash' | 'full' | undefined;
  readonly hasFingerprints: boolean;
  /** The receiver's base URL. */
  readonly endpoint: string | undefined;
  /** Milliseconds that sending may take after the app-server's end; undefined where the user did not say. */
  readonly flushTimeoutMs: number | undefined;
}

/** Throws a {@link UsageError} or a `SettingError` where the arguments make no sense. */
export function runOptions(args: readonly string[]): RunOptions {
  const at = args.indexOf('--');
  const { values, positionals } = parseArgs({
    args: at === -1 ? [...args] : args.slice(0, at),
    allowPositionals: true,
    options: {
      record: { type: 'string' },
      inject: { type: 'boolean' },
      'codex-trace': { type: 'boolean' },
      repository: { type: 'string' },
      endpoint: { type: 'string' },
      'accepted-lines': { type: 'string' },
      'flush-timeout': { type: 'string' },
      ...AUDIT_OPTIONS,
    },
  });
  const [file, ...rest] = at === -1 ? [] : args.slice(at + 1);
  if (file === undefined || positionals.length > 0)
    throw new UsageError('What to run? Give the command after --, such as: codex-otel run -- codex app-server');
  if (values.record === '') throw new UsageError('--record is empty.');
  if (values.record === '-') throw new UsageError('--record takes a file: standard output belongs to the client.');
  if (values.endpoint !== undefined) checkEndpoint(values.endpoint);
  return {
    command: [file, ...rest],
    record: values.record,
    inject: values.inject ?? false,
    hasCodexTrace: values['codex-trace'] ?? false,
    repository: repositoryMode(values.repository),
    hasFingerprints: wantsFingerprints(values['accepted-lines']),
    endpoint: values.endpoint,
    ...auditOptions(values),
    flushTimeoutMs: milliseconds(values['flush-timeout']),
  };
}

function repositoryMode(mode: string | undefined): RunOptions['repository'] {
  if (mode === undefined || mode === 'hash' || mode === 'full') return mode;
  throw new UsageError('--repository takes hash or full.');
}

function milliseconds(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined;
  if (!/^\d{1,6}(\.\d+)?$/.test(seconds)) throw new UsageError('--flush-timeout takes seconds, such as 5 or 0.5.');
  return 1_000 * Number(seconds);
}
