/** Items as Codex 0.169 writes them. A test overrides the members that it is about; everything else is as recorded. */

export interface Item {
  readonly type: string;
  readonly id: string;
  readonly [member: string]: unknown;
}

type Overrides = Readonly<Record<string, unknown>>;

export const command = (id: string, overrides: Overrides = {}): Item => ({
  type: 'commandExecution',
  id,
  pluginId: null,
  scriptPath: null,
  command: "/bin/bash -lc 'touch /home/dev/secret-file.txt'",
  cwd: '/home/dev/project',
  processId: null,
  source: 'agent',
  status: 'completed',
  commandActions: [{ type: 'unknown', command: 'touch /home/dev/secret-file.txt' }],
  aggregatedOutput: 'a secret output\n',
  exitCode: 0,
  durationMs: 42,
  ...overrides,
});

export const patch = (id: string, overrides: Overrides = {}): Item => ({
  type: 'fileChange',
  id,
  changes: [{ path: '/home/dev/project/hello.ts', kind: { type: 'add' }, diff: 'export const hello = "hi";\n' }],
  status: 'completed',
  ...overrides,
});

export const mcp = (id: string, overrides: Overrides = {}): Item => ({
  type: 'mcpToolCall',
  id,
  server: 'helper',
  tool: 'echo',
  status: 'completed',
  arguments: { text: 'a secret argument' },
  appContext: null,
  pluginId: null,
  readOnlyHint: true,
  result: { content: [{ type: 'text', text: 'a secret result' }], structuredContent: null, _meta: null },
  error: null,
  durationMs: 12,
  ...overrides,
});

/** The members of a hosted app's tool. */
export const calendar = {
  server: 'codex_apps',
  tool: 'calendar_list_events',
  appContext: { connectorId: 'calendar', linkId: null, resourceUri: null, appName: 'Calendar', actionName: null },
};

export const dynamic = (id: string, overrides: Overrides = {}): Item => ({
  type: 'dynamicToolCall',
  id,
  namespace: null,
  tool: 'weather',
  arguments: { city: 'Oslo' },
  status: 'completed',
  contentItems: [{ type: 'inputText', text: 'sunny in Oslo' }],
  success: true,
  durationMs: 72,
  ...overrides,
});

export const collab = (id: string, overrides: Overrides = {}): Item => ({
  type: 'collabAgentToolCall',
  id,
  tool: 'wait',
  status: 'completed',
  senderThreadId: '',
  receiverThreadIds: [],
  prompt: 'Child task: count the files',
  model: null,
  reasoningEffort: null,
  agentsStates: {},
  ...overrides,
});

/** The call that makes a subagent's thread. */
export const spawn = (id: string, child: string, overrides: Overrides = {}): Item =>
  collab(id, {
    tool: 'spawnAgent',
    receiverThreadIds: [child],
    model: 'gpt-5.4',
    reasoningEffort: 'low',
    agentsStates: { [child]: { status: 'pendingInit', message: null } },
    ...overrides,
  });

export const webSearch = (id: string, overrides: Overrides = {}): Item => ({
  type: 'webSearch',
  id,
  query: 'a secret question',
  action: { type: 'search', query: 'a secret question', queries: null },
  results: null,
  ...overrides,
});

export const image = (id: string, overrides: Overrides = {}): Item => ({
  type: 'imageGeneration',
  id,
  status: 'completed',
  revisedPrompt: 'a secret picture',
  result: 'iVBORw0KGgo=',
  transparentBackground: false,
  failure: null,
  savedPath: '/home/dev/.codex/generated_images/call.png',
  generationId: null,
  ...overrides,
});

export const activity = (id: string, kind: string, child: string | null, overrides: Overrides = {}): Item => ({
  type: 'subAgentActivity',
  model: null,
  reasoningEffort: null,
  id,
  kind,
  agentThreadId: child,
  agentPath: '/root/counter',
  ...overrides,
});

export const compaction = (id: string): Item => ({ type: 'contextCompaction', id });

export const userMessage = (id: string): Item => ({
  type: 'userMessage',
  id,
  clientId: null,
  content: [{ type: 'text', text: 'a secret question', text_elements: [] }],
});

export const agentMessage = (id: string): Item => ({
  type: 'agentMessage',
  moderation: null,
  id,
  text: 'a secret answer',
  phase: null,
  memoryCitation: null,
});
