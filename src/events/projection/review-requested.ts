import type { RequestFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { appServerClient } from './context.js';

/** The live event of a review or a question that begins. Unlike Codex's own events it needs no context. */
export function reviewRequested(facts: RequestFacts): EventOf<'codex_review_requested'> {
  const { lineage, client, runtime } = facts;
  return {
    event_type: 'codex_review_requested',
    event_params: {
      thread_id: lineage.threadId,
      turn_id: facts.turnId,
      item_id: facts.type === 'waiting' ? null : facts.itemId,
      session_id: lineage.sessionId,
      app_server_client: client && appServerClient(client, runtime),
      thread_source: lineage.threadSource,
      subagent_source: lineage.subagentSource,
      parent_thread_id: lineage.parentThreadId,
      ...request(facts),
      started_at_ms: facts.startMs,
    },
  };
}

function request(facts: RequestFacts) {
  if (facts.type !== 'review') {
    const nothing = { review_id: null, subject_kind: null, subject_name: null, trigger: null, command_source: null };
    const kind = facts.type === 'waiting' ? (`waiting_on_${facts.kind}` as const) : facts.kind;
    return { request_kind: kind, reviewer: 'user', ...nothing } as const;
  }
  return {
    request_kind: 'review',
    reviewer: facts.reviewer,
    review_id: facts.reviewId,
    subject_kind: facts.subjectKind,
    subject_name: facts.subjectName,
    trigger: facts.trigger,
    command_source: facts.commandSource,
  } as const;
}
