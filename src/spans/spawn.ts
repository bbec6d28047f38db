import type { CollabAgentToolCallItem, SubAgentActivityItem } from '../protocol/schema/items.js';
import { UNKNOWN_SETTINGS } from './settings.js';
import type { ThreadState } from './threads.js';
import { NO_USAGE } from './usage.js';

/**
 * Makes a thread one that an item of another spawned: it inherits its parent's connection, settings and lineage.
 *
 * Ignore if:
 * - it was spawned before;
 * - it is more than a name already.
 */
export function spawn(
  thread: ThreadState,
  parent: ThreadState,
  turnId: string,
  { type, id: itemId, model, reasoningEffort }: CollabAgentToolCallItem | SubAgentActivityItem,
  at: number,
): void {
  if (thread.isSpawned || thread.isInitialized || thread.span !== undefined) return;
  // The second generation of subagents begins with a copy of its parent's history.
  const hasHistory = type === 'subAgentActivity';
  // None where it is over and forgotten.
  const turn = parent.turns.get(turnId);
  const item = turn?.items.get(itemId);
  const settings = turn?.settings ?? parent.settings;
  thread.isSpawned = true;
  thread.spawn = {
    startMs: item?.startMs ?? at,
    gate: (turn ?? parent).gate,
    parent: () => item?.span ?? turn?.span ?? parent.top,
  };
  thread.parent = parent;
  thread.mode = 'new';
  thread.settings = {
    ...settings,
    model: model || settings.model,
    reasoningEffort: reasoningEffort ?? settings.reasoningEffort,
  };
  thread.ephemeral = parent.ephemeral;
  thread.cwd = parent.cwd;
  thread.hadTurns = hasHistory;
  thread.usageTotal = hasHistory ? null : NO_USAGE;
  thread.hasUntoldUsage = true;
  thread.lineage = {
    threadId: thread.id,
    // Codex hands a client's name on to the subagents of a thread that a client opened, and no further.
    isComplete: parent.owner !== null,
    sessionId: parent.lineage.sessionId,
    threadSource: 'subagent',
    subagentSource: 'thread_spawn',
    parentThreadId: parent.id,
    forkedFromThreadId: hasHistory ? parent.id : null,
  };
  // Its first turn may be told of before the item that spawned it is.
  for (const begun of thread.turns.values()) {
    if (begun.settings === UNKNOWN_SETTINGS) begun.settings = thread.settings;
    begun.usageBefore ??= thread.usageTotal;
  }
}
