import { execFileSync, type ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { diag, DiagLogLevel } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { repoHash } from '../../src/diff/fingerprint.js';
import { lineHash } from '../../src/diff/line-hash.js';
import { systemClock } from '../../src/export/queue/clock.js';
import { GitRepository } from '../attribution/git-repository.js';
import { afterThisTest, forgetGlobals, Observed } from '../instrumentation/telemetry.js';
import { linesOf } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { age } from '../watch/rollouts/written-home.js';
import { codexOtel, testIo } from './io.js';
import { sentBy } from './recordings.js';

/** Canaries in every line, path and remote of a recorded session that has fingerprints: nothing has them but hashes. */

const recorded = fileURLToPath(new URL('../recordings/0.171.0/patch-git-committed/', import.meta.url));
const fakeCodex = fileURLToPath(new URL('../instrumentation/fake-codex/codex', import.meta.url));
const folder = temporaryFolder();
const project = join(folder, 'CANARY-folder');
const wire = join(folder, 'wire.jsonl');
const home = join(folder, 'home');
const sessions = join(home, 'sessions', '2026', '11', '28');
const events = join(folder, 'events.jsonl');
const REMOTE = 'git@github.com:CANARY-owner/CANARY-name.git';

/** Parts of all lines that the session's patches change, of their paths, and the folder. */
const PLANTED: readonly (readonly [from: string, to: string])[] = [
  ...['RATES', 'discountOf', 'undefined) return 0', 'Math.round', 'let sum', 'this.items', 'return sum'],
  ...['Number.isFinite', 'kind = null', 'return item', 'import { price', 'return 0;'],
].map((from) => [from, `CANARY ${from}`] as const);

function planted(text: string): string {
  let result = text.replaceAll('/home/dev/project', project).replaceAll('src/', 'src-CANARY/');
  for (const [from, to] of PLANTED) result = result.replaceAll(from, to);
  return result.replaceAll(/git@github\.com:acme\/widgets\.git/g, REMOTE);
}

/** An OTLP receiver that keeps the bytes of all requests. */
const requests: string[] = [];
const server = createServer((request, response) => {
  request.setEncoding('latin1').on('data', (text: string) => requests.push(text));
  request.on('end', () => response.end());
});
let url = '';

const said: string[] = [];
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(wire, planted(readFileSync(join(recorded, 'wire.jsonl'), 'utf8')));
  mkdirSync(sessions, { recursive: true });
  for (const name of readdirSync(join(recorded, 'rollouts'))) {
    const text = gunzipSync(readFileSync(join(recorded, 'rollouts', name))).toString();
    writeFileSync(join(sessions, name.replace('.gz', '')), planted(text));
  }
  age(home);
  const repository = new GitRepository(project);
  const stream = readFileSync(join(recorded, 'repository.fast-export'), 'utf8');
  // The lengths in the stream are those of the texts without canaries.
  execFileSync('git', ['-C', project, 'fast-import', '--quiet'], { input: stream });
  repository.git('checkout', '-q', 'main');
  for (const path of repository.paths) {
    const text = planted(repository.read(path));
    repository.remove(path);
    repository.write(planted(path), text);
  }
  // After the recorded turns.
  repository.now = 1_795_900_000;
  repository.commit('CANARY subject');
  repository.git('remote', 'add', 'origin', REMOTE);
});
afterAll(() => server.close());
afterEach(() => {
  forgetGlobals();
  diag.disable();
  requests.length = 0;
  said.length = 0;
});

/** The hash of a planted line and of the remote: they show that the canaries came as far as this. */
const HASHES = [lineHash('CANARY kind = null;') ?? '', repoHash(REMOTE)];

function expectHashesAlone(...texts: readonly string[]): void {
  const all = texts.join('\n');
  for (const hash of HASHES) expect(all).toContain(hash);
  expect(all).not.toMatch(/.{0,40}CANARY.{0,40}/);
}

const FINGERPRINTS = ['--accepted-lines', 'fingerprints'];

describe('fingerprints of accepted lines, with canaries in code, paths and remotes', () => {
  it('are planted in each line that the session changed', () => {
    const diffs = linesOf(wire)
      .filter((line) => line.includes('"turn/diff/updated"'))
      .map((line) => (JSON.parse(line) as { msg: { params: { diff: string } } }).msg.params.diff);
    const changed = diffs.flatMap((diff) => diff.split('\n').filter((line) => /^[+-]/.test(line)));
    const paths = diffs.flatMap((diff) => diff.split('\n').filter((line) => line.startsWith('diff --git')));
    expect(changed.length).toBeGreaterThan(20);
    const telling = [...changed, ...paths].filter(
      (line) => lineHash(line) !== undefined && !line.includes('/dev/null'),
    );
    expect(telling.filter((line) => !line.includes('CANARY'))).toEqual([]);
  });

  it('leave a host as hashes alone: in spans, events, metrics and diagnostics', async () => {
    const say = (...words: unknown[]) => void said.push(words.join(' '));
    diag.setLogger({ error: say, warn: say, info: say, debug: say, verbose: say }, DiagLogLevel.ALL);
    const observed = new Observed({ acceptedLines: 'fingerprints' });
    const exporter = new OTLPMetricExporter({ url: `${url}/v1/metrics` });
    const meters = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] });
    observed.codex.setMeterProvider(meters);
    const asked: Promise<unknown>[] = [];
    const onSpawn = (message: unknown) => {
      const { process: child } = message as { readonly process: ChildProcess };
      asked.push(once(child, 'close'));
    };
    subscribe('child_process', onSpawn);
    afterThisTest(() => void unsubscribe('child_process', onSpawn));
    const connection = observed.codex.connect();
    const messages = linesOf(wire).filter((line) => line.includes('"msg":'));
    for (const line of messages) {
      const { from, msg } = JSON.parse(line) as { from: string; msg: { method?: string } };
      // The first turn ends when git has answered.
      if (msg.method === 'turn/completed') await Promise.all(asked);
      if (from === 'client') connection.fromClient(`${JSON.stringify(msg)}\n`);
      else connection.fromServer(`${JSON.stringify(msg)}\n`);
    }
    connection.close();
    await meters.shutdown();
    const spans = observed.spans.map(({ name, attributes, status, events: ofSpan, links }) =>
      JSON.stringify({ name, attributes, status, ofSpan, links }),
    );
    expect(requests.length).toBeGreaterThan(0);
    expectHashesAlone(JSON.stringify(observed.events), ...spans, ...requests, ...said);
  });

  it('leave run as hashes alone: in all requests and on standard error', async () => {
    const stdin = new PassThrough();
    const io = testIo({ stdin, env: { FAKE_CODEX_RECORDING: wire }, clock: systemClock });
    const options = ['--endpoint', url, '--flush-timeout', '20', ...FINGERPRINTS];
    const status = runCommandLine(['run', ...options, '--', fakeCodex, 'app-server'], io);
    for (const message of sentBy('client', wire)) stdin.write(`${message}\n`);
    stdin.end();
    expect(await status).toBe(0);
    // A recording is over before git has answered: without the remote's hash.
    const all = [...requests, io.stderr.text].join('\n');
    expect(all).toContain(HASHES[0]);
    expect(all).not.toContain('CANARY');
  });

  it.each([
    ['traffic', wire, ['--repo', project]],
    ['rollouts', sessions, []],
  ])('leave a replay of %s as hashes alone: in files, requests and on both outputs', async (_what, source, options) => {
    const traces = join(folder, 'traces.jsonl');
    const files = ['--events', events, '--traces', traces];
    const { status, stdout, stderr } = await codexOtel(
      ['replay', source, ...files, '--endpoint', url, ...FINGERPRINTS, ...options],
      { clock: systemClock },
    );
    expect(status).toBe(0);
    expect(requests.length).toBeGreaterThan(0);
    expectHashesAlone(...requests, stdout, stderr, readFileSync(events, 'utf8'), readFileSync(traces, 'utf8'));
  });

  it('leave watch as hashes alone: in all requests, its state and on standard error', async () => {
    const state = join(folder, 'state.jsonl');
    const args = ['watch', '--once', '--codex-home', home, '--since', '2026-01-01', '--state', state];
    const { status, stdout, stderr } = await codexOtel([...args, '--endpoint', url, ...FINGERPRINTS], {
      clock: systemClock,
    });
    expect(status).toBe(0);
    expectHashesAlone(...requests, stdout, stderr, readFileSync(state, 'utf8'));
  });

  it.each([['table'], ['json'], ['csv'], ['agent-trace']])(
    'have no code and no remote in what attribute prints as %s, nor in its errors',
    async (format) => {
      const args = ['attribute', '--events', events, '--repo', project];
      const printed = await codexOtel([...args, '--format', format]);
      const refused = await codexOtel([...args, 'nothing..HEAD']);
      expect([printed.status, refused.status]).toEqual([0, 1]);
      const all = [printed.stdout, printed.stderr, refused.stderr].join('\n');
      expect(all).toContain('cart.ts');
      // Subjects of commits and names of files are shown to the one who asks for them.
      expect(all.replaceAll('CANARY subject', '').replaceAll('src-CANARY/', '')).not.toMatch(/.{0,40}CANARY.{0,40}/);
      expect(requests).toEqual([]);
    },
  );
});
