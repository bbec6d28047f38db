import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PATH_WITH_CODEX } from '../codex.js';
import type { Kind } from './kinds.js';
import type { ScriptedModel } from '../scripted-model.js';

const MCP_SERVER = fileURLToPath(new URL('mcp-server.mjs', import.meta.url));
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** All that a command left for others to see. */
export interface Seen {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
  readonly rollouts: readonly string[];
}

export interface ExecPlace {
  /** The folder that a run has for itself; the same of two runs that are compared. */
  readonly folder: string;
  readonly model: ScriptedModel;
  readonly modelUrl: string;
}

/** Makes a CODEX_HOME and a project, as they were before every run of this kind. */
export function prepare(kind: Kind, { folder, modelUrl }: ExecPlace): void {
  rmSync(folder, { recursive: true, force: true });
  const [home, project] = [join(folder, 'home'), join(folder, 'project')];
  mkdirSync(home, { recursive: true });
  mkdirSync(join(project, 'sub'), { recursive: true });
  writeFileSync(join(project, 'schema.json'), SCHEMA);
  writeFileSync(join(project, 'dot.png'), Buffer.from(DOT, 'base64'));
  if (kind.isLoose !== true) repository(project);
  writeFileSync(join(project, 'changed.txt'), 'changed\n');
  const mcp = `[mcp_servers.helper]\ncommand = ${JSON.stringify(process.execPath)}\nargs = [${JSON.stringify(MCP_SERVER)}]\n`;
  writeFileSync(join(home, 'config.toml'), configOf(modelUrl) + (kind.config === 'MCP' ? mcp : (kind.config ?? '')));
  for (const [name, text] of Object.entries(kind.home ?? {})) writeFileSync(join(home, name), text);
}

const SCHEMA = '{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}';

function repository(project: string): void {
  const time = '2026-11-28T08:00:00Z';
  const env = { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time, GIT_CONFIG_GLOBAL: '/dev/null' };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=dev', '-c', 'user.email=dev@localhost', ...args], { cwd: project, env });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
}

const configOf = (modelUrl: string) => `\
model = "gpt-5.5"
model_provider = "scripted"
sandbox_mode = "danger-full-access"
check_for_update_on_startup = false

[analytics]
enabled = false

[otel]
exporter = "none"
metrics_exporter = "none"
trace_exporter = "none"

[model_providers.scripted]
name = "scripted"
base_url = "${modelUrl}"
wire_api = "responses"
supports_websockets = false
request_max_retries = 0
stream_max_retries = 0

`;

/**
 * Runs one kind in a fresh folder, behind `prefix` (`codex-otel run … --`) or as it is, and resolves with all that is seen of
 * it, without what differs from run to run: ids, times, and how long something took.
 */
export async function run(kind: Kind, place: ExecPlace, prefix: readonly string[]): Promise<Seen> {
  const { folder, model } = place;
  prepare(kind, place);
  const id = kind.isContinued === true ? await earlierSession(place) : '';
  model.takeRequests();
  const cwd = join(folder, 'project', kind.cwd ?? '');
  const args = kind.args.map((word) => word.replace('$ID', id));
  const ended = await spawned([...prefix, 'codex', ...args], { cwd, kind, place });
  const rollouts = rolloutFiles(join(folder, 'home')).map((file) => linesOf(readFileSync(file, 'utf8')));
  return {
    ...ended,
    stdout: comparable(ended.stdout),
    stderr: comparable(ended.stderr),
    files: filesIn(join(folder, 'project')),
    requests: model.takeRequests().map((request) => comparable(inOrder(request))),
    rollouts,
  };
}

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function spawned(
  [file = '', ...args]: readonly string[],
  { cwd, kind, place }: { readonly cwd: string; readonly kind: Kind; readonly place: ExecPlace },
): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(OTEL|CODEX|NODE|VITEST)_/.test(name));
  const child = spawn(file, args, {
    cwd,
    env: {
      ...Object.fromEntries(inherited),
      PATH: PATH_WITH_CODEX,
      CODEX_HOME: join(place.folder, 'home'),
      OTEL_METRICS_EXPORTER: 'none',
    },
    stdio: 'pipe',
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(kind.stdin ?? '');
  const { signal: sent } = kind;
  if (sent !== undefined) place.model.onHang = () => child.kill(sent);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

/** Makes a session to go on with, as it is: returns its id. */
async function earlierSession(place: ExecPlace): Promise<string> {
  const kind: Kind = { name: 'earlier', args: [] };
  await spawned(['codex', 'exec', 'Hello'], { cwd: join(place.folder, 'project'), kind, place });
  const [file = ''] = rolloutFiles(join(place.folder, 'home'));
  return /([0-9a-f-]{36})\.jsonl$/.exec(file)?.[1] ?? '';
}

export const rolloutFiles = (home: string): string[] =>
  !existsSync(join(home, 'sessions'))
    ? []
    : readdirSync(join(home, 'sessions'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();

function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'));
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length), comparable(readFileSync(file, 'utf8'))]),
  );
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [UUID, 'ID'],
  [/\d{4}-\d\d-\d\dT\d\d[:-]\d\d[:-]\d\d(\.\d+)?Z?/g, 'TIME'],
  [/(\\*"[a-z_]*(?:_ms|_at|_time|secs|nanos|_count)\\*": ?)[\d.]+/g, '$1N'],
  [/\bin \d+(\.\d+)?m?s\b/g, 'in N'],
  [/(end_byte_offset\W+)\d+/g, '$1N'],
  // Codex reads git beside the first request, which has its answer or not.
  [/\\*"workspaces\\*":\{.*?\}\},/g, ''],
  [/worktrees\/[0-9a-f]{4}\b/g, 'worktrees/N'],
  [/Wall time: [\d.]+/g, 'Wall time: N'],
  // Codex learns the status of a command that it kills at its own end, or not.
  [/("exit_code\\*":)(137|-1)\b/g, '$1KILLED'],
  [/(Chunk ID: |session ID |process_id\W+)[0-9a-f]+/g, '$1N'],
];

/** The lines of a rollout: Codex writes some of them in either order. */
const linesOf = (rollout: string): string =>
  comparable(rollout.replaceAll(/"ordinal":\d+/g, '"ordinal":N'))
    .split('\n')
    .sort()
    .join('\n');

/** JSON with the members of objects in their order by name: Codex writes some in any order. */
const inOrder = (json: string): string =>
  JSON.stringify(JSON.parse(json), (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

const comparable = (text: string): string =>
  CHANGING.reduce((changed, [pattern, replacement]) => changed.replace(pattern, replacement), text);

/** Where two runs differ: each text with its surroundings, for a rollout and a request are long. */
export function differences(plain: Seen, observed: Seen): string[] {
  const texts = (seen: Seen) =>
    Object.entries(seen).flatMap(([name, value]: [string, unknown]) =>
      (typeof value === 'object' && value !== null ? Object.entries(value) : [['', value] as const]).map(
        ([key, text]) => [`${name} ${key}`, String(text)] as const,
      ),
    );
  const [left, right] = [new Map(texts(plain)), new Map(texts(observed))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name) => {
    const [a = '(none)', b = '(none)'] = [left.get(name), right.get(name)];
    if (a === b) return [];
    let at = 0;
    while (a[at] === b[at]) at += 1;
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 100), at + 100));
    return [`${name}: ${around(a)} became ${around(b)}`];
  });
}
