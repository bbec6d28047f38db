import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.js';
import { systemClock } from '../../../src/export/queue/clock.js';
import { codexOtel, testIo } from '../../cli/io.js';
import { Receiver } from '../../export/receiver.js';
import { jsonLines } from '../../json-lines.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { FakeDaemon, OTHER_THREAD, THREAD, TURN } from './fake-daemon.js';

const root = temporaryFolder();
let runs = 0;
let home: string;
let receiver: Receiver;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  home = join(root, `${runs++}`);
  mkdirSync(home);
  receiver = await Receiver.start();
  ends.push(() => receiver.stop());
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function daemonOf(prepare: (daemon: FakeDaemon) => void = () => undefined): Promise<FakeDaemon> {
  const daemon = await FakeDaemon.start(home);
  ends.push(() => daemon[Symbol.asyncDispose]());
  prepare(daemon);
  return daemon;
}

/** `codex-otel watch` in this process. */
async function watching(...options: string[]) {
  const io = testIo({ clock: systemClock, env: { OTEL_METRICS_EXPORTER: 'none' } });
  const state = join(home, 'state.jsonl');
  const args = ['watch', '--codex-home', home, '--state', state, '--endpoint', receiver.url, ...options];
  const status = runCommandLine(args, io);
  await expect.poll(() => io.stderr.text).toContain('Watching');
  const stop = async () => {
    io.signals.send('SIGTERM');
    return status;
  };
  ends.push(stop);
  return { io, stop };
}

const requested = () => receiver.events.filter(({ eventName }) => eventName === 'codex.review.requested');
const bodies = () => requested().map(({ body }) => body as Record<string, unknown>);
const connected = (daemon: FakeDaemon) =>
  expect.poll(() => daemon.received.map(({ method }) => method)).toContain('thread/loaded/list');

describe('codex-otel watch beside a daemon', () => {
  it('has the name that changes nothing in the traffic of Codex, and refuses what it does not read', async () => {
    const daemon = await daemonOf();
    await watching();
    await connected(daemon);
    const [first] = daemon.received;
    expect(first?.method).toBe('initialize');
    expect(first?.params?.['clientInfo']).toMatchObject({ name: 'codex_app_server_daemon' });
    const { optOutNotificationMethods: refused } = first!.params!['capabilities'] as Record<string, string[]>;
    expect(refused).toEqual(expect.arrayContaining(['item/agentMessage/delta', 'item/started', 'turn/completed']));
    for (const method of ['thread/started', 'thread/status/changed', 'thread/closed', 'turn/started'])
      expect(refused).not.toContain(method);
  });

  it('announces within its turn that somebody is waited for, and only reads', async () => {
    const daemon = await daemonOf();
    await watching();
    await connected(daemon);
    daemon.load(THREAD).started(THREAD);
    daemon.begins();
    daemon.waits();
    await expect
      .poll(bodies)
      .toMatchObject([
        { request_kind: 'waiting_on_approval', thread_id: THREAD, turn_id: TURN, review_id: null, subject_kind: null },
      ]);
    expect(requested()[0]).toMatchObject({ traceId: THREAD.replaceAll('-', '') });
    daemon.status({ type: 'active', activeFlags: [] });
    daemon.status({ type: 'active', activeFlags: ['waitingOnUserInput'] });
    await expect
      .poll(() => bodies().map(({ request_kind: kind }) => kind))
      .toEqual(['waiting_on_approval', 'waiting_on_user_input']);
    daemon.ends();
    expect(new Set(daemon.methods)).toEqual(new Set(['thread/turns/list']));
    expect(receiver.spans).toEqual([]);
  });

  it('leaves at once a thread that was spawned, and subscribed it without being asked', async () => {
    const daemon = await daemonOf();
    await watching();
    await connected(daemon);
    daemon.load(OTHER_THREAD);
    daemon.begins(OTHER_THREAD);
    daemon.notify('turn/started', { threadId: OTHER_THREAD, turn: { id: TURN, status: 'inProgress' } });
    await expect.poll(() => daemon.methods).toContain('thread/unsubscribe');
    expect(daemon.count('thread/resume')).toBe(0);
  });

  it('counts who waited before it came, and announces only who waits from then on', async () => {
    const flags = { type: 'active', activeFlags: ['waitingOnApproval'] };
    const turn = { id: TURN, status: 'inProgress', startedAt: 1_795_400_000 };
    const daemon = await daemonOf((one) => one.load(THREAD, { status: flags, turn }));
    await watching();
    await expect.poll(() => daemon.methods).toContain('thread/turns/list');
    daemon.status({ type: 'active', activeFlags: [] });
    daemon.status({ type: 'active', activeFlags: ['waitingOnUserInput'] });
    await expect.poll(() => bodies().map(({ request_kind: kind }) => kind)).toEqual(['waiting_on_user_input']);
  });

  it('goes on without a daemon, also where one that was killed has left its socket', async () => {
    mkdirSync(join(home, 'app-server-control'));
    writeFileSync(join(home, 'app-server-control', 'app-server-control.sock'), '');
    const { io, stop } = await watching();
    const daemon = await daemonOf();
    await connected(daemon);
    expect(await stop()).toBe(0);
    expect(io.stderr.lines).toHaveLength(1);
  });

  it('is back when the daemon was started again', async () => {
    const first = await FakeDaemon.start(home);
    await watching();
    await connected(first);
    await first[Symbol.asyncDispose]();
    const second = await daemonOf();
    await connected(second);
    second.load(THREAD).begins();
    second.waits();
    await expect.poll(bodies).toMatchObject([{ request_kind: 'waiting_on_approval' }]);
  });

  it('tries less and less often to connect to what accepts and hangs up', async () => {
    const times: number[] = [];
    await daemonOf((one) => (one.hangsUpAt = times));
    await watching();
    await expect.poll(() => times.length).toBeGreaterThanOrEqual(5);
    const pauses = times.slice(1, 5).map((time, index) => time - times[index]!);
    for (const [index, pause] of pauses.entries()) expect(pause).toBeGreaterThan(90 * 2 ** index);
  });
});

describe('codex-otel watch --subscribe', () => {
  /** A turn in which an approval is asked and answered. */
  async function approved(daemon: FakeDaemon, startedAtMs: number, status: 'completed' | 'declined' = 'completed') {
    const before = daemon.count('thread/resume');
    daemon.begins();
    await expect.poll(() => daemon.count('thread/resume')).toBeGreaterThan(before);
    daemon.item('started', { status: 'inProgress' });
    daemon.asks(startedAtMs);
    await expect.poll(() => bodies().map(({ started_at_ms: at }) => at)).toContain(startedAtMs);
    daemon.resolves(status);
    daemon.ends();
  }

  it('takes the approval itself, with its decision, and never answers', async () => {
    const daemon = await daemonOf();
    await watching('--subscribe');
    await connected(daemon);
    daemon.load(THREAD).started(THREAD);
    const startedAtMs = Date.now();
    await approved(daemon, startedAtMs, 'declined');
    await expect.poll(() => receiver.spans.map(({ name }) => name)).toEqual(['codex.review user']);
    expect(bodies()).toMatchObject([
      { request_kind: 'review', review_id: 'user:0', item_id: 'call-1', subject_kind: 'command_execution' },
    ]);
    expect(receiver.spans[0]).toMatchObject({
      traceId: THREAD.replaceAll('-', ''),
      attributes: { 'codex.source': 'daemon', 'codex.review.status': 'denied', 'codex.thread.id': THREAD },
    });
    await expect
      .poll(() => receiver.events.map(({ eventName }) => eventName).sort())
      .toEqual(['codex.review', 'codex.review.requested']);
    expect(daemon.answers).toEqual([]);
  });

  it('subscribes when a turn begins, not before, once it is stored, and leaves when the thread is idle', async () => {
    const daemon = await daemonOf();
    await watching('--subscribe');
    await connected(daemon);
    daemon.load(THREAD, { refusals: 3 }).started(THREAD);
    daemon.load(OTHER_THREAD, { info: { id: OTHER_THREAD, ephemeral: true } }).started(OTHER_THREAD);
    daemon.begins(OTHER_THREAD);
    expect(daemon.methods).toEqual([]);
    daemon.begins();
    await expect.poll(() => daemon.methods).toEqual([...Array<string>(4).fill('thread/resume'), 'thread/turns/list']);
    const resumes = daemon.received.filter(({ method }) => method === 'thread/resume');
    expect(new Set(resumes.map(({ params }) => JSON.stringify(params)))).toEqual(
      new Set([JSON.stringify({ threadId: THREAD, excludeTurns: true })]),
    );
    daemon.waits();
    daemon.ends();
    await expect.poll(() => daemon.methods.at(-1)).toBe('thread/unsubscribe');
    expect(daemon.count('thread/resume')).toBe(4);
    daemon.begins();
    await expect.poll(() => daemon.count('thread/resume')).toBe(5);
    expect(requested()).toEqual([]);
  });

  it('subscribes to no agent, for it is subscribed to already, and leaves it when it is idle', async () => {
    const daemon = await daemonOf();
    await watching('--subscribe');
    await connected(daemon);
    daemon.load(OTHER_THREAD, { info: { id: OTHER_THREAD, sessionId: THREAD, parentThreadId: THREAD } });
    daemon.begins(OTHER_THREAD);
    await expect.poll(() => daemon.methods).toEqual(['thread/read', 'thread/turns/list']);
    daemon.status({ type: 'idle' }, OTHER_THREAD);
    await expect.poll(() => daemon.methods.slice(2)).toEqual(['thread/unsubscribe']);
  });

  it('stays subscribed where the next turn begins at once', async () => {
    const daemon = await daemonOf();
    await watching('--subscribe');
    await connected(daemon);
    daemon.load(THREAD).started(THREAD);
    await approved(daemon, Date.now());
    daemon.begins();
    daemon.item('started', { id: 'call-2', status: 'inProgress' });
    await expect.poll(() => receiver.spans).toHaveLength(1);
    expect(daemon.count('thread/resume')).toBe(1);
  });

  it('announces by its status a thread that cannot be subscribed, and tries again when the status changes', async () => {
    const daemon = await daemonOf();
    await watching('--subscribe');
    await connected(daemon);
    daemon.load(THREAD, { refusals: 50 }).started(THREAD);
    daemon.begins();
    daemon.waits();
    await expect.poll(bodies).toMatchObject([{ request_kind: 'waiting_on_approval' }]);
    expect(daemon.count('thread/resume')).toBe(50);
    daemon.status({ type: 'active', activeFlags: [] });
    await expect.poll(() => daemon.count('thread/resume')).toBe(51);
  });

  it('subscribes to a turn that runs when it comes; its approval is asked again, and is announced by nobody twice', async () => {
    const daemon = await daemonOf((one) => one.load(THREAD));
    const startedAtMs = Date.now();
    const first = await watching('--subscribe');
    await connected(daemon);
    daemon.begins();
    await expect.poll(() => daemon.methods).toContain('thread/turns/list');
    daemon.item('started', { status: 'inProgress' });
    daemon.asks(startedAtMs);
    await expect.poll(requested).toHaveLength(1);
    await first.stop();
    expect(receiver.spans).toEqual([]);
    await watching('--subscribe');
    await expect.poll(() => daemon.count('thread/resume')).toBe(2);
    await expect.poll(() => daemon.count('thread/turns/list')).toBe(2);
    daemon.resolves('completed');
    await expect.poll(() => receiver.spans).toMatchObject([{ attributes: { 'codex.review.status': 'approved' } }]);
    expect(requested()).toHaveLength(1);
  });

  it('ends what waits when the daemon is gone', async () => {
    const daemon = await FakeDaemon.start(home);
    await watching('--subscribe');
    await connected(daemon);
    daemon.load(THREAD).started(THREAD);
    daemon.begins();
    daemon.asks(Date.now());
    await expect.poll(requested).toHaveLength(1);
    await daemon[Symbol.asyncDispose]();
    await expect.poll(() => receiver.spans).toMatchObject([{ attributes: { 'codex.end_reason': 'server_closed' } }]);
  });

  it('--audit appends each approval and what became of it; --with-content its command, into that file alone', async () => {
    const daemon = await daemonOf();
    const audit = join(home, 'audit.jsonl');
    const { stop } = await watching('--subscribe', '--audit', audit, '--with-content');
    await connected(daemon);
    daemon.load(THREAD).started(THREAD);
    await approved(daemon, Date.now());
    await expect.poll(() => receiver.spans).toHaveLength(1);
    await stop();
    expect(jsonLines(audit)).toMatchObject([
      { kind: 'approval', decision: 'approved', thread_id: THREAD, review_id: 'user:0' },
      { kind: 'outcome', status: 'completed', exit_code: 0, content: expect.stringContaining('secret') as string },
    ]);
    expect(JSON.stringify([receiver.spans, receiver.events])).not.toContain('secret');
    expect((await codexOtel(['approvals', '--verify', audit])).status).toBe(0);
  });
});

describe('the command line of codex-otel watch', () => {
  it.each([
    [['--once', '--subscribe'], '--subscribe is for a watch that goes on, not for --once.'],
    [['--audit', 'file'], '--audit needs --subscribe: without it no approvals are seen.'],
    [['--with-content', '--subscribe'], '--with-content is for --audit alone.'],
  ])('%j is refused', async (options, reason) => {
    const { status, stderr } = await codexOtel(['watch', ...options]);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
  });
});
