import { uncounted } from '../counters.js';
import { spansOf, type ReplayTarget } from './wire-log.js';
import { readRollouts, type ReadRolloutsOptions, type RolloutFile } from '../rollout/sessions.js';
import { Session } from '../session/session.js';

/**
 * Replays rollouts, all of them in one run, so that a subagent's spans hang under the turn that made it. What they leave open
 * ends with them. No time passes between two observations: a turn's late items are in its rollout, however late.
 *
 * Rejects where a rollout cannot be read, unless `onUnreadable` is given.
 */
export async function replayRollouts(
  files: readonly RolloutFile[],
  options: ReplayTarget & ReadRolloutsOptions,
): Promise<void> {
  const { afterChunk, limits, acceptedLines, counters = uncounted } = options;
  const session = new Session({ spans: spansOf(options), counters, limits, acceptedLines });
  try {
    for await (const observations of readRollouts(files, options)) {
      for (const observation of observations) session.observe(observation);
      await afterChunk?.();
    }
  } finally {
    session.end();
  }
  await afterChunk?.();
}
