import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeExecCodex } from '../../cli/exec-codex.js';
import { codexOtel } from '../../cli/io.js';
import { Receiver } from '../../export/receiver.js';
import { Canaries, isWord } from '../../faults/canaries.js';
import { rolloutFiles, rolloutLines } from '../../rollout/recorded.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { age } from './written-home.js';

/** Content of rollouts, everywhere: in all that a receiver gets, in what a terminal shows, and in the state file. */

const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const RECORDINGS = [
  '0.171.0/multi-agent-v2',
  '0.171.0/patch-git-ssh-remote',
  '0.158.0/thread-resume-fork-archive',
  '0.144.0/goals',
];
const root = temporaryFolder();
let runs = 0;
let folder: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = join(realpathSync(root), `${runs++}`);
  mkdirSync(folder);
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

/** Prompts, commands, outputs, paths, patches, remotes: whatever is more than a name. */
const isContent = (_member: string, value: string) => !isWord(value) && /[\s/]/.test(value);

/** Writes the rollouts of all recordings with canaries in their content; returns their files. */
function plantedIn(sessions: string, place: 'before' | 'behind'): string[] {
  const canaries = new Canaries(isContent, place);
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
  expect([...new Set(receiver.requests.map(({ path }) => path))].sort()).toEqual(signals);
  const sent = receiver.requests.flatMap(({ path, headers, body }) => [
    path,
    JSON.stringify(headers),
    body.toString('latin1'),
  ]);
  for (const text of [...sent, ...texts]) {
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain('/home/dev');
  }
}

describe.each(['before', 'behind'] as const)('content of rollouts, canaries %s it', (place) => {
  it('leaves by nothing that replay sends, writes or shows', async () => {
    plantedIn(join(folder, 'sessions'), place);
    const sent = await codexOtel(['replay', join(folder, 'sessions'), '--endpoint', receiver.url]);
    expect(sent.status).toBe(0);
    const written = await codexOtel([
      'replay',
      join(folder, 'sessions'),
      '--traces',
      join(folder, 'traces'),
      '--events',
      '-',
    ]);
    const shown = await codexOtel(['replay', join(folder, 'sessions')]);
    const traces = readFileSync(join(folder, 'traces'), 'utf8');
    expectClean([sent.stderr, written.stdout, written.stderr, shown.stdout, traces], ['/v1/logs', '/v1/traces']);
  });

  it('leaves by nothing that watch sends, says or remembers', async () => {
    plantedIn(join(folder, 'home', 'sessions'), place);
    age(join(folder, 'home'));
    const state = join(folder, 'state');
    const args = ['--codex-home', join(folder, 'home'), '--since', '2026-01-01', '--state', state, '--once'];
    const { status, stdout, stderr } = await codexOtel(['watch', ...args, '--endpoint', receiver.url], {
      env: { OTEL_LOG_LEVEL: 'debug' },
    });
    expect(status).toBe(0);
    expectClean([stdout, stderr, readFileSync(state, 'utf8')]);
  });

  it.skipIf(process.platform === 'win32')('leaves by nothing that run -- codex exec sends or says', async () => {
    const files = plantedIn(join(folder, 'recorded'), place);
    const codex = join(folder, 'codex');
    writeExecCodex(codex);
    mkdirSync(join(folder, 'home', 'sessions'), { recursive: true });
    const options = ['run', '--endpoint', receiver.url, '--flush-timeout', '20', '--', codex, 'exec', 'Hello'];
    const child = spawn(process.execPath, [command, ...options], {
      cwd: folder,
      env: {
        ...process.env,
        CODEX_HOME: join(folder, 'home'),
        ROLLOUTS: JSON.stringify(files),
        OTEL_LOG_LEVEL: 'debug',
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expectClean([said.replaceAll(folder, '')]);
  });
});
