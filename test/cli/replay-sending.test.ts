import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { systemClock, type Clock } from '../../src/export/queue/clock.js';
import { hastyClock } from '../export/fake-clock.js';
import { Receiver } from '../export/receiver.js';
import { temporaryFolder } from '../temporary-folder.js';
import { expectDelivered } from './delivered.js';
import { codexOtel, slowInput, testIo } from './io.js';
import { longSession } from './long-session.js';
import { recording, recordings } from './recordings.js';

const folder = temporaryFolder();
const traces = join(folder, 'traces.jsonl');
const events = join(folder, 'events.jsonl');
const long = join(folder, 'long.jsonl');
beforeAll(() => writeFileSync(long, longSession(1500)));

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

const replay = (log: string, env: Readonly<Record<string, string>> = {}) =>
  codexOtel(['replay', log, '--traces', traces, '--events', events, '--endpoint', receiver.url], { env });

describe('replay --endpoint', () => {
  it.each(['http/json', 'http/protobuf'])(
    'delivers every span and every event of every recording exactly once, as in the files (%s, gzipped)',
    async (protocol) => {
      const env = { OTEL_EXPORTER_OTLP_PROTOCOL: protocol, OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' };
      const [allTraces, allEvents]: [string[], string[]] = [[], []];
      for (const [index, log] of recordings().entries()) {
        const to = [join(folder, `traces-${index}`), join(folder, `events-${index}`)] as const;
        const args = ['replay', log, '--traces', to[0], '--events', to[1], '--endpoint', receiver.url];
        expect(await codexOtel(args, { env })).toMatchObject({ status: 0 });
        allTraces.push(to[0]);
        allEvents.push(to[1]);
      }
      expect(receiver.spans.length).toBeGreaterThan(100);
      expectDelivered(receiver, allTraces, allEvents);
    },
  );

  it('delivers thousands of spans, also where all of them end at once', async () => {
    expect(await replay(long)).toMatchObject({ status: 0 });
    expectDelivered(receiver, [traces], [events]);
    expect(receiver.spans).toHaveLength(1503);

    receiver.spans.length = 0;
    receiver.events.length = 0;
    const open = join(folder, 'open.jsonl');
    writeFileSync(open, longSession(2500, { open: true }));
    const { said } = await replay(open, { OTEL_BSP_MAX_QUEUE_SIZE: '100', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '100' });
    expect(said).toHaveLength(1);
    expectDelivered(receiver, [traces], [events]);
    expect(receiver.spans.length).toBeGreaterThan(2500);
  });

  it('delivers to a receiver that takes 20 ms for each answer', async () => {
    receiver.answer = () => ({ delayMs: 20 });
    expect(await replay(long)).toMatchObject({ status: 0 });
    expectDelivered(receiver, [traces], [events]);
  });

  it('delivers to a receiver that answers 503 for a while', async () => {
    receiver.answer = (_path, number) => (number < 5 ? { status: 503 } : undefined);
    const { status, said } = await replay(recording('approval-accept'));
    expect({ status, said }).toEqual({
      status: 0,
      said: [
        'Replayed 32 messages of 1 connection: 5 spans, 4 events. ' +
          `Delivered 5 spans to ${receiver.url}/v1/traces, 4 events to ${receiver.url}/v1/logs.`,
      ],
    });
    expectDelivered(receiver, [traces], [events]);
  });

  it('delivers where every other answer is 503', async () => {
    receiver.answer = (_path, number) =>
      number % 2 === 0 ? { status: 503, headers: { 'retry-after': '0' } } : undefined;
    expect(await replay(long)).toMatchObject({ status: 0 });
    expectDelivered(receiver, [traces], [events]);
  });

  it('names the loss once where the receiver is down, and ends with status 1', async () => {
    const { url } = receiver;
    await receiver.stop();
    const { status, said } = await replay(long);
    expect({ status, said }).toEqual({
      status: 1,
      said: [
        'Replayed 3,008 messages of 1 connection: 1,503 spans, 1,502 events.',
        `Not delivered: 1,503 spans to ${url}/v1/traces (connection refused), ` +
          `1,502 events to ${url}/v1/logs (connection refused). Is the receiver running there?`,
      ],
    });
    receiver = await Receiver.start();
  });

  it('sends by the settings of the environment, and shows the session', async () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url };
    const { status, stdout } = await codexOtel(['replay', recording('approval-accept')], { env });
    expect(status).toBe(0);
    expect(stdout).toContain('codex_review_event');
    expect([receiver.spans.length, receiver.events.length]).toEqual([5, 4]);
  });

  it('sends nothing where the SDK is disabled, and reports that', async () => {
    const { status, said } = await replay(recording('approval-accept'), { OTEL_SDK_DISABLED: 'true' });
    expect({ status, last: said.at(-1) }).toEqual({ status: 0, last: 'Nothing was sent: OTEL_SDK_DISABLED is true.' });
    expect(receiver.requests).toEqual([]);
  });

  it('writes no password, escape code or line break to standard error', async () => {
    const url = receiver.url.replace('://', '://user:secret@');
    const args = ['replay', recording('approval-accept'), '--endpoint', url];
    const env = { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', OTEL_LOG_LEVEL: 'verbose' };
    receiver.answer = () => ({
      body: { partialSuccess: { rejectedSpans: 1, errorMessage: `\u{1b}[31mred\r\n\u{9b}2J${'long'.repeat(1000)}` } },
    });
    const rejected = await codexOtel(args, { env });
    expect(rejected.stderr).toContain('it rejected them: red');
    receiver.answer = () => ({ status: 400, body: { message: 'bad \u{1b}]0;title\u{7}\nrequest' } });
    const refused = await codexOtel(args, { env });
    expect(refused.stderr).toContain('codex-otel: info: answer 400: {"message":"bad ');
    const down = await codexOtel([
      'replay',
      recording('approval-accept'),
      '--endpoint',
      'http://user:secret@127.0.0.1:1',
    ]);
    expect(down.stderr).toContain('http://127.0.0.1:1/v1/traces (connection refused)');
    for (const { said, stderr } of [rejected, refused, down]) {
      expect(stderr).not.toContain('secret');
      expect(stderr).not.toMatch(/[^\P{C}\n]/u);
      expect(Math.max(...said.map((line) => line.length))).toBeLessThan(1_000);
    }
    expect(receiver.requests[0]?.headers.authorization).toBe(`Basic ${btoa('user:secret')}`);
  });

  it('refuses a variable that is not supported, with status 2, and ignores it where nothing is to be sent', async () => {
    const env = { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' };
    const message =
      'codex-otel: OTEL_EXPORTER_OTLP_PROTOCOL=grpc is not supported: ' +
      'use http/protobuf or http/json, which receivers usually take on port 4318.';
    const refused = await replay(recording('approval-accept'), env);
    expect({ status: refused.status, said: refused.said }).toEqual({ status: 2, said: [message] });
    const shown = await codexOtel(['replay', recording('approval-accept')], { env });
    expect({ status: shown.status, first: shown.said[0] }).toEqual({ status: 0, first: `${message} It is ignored.` });
  });

  it('writes the same files as without a receiver', async () => {
    await replay(recording('approval-accept'), { OTEL_SERVICE_NAME: 'other' });
    const alone = await codexOtel(['replay', recording('approval-accept'), '--traces', '-']);
    expect(receiver.spans[0]?.service).toBe('other');
    expect(readFileSync(traces, 'utf8')).toBe(alone.stdout);
  });

  it('writes the diagnostics that OTEL_LOG_LEVEL asks for', async () => {
    receiver.answer = () => ({ status: 400 });
    const { said } = await replay(recording('approval-accept'), { OTEL_LOG_LEVEL: 'info' });
    expect(said).toContain(`codex-otel: warn: ${receiver.url}/v1/traces: it answered 400 Bad Request`);
  });
});

/** However busy the machine is, what was read is sent before this clock ends the wait for the receiver. */
const patientClock: Clock = {
  now: () => hastyClock.now(),
  // Only the wait for the end has no signal.
  wait: (ms, options) => (options?.signal ? hastyClock.wait(ms, options) : systemClock.wait(60_000, { ref: false })),
};

describe('a replay that is interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('writes and sends what it has read before %s', async (signal, expected) => {
    const stdin = slowInput();
    const io = testIo({ stdin, clock: patientClock });
    const args = ['replay', '-', '--traces', traces, '--events', events, '--endpoint', receiver.url];
    const running = runCommandLine(args, io);
    const half = longSession(1000).split('\n').slice(0, 1000).join('\n');
    stdin.write(`${half}\n`);
    await expect.poll(() => receiver.spans.length, { timeout: 10_000 }).toBeGreaterThan(0);
    io.signals.send(signal);
    expect(await running).toBe(expected);
    expect(io.stderr.text).toMatch(
      /^Interrupted\. Replayed 999 messages of 1 connection: \d+ spans, \d+ events\. Deliv/,
    );
    expect(receiver.spans.length).toBeGreaterThan(400);
    expectDelivered(receiver, [traces], [events]);
    expect(io.signals.exits).toEqual([]);
    expect(io.signals.listenerCount('SIGINT')).toBe(0);
  });

  it('ends at once at the second signal', async () => {
    let isAsked = false;
    receiver.answer = () => {
      isAsked = true;
      return { delayMs: 500 };
    };
    const io = testIo();
    const running = runCommandLine(['replay', long, '--endpoint', receiver.url], io);
    await expect.poll(() => isAsked, { timeout: 10_000 }).toBe(true);
    io.signals.send('SIGINT');
    io.signals.send('SIGTERM');
    expect(io.signals.exits).toEqual([143]);
    expect(await running).toBe(130);
  });
});
