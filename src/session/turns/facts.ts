import {
  APPROVALS_REVIEWERS,
  APPROVAL_POLICIES,
  EFFORTS,
  listedOrNull,
  PERSONALITIES,
  SUMMARIES,
} from '../facts/closed-lists.js';
import type { EndReason, TokenUsageFacts, TurnFacts } from '../facts/index.js';
import type { Dialect } from '../dialect.js';
import type { Turn } from '../state.js';
import { attributedConnection, baseFacts, dialectOfThread } from '../threads/lineage.js';
import { lineFingerprints } from './totals/diff.js';
import { taskOf } from './task.js';
import { usedSince } from './totals/totals.js';

/** All that a turn's span knows at its end. */
export function turnFacts(turn: Turn, startMs: number, endMs: number, endReason: EndReason | null): TurnFacts {
  const { thread, completion, wasRequested, recorded } = turn;
  const settings = turn.settings ?? thread.settings;
  const connection = turn.origin ?? attributedConnection(thread);
  return {
    type: 'turn',
    startMs,
    endMs,
    endReason,
    turnId: turn.id,
    rootTurnId: turn.rootTurnId,
    trigger: turn.trigger,
    parentTurnId: recorded?.start.parentTurnId ?? null,
    hasRequester: turn.origin !== null || (recorded !== null && !thread.isSpawned && turn.trigger === null),
    task:
      recorded?.end?.task ??
      taskOf(turn.signs, {
        hasTrigger: turn.trigger !== null,
        beginningWasSeen: wasRequested || turn.startedMs !== null,
        hasFailed: completion !== null && completion.status !== 'completed',
      }),
    ephemeral: thread.ephemeral,
    initializationMode: recorded ? recorded.start.initializationMode : thread.mode,
    model: settings.model,
    modelProvider: settings.modelProvider,
    sandboxPolicy: settings.sandboxPolicy,
    sandboxNetworkAccess: settings.sandboxNetworkAccess,
    reasoningEffort: listedOrNull(EFFORTS, settings.reasoningEffort),
    reasoningSummary: listedOrNull(SUMMARIES, settings.reasoningSummary),
    personality: listedOrNull(PERSONALITIES, settings.personality),
    approvalPolicy: listedOrNull(APPROVAL_POLICIES, settings.approvalPolicy),
    approvalsReviewer: listedOrNull(APPROVALS_REVIEWERS, settings.approvalsReviewer),
    serviceTier: recorded ? recorded.start.serviceTier : tierOf(settings.serviceTier, dialectOfThread(thread)),
    multiAgentVersion: recorded?.start.multiAgentVersion ?? null,
    collaborationMode: settings.collaborationMode === 'plan' ? 'plan' : 'default',
    workspaceKind: turn.workspaceKind,
    usedDictation: turn.usedDictation,
    inputImageCount: turn.inputImages,
    isFirstTurn: thread.hadTurns === null ? null : !thread.hadTurns,
    status: completion?.status ?? null,
    interruptRequestedAtMs: turn.interruptRequestedAtMs,
    error: completion?.error ?? null,
    retryCount: turn.retryCount,
    lastRetryError: turn.lastRetryError,
    responseModel: turn.responseModel,
    steerCount: recorded ? (recorded.end?.steerCount ?? null) : turn.steers,
    toolCounts: Object.assign({}, turn.toolCounts, recorded?.end?.countsCommands === false && UNKNOWN_COMMANDS),
    reviewCount: recorded ? null : turn.reviewCount,
    messageCount: turn.messages,
    reasoningCount: turn.reasonings,
    planCount: turn.plans,
    tokenUsage: usageOf(turn),
    durationMs: completion?.durationMs ?? null,
    timeToFirstTokenMs: recorded?.end?.timeToFirstTokenMs ?? null,
    startedAt: turn.startedAt,
    completedAt: completion?.completedAt ?? null,
    completionSeenAtMs: completion?.at ?? null,
    diff: turn.diff,
    lineFingerprints: fingerprintsOf(turn),
    repoHash: recorded?.start.repoHash ?? repoHashOf(turn),
    skills: turn.memory.skills.values(),
    appMentions: turn.memory.appMentions.values(),
    ...baseFacts(thread, connection),
  };
}

function fingerprintsOf({ session, memory: { diffText } }: Turn): TurnFacts['lineFingerprints'] {
  return diffText === null ? null : lineFingerprints(diffText, session.limits.fingerprintsPerTurn, session.counters);
}

/** Asked only for a turn that changed something: no other event has the hash. */
function repoHashOf({ diff, session, thread: { cwd } }: Turn): string | null {
  const repositories = session.options.acceptedLines?.repositories;
  if (repositories === undefined || diff === null || cwd === null) return null;
  const hash = repositories.hashOf(cwd);
  if (hash === undefined) session.counters.add('requests.unanswered', 'git remote');
  return hash ?? null;
}

const UNKNOWN_COMMANDS = { total: null, shellCommand: null };

/** The tier as analytics names it. One that no model has does not count. */
function tierOf(setting: string | null, { hasFlexTier }: Dialect): string {
  if (setting === 'priority' || setting === 'fast') return 'fast';
  return setting === 'flex' && hasFlexTier ? 'flex' : 'default';
}

/**
 * The difference between the thread's totals at the turn's end and at its start. If the server sent no
 * `thread/tokenUsage/updated` during the turn, usage is zero. It is null (unknown) when the turn was interrupted or its end
 * was missed, when the client opted out of that notification, or for code reviews, whose tokens are spent on a thread that is
 * not on the wire.
 */
function usageOf({ thread, usageBefore, usageReported, completion, signs }: Turn): TokenUsageFacts | null {
  const { usageTotal } = thread;
  if (usageTotal === null || usageBefore === null || completion?.wasMissed) return null;
  if (!usageReported) {
    const hasRunToItsEnd = completion?.status === 'completed' || completion?.status === 'failed';
    const hasOptedOut = attributedConnection(thread)?.optedOut.has('thread/tokenUsage/updated') ?? false;
    if (!hasRunToItsEnd || hasOptedOut || signs.isCodeReview) return null;
  }
  return usedSince(usageTotal, usageBefore);
}
