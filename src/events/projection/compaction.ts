import type { CompactionFacts, ItemFacts } from '../../session/facts/index.js';
import { inContext, type Projection } from './context.js';
import { dialectOf } from './dialect.js';
import { elapsed, inSeconds } from './time.js';

/**
 * None if neither its item's completion nor its turn's end reported how it ended, or the thread's context is not known. The
 * item of a compaction that fails or is interrupted never completes: the observer ends its span, and yet it has its event.
 */
export function compaction(facts: ItemFacts, detail: CompactionFacts): Projection<'codex_compaction_event'> {
  if (detail.compactionStatus === null || facts.recordedEvent === false) return undefined;
  if (detail.compactionStatus === 'interrupted' && !dialectOf(facts.runtime).hasInterruptedCompactions)
    return undefined;
  // On the wire the span's times are the protocol's; a rollout may have its turn's only.
  const hasTimes = facts.recordedEvent === null || facts.startedAtMs !== null;
  const endMs = Math.max(detail.stoppedAtMs ?? facts.endMs, facts.startMs);
  return inContext(facts, 'codex_compaction_event', {
    session_id: facts.lineage.sessionId,
    turn_id: facts.turnId,
    trigger: detail.trigger,
    phase: detail.phase,
    status: detail.compactionStatus,
    active_context_tokens_after: detail.activeContextTokensAfter,
    started_at: inSeconds(facts.startMs),
    completed_at: inSeconds(endMs),
    duration_ms: hasTimes ? elapsed(facts.startMs, endMs) : null,
  });
}
