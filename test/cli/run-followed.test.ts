import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { systemClock } from '../../src/export/queue/clock.js';
import { Receiver } from '../export/receiver.js';
import { rolloutFiles } from '../rollout/recorded.js';
import { writeExecCodex } from './exec-codex.js';
import { codexOtel, testIo } from './io.js';
import { placeOfEachTest, runExec } from './running.js';

const place = placeOfEachTest();

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `RUN`: options of `codex-otel run`. */
async function run(
  recording: string,
  { RUN, ...env }: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Run> {
  const { folder, receiver } = place;
  writeExecCodex(join(folder, 'codex'));
  mkdirSync(join(folder, 'home', 'sessions'), { recursive: true });
  const files = rolloutFiles(recording).map((file, index) => {
    const plain = join(folder, `recorded-${index}`);
    writeFileSync(plain, gunzipSync(readFileSync(file)));
    return plain;
  });
  const done = join(folder, 'done');
  const running = runExec(place, args, {
    run: RUN?.split(' ') ?? [],
    env: {
      OTEL_METRICS_EXPORTER: 'none',
      CODEX_HOME: join(folder, 'home'),
      ROLLOUTS: JSON.stringify(files),
      DONE: done,
      ...env,
    },
  });
  if (env['HOLD']) {
    await expect.poll(() => receiver.spans.length).toBeGreaterThan(0);
    writeFileSync(done, '');
  }
  const { code: status } = await running.ended;
  return { status, stdout: running.stdout, stderr: running.stderr };
}

const ids = (spans: Receiver['spans']) => spans.map(({ spanId }) => spanId).sort();
const names = (all: Receiver) => all.events.map(({ eventName }) => eventName).sort();

async function replayed(): Promise<Receiver> {
  const other = await Receiver.start();
  await codexOtel(['replay', join(place.folder, 'home', 'sessions'), '--endpoint', other.url]);
  await other.stop();
  return other;
}

/** Does nothing else meanwhile, nor for a moment afterwards, as a process that a busy machine leaves waiting. */
function standStillUntil(condition: () => boolean): void {
  const sleep = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  while (!condition()) sleep(5);
  sleep(50);
}

const DONE = { status: 0, stdout: 'done\n', stderr: '' };

describe.skipIf(process.platform === 'win32')('run -- codex exec', () => {
  it.runIf(process.platform === 'linux')('sends spans while it runs, of the rollouts that it holds open', async () => {
    expect(await run('0.171.0/multi-agent-v2', { HOLD: 'yes' })).toEqual(DONE);
    const expected = await replayed();
    expect(ids(place.receiver.spans)).toEqual(ids(expected.spans));
    expect(names(place.receiver)).toEqual(names(expected));
  });

  it.each(['0.171.0/patch-same-file-twice', '0.144.0/goals'])(
    'finds the rollout of %s by folder, time and originator where it is over too soon',
    async (recording) => {
      expect(await run(recording, {})).toEqual(DONE);
      const expected = await replayed();
      expect(ids(place.receiver.spans)).toEqual(ids(expected.spans));
      expect(names(place.receiver)).toEqual(names(expected));
    },
  );

  it('sends all of a session of which Codex writes the first records before run goes on', async () => {
    const { folder, receiver } = place;
    const home = join(folder, 'home');
    writeExecCodex(join(folder, 'codex'));
    mkdirSync(join(home, 'sessions'), { recursive: true });
    const [recorded] = rolloutFiles('0.171.0/patch-same-file-twice');
    writeFileSync(join(folder, 'recorded'), gunzipSync(readFileSync(recorded!)));
    const onSpawn = (message: unknown) => {
      const { process: child } = message as { process: ChildProcess & { spawn: (options: object) => unknown } };
      const { spawn } = child;
      child.spawn = (options) => {
        const result = spawn.call(child, options);
        if (child.spawnargs[1] === 'exec') standStillUntil(() => existsSync(rollout));
        return result;
      };
    };
    const rollout = join(home, 'sessions', 'rollout-2026-11-28T00-00-00-t0.jsonl');
    subscribe('child_process', onSpawn);
    onTestFinished(() => void unsubscribe('child_process', onSpawn));
    const env = {
      OTEL_METRICS_EXPORTER: 'none',
      CODEX_HOME: home,
      ROLLOUTS: JSON.stringify([join(folder, 'recorded')]),
    };
    const io = testIo({ env, clock: systemClock });
    const args = ['run', '--endpoint', receiver.url, '--flush-timeout', '20', '--', join(folder, 'codex'), 'exec'];
    expect([await runCommandLine(args, io), io.stderr.text]).toEqual([0, '']);
    expect(ids(receiver.spans)).toEqual(ids((await replayed()).spans));
  });

  it.runIf(process.platform === 'linux')('sends of a session that goes on what is new', async () => {
    expect(await run('0.171.0/patch-same-file-twice', { HOLD: 'yes', BEFORE: '29' })).toEqual(DONE);
    const all = await replayed();
    const turns = (spans: Receiver['spans']) => spans.filter(({ name }) => name === 'invoke_agent codex').length;
    expect([turns(place.receiver.spans), turns(all.spans)]).toEqual([1, 2]);
    expect(new Set(ids(all.spans))).toEqual(new Set([...ids(all.spans), ...ids(place.receiver.spans)]));
  });

  it('describes accepted lines by hashes with --accepted-lines fingerprints', async () => {
    expect(await run('0.171.0/patch-git-ssh-remote', { RUN: '--accepted-lines fingerprints' })).toEqual(DONE);
    const hashes = place.receiver.events.map(({ body }) => (body as { line_fingerprints?: unknown }).line_fingerprints);
    const sha1 = expect.stringMatching(/^[0-9a-f]{40}$/) as unknown;
    expect(hashes.filter(Boolean)).toEqual([Array(4).fill({ path_hash: sha1, line_hash: sha1 })]);
  });

  it('says in one line that --ephemeral leaves no rollout', async () => {
    const { status, stderr } = await run('0.144.0/goals', {}, '--ephemeral');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'codex-otel: Nothing is observed: with --ephemeral Codex writes no rollout. run --codex-trace observes it.\n',
    });
    expect(place.receiver.spans).toEqual([]);
  });
});
