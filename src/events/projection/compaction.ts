import type { CompactionFacts, ItemFacts } from '../../session/facts/index.js';
import { threadContext, type Projection } from './context.js';
import { elapsed, inSeconds } from './time.js';

/**
 * None if neither its item's completion nor its turn's failure told its end, or the thread's context is not known. A
 * failed compaction's item never completes: its span is ended by the observer, and yet it has its event.
 */
export function compaction(facts: ItemFacts, detail: CompactionFacts): Projection<'codex_compaction_event'> {
  if (detail.compactionStatus === null) return undefined;
  const context = threadContext(facts);
  if (typeof context === 'string') return context;
  return {
    event_type: 'codex_compaction_event',
    event_params: {
      thread_id: facts.lineage.threadId,
      session_id: facts.lineage.sessionId,
      turn_id: facts.turnId,
      ...context,
      trigger: detail.trigger,
      status: detail.compactionStatus,
      started_at: inSeconds(facts.startMs),
      completed_at: inSeconds(facts.endMs),
      duration_ms: elapsed(facts.startMs, facts.endMs),
    },
  };
}
