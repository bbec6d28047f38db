import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { conversationIn } from '../../instrumentation/conversation.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { CODEX, hasTerminals, SESSION_LOG, Stage } from './fake-codex.js';

const folder = temporaryFolder();
let stages = 0;
const newStage = () => new Stage(join(folder, String((stages += 1))));

const [, threadId] = /"thread":\{"id":"([^"]+)"/.exec(
  conversationIn(SESSION_LOG)
    .map(({ text }) => text)
    .join('\n'),
)!;
const RESUME = `codex-otel: To continue this session, run codex resume ${threadId}\r\n`;
const SPANS = [
  'codex.review user',
  'codex.thread',
  'codex.thread start',
  'execute_tool unified_exec',
  'invoke_agent codex',
];

/** The interface and its app-server start at the same time. */
const serverFirst = (starts: readonly (readonly string[])[]) =>
  starts.toSorted((a, b) => Number(a.includes('--remote')) - Number(b.includes('--remote')));

const unixIn = (stage: Stage, name: string) => `unix://${join(stage.runtime, 'PRIVATE', name)}`;

const parentOf = (pid: number) => Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);

describe.runIf(hasTerminals)('run -- codex in a terminal', () => {
  it('relays the interface to an app-server of its own, which ends with it', async () => {
    await using receiver = await Receiver.start();
    const stage = newStage();
    const run = stage.runInTerminal(['--endpoint', receiver.url, '--flush-timeout', '20'], ['-c', 'a=1', 'hello'], {
      OTEL_SDK_DISABLED: 'false',
      OTEL_METRICS_EXPORTER: 'none',
      FAKE_CODEX_STATUS: '7',
    });
    expect(await run.ended).toEqual({ code: 7, signal: null });
    expect(run.stdout).toBe(RESUME);
    expect(serverFirst(stage.arguments)).toEqual([
      ['app-server', '--listen', unixIn(stage, 's'), '-c', 'a=1'],
      ['--remote', unixIn(stage, 'r'), '-c', 'a=1', 'hello'],
    ]);
    expect(stage.starts.map(({ cwd }) => cwd)).toEqual([stage.project, stage.project]);
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual(SPANS);
    expect(stage.leftovers).toEqual([]);
  });

  it('relays the interface to the local daemon, which it starts where plain codex would, and leaves it running', async () => {
    const stage = newStage();
    const run = stage.runInTerminal([], ['resume', 'x'], { FAKE_CODEX_DAEMON: 'true' });
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.stdout).toBe(RESUME);
    expect(stage.arguments.slice(0, 2)).toEqual([
      ['features', 'list'],
      ['app-server', 'daemon', 'start'],
    ]);
    expect(stage.arguments.at(-1)).toEqual(['--remote', unixIn(stage, 'r'), '-C', stage.project, 'resume', 'x']);
    const daemon = stage.starts.find(({ args }) => args.includes('unix://'))!;
    process.kill(daemon.pid, 'SIGTERM');
    await expect.poll(() => stage.leftovers).toEqual([]);
  });

  it.each([
    ['Codex knows no daemon', undefined],
    ['Codex is set to start none', 'false'],
  ])('leaves the daemon alone where %s', async (_why, daemon = '') => {
    const stage = newStage();
    expect((await stage.runInTerminal([], ['-C', '/'], { FAKE_CODEX_DAEMON: daemon }).ended).code).toBe(0);
    expect(serverFirst(stage.arguments)).toEqual([
      ['features', 'list'],
      ['app-server', '--listen', unixIn(stage, 's')],
      ['--remote', unixIn(stage, 'r'), '-C', '/'],
    ]);
  });

  it('stands before the app-server that --remote names', async () => {
    const stage = newStage();
    const path = join(stage.folder, 'own.sock');
    const server = stage.run([], ['app-server', '--listen', `unix://${path}`]);
    await expect.poll(() => stage.starts.length).toBe(1);
    const run = stage.runInTerminal([], ['--remote', `unix://${path}`, 'go']);
    expect((await run.ended).code).toBe(0);
    expect(run.stdout).toBe(RESUME.replace('codex resume', `codex --remote unix://${path} resume`));
    expect(stage.arguments.at(-1)).toEqual(['--remote', unixIn(stage, 'r'), 'go']);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it('stands before a port where the interface sends a token, which it does to ports only', async () => {
    const stage = newStage();
    const server = stage.run([], ['app-server', '--listen', 'ws://127.0.0.1:0']);
    await expect.poll(() => server.stderr).toMatch(/note: of .*\n/);
    const [, remote] = /listening on: (\S+)/.exec(server.stderr)!;
    const run = stage.runInTerminal([], ['--remote', remote!, '--remote-auth-token-env', 'T']);
    expect((await run.ended).code).toBe(0);
    expect(stage.arguments.at(-1)).toEqual([
      '--remote',
      expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+$/),
      '--remote-auth-token-env',
      'T',
    ]);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it.each([
    ['--oss', ['--oss', 'go'], '--oss'],
    ['--worktree', ['--worktree'], '--worktree'],
    ['a profile that it cannot read', ['-p', 'none'], '--profile none'],
    ['a profile with more than a model and policies', ['-p', 'wide'], '--profile wide'],
    ['an address that no relay can stand before', ['--remote', 'wss://x'], '--remote wss://x'],
  ])('runs the interface as it is, and says so first, with %s', async (_what, args, named) => {
    const stage = newStage();
    mkdirSync(join(stage.folder, 'home'));
    writeFileSync(join(stage.folder, 'home', 'wide.config.toml'), 'model = "m"\ndeveloper_instructions = "x"\n');
    // Playing needs an address, so the interface ends at once where it was given one that leads nowhere.
    const run = stage.runInTerminal([], args);
    await run.ended;
    expect(run.stdout.split('\r\n')[0]).toBe(
      `codex-otel: ${named} cannot be relayed. The session is observed by its rollout, which has no approvals.`,
    );
    expect(stage.arguments).toEqual([args]);
  });

  it('runs the interface as it is where an app-server of its own cannot start', async () => {
    const stage = newStage();
    const run = stage.runInTerminal([], ['go'], { FAKE_CODEX_NO_SERVER: '1' });
    expect((await run.ended).code).toBe(0);
    expect(run.stdout).toMatch('codex-otel: This Codex cannot be relayed. The session is observed by its rollout');
    expect(stage.arguments.at(-1)).toEqual(['go']);
    expect(stage.leftovers).toEqual([]);
  });

  it('starts the interface after its app-server has made the databases of a new CODEX_HOME, which both cannot make at once', async () => {
    const stage = newStage();
    const run = stage.runInTerminal([], ['--no-daemon'], { FAKE_CODEX_DATABASES: 'true' });
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.stdout).toBe(RESUME);
  });

  it('relays a profile of a model and policies', async () => {
    const stage = newStage();
    mkdirSync(join(stage.folder, 'home'));
    writeFileSync(
      join(stage.folder, 'home', 'narrow.config.toml'),
      '# mine\nmodel = "m"\n\n  approval_policy = "never"\nsandbox_mode="read-only"\n',
    );
    const run = stage.runInTerminal([], ['--profile=narrow']);
    expect((await run.ended).code).toBe(0);
    expect(stage.arguments).toContainEqual(['--remote', unixIn(stage, 'r'), '--profile=narrow']);
  });

  it.each([[['--help']], [['--version']], [['login']], [['mcp', 'list']], [['features', 'list']]])(
    'starts nothing but the command for %j',
    async (args) => {
      const stage = newStage();
      const run = stage.runInTerminal([], args);
      expect([(await run.ended).code, run.stdout]).toEqual([0, '']);
      expect(stage.arguments).toEqual([args]);
    },
  );

  it('ends the app-server of a launcher that a signal ends alone, as it ends a shell', async () => {
    const stage = newStage();
    const launcher = join(stage.folder, 'codex');
    writeFileSync(launcher, `#!/bin/sh\n'${CODEX}' "$@"\nexit $?\n`, { mode: 0o755 });
    const run = stage.runInTerminal([], ['-c', 'a=1', 'hello'], {}, launcher);
    expect((await run.ended).code).toBe(0);
    expect(stage.starts.length).toBe(2);
    expect(stage.leftovers).toEqual([]);
  });

  it('leaves no process, socket or folder behind when it is killed', async () => {
    const stage = newStage();
    const run = stage.runInTerminal([], ['hello'], { FAKE_CODEX_LINGERS: '1' });
    await expect.poll(() => stage.starts.length).toBe(3);
    // `script` ends with its child, and its terminal with it.
    const { pid } = stage.starts.find(({ args }) => args.includes('--remote'))!;
    process.kill(parentOf(pid), 'SIGKILL');
    await run.ended;
    await expect.poll(() => stage.leftovers).toEqual([]);
  });

  it('leaves nothing behind when its terminal is closed', async () => {
    const stage = newStage();
    const run = stage.runInTerminal([], ['hello'], { FAKE_CODEX_LINGERS: '1' });
    await expect.poll(() => stage.starts.length).toBe(3);
    run.child.kill('SIGKILL'); // the master's end of the terminal is gone with it
    await run.ended;
    await expect.poll(() => stage.leftovers).toEqual([]);
  });
});

it('run -- codex starts no app-server where there is no terminal', async () => {
  const stage = newStage();
  const run = stage.run([], ['hello']);
  expect((await run.ended).code).toBe(0);
  expect(stage.arguments).toEqual([['hello']]);
});
