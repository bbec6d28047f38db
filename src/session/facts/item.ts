import type { SpanFacts } from './base.js';
import type { ReviewSummaryFacts } from './review.js';
import type { AppMentionFacts } from './turn.js';

export interface CommandExecutionFacts {
  readonly kind: 'commandExecution';
  /** As on the wire: `agent`, `userShell`, `unifiedExecStartup`, `unifiedExecInteraction`. */
  readonly source: string;
  readonly exitCode: number | null;
  /** Null for a refused command of a rollout. */
  readonly actionCounts: {
    readonly total: number;
    readonly read: number;
    readonly listFiles: number;
    readonly search: number;
    readonly unknown: number;
  } | null;
  readonly pluginId: string | null;
}

export interface FileChangeFacts {
  readonly kind: 'fileChange';
  readonly changeCount: number;
  readonly addCount: number;
  readonly updateCount: number;
  readonly deleteCount: number;
  readonly moveCount: number;
}

export interface McpToolCallFacts {
  readonly kind: 'mcpToolCall';
  readonly server: string;
  readonly tool: string;
  readonly errorPresent: boolean;
  readonly pluginId: string | null;
  readonly connectorId: string | null;
  /** The hosted app behind the tool, at its first use in the turn; null for other tools and later uses. */
  readonly firstAppUse: (AppMentionFacts & { readonly invokeType: 'explicit' | 'implicit' }) | null;
}

export interface DynamicToolCallFacts {
  readonly kind: 'dynamicToolCall';
  readonly tool: string;
  readonly success: boolean | null;
  /** Null where the item has no content items. */
  readonly outputCounts: {
    readonly total: number;
    readonly text: number;
    readonly image: number;
    readonly audio: number;
  } | null;
}

export interface CollabAgentToolCallFacts {
  readonly kind: 'collabAgentToolCall';
  readonly tool: string;
  readonly senderThreadId: string;
  readonly receiverThreadIds: readonly string[];
  readonly requestedModel: string | null;
  readonly requestedReasoningEffort: string | null;
  readonly agentStateCount: number;
  readonly completedAgentCount: number;
  readonly failedAgentCount: number;
}

export interface WebSearchFacts {
  readonly kind: 'webSearch';
  readonly action: 'search' | 'open_page' | 'find_in_page' | 'other' | null;
  readonly queryPresent: boolean;
  readonly queryCount: number | null;
}

export interface ImageGenerationFacts {
  readonly kind: 'imageGeneration';
  readonly revisedPromptPresent: boolean;
  readonly savedPathPresent: boolean;
  readonly transparentBackground: boolean | null;
  readonly generationId: string | null;
}

/** A call of a tool that steers Codex itself (`update_goal` …). Only a rollout has it. */
export interface ControlToolCallFacts {
  readonly kind: 'controlToolCall';
  readonly success: boolean | null;
}

export interface CompactionFacts {
  readonly kind: 'contextCompaction';
  readonly trigger: 'manual' | 'auto' | null;
  /** The end of the compaction: its item's completion, else its turn's end; null where neither was reported. */
  readonly compactionStatus: 'completed' | 'failed' | 'interrupted' | null;
  /** When an error or an interrupt stopped it, Unix milliseconds; null where it completed, or nothing reported that. */
  readonly stoppedAtMs: number | null;
  /** Where in its turn it ran; null on the wire. */
  readonly phase: 'standalone_turn' | 'pre_turn' | 'mid_turn' | null;
  /** Null on the wire. */
  readonly activeContextTokensAfter: number | null;
}

export type ItemDetailFacts =
  | CommandExecutionFacts
  | FileChangeFacts
  | McpToolCallFacts
  | DynamicToolCallFacts
  | CollabAgentToolCallFacts
  | WebSearchFacts
  | ImageGenerationFacts
  | ControlToolCallFacts
  | CompactionFacts;

export interface ItemFacts extends SpanFacts {
  readonly type: 'item';
  readonly turnId: string;
  readonly rootTurnId: string | null;
  /** The turn's trigger. */
  readonly turnTrigger: string | null;
  readonly itemId: string;
  /** Some model providers use call ids again within a turn: which item of its id this is, from 0. */
  readonly occurrence: number;
  /** The tool as analytics names it (`shell`, `unified_exec`, `apply_patch`, an MCP tool's name …); null for compactions. */
  readonly toolName: string | null;
  /** The thread's model when the item started. */
  readonly model: string | null;
  readonly modelProvider: string | null;
  /**
   * Milliseconds of `item/started`; null where only the completion was seen, or a rollout does not have it. Of items that run at the same time under one
   * id, the one that completes first has the start of the one that started last, and the others have null, as in Codex.
   */
  readonly startedAtMs: number | null;
  /** Milliseconds of `item/completed`; null for an item that never completed, or where the rollout does not have it. */
  readonly completedAtMs: number | null;
  /** The item's own duration; collab calls: the observed one. */
  readonly executionDurationMs: number | null;
  readonly terminalStatus: 'completed' | 'failed' | 'rejected' | 'interrupted' | null;
  readonly failureKind: 'tool_error' | 'approval_denied' | null;
  /** Null where the item may have had reviews that nothing reported: a rollout has none. */
  readonly reviews: ReviewSummaryFacts | null;
  /** Whether a rollout shows that Codex made an event of the item; null on the wire, where the item's times decide. */
  readonly recordedEvent: boolean | null;
  /** The model's response that called the tool; null on the wire. */
  readonly originatingResponseId: string | null;
  /** The model's first response that saw the tool's output; null on the wire. */
  readonly subsequentResponseId: string | null;
  /** The call of the code-mode cell that made this call; null on the wire. */
  readonly parentCallId: string | null;
  /**
   * Whether anything but its items reported the turn. Codex makes no tool event for a turn that it has no state for.
   */
  readonly turnSeenBeyondItems: boolean;
  readonly detail: ItemDetailFacts;
}
