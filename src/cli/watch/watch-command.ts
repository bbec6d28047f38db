import { existsSync } from 'node:fs';
import { CodexSpanProcessor } from '../../events/processor.js';
import { deliveryProblem } from '../../export/queue/delivery-report.js';
import { createPipeline, type Pipeline } from '../../export/pipeline.js';
import { Counters } from '../../counters.js';
import { RolloutWatch } from '../../watch/rollouts/rollout-watch.js';
import { openAudit } from '../audit.js';
import { CommandError, dropUnsupportedVariables, report, type Command, type CommandIo } from '../command.js';
import { admissionBy, FollowedSessions } from '../followed-sessions.js';
import { Interruption } from '../interruption.js';
import { counted } from '../view/quantities.js';
import { watchDaemons, type Daemons } from './daemons.js';
import { lockState } from './only-watch.js';
import { watchOptions } from './watch-options.js';

const usage = `Usage: codex-otel watch [options]

Follows the Codex that runs on this machine by the rollouts that it writes, until it is stopped.
It remembers how far it was: after a restart it goes on there, and sends nothing twice.

  --codex-home DIR  a folder of Codex's own files, instead of $CODEX_HOME or ~/.codex; may be
                    given several times
  --since DATE      also what was recorded since, such as 2026-11-28; without it, what is
                    recorded from the first start on
  --once            takes what is there, sends it and ends: for a cron job
  --state FILE      remembers there how far it was
  --subscribe       also takes the approvals, questions and hooks of the sessions in the local daemon; without
                    it only that a session waits for a person
  --audit FILE      appends a record of each approval to FILE; needs --subscribe
  --with-content    also writes the commands and patches under approval, into that file alone
  --endpoint URL    sends spans and events to this OTLP/HTTP receiver; without it the OTEL_*
                    variables decide, and http://localhost:4318 where they are silent
  --accepted-lines fingerprints
                    describes accepted lines by hashes, too; counts (the default) numbers them
`;

/** How long sending may take after the end was asked for. */
const END_MS = 2_000;
/** How often the receiver's state is looked at, to report a change. */
const REPORT_MS = 1_000;

/** `codex-otel watch` */
export const watchCommand: Command = { usage, run: watch };

async function watch(args: readonly string[], io: CommandIo): Promise<number> {
  const options = watchOptions(args, io.env);
  const { homes, since, once, stateFile, endpoint } = options;
  dropUnsupportedVariables(io);
  for (const home of homes.filter((one) => !existsSync(one)))
    report(io, `There is no folder ${home} yet: Codex makes it when it first runs.`);
  const unlock = await lockState(stateFile);
  const interruption = new Interruption(io.signals);
  const counters = new Counters();
  const codex = new CodexSpanProcessor({ counters });
  let rollouts: RolloutWatch | undefined;
  let daemons: Daemons | undefined;
  const pipeline = await createPipeline({
    pace: once ? 'once' : 'follow',
    endpoint,
    spanProcessors: [codex],
    output: io.stderr,
    clock: io.clock,
    admits: admissionBy(() => sessions),
    onProgress: () => rollouts?.remember(),
  });
  const sessions = new FollowedSessions(pipeline, codex, counters, options.hasFingerprints);
  codex.setLoggerProvider(pipeline.loggerProvider);
  interruption.signal.addEventListener('abort', () => pipeline.stopRetrying(END_MS));
  const audit = openAudit(options, true, counters, io);
  const rolloutOptions = {
    homes,
    stateFile,
    since,
    sessions,
    drained: () => pipeline.drained(),
    counters,
    onTrouble: (error: Error) => report(io, error.message),
  };
  try {
    rollouts = await (once ? RolloutWatch.once(rolloutOptions) : RolloutWatch.start(rolloutOptions)).catch(
      (error: unknown) => {
        throw new CommandError(`Cannot watch: ${(error as Error).message}`);
      },
    );
    if (once) await rollouts.takeAll();
    else {
      daemons = watchDaemons(options, { pipeline, sessions, processor: codex, counters, audit });
      const where = pipeline.shipments[0]?.url ?? 'nowhere';
      report(io, `Watching ${counted(rollouts.fileCount, 'rollout')} in ${homes.join(', ')}; sending to ${where}.`);
      await stopAsked(interruption, pipeline, io);
    }
    await Promise.all([daemons?.stop(), rollouts.stop()]);
  } finally {
    await Promise.all([pipeline.flush(), audit.end()]);
    rollouts?.close();
    await pipeline.shutdown();
    interruption.stop();
    unlock();
  }
  const problem = deliveryProblem(pipeline.shipments);
  if (problem) report(io, problem.text);
  return once && problem?.isFailure === true ? 1 : 0;
}

/** Resolves at the first signal. Until then it reports in a line when the receiver takes nothing, and when it does again. */
async function stopAsked({ signal }: Interruption, { shipments }: Pipeline, io: CommandIo): Promise<void> {
  const reported = new Map<string, string | undefined>();
  while (!signal.aborted) {
    await io.clock.wait(REPORT_MS, { signal });
    for (const { url, queue } of shipments) {
      const { trouble } = queue;
      if (trouble === reported.get(url)) continue;
      reported.set(url, trouble);
      report(io, trouble === undefined ? `${url} takes it again.` : `Not delivered to ${url} yet: ${trouble}.`);
    }
  }
}
