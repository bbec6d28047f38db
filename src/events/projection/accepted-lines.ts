import type { TurnFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { inSeconds } from './time.js';

/** None if the turn's last diff changed no line. It goes with the turn's event, never alone. */
export function acceptedLineFingerprints(facts: TurnFacts): EventOf<'codex_accepted_line_fingerprints'> | undefined {
  if (facts.diff === null || facts.diff.addedLines + facts.diff.deletedLines === 0) return undefined;
  return {
    event_type: 'codex_accepted_line_fingerprints',
    event_params: {
      event_type: 'codex.accepted_line_fingerprints',
      turn_id: facts.turnId,
      thread_id: facts.lineage.threadId,
      product_surface: 'codex',
      model_slug: facts.model,
      // Codex takes the moment at which it sends the event: when the completion was there, not when the turn ended.
      completed_at: inSeconds(facts.completionSeenAtMs ?? facts.endMs),
      repo_hash: facts.repoHash,
      accepted_added_lines: facts.diff.addedLines,
      accepted_deleted_lines: facts.diff.deletedLines,
      line_fingerprints: [],
    },
  };
}
