import path from 'node:path';
import type { ThreadInfo } from '../../protocol/schema/shapes.js';
import { timeOf } from '../files/line.js';
import type { ThreadRecord } from '../observation.js';
import type { SessionMeta } from '../records.js';

/** The work that a thread is for. */
export type ThreadRole = 'user' | 'subagent' | 'guardian' | 'reviewer';

export function roleOf({ source }: SessionMeta): ThreadRole {
  switch (source.subagentSource) {
    case null:
      return 'user';
    case 'guardian':
      return 'guardian';
    case 'review':
      return 'reviewer';
    default:
      return 'subagent';
  }
}

/** The protocol's `thread`, out of `session_meta`. A thread that has a rollout is not ephemeral. */
export function threadOf(meta: SessionMeta, at: number): ThreadInfo {
  const createdAt = timeOf(meta.timestamp) ?? at;
  return {
    id: meta.id,
    sessionId: meta.session_id,
    parentThreadId: meta.parent_thread_id ?? meta.source.spawnParentThreadId,
    forkedFromId: meta.forked_from_id,
    threadSource: meta.thread_source,
    source: meta.source,
    originator: meta.originator,
    ephemeral: false,
    createdAt: Math.floor(createdAt / 1000),
    modelProvider: meta.model_provider,
    cwd: meta.cwd,
    // Of a rollout's repository only the hash leaves this room; see `repository.ts`.
    gitInfo: null,
    historyMode: meta.history_mode,
    turns: [],
    preview: hadTurns(meta),
  };
}

/** Whether the thread began with turns. A paginated fork from before the first turn has none, and so no base. */
function hadTurns(meta: SessionMeta): boolean {
  const needsBase = meta.history_mode === 'paginated' && roleOf(meta) === 'user';
  return meta.history_base || (meta.forked_from_id !== null && !needsBase);
}

export function methodOf(meta: SessionMeta): ThreadRecord['method'] {
  if (roleOf(meta) !== 'user') return 'spawn';
  return meta.forked_from_id === null ? 'start' : 'fork';
}

/** The model that the thread was made with; guardians and reviewers have instructions of their own instead. */
export function modelOf({ base_instructions: instructions }: SessionMeta): string | null {
  return instructions?.provenance?.type === 'model' ? instructions.provenance.model : null;
}

/** CODEX_HOME is the folder above `sessions` and `archived_sessions`; null for a rollout that lies elsewhere. */
export function codexHomeOf(file: string): string | null {
  const parts = path.resolve(file).split(path.sep);
  const at = parts.findLastIndex((part) => part === 'sessions' || part === 'archived_sessions');
  return at > 0 ? parts.slice(0, at).join(path.sep) : null;
}
