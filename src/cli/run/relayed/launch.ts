import { programName } from '../../../instrumentation/recognition/codex-command.js';
import { TRANSPARENT } from '../../../instrumentation/recognition/programs.js';
import type { ObservedRun } from '../observed-run.js';

/** The command of `run` in two parts: the words that run Codex, and Codex's own. */
export interface Launch {
  readonly codex: readonly [string, ...string[]];
  readonly words: readonly string[];
}

/**
 * Undefined for a Codex that another program may run elsewhere (in a container, as another user, on another machine), where
 * a socket of this machine leads nowhere.
 */
export function launchOf({ options, command }: ObservedRun): Launch | undefined {
  const [file, ...rest] = options.command;
  const { codexAt } = command;
  if (codexAt === undefined) return undefined;
  const before = options.command.slice(0, codexAt);
  const isHere = before.every((word) => TRANSPARENT.has(programName(word)) || /^-|^\w+=/.test(word));
  if (!isHere) return undefined;
  return { codex: [file, ...rest.slice(0, codexAt)], words: rest.slice(codexAt) };
}
