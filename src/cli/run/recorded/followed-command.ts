import path from 'node:path';
import { codexHome } from '../../../watch/relay/address.js';
import { ProcessRollouts } from '../../../watch/rollouts/process-rollouts.js';
import { report } from '../../command.js';
import { runInherited } from '../inherited-command.js';
import type { Ending } from '../ending.js';
import type { ObservedRun } from '../observed-run.js';

/** The name that Codex writes for a command, and the variable that changes it (the TypeScript SDK sets it). */
const ORIGINATOR = 'codex_exec';
const ORIGINATOR_OVERRIDE = 'CODEX_INTERNAL_ORIGINATOR_OVERRIDE';

/** Runs a command of Codex exactly as it is, and follows the rollouts that it writes. */
export async function followedCommand(run: ObservedRun): Promise<Ending> {
  const { options, command, env, io, telemetry } = run;
  const words = options.command.slice((command.codexAt ?? 0) + 1);
  const isEphemeral = words.slice(0, endOfOptions(words)).includes('--ephemeral');
  if (isEphemeral && options.hasCodexTrace) return (await import('./traced-command.js')).tracedCommand(run);
  if (isEphemeral)
    report(io, 'Nothing is observed: with --ephemeral Codex writes no rollout. run --codex-trace observes it.');
  let rollouts: Promise<ProcessRollouts | undefined> | undefined;
  // Before it starts: on a busy machine it has written its first records before this process goes on.
  const startedAt = Date.now();
  const ending = await runInherited(options.command, {
    env,
    io,
    spawned({ pid }) {
      if (isEphemeral || pid === undefined) return;
      rollouts = telemetry().then((observing) => {
        const way = observing?.followed();
        if (way === undefined) return undefined;
        return new ProcessRollouts({
          ...way,
          pid,
          startedAt,
          home: codexHome(env),
          cwd: folderOf(words),
          originator: env[ORIGINATOR_OVERRIDE] || ORIGINATOR,
          onUnreadable: (error) => report(io, error.message),
        });
      });
    },
  });
  const found = await (await rollouts)?.end().catch((error: unknown) => {
    report(io, `Not all was observed: ${(error as Error).message}`);
  });
  if (found === 0 && ending.code === 0) report(io, 'Nothing was observed: no rollout of this session was found.');
  return ending;
}

function endOfOptions(words: readonly string[]): number {
  const end = words.indexOf('--');
  return end === -1 ? words.length : end;
}

/** The folder that Codex works in: `-C`, `--cd`, else the one that it was started in. */
function folderOf(words: readonly string[]): string {
  const at = words.slice(0, endOfOptions(words)).findLastIndex((word) => word === '-C' || word === '--cd');
  return path.resolve(at === -1 ? '.' : (words[at + 1] ?? '.'));
}
