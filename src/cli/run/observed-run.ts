import type { CommandIo } from '../command.js';
import type { Ending } from './ending.js';
import type { RunOptions } from './run-options.js';
import type { Telemetry } from './telemetry.js';
import type { ReadCommand } from './way.js';

/** All that a way of observing a command may need. */
export interface ObservedRun {
  readonly options: RunOptions;
  readonly command: ReadCommand;
  readonly io: CommandIo;
  /** The environment of the command: every variable as it was given. */
  readonly env: NodeJS.ProcessEnv;
  /** Loads and starts what observes, once. Undefined, and reported, where that fails: the command runs on. */
  readonly telemetry: () => Promise<Telemetry | undefined>;
}

/** Runs the command and observes it; resolves when it has ended. */
export type Observe = (run: ObservedRun) => Promise<Ending>;
