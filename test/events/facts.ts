import type * as F from '../../src/session/facts/index.js';

/** Complete facts of every type, no two values of a record equal, so that a swapped field shows. */

export const client: F.ClientFacts = {
  productClientId: 'codex_vscode',
  clientName: 'acme_observer',
  clientVersion: '1.2.3',
  rpcTransport: 'stdio',
  experimentalApiEnabled: true,
};

export const runtime: F.RuntimeFacts = { codexVersion: '0.169.0', os: 'linux', osVersion: '12.0.0', arch: 'x86_64' };

export const lineage: F.LineageFacts = {
  threadId: 'thread-1',
  isComplete: true,
  sessionId: 'session-1',
  threadSource: 'user',
  subagentSource: null,
  parentThreadId: null,
  forkedFromThreadId: null,
};

export const subagentLineage: F.LineageFacts = {
  ...lineage,
  threadSource: 'subagent',
  subagentSource: 'thread_spawn',
  parentThreadId: 'thread-parent',
};

/** The client and the server, as the parameters of an event have them. */
export const context = {
  app_server_client: {
    product_client_id: 'codex_vscode',
    client_name: 'acme_observer',
    client_version: '1.2.3',
    rpc_transport: 'stdio',
    experimental_api_enabled: true,
  },
  runtime: { codex_rs_version: '0.169.0', runtime_os: 'linux', runtime_os_version: '12.0.0', runtime_arch: 'x86_64' },
} as const;

/** The origin of the thread, as the parameters of an event have it. */
export const origin = { thread_source: 'user', subagent_source: null, parent_thread_id: null } as const;

const span = {
  startMs: 100_000,
  endMs: 106_543,
  lineage,
  client,
  runtime,
  connectionSource: 'wire',
  endReason: null,
} as const;

export function threadInitialization(facts: Partial<F.ThreadInitializationFacts> = {}): F.ThreadInitializationFacts {
  return {
    type: 'thread_initialization',
    ...span,
    method: 'start',
    mode: 'new',
    model: 'gpt-5.5',
    modelProvider: 'openai',
    ephemeral: false,
    createdAt: 1_795_397_934,
    ordinal: 0,
    ...facts,
  };
}

const tokenUsage: F.TokenUsageFacts = {
  inputTokens: 123,
  cachedInputTokens: 45,
  cacheWriteInputTokens: 6,
  outputTokens: 140,
  reasoningOutputTokens: 13,
  totalTokens: 321,
};

export function thread(facts: Partial<F.ThreadFacts> = {}): F.ThreadFacts {
  return {
    type: 'thread',
    ...span,
    turnCount: 1,
    toolCount: 2,
    reviewCount: 3,
    tokenUsage,
    addedLines: 4,
    deletedLines: 5,
    ...facts,
  };
}

export function turn(facts: Partial<F.TurnFacts> = {}): F.TurnFacts {
  return {
    type: 'turn',
    ...span,
    turnId: 'turn-1',
    rootTurnId: 'turn-root',
    trigger: 'automation',
    parentTurnId: 'turn-parent',
    hasRequester: true,
    task: 'regular',
    ephemeral: false,
    initializationMode: 'new',
    model: 'gpt-5.5',
    modelProvider: 'openai',
    sandboxPolicy: 'workspace_write',
    sandboxNetworkAccess: false,
    reasoningEffort: 'medium',
    reasoningSummary: 'auto',
    serviceTier: 'flex',
    multiAgentVersion: 'v2',
    approvalPolicy: 'on-request',
    approvalsReviewer: 'auto_review',
    collaborationMode: 'plan',
    personality: 'pragmatic',
    usedDictation: true,
    retryCount: 0,
    lastRetryError: null,
    responseModel: null,
    workspaceKind: 'project',
    inputImageCount: 1,
    isFirstTurn: true,
    status: 'completed',
    interruptRequestedAtMs: null,
    error: null,
    steerCount: 2,
    toolCounts: {
      total: 28,
      shellCommand: 1,
      fileChange: 2,
      mcpToolCall: 3,
      dynamicToolCall: 4,
      subagentToolCall: 5,
      webSearch: 6,
      imageGeneration: 7,
    },
    reviewCount: 8,
    messageCount: 9,
    reasoningCount: 10,
    planCount: 11,
    tokenUsage,
    durationMs: 1234,
    timeToFirstTokenMs: 678,
    startedAt: 455,
    completedAt: 456,
    completionSeenAtMs: 456_789,
    diff: null,
    lineFingerprints: null,
    repoHash: null,
    skills: [],
    appMentions: [],
    ...facts,
  };
}

export const noReviews: F.ReviewSummaryFacts = {
  reviewCount: 0,
  guardianReviewCount: 0,
  userReviewCount: 0,
  finalApprovalOutcome: 'unknown',
  requestedAdditionalPermissions: false,
  requestedNetworkAccess: false,
};

export const details = {
  commandExecution: {
    kind: 'commandExecution',
    source: 'unifiedExecStartup',
    exitCode: 7,
    actionCounts: { total: 10, read: 1, listFiles: 2, search: 3, unknown: 4 },
    pluginId: 'gardener@devmarket',
  },
  fileChange: { kind: 'fileChange', changeCount: 10, addCount: 1, updateCount: 2, deleteCount: 3, moveCount: 4 },
  mcpToolCall: {
    kind: 'mcpToolCall',
    server: 'codex_apps',
    tool: 'calendar_list_events',
    errorPresent: false,
    pluginId: 'gardener@devmarket',
    connectorId: 'calendar',
    firstAppUse: null,
  },
  dynamicToolCall: {
    kind: 'dynamicToolCall',
    tool: 'weather',
    success: true,
    outputCounts: { total: 6, text: 1, image: 2, audio: 3 },
  },
  collabAgentToolCall: {
    kind: 'collabAgentToolCall',
    tool: 'spawnAgent',
    senderThreadId: 'thread-1',
    receiverThreadIds: ['thread-2', 'thread-3'],
    requestedModel: 'gpt-5.4',
    requestedReasoningEffort: 'low',
    agentStateCount: 6,
    completedAgentCount: 4,
    failedAgentCount: 1,
  },
  webSearch: { kind: 'webSearch', action: 'open_page', queryPresent: true, queryCount: 3 },
  imageGeneration: {
    kind: 'imageGeneration',
    revisedPromptPresent: true,
    savedPathPresent: false,
    transparentBackground: false,
    generationId: 'generation-1',
  },
  controlToolCall: { kind: 'controlToolCall', success: true },
  contextCompaction: {
    kind: 'contextCompaction',
    trigger: 'auto',
    compactionStatus: 'completed',
    stoppedAtMs: null,
    phase: 'mid_turn',
    activeContextTokensAfter: 2070,
  },
} as const satisfies { [Kind in F.ItemDetailFacts['kind']]: Extract<F.ItemDetailFacts, { kind: Kind }> };

export function item(facts: Partial<F.ItemFacts> = {}): F.ItemFacts {
  return {
    type: 'item',
    ...span,
    turnId: 'turn-1',
    rootTurnId: 'turn-root',
    turnTrigger: 'automation',
    itemId: 'item-1',
    occurrence: 0,
    toolName: 'unified_exec',
    model: 'gpt-5.5',
    modelProvider: 'openai',
    startedAtMs: 123_000,
    completedAtMs: 125_000,
    executionDurationMs: 1900,
    terminalStatus: 'completed',
    failureKind: null,
    recordedEvent: null,
    originatingResponseId: 'response-1',
    subsequentResponseId: 'response-2',
    parentCallId: 'cell-1',
    reviews: noReviews,
    turnSeenBeyondItems: true,
    detail: details.commandExecution,
    ...facts,
  };
}

export function review(facts: Partial<F.ReviewFacts> = {}): F.ReviewFacts {
  return {
    type: 'review',
    ...span,
    startMs: 1000,
    endMs: 1042,
    turnId: 'turn-1',
    itemId: 'item-1',
    reviewId: 'user:41',
    startedAtMs: 1000,
    reviewer: 'user',
    subjectKind: 'command_execution',
    subjectName: 'command_execution',
    trigger: 'initial',
    status: 'approved',
    resolution: 'none',
    commandSource: null,
    decidedBy: null,
    connectionId: 'c1',
    riskLevel: null,
    userAuthorization: null,
    hadConnectedClient: true,
    ...facts,
  };
}

export function userInput(facts: Partial<F.UserInputFacts> = {}): F.UserInputFacts {
  return {
    type: 'user_input',
    ...span,
    turnId: 'turn-1',
    requestId: '7',
    itemId: 'item-1',
    kind: 'question',
    outcome: 'answered',
    connectionId: 'c1',
    ...facts,
  };
}

/** The facts of a review or a question before its end. */
export function requested<T extends F.ReviewFacts | F.UserInputFacts>(facts: T): Omit<T, 'endMs' | 'endReason'> {
  const begun = Object.entries(facts).filter(([name]) => name !== 'endMs' && name !== 'endReason');
  return Object.fromEntries(begun) as Omit<T, 'endMs' | 'endReason'>;
}

export function steer(facts: Partial<F.SteerFacts> = {}): F.SteerFacts {
  return {
    type: 'steer',
    ...span,
    expectedTurnId: 'turn-1',
    acceptedTurnId: 'turn-1',
    result: 'accepted',
    rejectionReason: null,
    inputImageCount: 1,
    ordinal: 0,
    ...facts,
  };
}

export function threadArchive(facts: Partial<F.ThreadArchiveFacts> = {}): F.ThreadArchiveFacts {
  return { type: 'thread_archive', ...span, action: 'archived', occurredAtMs: 1_795_398_035_442, ...facts };
}

export function hook(facts: Partial<F.HookFacts> = {}): F.HookFacts {
  return {
    type: 'hook',
    ...span,
    turnId: 'turn-1',
    eventName: 'preToolUse',
    source: 'sessionFlags',
    handlerType: 'mcpTool',
    executionMode: 'sync',
    status: 'completed',
    model: 'gpt-5.5',
    ordinal: 0,
    ranForCodeReviewer: false,
    ...facts,
  };
}

export function goal(facts: Partial<F.GoalFacts> = {}): F.GoalFacts {
  return {
    type: 'goal',
    ...span,
    turnId: 'turn-1',
    eventKind: 'usage_accounted',
    goalStatus: 'active',
    hasTokenBudget: true,
    tokensUsed: 112,
    timeUsedSeconds: 3,
    ordinal: 0,
    ...facts,
  };
}

export const skill: F.SkillFacts = {
  skillName: 'gardener:mower',
  scope: 'user',
  pluginId: 'gardener@devmarket',
  invokeType: 'explicit',
};

/** Facts of every type of span, which between them have every event there is. */
export const everyFact: readonly F.Facts[] = [
  threadInitialization(),
  thread(),
  turn({
    diff: { addedLines: 42, deletedLines: 40 },
    appMentions: [{ connectorId: 'calendar', appName: 'Calendar' }],
    skills: [skill],
  }),
  ...Object.values(details).map((detail) => item({ detail })),
  item({
    detail: {
      ...details.mcpToolCall,
      firstAppUse: { connectorId: 'calendar', appName: 'Calendar', invokeType: 'implicit' },
    },
  }),
  review({ reviewer: 'guardian', reviewId: 'review-1' }),
  userInput(),
  steer(),
  threadArchive(),
  hook(),
  goal(),
];
