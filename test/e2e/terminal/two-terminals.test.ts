import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { eventually, finish, Running } from '../processes.js';
import { DaemonClient } from './daemon.js';
import { pathWithCodex, Stage } from './stage.js';
import { hasTerminals, type Terminal } from './terminal.js';

/** `codex-otel watch` beside the daemon and two terminals. */
async function stageWith(options: readonly string[] | undefined) {
  const path = await pathWithCodex('0.171.0');
  const stage = await Stage.make(path);
  const receiver = await Receiver.start();
  onTestFinished(() => receiver.stop());
  const env = { PATH: path, HOME: stage.folder, CODEX_HOME: stage.home, OTEL_METRICS_EXPORTER: 'none' };
  const watch = async () => {
    const state = join(stage.folder, 'watch.jsonl');
    const command = ['codex-otel', 'watch', '--state', state, '--endpoint', receiver.url, ...(options ?? [])];
    const watching = new Running('codex-otel watch', command, { env });
    onTestFinished(() => watching.kill());
    await eventually('the watch', async () => watching.output.includes('Watching') || undefined, { process: watching });
    return watching;
  };
  const opens = async (...words: string[]) => {
    const terminal = stage.opens(['codex', ...words]);
    await terminal.sees('default');
    return terminal;
  };
  return { stage, receiver, env, watch, opens };
}

const asks = async (terminal: Terminal) => {
  await terminal.enters('Please ask');
  await terminal.sees('Would you like to run the following command?');
};

const answers = async (terminal: Terminal) => {
  terminal.types('y');
  await terminal.sees('Done.');
};

/** Leaves the interface, and resolves with the id of its thread. */
const quits = async (terminal: Terminal) => {
  await terminal.enters('/quit');
  await terminal.sees('exit status');
  await terminal.process.ended;
  return /codex resume ([0-9a-f-]{36})/.exec(terminal.process.output)![1]!;
};

/** The threads in the daemon's memory. */
async function loaded({ home }: Stage): Promise<readonly string[]> {
  const client = await DaemonClient.connect(home, 'codex_app_server_daemon');
  const { data } = await client.request('thread/loaded/list', { cursor: null });
  client.close();
  return data as readonly string[];
}

/** Resolves, when the function that it returns is called, once another client has subscribed to each thread that waits. */
async function subscriptions(stage: Stage) {
  const client = await DaemonClient.connect(stage.home, 'codex_app_server_daemon');
  const resumed = (await loaded(stage)).map((threadId) =>
    client.request('thread/resume', { threadId, excludeTurns: true }).then(
      () => 1,
      // A thread that asks for a title is never stored.
      () => 0,
    ),
  );
  const threads = (await Promise.all(resumed)).reduce((sum: number, one) => sum + one, 0);
  // Each subscription notifies every subscriber so.
  const before = client.count('thread/goal/cleared');
  return async () => {
    const isThere = async () => client.count('thread/goal/cleared') >= before + threads || undefined;
    await eventually('the subscriptions of the watch', isThere);
    client.close();
  };
}

/** A turn with an approval in each of two terminals, at the same time; then both threads unload, and another program has one. */
async function session(options: readonly string[] | undefined) {
  const { stage, env, watch, opens } = await stageWith(options);
  await stage.daemon();
  // The first client of the daemon would give its name to every thread.
  if (options) await watch();
  const [first, second] = [await opens(), await opens()];
  await asks(first);
  await asks(second);
  await answers(second);
  await answers(first);
  const [threadId] = [await quits(first), await quits(second)];
  await eventually('the unloading of all threads', async () => (await loaded(stage)).length === 0 || undefined);
  const exec = ['codex', 'exec', '--skip-git-repo-check', 'resume', threadId, 'Please go on'];
  expect(await finish('codex exec resume', exec, { cwd: stage.project, env })).toContain('Done.');
  return stage.asked();
}

const unique = (ids: readonly unknown[]) => expect(new Set(ids).size).toBe(ids.length);

describe.runIf(hasTerminals)('codex-otel watch beside the daemon and two terminals', () => {
  it('changes no byte of the requests to the model; threads unload, and are free for another program, as without it', async () => {
    const without = await session(undefined);
    expect(await session([])).toEqual(without);
    expect(await session(['--subscribe'])).toEqual(without);
  });

  it.each([
    ['by default', [], 0],
    ['with --subscribe', ['--subscribe'], 1],
  ] as const)(
    '%s sends nothing twice where the watch, the daemon and a terminal are restarted',
    async (_how, options, each) => {
      const { stage, receiver, watch, opens } = await stageWith(options);
      // Those that ask for a title have no command.
      const turnsIn = () =>
        named('invoke_agent codex').filter(({ traceId }) => approved().some((item) => item.traceId === traceId));
      const named = (name: string) => receiver.spans.filter((span) => span.name === name);
      const approved = () => named('execute_tool unified_exec');
      const requested = () => receiver.events.filter(({ eventName }) => eventName === 'codex.review.requested');
      const isWaited = async (times: number) =>
        eventually('who waits', async () => requested().length >= times || undefined);

      const daemon = await stage.daemon();
      const watching = await watch();
      const [first, second] = [await opens(), await opens()];
      await asks(first);
      await asks(second);
      await isWaited(2);
      await watching.stop();
      const isBack = await subscriptions(stage);
      await watch();
      if (each > 0) await isBack();
      await answers(first);
      await answers(second);

      // An app-server that is killed writes no end of a turn.
      await eventually('the end of both turns', async () => turnsIn().length >= 2 || undefined);
      daemon.kill();
      await daemon.ended;
      await stage.daemon();
      await eventually('both terminals, back', async () => (await loaded(stage)).length >= 2 || undefined);
      await asks(first);
      await isWaited(3);
      await answers(first);

      const threadId = await quits(first);
      const again = await opens('resume', threadId);
      await asks(again);
      await isWaited(4);
      await answers(again);
      await quits(again);
      await quits(second);
      const reviews = () => named('codex.review user');
      const counts = () => [turnsIn(), approved(), requested(), reviews()].map(({ length }) => length);
      const isAll = async () => counts().every((count, at) => count >= (at === 3 ? 4 * each : 4)) || undefined;
      await eventually('the end of all turns', isAll);
      expect(counts()).toEqual([4, 4, 4, 4 * each]);
      unique(receiver.spans.map(({ spanId }) => spanId));
      unique(receiver.events.map(({ attributes }) => attributes['codex.event.id']));
    },
  );
});
