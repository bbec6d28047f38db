import type { ChildProcess, StdioOptions } from 'node:child_process';
import { isatty } from 'node:tty';
import type { CommandIo } from '../command.js';
import { endOf, startOf, type Ending } from './ending.js';
import { shareSignals } from './signal-forwarding.js';
import { spawnCommand } from './spawn-command.js';
import { watchOver } from './watchdog.js';

interface InheritedDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly io: CommandIo;
  /** Called with the process right after it was spawned. */
  readonly spawned?: ((child: ChildProcess) => void) | undefined;
  /** @default this process's own streams */
  readonly stdio?: StdioOptions | undefined;
  /** Files and folders that are removed if this process is killed. */
  readonly leftovers?: readonly string[] | undefined;
}

/**
 * Runs a command exactly as it is: on this process's own streams, terminal and process group. Resolves when it has ended.
 * Rejects with a `CommandError` where it cannot be started.
 */
export async function runInherited(
  [file, ...args]: readonly [string, ...string[]],
  { env, io, spawned, stdio = 'inherit', leftovers }: InheritedDeps,
): Promise<Ending> {
  const child = spawnCommand(file, args, { env, stdio });
  const endWatch = watchOver(child.pid, leftovers);
  const release = shareSignals(child, io.signals, [0, 1, 2].some(isatty));
  try {
    const ended = endOf(child);
    spawned?.(child);
    await startOf(child, file);
    child.on('error', () => undefined); // a signal that it may not be sent
    return await ended;
  } finally {
    endWatch();
    release();
  }
}
