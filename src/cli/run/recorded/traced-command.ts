import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTrace, tracesIn } from '../../../rollout/trace.js';
import { report } from '../../command.js';
import type { Ending } from '../ending.js';
import { runInherited } from '../inherited-command.js';
import type { ObservedRun } from '../observed-run.js';

/** The variable by which Codex writes a trace of each session, undocumented. */
const TRACE_ROOT = 'CODEX_ROLLOUT_TRACE_ROOT';

/**
 * Runs a command of Codex that writes no rollout, and observes it by a trace in a folder that its owner alone may enter. The
 * trace has prompts and outputs in it, which are not read; the folder is removed when the command has ended, and when this
 * process is killed.
 */
export async function tracedCommand({ options, env, io, telemetry }: ObservedRun): Promise<Ending> {
  const folder = await mkdtemp(path.join(tmpdir(), 'codex-otel-trace-')).catch(() => undefined);
  if (folder === undefined) report(io, 'Nothing is observed: no temporary folder can be made.');
  const traced = folder === undefined ? env : { ...env, [TRACE_ROOT]: folder };
  try {
    const ending = await runInherited(options.command, { env: traced, io, leftovers: folder ? [folder] : [] });
    if (folder !== undefined)
      await observe(folder, await telemetry()).catch((error: unknown) => {
        report(io, `Not all was observed: ${(error as Error).message}`);
      });
    return ending;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function observe(folder: string, telemetry: Awaited<ReturnType<ObservedRun['telemetry']>>): Promise<void> {
  const way = telemetry?.followed();
  if (way === undefined) return;
  const { sessions, counters } = way;
  for (const file of await tracesIn(folder)) {
    const session = sessions.open();
    try {
      await readTrace(file, { counters, observe: (observation) => session.observe(observation) });
    } finally {
      session.end();
      sessions.forget(session);
    }
  }
}
