import { spawnedBy } from '../../protocol/items.js';
import type { Notified } from '../../protocol/observation.js';
import type { ThreadRecord } from '../../rollout/observation.js';
import { UNKNOWN_CLIENT } from '../connections/connections.js';
import { dialectOf } from '../dialect.js';
import { threadOn } from '../lookup.js';
import type { Connection, Thread } from '../state.js';
import { describeThread } from '../threads/lineage.js';
import { openThread, parentForChildren } from '../threads/opening.js';
import { applyUpdate, UNKNOWN_SETTINGS } from '../threads/settings.js';

/** `thread/started` of a rollout opens the thread, and describes the client and the server as far as they are recorded. */
export function threadRecorded(
  connection: Connection,
  { params: { thread: info }, recorded, at }: Notified<'thread/started'> & { readonly recorded: ThreadRecord },
): void {
  const { server } = connection;
  const { method, codexVersion, model, codexHome, parentTurnId } = recorded;
  connection.runtime = codexVersion === null ? null : { codexVersion, os: null, osVersion: null, arch: null };
  connection.dialect = dialectOf(connection.runtime);
  connection.client = { productClientId: info.originator ?? '', ...UNKNOWN_CLIENT };
  server.codexHome = codexHome;
  const thread = threadOn(connection, info.id, at);
  if (thread.initializations > 0) return;
  describeThread(thread, info);
  thread.owner = connection;
  thread.mode = method === 'fork' ? 'forked' : 'new';
  thread.isSpawned = method === 'spawn';
  thread.settings = { ...thread.settings, model, modelProvider: info.modelProvider };
  thread.parent = server.threads.get(thread.lineage.parentThreadId ?? '') ?? null;
  const spawn = thread.isSpawned && thread.parent ? spawnOf(thread.parent, thread.id, parentTurnId) : undefined;
  const startMs = spawn?.item?.startMs ?? at;
  openThread(thread, {
    method,
    startMs,
    endMs: Math.max(at, startMs),
    parent: spawn?.span,
    createdAt: info.createdAt,
  });
}

/** `thread/settings/updated` of a rollout has all settings: a member that is left out is unknown. */
export function settingsRecorded(thread: Thread, { params }: Notified<'thread/settings/updated'>): void {
  thread.settings = applyUpdate(UNKNOWN_SETTINGS, params.threadSettings);
}

/** The span that a spawned thread hangs under: that of the item that names it, else of the turn that it works for. */
function spawnOf(parent: Thread, threadId: string, parentTurnId: string | null) {
  for (const turn of parent.turns.values())
    for (const item of turn.items.values())
      if (spawnedBy(item.item).includes(threadId)) return { item, span: item.span };
  return { span: parent.turns.get(parentTurnId ?? '')?.span ?? parentForChildren(parent) };
}
