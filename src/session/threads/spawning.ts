import { addressedBy, spawnedBy } from '../../protocol/items.js';
import type { Notified } from '../../protocol/observation.js';
import type { CollabAgentToolCallItem, SubAgentActivityItem } from '../../protocol/schema/items.js';
import { latestItem } from '../items/occurrences.js';
import { namedOn } from '../lookup.js';
import type { Connection, Thread, Turn } from '../state.js';
import { inheritFromParent } from '../turns/beginning.js';
import { NO_USAGE } from '../../protocol/usage.js';
import { openSpawnedThread, parentForChildren } from './opening.js';
import { UNKNOWN_SETTINGS } from './settings.js';

/**
 * An item that spawns a subagent names its thread; no other message names that thread. Later items send it input. The
 * subagent's turns inherit from the turn of such an item.
 */
export function recordSpawns(
  parent: Thread,
  { params: { turnId, item }, at }: Notified<'item/started' | 'item/completed'>,
  connection: Connection,
): void {
  if (item.type !== 'collabAgentToolCall' && item.type !== 'subAgentActivity') return;
  for (const id of spawnedBy(item)) spawnThread(namedOn(connection, id, at), parent, turnId, item, at);
  for (const id of addressedBy(item)) inherit(parent.server.threads.get(id), parent.turns.get(turnId));
}

function inherit(thread: Thread | undefined, turn: Turn | undefined): void {
  if (thread && turn) thread.inherited = { trigger: turn.trigger, rootTurnId: turn.rootTurnId };
}

/**
 * Makes a thread one that an item of another thread spawned: it inherits its parent's connection, settings and lineage.
 *
 * Ignore if:
 * - it was spawned before;
 * - it is more than a name already.
 */
function spawnThread(
  thread: Thread,
  parent: Thread,
  turnId: string,
  { type, id: itemId, model, reasoningEffort }: CollabAgentToolCallItem | SubAgentActivityItem,
  at: number,
): void {
  if (thread.isSpawned || thread.initializations > 0 || thread.span !== null) return;
  // Activities are of the second generation of subagents, which begin with a copy of their parent's history.
  const hasHistory = type === 'subAgentActivity';
  // Both are undefined where they are closed.
  const turn = parent.turns.get(turnId);
  const item = turn && latestItem(turn, itemId);
  const settings = turn?.settings ?? parent.settings;
  thread.isSpawned = true;
  const spawningSpan = item?.span ?? turn?.span ?? parentForChildren(parent);
  thread.spawn = { startMs: item?.startMs ?? at, parent: spawningSpan };
  thread.parent = parent;
  inherit(thread, turn);
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
  thread.hasUnreportedUsage = true;
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
  // The subagent's first turn may be reported before the item that spawned the subagent.
  for (const turn of thread.turns.values()) {
    if (turn.settings === UNKNOWN_SETTINGS) turn.settings = thread.settings;
    turn.usageBefore ??= thread.usageTotal;
    inheritFromParent(turn);
  }
  if (thread.heldSinceMs !== null) openSpawnedThread(thread, thread.heldSinceMs);
}
