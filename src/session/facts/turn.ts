import type { InitializationMode, SpanFacts } from './base.js';

export interface TokenUsageFacts {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  /** Null where the version does not report it. */
  readonly cacheWriteInputTokens: number | null;
  readonly outputTokens: number;
  readonly reasoningOutputTokens: number;
  readonly totalTokens: number;
}

/** Completed tool items by category, counted as Codex counts them. */
export interface ToolCountFacts {
  /** Null where a rollout does not have whether each call ran; the count of commands likewise. */
  readonly total: number | null;
  readonly shellCommand: number | null;
  readonly fileChange: number;
  readonly mcpToolCall: number;
  readonly dynamicToolCall: number;
  readonly subagentToolCall: number;
  readonly webSearch: number;
  readonly imageGeneration: number;
}

/** Lines of the turn's last unified diff. */
export interface DiffFacts {
  readonly addedLines: number;
  readonly deletedLines: number;
}

/** The hashes of the lines that a turn added to a file: SHA-1, lower-case hex. */
export interface FileFingerprints {
  readonly pathHash: string;
  /** In the lines' order. Lines of three bytes or fewer, or without a letter, digit or underscore, have none. */
  readonly lineHashes: readonly string[];
}

/** A skill that a turn used: mentioned by the client, or read by a command. */
export interface SkillFacts {
  /** Null unless a client named the skill, or it ships with Codex: the name of its folder is part of a path. */
  readonly skillName: string | null;
  readonly scope: 'user' | 'repo' | 'system' | 'admin' | null;
  readonly pluginId: string | null;
  readonly invokeType: 'explicit' | 'implicit';
}

export interface AppMentionFacts {
  readonly connectorId: string | null;
  readonly appName: string | null;
}

/**
 * The kind of work that a turn did. Codex sends a turn event for `regular` turns only: not for code reviews, standalone
 * compactions, the user's own shell commands, nor turns that a hook stopped before they began (`none`). Nor do we for a
 * turn whose beginning was not seen.
 */
export type TurnTask = 'regular' | 'review' | 'compaction' | 'user_shell' | 'none';

/** `codexErrorInfo` reduced to its variant with its number or kind: a string, or an object of one such member. */
export type TurnErrorFacts =
  | string
  | { readonly [variant: string]: { readonly [detail: string]: number | string | null } };

export interface TurnFacts extends SpanFacts {
  readonly type: 'turn';
  readonly turnId: string;
  readonly rootTurnId: string | null;
  readonly trigger: string | null;
  /** The turn that a subagent's or a guardian's turn works for; null on the wire. */
  readonly parentTurnId: string | null;
  /** Whether a client requested the turn; a subagent's turns, a goal's and the queue's start without a request. */
  readonly hasRequester: boolean;
  readonly task: TurnTask;
  readonly ephemeral: boolean | null;
  readonly initializationMode: InitializationMode | null;
  readonly model: string | null;
  readonly modelProvider: string | null;
  readonly sandboxPolicy: 'full_access' | 'read_only' | 'workspace_write' | 'external_sandbox' | null;
  readonly sandboxNetworkAccess: boolean | null;
  readonly reasoningEffort: string | null;
  readonly reasoningSummary: string | null;
  /** `default` where none was set; null where it is unknown. */
  readonly serviceTier: string | null;
  /** `v1`, `v2` or `disabled`; null on the wire. */
  readonly multiAgentVersion: string | null;
  readonly approvalPolicy: string | null;
  readonly approvalsReviewer: string | null;
  readonly collaborationMode: string | null;
  readonly personality: string | null;
  readonly workspaceKind: string | null;
  /** Whether the client reported that the user dictated the input; null without a report. */
  readonly usedDictation: boolean | null;
  readonly inputImageCount: number;
  readonly isFirstTurn: boolean | null;
  /** Null while no end was reported. */
  readonly status: 'completed' | 'failed' | 'interrupted' | null;
  readonly interruptRequestedAtMs: number | null;
  readonly error: TurnErrorFacts | null;
  /** Failed requests to the model that Codex sent again. */
  readonly retryCount: number;
  /** The error of the last of them. */
  readonly lastRetryError: TurnErrorFacts | null;
  /** The model that the turn was rerouted to; null without a reroute. */
  readonly responseModel: string | null;
  /** Null where a rollout leaves it open. */
  readonly steerCount: number | null;
  readonly toolCounts: ToolCountFacts;
  /** All reviews of the turn, its items' and its own; null for a rollout, which has none. */
  readonly reviewCount: number | null;
  readonly messageCount: number;
  readonly reasoningCount: number;
  readonly planCount: number;
  readonly tokenUsage: TokenUsageFacts | null;
  readonly durationMs: number | null;
  /** Milliseconds until the model's first token; null on the wire. */
  readonly timeToFirstTokenMs: number | null;
  /** Unix seconds, `turn/started`; null where that was not seen. */
  readonly startedAt: number | null;
  /** Unix seconds, `turn/completed`; null where that was not seen. */
  readonly completedAt: number | null;
  /** When the completion was emitted (else observed), Unix milliseconds; null without a completion. */
  readonly completionSeenAtMs: number | null;
  readonly diff: DiffFacts | null;
  /** Hashes of the diff's added lines, file by file in its order; null without a diff, and unless fingerprints are switched on. */
  readonly lineFingerprints: readonly FileFingerprints[] | null;
  /**
   * A hash of the repository's remote. It is in a rollout; on the wire it is null unless fingerprints are switched on, and
   * where git has not answered.
   */
  readonly repoHash: string | null;
  readonly skills: readonly SkillFacts[];
  readonly appMentions: readonly AppMentionFacts[];
}
