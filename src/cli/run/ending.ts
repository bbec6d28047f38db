import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { fileFailure } from '../../wire/file-error.js';
import { CommandError, type CommandIo } from '../command.js';

/** How a process ended: one of the two is not null. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Resolves when a process has started. Rejects with a {@link CommandError} where it cannot be started. */
export function startOf(child: ChildProcess, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'there is no such command.' : fileFailure(error, 'file');
      reject(new CommandError(`Cannot run ${file}: ${reason}`));
    });
  });
}

/** Resolves when a process has ended, though its output may not be read yet. */
export function endOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

/** Whether a process that was spawned has ended. */
export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Ends as a child process did, so that the caller sees no difference: returns its exit status, or dies by its signal. */
export function endLike({ code, signal }: Ending, { signals }: CommandIo): number {
  if (signal === null) return code ?? 1;
  if (signals === process) process.kill(process.pid, signal);
  return 128 + constants.signals[signal];
}
