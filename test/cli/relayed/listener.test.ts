import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Receiver } from '../../export/receiver.js';
import { conversationIn } from '../../instrumentation/conversation.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { SESSION_LOG, Stage } from './fake-codex.js';

const folder = temporaryFolder();
let stages = 0;
const newStage = () => new Stage(join(folder, String((stages += 1))));

/** Plays the client of the recorded session, to its end. */
async function playClient(url: string): Promise<void> {
  const steps = conversationIn(SESSION_LOG);
  const client = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    const say = () => {
      while (steps[0]?.from === 'client') client.send(steps.shift()!.text);
      if (steps.length === 0) resolve();
    };
    client.on('error', reject);
    client.on('open', say);
    client.on('message', () => {
      steps.shift();
      say();
    });
  });
  client.terminate();
}

const SPANS = [
  'codex.review user',
  'codex.thread',
  'codex.thread start',
  'execute_tool unified_exec',
  'invoke_agent codex',
];
const TRACED = { OTEL_SDK_DISABLED: 'false', OTEL_METRICS_EXPORTER: 'none' };

describe.skipIf(process.platform === 'win32')('run -- codex app-server --listen', () => {
  it('observes the clients of a Unix socket, and leaves nothing behind', async () => {
    await using receiver = await Receiver.start();
    const stage = newStage();
    const path = join(stage.folder, 'sockets', 'codex.sock');
    const options = ['--endpoint', receiver.url, '--flush-timeout', '20'];
    const run = stage.run(options, ['app-server', '--listen', `unix://${path}`, '-c', 'a=1'], TRACED);
    await expect.poll(() => existsSync(path)).toBe(true);
    expect([statSync(path).mode & 0o777, statSync(join(path, '..')).mode & 0o777]).toEqual([0o600, 0o700]);
    await playClient(`ws+unix://${path}:/rpc`);
    run.child.kill('SIGTERM');
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.stderr).toBe('');
    expect(stage.arguments).toEqual([
      ['app-server', '--listen', `unix://${join(stage.runtime, 'PRIVATE', 's')}`, '-c', 'a=1'],
    ]);
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual(SPANS);
    expect([existsSync(path), stage.leftovers]).toEqual([false, []]);
  });

  it('observes the clients of a port, which the banner of the app-server names', async () => {
    await using receiver = await Receiver.start();
    const stage = newStage();
    const options = ['--endpoint', receiver.url, '--flush-timeout', '20'];
    const run = stage.run(options, ['app-server', '--listen=ws://127.0.0.1:0'], TRACED);
    await expect.poll(() => run.stderr).toMatch(/note: of .*\n/);
    const [, port] = /listening on: ws:\/\/127\.0\.0\.1:(\d+)\n/.exec(run.stderr)!;
    expect(run.stderr.replace(/note.*/s, '').match(/:(\d+)/g)).toEqual([`:${port}`, `:${port}`, `:${port}`]);
    const ready = await new Promise((resolve) =>
      request(`http://127.0.0.1:${port}/readyz`, ({ statusCode }) => resolve(statusCode)).end(),
    );
    expect(ready).toBe(200);
    await playClient(`ws://127.0.0.1:${port}`);
    run.child.kill('SIGTERM');
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual(SPANS);
    expect(stage.arguments).toEqual([['app-server', '--listen', 'ws://127.0.0.1:0']]);
  });

  it('replaces a socket that nobody listens on any more', async () => {
    const stage = newStage();
    const path = join(stage.folder, 's');
    const program = `require('net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
    spawnSync(process.execPath, ['-e', program]);
    expect(existsSync(path)).toBe(true);
    const run = stage.run([], ['app-server', '--listen', `unix://${path}`]);
    await expect.poll(() => stage.starts.length).toBe(1);
    const client = new WebSocket(`ws+unix://${path}:/rpc`);
    await new Promise((resolve, reject) => client.once('open', resolve).once('error', reject));
    client.terminate();
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
    expect(stage.leftovers).toEqual([]);
  });

  it.each(['a file', 'a live socket', 'a live port'])(
    'runs the app-server as it is where its address is taken by %s',
    async (by) => {
      const stage = newStage();
      const path = join(stage.folder, 'taken');
      const server = createServer();
      const listens = (options: object) => new Promise<void>((resolve) => server.listen(options, resolve));
      if (by === 'a file') writeFileSync(path, '');
      else await listens(by === 'a live port' ? { host: '127.0.0.1', port: 0 } : { path });
      const bound = server.address();
      const address = typeof bound === 'object' && bound !== null ? `ws://127.0.0.1:${bound.port}` : `unix://${path}`;
      const { ended, ...run } = stage.run([], ['app-server', '--listen', address]);
      expect((await ended).code).toBe(1);
      expect(stage.arguments).toEqual([['app-server', '--listen', address]]);
      expect([run.stdout, existsSync(path)]).toEqual(['', by !== 'a live port']);
      server.close();
    },
  );

  it.each([
    ['the socket of the daemon', 'unix://', 'this is the local daemon, which codex-otel watch observes.'],
    ['an address that it does not know', 'vsock://1', 'no relay can stand before the address of this app-server.'],
  ])('runs the app-server as it is, and says so, at %s', async (_what, address, reason) => {
    const stage = newStage();
    const run = stage.run([], ['app-server', '--listen', address]);
    await expect.poll(() => stage.arguments).toEqual([['app-server', '--listen', address]]);
    run.child.kill('SIGTERM');
    await run.ended;
    expect(run.stderr).toMatch(`codex-otel: Not observed: ${reason}\n`);
  });

  it('leaves no process, socket or folder behind when it is killed', async () => {
    const stage = newStage();
    const path = join(stage.folder, 's');
    const run = stage.run([], ['app-server', '--listen', `unix://${path}`]);
    // The socket is there a moment before it takes connections.
    const connects = () => {
      const client = new WebSocket(`ws+unix://${path}:/rpc`);
      return new Promise((resolve) => client.once('open', () => resolve(true)).on('error', () => resolve(false)));
    };
    await expect.poll(connects).toBe(true);
    run.child.kill('SIGKILL');
    await run.ended;
    await expect.poll(() => [stage.leftovers, existsSync(path)]).toEqual([[], false]);
  });

  it('names the end of an app-server that cannot start, and closes its waiting clients', async () => {
    const stage = newStage();
    const path = join(stage.folder, 's');
    mkdirSync(join(stage.folder, 'home'));
    const run = stage.run([], ['app-server', '--listen', `unix://${path}`], { FAKE_CODEX_LOG: stage.folder });
    expect((await run.ended).code).toBe(1);
    expect(run.stderr).toMatch('EISDIR');
    expect(existsSync(path)).toBe(false);
  });
});
