import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { NODE_OF, type HostName } from './matrix.js';

const execute = promisify(execFile);

export const wireFile = (recording: string): string =>
  fileURLToPath(new URL(`../recordings/0.169.0/${recording}/wire.jsonl`, import.meta.url));

export interface ProgramOptions {
  /** The version of Node. */
  readonly node?: string;
  /** Variables beside those of this process, of which those for OpenTelemetry and Node are left out. */
  readonly env?: Readonly<Record<string, string>>;
  /** The working directory. Default: the host's folder. */
  readonly cwd?: string;
  /** Sent as soon as the program has written something. */
  readonly signal?: NodeJS.Signals;
  /** Called when the signal was sent. */
  readonly onSignal?: () => void;
}

/** Runs `node …args` in a host's folder; rejects where it fails, or a signal ends it. */
export async function runNode(host: HostName | 'none', args: readonly string[], options: ProgramOptions = {}) {
  const { hosts, nodes } = inject('installed')!;
  const { node = NODE_OF[host === 'none' ? 'sdk2' : host], env, signal, onSignal, cwd = hosts[host].folder } = options;
  const inherited = Object.entries(process.env).filter(([name]) => !/^(OTEL|NODE|LANGFUSE)_/.test(name));
  const running = execute(nodes[node]!, args, {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    maxBuffer: Infinity,
  });
  if (signal)
    running.child.stdout!.once('data', () => {
      running.child.kill(signal);
      onSignal?.();
    });
  return running;
}
