/** One kind of run. Paths are within the project, whose folder the command is started in. */
export interface Kind {
  readonly name: string;
  /** What `codex` is given. `$ID` is the id of an earlier session of this project. */
  readonly args: readonly string[];
  /** Written to standard input; nothing by default. */
  readonly stdin?: string;
  /** Sent to the command when the model was asked, and does not answer. */
  readonly signal?: NodeJS.Signals;
  /** Appended to config.toml. */
  readonly config?: string;
  /** Other files of CODEX_HOME. */
  readonly home?: Readonly<Record<string, string>>;
  /** A folder of the project that the command is started in. */
  readonly cwd?: string;
  /** No git repository is around it. */
  readonly isLoose?: boolean;
  /** There was a session before. */
  readonly isContinued?: boolean;
  /** Nothing is observed, because there is no session, or none that is written down. */
  readonly isUnseen?: boolean;
  /** One line of `run` on standard error. */
  readonly says?: string;
  /** Why it does not run here. */
  readonly not?: string;
}

const hooks = JSON.stringify({
  hooks: {
    PreToolUse: [{ hooks: [{ type: 'command', command: 'echo before >> hooked.txt' }] }],
    Stop: [{ hooks: [{ type: 'command', command: 'echo stop >> hooked.txt' }] }],
  },
});

export const KINDS: readonly Kind[] = [
  // Prompts.
  { name: 'a prompt', args: ['exec', 'Please work'] },
  { name: 'its short name', args: ['e', 'Please work'] },
  { name: 'a prompt on standard input', args: ['exec', '-'], stdin: 'Please work' },
  { name: 'standard input without a prompt', args: ['exec'], stdin: 'Please work' },
  { name: 'standard input beside a prompt', args: ['exec', 'Please work'], stdin: 'more' },
  { name: 'an empty standard input without a prompt', args: ['exec'], isUnseen: true },
  { name: 'a prompt that begins with a dash', args: ['exec', '--', '--ephemeral Please work'] },
  { name: 'a long prompt', args: ['exec', `Please work ${'x'.repeat(100_000)}`] },
  // Output.
  { name: '--json', args: ['exec', '--json', 'Please work'] },
  { name: '--json and reasoning', args: ['exec', '--json', 'Please think'] },
  { name: '-o', args: ['exec', '-o', 'last.txt', 'Please work'] },
  { name: '--json and -o', args: ['exec', '--json', '-o', 'last.txt', 'Please work'] },
  { name: '--color always', args: ['exec', '--color', 'always', 'Please work'] },
  { name: '--color never', args: ['exec', '--color', 'never', 'Please work'] },
  { name: '--output-schema', args: ['exec', '--output-schema', 'schema.json', 'Hello'] },
  // Settings.
  { name: '-m', args: ['exec', '-m', 'gpt-5.4', 'Please work'] },
  { name: '-m before exec', args: ['-m', 'gpt-5.4', 'exec', 'Please work'] },
  { name: '-c', args: ['exec', '-c', 'model_reasoning_effort="low"', 'Please work'] },
  { name: '-c before exec', args: ['-c', 'model_reasoning_effort="low"', 'exec', 'Please work'] },
  { name: '--enable and --disable', args: ['exec', '--enable', 'goals', '--disable', 'apps', 'Please work'] },
  { name: '--strict-config', args: ['exec', '--strict-config', 'Please work'] },
  { name: '--search', args: ['--search', 'exec', 'Please work'] },
  {
    name: '--profile',
    args: ['exec', '--profile', 'other', 'Please work'],
    home: { 'other.config.toml': 'model_reasoning_effort = "high"\n' },
  },
  {
    name: '--ignore-user-config',
    args: ['exec', '--ignore-user-config', 'Hello'],
    not: 'without its config there is no model but OpenAI’s',
  },
  { name: '--ignore-rules', args: ['exec', '--ignore-rules', 'Please work'] },
  { name: '--thread-source', args: ['exec', '--thread-source', 'user', 'Please work'] },
  { name: '--oss', args: ['exec', '--oss', 'Hello'], isUnseen: true },
  { name: 'a config that cannot be read', args: ['exec', 'Hello'], config: '[broken', isUnseen: true },
  // Folders, sandbox, approvals.
  { name: '-C', args: ['exec', '-C', 'sub', 'Please work'] },
  { name: '--cd=', args: ['exec', '--cd=sub', 'Please work'] },
  { name: 'a folder below the repository', args: ['exec', 'Please work'], cwd: 'sub' },
  { name: 'no repository', args: ['exec', 'Hello'], isLoose: true, isUnseen: true },
  { name: '--skip-git-repo-check', args: ['exec', '--skip-git-repo-check', 'Please work'], isLoose: true },
  { name: '--trust', args: ['exec', '--trust', 'Please work'] },
  { name: '--add-dir', args: ['exec', '--add-dir', 'sub', 'Please work'] },
  { name: '--worktree', args: ['exec', '--worktree', 'Please work'] },
  { name: '-s read-only', args: ['exec', '-s', 'read-only', 'Please work'] },
  { name: '-s workspace-write', args: ['exec', '-s', 'workspace-write', 'Please work'] },
  { name: '-s danger-full-access', args: ['exec', '-s', 'danger-full-access', 'Please work'] },
  {
    name: '--dangerously-bypass-approvals-and-sandbox',
    args: ['exec', '--dangerously-bypass-approvals-and-sandbox', 'Please work'],
  },
  { name: '--approve-for-me', args: ['exec', '--approve-for-me', 'Please work'] },
  { name: 'hooks', args: ['exec', '--dangerously-bypass-hook-trust', 'Please work'], home: { 'hooks.json': hooks } },
  { name: 'an MCP server', args: ['exec', 'Please mcp'], config: 'MCP' },
  { name: '-i', args: ['exec', '-i', 'dot.png', '--', 'Hello'] },
  { name: 'a command that is left running', args: ['exec', 'Please leave'] },
  // Sessions.
  { name: '--ephemeral', args: ['exec', '--ephemeral', 'Please work'], isUnseen: true, says: 'with --ephemeral' },
  { name: 'resume by id', args: ['exec', 'resume', '$ID', 'Please work'], isContinued: true },
  { name: 'resume --last', args: ['exec', 'resume', '--last', 'Please work'], isContinued: true },
  {
    name: 'resume of what is not there',
    args: ['exec', 'resume', '01a22356-0000-7000-8000-000000000000', 'Hello'],
    isUnseen: true,
  },
  { name: 'fork', args: ['exec', 'fork', '$ID', 'Please work'], isContinued: true },
  { name: 'exec review', args: ['exec', 'review', '--uncommitted'] },
  { name: 'review', args: ['review', '--uncommitted'] },
  // Ends.
  { name: 'a model that fails', args: ['exec', 'Please fail'] },
  { name: 'SIGINT', args: ['exec', 'Please hang'], signal: 'SIGINT' },
  { name: 'SIGTERM', args: ['exec', 'Please hang'], signal: 'SIGTERM' },
  { name: 'SIGHUP', args: ['exec', 'Please hang'], signal: 'SIGHUP' },
  { name: 'an unknown option', args: ['exec', '--no-such-option', 'Hello'], isUnseen: true },
  { name: '--help', args: ['exec', '--help'], isUnseen: true },
];
