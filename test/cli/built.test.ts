import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Receiver } from '../export/receiver.js';
import { linesOf } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { expectDelivered } from './delivered.js';
import { longSession } from './long-session.js';
import { recording } from './recordings.js';

// The command as it is installed: one file, in a process of its own.
const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = temporaryFolder();
const traces = join(folder, 'traces.jsonl');
const events = join(folder, 'events.jsonl');
const long = join(folder, 'long.jsonl');

beforeAll(() => {
  if (!existsSync(command)) throw new Error('dist/cli.js is not there: npm run build');
  writeFileSync(long, longSession(5000));
});

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

class Run {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>;

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [command, ...args], { env: { PATH: process.env['PATH'] ?? '', ...env } });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    this.child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    this.child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    this.child.stdin.on('error', () => {});
    this.ended = new Promise((resolve) =>
      this.child.on('close', (code) =>
        resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
      ),
    );
  }
}

const run = (...args: string[]) => new Run(args).ended;
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** A replay whose receiver was asked and does not answer. */
async function stuckReplay(): Promise<Run> {
  let isAsked = false;
  receiver.answer = () => {
    isAsked = true;
    return { delayMs: 60_000 };
  };
  const stuck = new Run(['replay', long, '--endpoint', receiver.url]);
  await until(() => isAsked);
  return stuck;
}

describe('the built command', () => {
  it('replays, and ends with the status of the result', async () => {
    const log = recording('approval-accept');
    const good = await run('replay', log, '--events', '-');
    expect(good).toMatchObject({ code: 0, stderr: 'Replayed 32 messages of 1 connection: 5 spans, 4 events.\n' });
    expect(good.stdout.split('\n')).toHaveLength(5);
    expect(await run('replay', 'missing.jsonl')).toMatchObject({ code: 1, stdout: '' });
    expect(await run('replay', log, '--colour')).toMatchObject({ code: 2, stdout: '' });
    expect(await run('--version')).toMatchObject({ code: 0, stderr: '' });
  });

  it("holds none of zod's translations, which an import of `{ z }` would bundle", () => {
    const parts = readdirSync(join(dirname(command), 'cli')).map((name) => join(dirname(command), 'cli', name));
    const code = parts.map((part) => readFileSync(part, 'utf8')).join('');
    expect(code).toContain('Invalid input'); // as zod reports it in English
    expect(code).not.toContain('Ungültige Eingabe');
  });

  it('prints the schemas', async () => {
    const { code, stdout } = await run('schema');
    expect({ code, types: Object.keys(JSON.parse(stdout) as object).length }).toEqual({ code: 0, types: 22 });
  });

  it.each([['--events'], ['--traces']])(
    'ends without a message where the reader of its %s has gone',
    async (option) => {
      const { child, ended } = new Run(['replay', long, option, '-']);
      child.stdout.once('data', () => child.stdout.destroy());
      expect(await ended).toMatchObject({ code: 0, stderr: '' });
    },
  );

  it('ends without a message where the reader of its standard output has gone', async () => {
    for (const args of [['schema'], ['replay', long], ['--help']]) {
      const { child, ended } = new Run(args);
      child.stdout.destroy();
      const { code, stderr } = await ended;
      expect({ code, isQuiet: !stderr.includes('EPIPE') }).toEqual({ code: 0, isQuiet: true });
    }
  });

  it('goes on with --traces where the reader of its --events has gone', async () => {
    const { child, ended } = new Run(['replay', long, '--events', '-', '--traces', traces]);
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: expect.stringContaining('5,003 spans') as string });
    expect(linesOf(traces)).toHaveLength(10);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('sends what it has read of a slow input when %s comes', async (signal, code) => {
    const args = ['replay', '-', '--traces', traces, '--events', events, '--endpoint', receiver.url];
    const { child, ended } = new Run(args);
    const lines = longSession(1000).split('\n').slice(0, 1500);
    child.stdin.write(`${lines.join('\n')}\n`);
    // All that has ended so far has arrived, so that a busy machine has little left to send in the time after the signal.
    const completed = lines.filter((line) => line.includes('"item/completed"')).length;
    await until(() => receiver.spans.length > completed && receiver.events.length > completed);
    child.kill(signal);
    const { stderr, ...rest } = await ended;
    expect(rest).toEqual({ code, stdout: '' });
    expect(stderr).toMatch(/^Interrupted\. Replayed 1,\d{3} messages of 1 connection: /);
    expect(receiver.spans.length).toBeGreaterThan(completed + 1);
    expectDelivered(receiver, [traces], [events]);
  });

  it('quits at once at the second signal', async () => {
    const { child, ended } = await stuckReplay();
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, stderr: '' });
  });

  it('waits no longer than two seconds after SIGTERM for a receiver that never answers', async () => {
    const { child, ended } = await stuckReplay();
    const start = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({
      code: 143,
      stderr: expect.stringContaining('(no answer before the end)') as string,
    });
    expect(performance.now() - start).toBeLessThan(6000);
  });

  it.skipIf(process.platform === 'win32')('waits on for an answer where it was stopped meanwhile', async () => {
    const { child, ended } = new Run(['replay', recording('approval-accept'), '--endpoint', receiver.url], {
      OTEL_EXPORTER_OTLP_TIMEOUT: '5000',
    });
    // The answer comes while the command stands still, which it does for longer than it waits.
    receiver.answer = (path) => {
      if (path !== '/v1/traces') return undefined;
      child.kill('SIGSTOP');
      return { delayMs: 5_500 };
    };
    await until(() => receiver.spans.length > 0);
    child.kill('SIGCONT');
    expect(await ended).toMatchObject({ code: 0 });
    expect(receiver.spans).toHaveLength(5);
  });

  it('names a receiver that is down once', async () => {
    await receiver.stop();
    const { ended } = new Run(['replay', recording('approval-accept')], {
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
    });
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr.match(/connection refused/g)).toHaveLength(2);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});
