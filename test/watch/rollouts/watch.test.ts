import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.js';
import { systemClock } from '../../../src/export/queue/clock.js';
import { testIo, type TestIo } from '../../cli/io.js';
import { Receiver } from '../../export/receiver.js';
import { linesOf } from '../../json-lines.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { age, WrittenHome } from './written-home.js';

const root = temporaryFolder();
let runs = 0;
let folder: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = join(root, `${runs++}`);
  mkdirSync(folder);
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

const SESSIONS = [
  '0.171.0/multi-agent-v2',
  '0.171.0/guardian-slow-then-approved',
  '0.171.0/fault-server-killed',
  '0.171.0/patch-same-file-twice',
  '0.171.0/review-inline',
  '0.171.0/thread-revert',
  '0.158.0/thread-resume-fork-archive',
  '0.144.0/goals',
  '0.144.0/thread-resume-fork-archive',
];

interface Watching {
  readonly io: TestIo;
  readonly status: Promise<number>;
  readonly stop: () => Promise<number>;
}

/** `codex-otel watch` in this process, with everything that was ever recorded. */
const watching = (home: WrittenHome, ...options: string[]) =>
  watchingWith({ OTEL_METRICS_EXPORTER: 'none' }, home, ...options);

function watchingWith(env: Readonly<Record<string, string>>, home: WrittenHome, ...options: string[]): Watching {
  const io = testIo({ clock: systemClock, env });
  const state = join(folder, 'state.jsonl');
  const status = runCommandLine(
    [
      'watch',
      '--codex-home',
      home.folder,
      '--since',
      '2026-01-01',
      '--state',
      state,
      '--endpoint',
      receiver.url,
      ...options,
    ],
    io,
  );
  return {
    io,
    status,
    async stop() {
      await expect.poll(() => io.stderr.text).toContain('Watching');
      io.signals.send('SIGTERM');
      return status;
    },
  };
}

const ids = (spans: readonly { readonly spanId: string }[]) => spans.map(({ spanId }) => spanId).sort();
const eventIds = (events: Receiver['events']) =>
  events.map(({ attributes }) => String(attributes['codex.event.id'])).sort();

const SHA1 = expect.stringMatching(/^[0-9a-f]{40}$/) as unknown;
/** The events of accepted lines. */
const acceptedIn = ({ events }: Receiver) =>
  events
    .filter(({ eventName }) => eventName === 'codex.accepted_line_fingerprints')
    .map(({ body }) => body as Readonly<Record<string, unknown>>);

async function expectAllOnce(home: WrittenHome) {
  const expected = await home.replayed();
  await expect.poll(() => ids(receiver.spans)).toEqual(ids(expected.spans));
  await expect.poll(() => eventIds(receiver.events)).toEqual(eventIds(expected.events));
}

interface Measurements {
  readonly resourceMetrics?: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly histogram?: { readonly dataPoints: readonly { readonly count: number }[] };
      }[];
    }[];
  }[];
}

/** How often each histogram was recorded, of one request of OTLP/JSON. */
function countsOf(line: string): Record<string, number> {
  const { resourceMetrics = [] } = JSON.parse(line) as Measurements;
  const metrics = resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  const count = ({ histogram }: (typeof metrics)[number]) =>
    (histogram?.dataPoints ?? []).reduce((sum, point) => sum + point.count, 0);
  return Object.fromEntries(metrics.map((metric) => [metric.name, count(metric)]));
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('codex-otel watch', () => {
  it('names a CODEX_HOME that is not there', async () => {
    const home = join(folder, 'nowhere');
    const io = testIo({ env: { OTEL_METRICS_EXPORTER: 'none' } });
    const args = ['--once', '--codex-home', home, '--state', join(folder, 'state'), '--endpoint', receiver.url];
    expect(await runCommandLine(['watch', ...args], io)).toBe(0);
    expect(io.stderr.lines).toEqual([`codex-otel: There is no folder ${home} yet: Codex makes it when it first runs.`]);
  });

  it('sends what a replay sends of rollouts that grow line by line, each span and event once', async () => {
    const home = new WrittenHome(join(folder, 'codex'), SESSIONS);
    home.write(7);
    const { stop, io } = watching(home);
    while (home.remaining > 0) {
      home.write(7);
      await pause(2);
    }
    home.age();
    await expectAllOnce(home);
    expect(await stop()).toBe(0);
    expect(io.stderr.lines).toEqual([
      expect.stringMatching(/^codex-otel: Watching \d+ rollouts? in .*; sending to http/),
    ]);
  });

  it('finds the first session of a CODEX_HOME that had none when it started', async () => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/patch-same-file-twice']);
    rmSync(join(home.folder, 'sessions'), { recursive: true });
    const { stop, io } = watching(home);
    await expect.poll(() => io.stderr.text).toContain('Watching');
    mkdirSync(home.day, { recursive: true });
    home.write();
    // All folders are read every 30 seconds only.
    await expect.poll(() => receiver.spans.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await stop();
  });

  it('sends nothing twice and loses nothing where it is stopped and started again, at any line', async () => {
    const home = new WrittenHome(join(folder, 'codex'), SESSIONS);
    while (home.remaining > 0) {
      const { stop } = watching(home);
      home.write(60);
      await pause(30);
      home.write(20);
      expect(await stop()).toBe(0);
      home.write(10);
    }
    home.age();
    const { stop } = watching(home);
    await expectAllOnce(home);
    expect(await stop()).toBe(0);
  });

  it('sends a tool call at once, though the model has not answered to it', async () => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/patch-same-file-twice']);
    const { stop } = watching(home);
    home.writeUntil('"type":"FileChange"');
    await expect.poll(() => receiver.spans.map(({ name }) => name)).toContain('execute_tool apply_patch');
    expect(receiver.events.map(({ eventName }) => eventName)).toContain('codex.file_change');
    home.write();
    home.age();
    await expectAllOnce(home);
    await stop();
  });

  it('sends events alone after a restart where their spans were taken and they were not', async () => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/patch-same-file-twice']);
    receiver.answer = (path) => (path.endsWith('logs') ? { status: 503 } : undefined);
    const first = watching(home);
    // The model has not answered to it: no record of the rollout ends it.
    home.writeUntil('"type":"FileChange"');
    await expect.poll(() => receiver.spans.map(({ name }) => name)).toContain('execute_tool apply_patch');
    await first.stop();
    expect(receiver.events).toEqual([]);
    receiver.answer = () => undefined;
    const second = watching(home);
    home.write();
    home.age();
    await expectAllOnce(home);
    await second.stop();
  });

  it.each([
    [['--accepted-lines', 'fingerprints'], 4],
    [[], 0],
  ])('with the options %j describes accepted lines by %i hashes, as a replay does', async (options, count) => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/patch-git-ssh-remote']);
    home.write();
    home.age();
    expect(await watching(home, '--once', ...options).status).toBe(0);
    const events = acceptedIn(receiver);
    expect(events).toEqual(acceptedIn(await home.replayed(...options)));
    expect(events.map((params) => params['line_fingerprints'])).toEqual([
      Array.from({ length: count }, () => ({ path_hash: SHA1, line_hash: SHA1 })),
    ]);
    expect(events).toMatchObject([{ repo_hash: SHA1 }]);
  });

  it('refuses --accepted-lines that it does not know', async () => {
    const home = new WrittenHome(join(folder, 'codex'), []);
    const refused = watching(home, '--accepted-lines', 'all');
    expect(await refused.status).toBe(2);
    expect(refused.io.stderr.lines[0]).toBe('codex-otel: --accepted-lines takes counts or fingerprints, not all.');
  });

  it('waits for the rest of a line that is not whole yet', async () => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/patch-same-file-twice']);
    const { stop } = watching(home);
    const [file = ''] = home.files;
    home.write();
    const text = readFileSync(file);
    truncateSync(file, text.length - 100);
    await pause(50);
    appendFileSync(file, text.subarray(text.length - 100));
    home.age();
    await expectAllOnce(home);
    await stop();
  });

  it.each<[string, string, (file: string) => void]>([
    [
      'archived',
      '0.171.0/patch-same-file-twice',
      (file) => {
        const archive = join(folder, 'codex', 'archived_sessions');
        mkdirSync(archive);
        renameSync(file, join(archive, basename(file)));
      },
    ],
    [
      'compressed',
      '0.171.0/patch-same-file-twice',
      (file) => {
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
        rmSync(file);
      },
    ],
    [
      'compressed, as a legacy rollout',
      '0.144.0/goals',
      (file) => {
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
        rmSync(file);
      },
    ],
    [
      'replaced by a copy',
      '0.171.0/patch-same-file-twice',
      (file) => {
        writeFileSync(`${file}.new`, readFileSync(file));
        renameSync(`${file}.new`, file);
      },
    ],
    [
      'replaced by a copy, as a legacy rollout',
      '0.144.0/goals',
      (file) => {
        writeFileSync(`${file}.new`, readFileSync(file));
        renameSync(`${file}.new`, file);
      },
    ],
    [
      'replaced by one that has the newest lines alone',
      '0.171.0/patch-same-file-twice',
      (file) => {
        const lines = linesOf(file);
        writeFileSync(`${file}.new`, `${lines.slice(-5).join('\n')}\n`);
        renameSync(`${file}.new`, file);
      },
    ],
  ])('sends each span and event once of a rollout that is %s while it is read', async (_how, recording, change) => {
    const home = new WrittenHome(join(folder, 'codex'), [recording]);
    const { stop } = watching(home);
    home.write(Math.floor(home.remaining / 2));
    await expect.poll(() => receiver.spans.length).toBeGreaterThan(0);
    home.write();
    const expected = await home.replayed();
    const [file = ''] = home.files;
    change(file);
    age(join(folder, 'codex'));
    await expect.poll(() => ids(receiver.spans)).toEqual(ids(expected.spans));
    await expect.poll(() => eventIds(receiver.events)).toEqual(eventIds(expected.events));
    expect(await stop()).toBe(0);
    expect(await watching(home, '--once').status).toBe(0);
    expect(ids(receiver.spans)).toEqual(ids(expected.spans));
    expect(eventIds(receiver.events)).toEqual(eventIds(expected.events));
  });

  it('sends nothing of what was recorded before its first start', async () => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/patch-same-file-twice']);
    home.write();
    home.age();
    const io = testIo({ clock: systemClock, env: { OTEL_METRICS_EXPORTER: 'none' } });
    const args = ['watch', '--codex-home', home.folder, '--state', join(folder, 'state'), '--endpoint', receiver.url];
    expect(await runCommandLine([...args, '--once'], io)).toBe(0);
    expect(receiver.spans).toEqual([]);
    expect(io.stderr.lines).toEqual([]);
  });

  it('--once sends what is there, and the next time what came since', async () => {
    const home = new WrittenHome(join(folder, 'codex'), SESSIONS);
    for (const share of [0.3, 0.3, 1]) {
      home.write(Math.ceil(home.remaining * share));
      if (home.remaining === 0) home.age();
      expect(await watching(home, '--once').status).toBe(0);
    }
    await expectAllOnce(home);
    expect(await watching(home, '--once').status).toBe(0);
    await expectAllOnce(home);
  });

  it('measures turns, tools and tokens once each, also after a restart', async () => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/patch-same-file-twice']);
    home.write(20);
    const measured: Record<string, number>[] = [];
    for (let start = 0; start < 2; start += 1) {
      const { io, status } = watchingWith({ OTEL_METRICS_EXPORTER: 'console' }, home, '--once');
      expect(await status).toBe(0);
      measured.push(countsOf(io.stderr.lines.find((line) => line.startsWith('{')) ?? '{}'));
      home.write();
      home.age();
    }
    const turns = receiver.spans.filter(({ name }) => name === 'invoke_agent codex');
    const tools = receiver.spans.filter(({ name }) => name.startsWith('execute_tool'));
    const sum = (name: string) => measured.reduce((total, each) => total + (each[name] ?? 0), 0);
    expect([turns.length, tools.length]).toEqual([2, 4]);
    expect(sum('gen_ai.invoke_agent.duration')).toBe(turns.length);
    expect(sum('gen_ai.execute_tool.duration')).toBe(tools.length);
    expect(sum('codex.turn.usage.input_tokens')).toBe(turns.length);
    expect(sum('codex.turn.usage.output_tokens')).toBe(turns.length);
  });

  it('--once fails where nobody takes it, and sends it the next time', async () => {
    const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/multi-agent-v2']);
    home.write();
    home.age();
    receiver.answer = () => ({ status: 503 });
    const failed = watching(home, '--once');
    await expect.poll(() => receiver.requests.length).toBeGreaterThan(0);
    failed.io.signals.send('SIGTERM');
    await failed.status;
    expect(receiver.spans).toEqual([]);
    receiver.answer = () => undefined;
    expect(await watching(home, '--once').status).toBe(0);
    await expectAllOnce(home);
  });

  it('waits for a receiver that takes nothing, says so, and then sends everything', async () => {
    const home = new WrittenHome(join(folder, 'codex'), SESSIONS, 3);
    receiver.answer = () => ({ status: 503 });
    const { stop, io } = watching(home);
    home.write();
    await expect.poll(() => io.stderr.lines.join('\n')).toContain('Not delivered to http');
    receiver.answer = () => undefined;
    home.age();
    await expectAllOnce(home);
    await expect.poll(() => io.stderr.lines.join('\n')).toContain('takes it again.');
    await stop();
  });

  it('remembers ids, places and times in a file that only its owner may read, and no content', async () => {
    const home = new WrittenHome(join(folder, 'codex'), SESSIONS);
    home.write();
    home.age();
    expect(await watching(home, '--once').status).toBe(0);
    const state = join(folder, 'state.jsonl');
    const [since = '', ...lines] = linesOf(state);
    expect(since).toMatch(/^\{"since":\d+\}$/);
    expect(new Set(lines.map((line) => (JSON.parse(line) as { threadId: string }).threadId)).size).toBe(
      home.files.length,
    );
    const number = String.raw`(?:\d+|null)`;
    const reached = String.raw`\{"ordinal":${number},"line":${number},"at":\d+,"outputs":\d+,"ids":\[(?:"[0-9a-f]{16}",?)*\]\}`;
    const mark = new RegExp(
      String.raw`^\{"threadId":"[0-9a-f-]{36}(?:_[0-9a-f-]{36})?","size":\d+,"spans":${reached},"events":${reached},"isClosed":(?:true|false)\}$`,
    );
    for (const line of lines) expect(line).toMatch(mark);
    if (process.platform !== 'win32') expect(statSync(state).mode & 0o777).toBe(0o600);
  });

  it('refuses a state file that another process uses', async () => {
    const home = new WrittenHome(join(folder, 'codex'), []);
    const first = watching(home);
    await expect.poll(() => first.io.stderr.lines).toHaveLength(1);
    const second = watching(home);
    expect(await second.status).toBe(1);
    expect(second.io.stderr.lines).toEqual([expect.stringContaining('Another codex-otel watch uses')]);
    await first.stop();
  });
});
