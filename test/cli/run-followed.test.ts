import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Receiver } from '../export/receiver.js';
import { rolloutFiles } from '../rollout/recorded.js';
import { writeExecCodex } from './exec-codex.js';
import { codexOtel } from './io.js';
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
