import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeExecCodex } from '../../cli/exec-codex.js';
import { codexOtel } from '../../cli/io.js';
import { placeOfEachTest, runExec } from '../../cli/running.js';
import { Canaries, isWord } from '../../faults/canaries.js';
import { rolloutFiles, rolloutLines } from '../../rollout/recorded.js';
import { age } from './written-home.js';

/** Content of rollouts, everywhere: in all that a receiver gets, in what a terminal shows, and in the state file. */

const RECORDINGS = [
  '0.171.0/multi-agent-v2',
  '0.171.0/patch-git-ssh-remote',
  '0.158.0/thread-resume-fork-archive',
  '0.144.0/goals',
];
const place = placeOfEachTest();

/** Prompts, commands, outputs, paths, patches, remotes: whatever is more than a name. */
const isContent = (_member: string, value: string) => !isWord(value) && /[\s/]/.test(value);

/** Writes the rollouts of all recordings with canaries in their content; returns their files. */
function plantedIn(sessions: string, side: 'before' | 'behind'): string[] {
  const canaries = new Canaries(isContent, side);
  mkdirSync(sessions, { recursive: true });
  return RECORDINGS.flatMap((recording) => {
    const names = rolloutFiles(recording).map((file) => basename(file).replace(/\.gz$/, ''));
    return rolloutLines(recording).map((lines, index) => {
      const text = lines.map((line) => `${canaries.plantIn(line)}\n`).join('');
      expect(text).toContain('CANARY');
      const file = join(sessions, names[index]!);
      writeFileSync(file, text);
      return file;
    });
  });
}

const SIGNALS = ['/v1/logs', '/v1/metrics', '/v1/traces'];

/** Everything that left is clean, and something of each signal left. */
function expectClean(texts: readonly string[], signals: readonly string[] = SIGNALS): void {
  expect([...new Set(place.receiver.requests.map(({ path }) => path))].sort()).toEqual(signals);
  const sent = place.receiver.requests.flatMap(({ path, headers, body }) => [
    path,
    JSON.stringify(headers),
    body.toString('latin1'),
  ]);
  for (const text of [...sent, ...texts]) {
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain('/home/dev');
  }
}

describe.each(['before', 'behind'] as const)('content of rollouts, canaries %s it', (side) => {
  it('leaves by nothing that replay sends, writes or shows', async () => {
    plantedIn(join(place.folder, 'sessions'), side);
    const sent = await codexOtel(['replay', join(place.folder, 'sessions'), '--endpoint', place.receiver.url]);
    expect(sent.status).toBe(0);
    const written = await codexOtel([
      'replay',
      join(place.folder, 'sessions'),
      '--traces',
      join(place.folder, 'traces'),
      '--events',
      '-',
    ]);
    const shown = await codexOtel(['replay', join(place.folder, 'sessions')]);
    const traces = readFileSync(join(place.folder, 'traces'), 'utf8');
    expectClean([sent.stderr, written.stdout, written.stderr, shown.stdout, traces], ['/v1/logs', '/v1/traces']);
  });

  it('leaves by nothing that watch sends, says or remembers', async () => {
    plantedIn(join(place.folder, 'home', 'sessions'), side);
    age(join(place.folder, 'home'));
    const state = join(place.folder, 'state');
    const args = ['--codex-home', join(place.folder, 'home'), '--since', '2026-01-01', '--state', state, '--once'];
    const { status, stdout, stderr } = await codexOtel(['watch', ...args, '--endpoint', place.receiver.url], {
      env: { OTEL_LOG_LEVEL: 'debug' },
    });
    expect(status).toBe(0);
    expectClean([stdout, stderr, readFileSync(state, 'utf8')]);
  });

  it.skipIf(process.platform === 'win32')('leaves by nothing that run -- codex exec sends or says', async () => {
    const files = plantedIn(join(place.folder, 'recorded'), side);
    writeExecCodex(join(place.folder, 'codex'));
    const home = join(place.folder, 'home');
    mkdirSync(join(home, 'sessions'), { recursive: true });
    const env = { CODEX_HOME: home, ROLLOUTS: JSON.stringify(files), OTEL_LOG_LEVEL: 'debug' };
    const run = runExec(place, ['Hello'], { env });
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expectClean([(run.stdout + run.stderr).replaceAll(place.folder, '')]);
  });
});
