import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { systemClock, type Clock } from '../../src/export/queue/clock.js';
import { hastyClock } from '../export/fake-clock.js';
import { Receiver } from '../export/receiver.js';
import { linesOf } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { expectDelivered } from './delivered.js';
import { codexOtel, testIo } from './io.js';
import { recording, sentBy } from './recordings.js';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const fakeCodex = fileURLToPath(new URL('../instrumentation/fake-codex/codex', import.meta.url));
const folder = temporaryFolder();
const NOWHERE = { OTEL_SDK_DISABLED: 'true' };
const node = process.execPath;

afterEach(() => {
  for (const api of [context, metrics, propagation, trace]) api.disable();
});

/** What the client of a recording says, a line each, as the fake app-server waits for it. */
function clientLines(name: string): string[] {
  return sentBy('client', recording(name));
}

/** Plays a recorded session through `codex-otel run`, within this process. */
async function runRecording(name: string, options: readonly string[], env: Readonly<Record<string, string>>) {
  const stdin = new PassThrough();
  const io = testIo({ stdin, env, clock: systemClock });
  vi.stubEnv('FAKE_CODEX_RECORDING', recording(name));
  const status = runCommandLine(['run', ...options, '--', fakeCodex, 'app-server'], io);
  for (const line of clientLines(name)) stdin.write(`${line}\n`);
  stdin.end();
  return { status: await status, stdout: io.stdout.text, said: io.stderr.lines };
}

describe('run', () => {
  let receiver: Receiver;
  /** A recording is over before a busy machine has answered the first request. */
  let sending: readonly string[];
  beforeEach(async () => {
    receiver = await Receiver.start();
    sending = ['--endpoint', receiver.url, '--flush-timeout', '20'];
  });
  afterEach(() => receiver.stop());

  it('sends the spans and events of what passes', async () => {
    const { status, said } = await runRecording('approval-accept', sending, {});
    expect({ status, said }).toEqual({ status: 0, said: [] });
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual([
      'codex.review user',
      'codex.thread',
      'codex.thread start',
      'execute_tool unified_exec',
      'invoke_agent codex',
    ]);
    expect(receiver.events.map(({ eventName }) => eventName).sort()).toEqual([
      'codex.command_execution',
      'codex.review',
      'codex.review.requested',
      'codex.thread_initialized',
      'codex.turn',
    ]);
  });

  it('records a wire log that replays to the same spans and events', async () => {
    const [log, traces, events] = ['taken.jsonl.gz', 'traces', 'events'].map((name) => join(folder, name));
    await runRecording('approval-accept', ['--record', log!, ...sending], {});
    const replayed = await codexOtel(['replay', log!, '--traces', traces!, '--events', events!]);
    expect(replayed.status).toBe(0);
    expectDelivered(receiver, [traces!], [events!], 'live');
  });

  it('passes on the output of the app-server byte for byte', async () => {
    const { stdout } = await runRecording('approval-accept', [], NOWHERE);
    const server = sentBy('server', recording('approval-accept'));
    expect(stdout).toBe(server.map((message) => `${message}\n`).join(''));
  });

  it('adds trace context to requests with --inject, and changes nothing without it', async () => {
    const request = '{"method":"thread/read","id":1,"params":{"threadId":"t"}}\n';
    const echoed = async (...options: string[]) => {
      const { stdout } = await codexOtel(['run', ...options, '--', fakeCodex, 'app-server', '--echo'], {
        stdin: request,
        env: NOWHERE,
      });
      return stdout;
    };
    expect(await echoed()).toBe(request);
    // Of a thread that nobody knows there is no span to name.
    expect(await echoed('--inject')).toBe(request);
    const injected = await runRecording('approval-accept', ['--inject', ...sending], {});
    expect(injected.status).toBe(0); // the fake app-server takes requests with a trace member and no other change
  });

  it('names a variable that is not supported, treats it as unset, and gives it to the app-server as it is', async () => {
    const program = 'console.log(process.env.OTEL_TRACES_EXPORTER, process.env.OTEL_EXPORTER_OTLP_PROTOCOL)';
    const env = { OTEL_TRACES_EXPORTER: 'zipkin', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' };
    const { status, stdout, said } = await codexOtel(['run', '--', node, '-e', program], { env });
    expect({ status, stdout, said }).toEqual({
      status: 0,
      stdout: 'zipkin grpc\n',
      said: [
        'codex-otel: OTEL_EXPORTER_OTLP_PROTOCOL=grpc is not supported: use http/protobuf or http/json, which receivers usually take on port 4318. It is ignored.',
        'codex-otel: OTEL_TRACES_EXPORTER=zipkin is not supported: use otlp, console, both, or none. It is ignored.',
      ],
    });
    const sent = await runRecording('plain-turn', sending, env);
    expect({ status: sent.status, lines: sent.said.length, spans: receiver.spans.length }).toEqual({
      status: 0,
      lines: 2,
      spans: 3,
    });
  });

  it('names what was not delivered to a receiver that is down, and ends as the app-server did', async () => {
    const { status, said } = await runRecording('approval-accept', ['--endpoint', 'http://127.0.0.1:1'], {});
    expect(status).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^codex-otel: Not delivered: 5 spans .*, 5 events .*\(connection refused\)/),
    ]);
  });

  it.each([
    ['0.25 s where no receiver ever answered', [], 60_000, 250],
    ['5 s where a receiver answered before', [], 0, 5_000],
    ['the time of --flush-timeout', ['--flush-timeout', '0.7'], 60_000, 700],
  ])('gives sending %s when the app-server has ended', async (_time, options, delayMs, expected) => {
    receiver.answer = () => ({ delayMs });
    const waits: number[] = [];
    const clock: Clock = {
      now: () => hastyClock.now(),
      wait(ms, waiting) {
        waits.push(ms);
        return hastyClock.wait(ms, waiting);
      },
    };
    const stdin = new PassThrough();
    const io = testIo({ stdin, clock, env: { OTEL_METRICS_EXPORTER: 'none' } });
    vi.stubEnv('FAKE_CODEX_RECORDING', recording('plain-turn'));
    const args = ['run', '--endpoint', receiver.url, ...options, '--', fakeCodex, 'app-server'];
    const status = runCommandLine(args, io);
    for (const line of clientLines('plain-turn')) stdin.write(`${line}\n`);
    await expect.poll(() => receiver.requests.length + (delayMs > 0 ? 1 : 0)).toBeGreaterThan(0);
    stdin.end();
    expect(await status).toBe(0);
    expect(waits.filter((ms) => ms !== 0 && ms !== 1_000)).toEqual([expected, expected, expected]);
    if (delayMs > 0) expect(io.stderr.text).toMatch(/^codex-otel: Not delivered: .*\(no answer before the end\)\.\n$/);
  });

  it('sends nothing, not even metrics, where nothing of Codex was seen', async () => {
    const { status, stdout, said } = await codexOtel(['run', '--endpoint', receiver.url, '--', node, '--version']);
    expect({ status, stdout, said }).toEqual({ status: 0, stdout: `${process.version}\n`, said: [] });
    expect(receiver.requests).toEqual([]);
  });

  it('ends with the exit code of the app-server', async () => {
    const { status } = await codexOtel(['run', '--', node, '-e', 'process.exit(7)'], { env: NOWHERE });
    expect(status).toBe(7);
  });

  it('ends with the status of the signal that ended the app-server', async () => {
    const { status } = await codexOtel(['run', '--', node, '-e', 'process.kill(process.pid, "SIGKILL")'], {
      env: NOWHERE,
    });
    expect(status).toBe(128 + constants.signals.SIGKILL);
  });

  it('passes each signal on to the app-server once', async () => {
    const io = testIo({ stdin: new PassThrough(), env: NOWHERE });
    const signals = ['SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGWINCH', 'SIGCONT', 'SIGALRM'] as const;
    const program = `for (const signal of ${JSON.stringify(signals)}) process.on(signal, () => console.log(signal));
      process.on('SIGTERM', () => process.exit(3)); console.log('ready'); setInterval(() => {}, 1000)`;
    const status = runCommandLine(['run', '--', node, '-e', program], io);
    await expect.poll(() => io.stdout.lines).toEqual(['ready']);
    for (const [index, signal] of signals.entries()) {
      io.signals.send(signal);
      await expect.poll(() => io.stdout.lines).toEqual(['ready', ...signals.slice(0, index + 1)]);
    }
    io.signals.send('SIGTERM');
    expect(await status).toBe(3);
    expect(io.signals.eventNames()).toEqual([]);
  });

  it('closes the output of the app-server where the client reads no more', async () => {
    const io = testIo({ stdin: new PassThrough(), env: NOWHERE });
    const program =
      'process.stdout.on("error", () => process.exit(9)); setInterval(() => process.stdout.write("x"), 10)';
    const status = runCommandLine(['run', '--', node, '-e', program], io);
    await expect.poll(() => io.stdout.text).not.toBe('');
    io.stdout.destroy(new Error('EPIPE'));
    expect(await status).toBe(9);
  });

  it('passes on and observes the output of an app-server that ended before its observer was loaded', async () => {
    const log = join(folder, 'ended.jsonl');
    const { status, stdout } = await codexOtel(['run', '--record', log, '--', 'echo', '{"method":"warning"}'], {
      env: NOWHERE,
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '{"method":"warning"}\n' });
    const said = linesOf(log).slice(1, -1);
    expect(said).toEqual([expect.stringMatching(/"from":"server","msg":\{"method":"warning"\}\}$/)]);
  });

  it('ends as a command does that ends at once, and records that nothing passed', async () => {
    const log = join(folder, 'silent.jsonl');
    expect(await codexOtel(['run', '--', 'false'], { env: NOWHERE })).toMatchObject({ status: 1, said: [] });
    expect((await codexOtel(['run', '--record', log, '--', 'false'], { env: NOWHERE })).status).toBe(1);
    expect(readFileSync(log, 'utf8')).toMatch(/^\{[^}]*"event":"open"[^}]*\}\n\{[^}]*"event":"close"[^}]*\}\n$/);
  });

  it('names an audit file that cannot be written, also where the command ends at once', async () => {
    const file = join(folder, 'no', 'audit');
    const { status, said } = await codexOtel(['run', '--audit', file, '--', 'false'], { env: NOWHERE });
    expect({ status, said }).toEqual({
      status: 1,
      said: [`codex-otel: Nothing is audited. Cannot write the audit file ${file}: there is no such directory.`],
    });
  });

  it('names a command that cannot be run in one line', async () => {
    const { status, said } = await codexOtel(['run', '--', join(folder, 'no-such-codex'), 'app-server'], {
      env: NOWHERE,
    });
    expect({ status, said }).toEqual({
      status: 1,
      said: [`codex-otel: Cannot run ${join(folder, 'no-such-codex')}: there is no such command.`],
    });
    expect((await codexOtel(['run', '--', folder], { env: NOWHERE })).said).toEqual([
      `codex-otel: Cannot run ${folder}: permission denied.`,
    ]);
  });

  it.skipIf(process.platform !== 'linux')(
    'names a disk that is full at the end, and ends as its server does',
    async () => {
      const { status, said } = await runRecording('plain-turn', ['--record', '/dev/full'], NOWHERE);
      expect(said[0]).toMatch(/^codex-otel: Cannot write the wire log \/dev\/full: /);
      expect(status).toBe(0);
    },
  );

  it.skipIf(process.platform === 'win32')('records into a file that only its owner may read', async () => {
    const log = join(folder, 'existing.jsonl');
    writeFileSync(log, 'before');
    chmodSync(log, 0o644);
    expect((await runRecording('plain-turn', ['--record', log], NOWHERE)).status).toBe(0);
    expect(statSync(log).mode & 0o777).toBe(0o600);
    expect(readFileSync(log, 'utf8')).toMatch(/^\{"at":\d+,"conn":"[^"]+","event":"open"/);
  });

  it.each([
    ['a file in no folder', join('no', 'record'), 'there is no such directory.'],
    ['a symbolic link', 'record-link', 'it is a symbolic link.'],
    ['a pipe that nobody reads', 'record-pipe', 'it is not a regular file.'],
  ])('names %s at once that it cannot record into, and goes on', async (_what, name, reason) => {
    const file = join(folder, name);
    if (name === 'record-link') symlinkSync(join(folder, 'elsewhere'), file);
    if (name === 'record-pipe') execFileSync('mkfifo', [file]);
    const program = 'process.stdin.once("data", () => process.exit(4))';
    const stdin = new PassThrough();
    const io = testIo({ stdin, env: NOWHERE });
    const status = runCommandLine(['run', '--record', file, '--', node, '-e', program], io);
    const said = [`codex-otel: Nothing is recorded. Cannot write the wire log ${file}: ${reason}`];
    await expect.poll(() => io.stderr.lines).toEqual(said);
    stdin.write('x');
    expect(await status).toBe(4);
    expect(io.stderr.lines).toEqual(said);
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
  });

  it.each([
    [['run']],
    [['run', '--']],
    [['run', 'codex', 'app-server']],
    [['run', 'codex', '--', 'app-server']],
    [['run', '--loud', '--', 'codex']],
    [['run', '--flush-timeout', 'soon', '--', 'codex']],
    [['run', '--record=', '--', 'codex']],
    [['run', '--record=-', '--', 'codex']],
  ])('shows its usage for %j', async (args) => {
    const { status, stderr } = await codexOtel(args, { env: NOWHERE });
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: codex-otel run');
  });
});

describe('run, as a process of its own', () => {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  async function through(args: readonly string[], input: Buffer) {
    const child = spawn(node, [command, 'run', '--', ...args], { env: { ...process.env, ...NOWHERE } });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.end(input);
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.on('close', (...end) => resolve(end)),
    );
    return { code, signal, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() };
  }

  it('passes every byte in both directions, and standard error', async () => {
    const log = readFileSync(recording('multi-agent-v2'));
    const input = Buffer.concat(Array.from({ length: 40 }, () => log));
    const { code, stdout, stderr } = await through([fakeCodex, 'app-server', '--echo'], input);
    expect([code, hash(stdout), stderr]).toEqual([0, hash(input), '']);
    const loud = await through([node, '-e', 'console.error("from codex")'], Buffer.alloc(0));
    expect(loud.stderr).toBe('from codex\n');
  });

  it('is ended by the signal that ended the app-server', async () => {
    const { code, signal } = await through([node, '-e', 'process.kill(process.pid, "SIGTERM")'], Buffer.alloc(0));
    expect([code, signal]).toEqual([null, 'SIGTERM']);
  });

  /** The proxy as the leader of a process group, as a shell starts it. */
  function started(program: string) {
    const args = [command, 'run', '--', node, '-e', program];
    const child = spawn(node, args, { env: { ...process.env, ...NOWHERE }, detached: true });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    // When nobody holds its streams any more: the app-server writes to the same standard error.
    const closed = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
    return { pid: child.pid!, closed, lines: () => stdout.split('\n').slice(0, -1) };
  }

  const posix = process.platform !== 'win32';
  const COUNTS = `const seen = []; for (const signal of ['SIGINT', 'SIGTERM', 'SIGUSR2'])
    process.on(signal, () => console.log(signal)); console.log('ready'); setInterval(() => {}, 1000);`;

  it.runIf(posix)('gives the app-server a signal to its process group once', async () => {
    const { pid, closed, lines } = started(`${COUNTS} process.on('SIGUSR2', () => process.exit(0))`);
    await expect.poll(lines).toEqual(['ready']);
    process.kill(-pid, 'SIGINT');
    await expect.poll(lines).toEqual(['ready', 'SIGINT']);
    process.kill(-pid, 'SIGUSR2');
    expect(await closed).toBe(0);
    expect(lines()).toEqual(['ready', 'SIGINT', 'SIGUSR2']);
  });

  it.runIf(process.platform === 'linux')('stops with its app-server at Ctrl-Z, and goes on with it', async () => {
    const { pid, closed, lines } = started(
      'process.on("SIGCONT", () => process.exit(6)); setInterval(() => {}, 1000); console.log(process.pid)',
    );
    await expect.poll(() => lines().length).toBe(1);
    const states = () => [pid, lines()[0]!].map((id) => /\) (\w)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1]);
    process.kill(-pid, 'SIGTSTP');
    await expect.poll(states).toEqual(['T', 'T']);
    process.kill(-pid, 'SIGCONT');
    expect(await closed).toBe(6);
  });

  it.runIf(posix)('leaves no app-server behind that ignores the end of its input when it is killed', async () => {
    const { pid, closed, lines } = started('console.log("ready"); process.stdin.resume(); setInterval(() => {}, 1000)');
    await expect.poll(lines).toEqual(['ready']);
    process.kill(-pid, 'SIGKILL');
    expect(await closed).toBeNull();
  });

  it.runIf(posix)('ends with its app-server, though a process that this one left behind holds its output', async () => {
    const program = `const { pid } = require('node:child_process').spawn('sleep', ['60'], { detached: true,
      stdio: ['ignore', 'inherit', 'ignore'] }); console.log(pid); process.exit(5)`;
    const { closed, lines } = started(program);
    expect(await closed).toBe(5);
    process.kill(Number(lines()[0])); // throws where it is not there any more
  });

  it.runIf(posix)('passes on everything that an app-server wrote before it ended, also to a slow client', async () => {
    const child = spawn(node, [command, 'run', '--', 'head', '-c', '1000000', '/dev/zero'], {
      env: { ...process.env, ...NOWHERE },
    });
    let length = 0;
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      length += chunk.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(length).toBe(1_000_000);
  });

  it('closes its output when the app-server closes its own, and goes on', async () => {
    const program = 'process.stdout.write("all"); require("fs").closeSync(1); setTimeout(() => process.exit(5), 300)';
    const child = spawn(node, [command, 'run', '--', node, '-e', program], { env: { ...process.env, ...NOWHERE } });
    const order: string[] = [];
    child.stdout.on('end', () => order.push('output ended')).resume();
    child.on('exit', (code) => order.push(`exit ${String(code)}`));
    await new Promise((resolve) => child.on('close', resolve));
    expect(order).toEqual(['output ended', 'exit 5']);
  });
});
