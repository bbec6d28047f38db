import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { PATH_WITH_CODEX } from '../codex.js';
import { eventually, Running } from '../processes.js';
import { DaemonClient, startDaemon } from './daemon.js';
import { examples } from './interface.js';

/** `codex-otel watch` beside the real app-server at the daemon's place, and a client of it. */

async function stage() {
  const { startModel, createCodexHome, oneCommandThenAMessage } = await examples();
  const model = await startModel(oneCommandThenAMessage);
  const { project, env, remove } = await createCodexHome({ modelUrl: model.url });
  const home = env['CODEX_HOME'] ?? '';
  const receiver = await Receiver.start();
  const state = join(await mkdtemp(join(inject('folder'), 'state-')), 'watch.jsonl');
  onTestFinished(async () => {
    await receiver.stop();
    await model.close();
    await remove();
  });
  const watch = async (...options: string[]) => {
    const command = ['codex-otel', 'watch', '--state', state, '--endpoint', receiver.url, ...options];
    const watching = new Running('codex-otel watch', command, {
      env: { PATH: PATH_WITH_CODEX, CODEX_HOME: home, OTEL_METRICS_EXPORTER: 'none' },
    });
    onTestFinished(() => watching.kill());
    await eventually('the watch', async () => watching.output.includes('Watching') || undefined, { process: watching });
    return watching;
  };
  const start = () => startDaemon(home, project);
  const connect = (name = 'codex_tui') => DaemonClient.connect(home, name);
  /** The requests to the model, less what differs between any two sessions: ids, times, folders. */
  const asked = (): unknown => {
    const text = JSON.stringify(model.requests)
      .replaceAll(project, 'PROJECT')
      .replaceAll(home, 'HOME')
      .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
      .replaceAll(/(Wall time: |Chunk ID: |_ms\\*":)[0-9a-f.]+/g, '$1N');
    // Codex writes the members of some objects in any order.
    return JSON.parse(text);
  };
  return { receiver, watch, start, connect, asked, project };
}

const threadIdOf = ({ thread }: Readonly<Record<string, unknown>>) => (thread as { id: string }).id;
const unique = (ids: readonly unknown[]) => expect(new Set(ids).size).toBe(ids.length);

/** One turn with an approval; then the client leaves. Resolves with what the model was asked, once the thread was unloaded. */
async function session(options: readonly string[] | undefined) {
  const { receiver, watch, start, connect, asked, project } = await stage();
  await start();
  // The first client of the daemon would give its name to every thread.
  if (options) await watch(...options);
  const other = await connect('codex_app_server_daemon');
  const client = await connect();
  const threadId = threadIdOf(await client.request('thread/start', { cwd: project }));
  const approval = await client.asks(threadId);
  const requested = () => receiver.events.filter(({ eventName }) => eventName === 'codex.review.requested');
  if (options) await eventually('who waits', async () => requested()[0]);
  await client.answers(approval);
  client.close();
  await eventually('the unloading of the thread', async () => other.count('thread/closed') || undefined);
  return { receiver, requested, asked: asked(), threadId };
}

describe('codex-otel watch beside the daemon', () => {
  it('changes no byte of the requests to the model, and threads unload as without it', async () => {
    const [without, beside, subscribed] = [await session(undefined), await session([]), await session(['--subscribe'])];
    expect(beside.asked).toEqual(without.asked);
    expect(subscribed.asked).toEqual(without.asked);
    const traceId = (threadId: string) => threadId.replaceAll('-', '');

    await eventually('the turn', async () => beside.receiver.spans.find(({ name }) => name === 'invoke_agent codex'));
    expect(beside.requested()).toMatchObject([
      { traceId: traceId(beside.threadId), body: { request_kind: 'waiting_on_approval', thread_id: beside.threadId } },
    ]);
    expect(beside.receiver.spans.map(({ name }) => name)).not.toContain('codex.review user');

    const turn = await eventually('the turn', async () =>
      subscribed.receiver.spans.find(({ name }) => name === 'invoke_agent codex'),
    );
    expect(subscribed.requested()).toMatchObject([{ body: { request_kind: 'review', review_id: 'user:0' } }]);
    const [review] = subscribed.receiver.spans.filter(({ name }) => name === 'codex.review user');
    const item = subscribed.receiver.spans.find(({ name }) => name.startsWith('execute_tool'));
    expect(item).toMatchObject({ parentSpanId: turn.spanId });
    expect(review).toMatchObject({
      traceId: traceId(subscribed.threadId),
      parentSpanId: item?.spanId,
      attributes: { 'codex.review.status': 'approved', 'codex.source': 'daemon' },
    });
  });

  it('sends nothing twice and loses no approval where the watch, and then the daemon, is restarted', async () => {
    const { receiver, watch, start, connect, project } = await stage();
    const daemon = await start();
    const first = await watch('--subscribe');
    const before = await connect();
    const threadId = threadIdOf(await before.request('thread/start', { cwd: project }));
    const reviews = () => receiver.spans.filter(({ name }) => name === 'codex.review user');
    const turns = () => receiver.spans.filter(({ name }) => name === 'invoke_agent codex');
    const requested = () => receiver.events.filter(({ eventName }) => eventName === 'codex.review.requested');

    const waiting = await before.asks(threadId);
    await eventually('who waits', async () => requested()[0]);
    await first.stop();
    const resumes = before.count('thread/goal/cleared');
    await watch('--subscribe');
    // Each subscription of the watch notifies every subscriber so.
    await eventually('the watch, back', async () => before.count('thread/goal/cleared') > resumes || undefined);
    await before.answers(waiting);
    await eventually('the decision', async () => reviews()[0]);

    before.close();
    daemon.kill();
    await daemon.ended;
    await start();
    const after = await connect();
    await after.request('thread/resume', { threadId });
    const again = await after.asks(threadId);
    await eventually('who waits', async () => requested()[1]);
    await after.answers(again);
    await eventually('the decision', async () => reviews()[1]);
    await eventually('both turns', async () => turns()[1]);
    expect(reviews().map(({ attributes }) => attributes['codex.review.status'])).toEqual(['approved', 'approved']);
    expect([requested(), turns(), reviews()].map(({ length }) => length)).toEqual([2, 2, 2]);
    unique(receiver.spans.map(({ spanId }) => spanId));
    unique(receiver.events.map(({ attributes }) => attributes['codex.event.id']));
  });

  it('has the review of a command that is declined after a restart without a decision, and the command as rejected', async () => {
    const { receiver, watch, start, connect, project } = await stage();
    await start();
    const first = await watch('--subscribe');
    const client = await connect();
    const threadId = threadIdOf(await client.request('thread/start', { cwd: project }));
    const waiting = await client.asks(threadId);
    const requested = () => receiver.events.filter(({ eventName }) => eventName === 'codex.review.requested');
    await eventually('who waits', async () => requested()[0]);
    await first.stop();
    const resumes = client.count('thread/goal/cleared');
    await watch('--subscribe');
    await eventually('the watch, back', async () => client.count('thread/goal/cleared') > resumes || undefined);
    await client.answers(waiting, 'decline');
    const find = (prefix: string) => async () => receiver.spans.find(({ name }) => name.startsWith(prefix));
    // Codex sends the end of a declined command to those clients alone that got its beginning.
    const review = await eventually('the review', find('codex.review user'));
    expect(review.attributes).not.toHaveProperty('codex.review.status');
    const command = await eventually('the command', find('execute_tool'));
    expect(command.attributes['codex.item.status']).toBe('rejected');
    const turn = await eventually('the turn', find('invoke_agent'));
    expect([review.parentSpanId, command.parentSpanId]).toEqual([turn.spanId, turn.spanId]);
  });
});
