import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BatchLogRecordProcessor, InMemoryLogRecordExporter, LoggerProvider } from '@opentelemetry/sdk-logs';
import { expect, it } from 'vitest';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { pass, passAll } from './by-hand.js';
import { conversation, methodOf, wireFile, type Step } from './conversation.js';
import { afterThisTest, Observed, Replayed } from './telemetry.js';

/** Who waits for an answer is seen while it waits, without a batch to fill or an interval to pass. */

const RECORDING = '0.169.0/approval-accept';
const HOUR = 3_600_000;

const asks = (step: Step) => methodOf(step) === 'item/commandExecution/requestApproval';
const isAnswer = (step: Step) =>
  step.from === 'client' && methodOf(step) === undefined && step.text.includes('decision');

/** The steps until and with the first that passes. */
function until(isLast: (step: Step) => boolean): [before: Step[], after: Step[]] {
  const steps = conversation(RECORDING);
  const at = steps.findIndex(isLast) + 1;
  expect(at).toBeGreaterThan(0);
  return [steps.slice(0, at), steps.slice(at)];
}

/** The metrics as they left, the newest values by name; nothing leaves by itself for an hour. */
function metricsOf({ codex }: Observed) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: HOUR });
  const provider = new MeterProvider({ readers: [reader] });
  codex.setMeterProvider(provider);
  afterThisTest(() => void provider.shutdown());
  return (name: string) => {
    const metrics =
      exporter
        .getMetrics()
        .at(-1)
        ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
    const points = metrics.find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? [];
    return points.map(({ attributes, value }) => ({ attributes, value }));
  };
}

/** The names of the log records as they left; no batch leaves for an hour. */
function logsOf({ codex }: Observed) {
  const exporter = new InMemoryLogRecordExporter();
  const processor = new BatchLogRecordProcessor({ exporter, scheduledDelayMillis: HOUR });
  const provider = new LoggerProvider({ processors: [processor] });
  codex.setLoggerProvider(provider);
  afterThisTest(() => void provider.shutdown());
  return () => exporter.getFinishedLogRecords().map(({ eventName }) => eventName);
}

it('codex.review.requested leaves when a review begins, and codex.review when it was decided, with all before them', async () => {
  const observed = new Observed();
  const left = logsOf(observed);
  const connection = observed.codex.connect();
  const [before, after] = until(asks);
  for (const step of before) pass(connection, step);
  await expect.poll(left).toEqual(['codex.thread_initialized', 'codex.review.requested']);
  for (const step of after.slice(0, after.findIndex(isAnswer) + 1)) pass(connection, step);
  await expect.poll(left).toEqual(['codex.thread_initialized', 'codex.review.requested', 'codex.review']);
});

it('codex.review.open and codex.review.oldest_wait leave when a review begins and when it was decided', async () => {
  const observed = new Observed();
  const left = metricsOf(observed);
  let now = 0;
  const connection = observed.codex.connect({ now: () => now });
  const play = (steps: readonly Step[]) => {
    for (const step of steps) {
      now = step.at;
      pass(connection, step);
    }
  };
  const attributes = { 'codex.review.reviewer': 'user', 'codex.review.subject': 'command_execution' };
  const [before, after] = until(asks);
  play(before);
  await expect.poll(() => left('codex.review.open')).toEqual([{ attributes, value: 1 }]);
  const [wait] = left('codex.review.oldest_wait');
  expect(wait).toMatchObject({ attributes });
  expect(wait!.value).toBeGreaterThanOrEqual(0);
  expect(wait!.value).toBeLessThan(5);
  expect(left('codex.user_input.open')).toEqual([]);
  play(after);
  await expect.poll(() => left('codex.review.open')).toEqual([{ attributes, value: 0 }]);
  expect(left('codex.review.oldest_wait')).toEqual([{ attributes, value: 0 }]);
});

it('codex.review.oldest_wait is the time since the oldest review began, by the clock of the connection', async () => {
  const observed = new Observed();
  const left = metricsOf(observed);
  let now = 0;
  const connection = observed.codex.connect({ now: () => now });
  const [before] = until(asks);
  for (const step of before) {
    now = step.at;
    pass(connection, step);
  }
  now += 90_000;
  connection.fromServer('{"method":"item/agentMessage/delta","params":{}}\n');
  // Another review begins, of the same kind.
  const request = before.at(-1)!.text.replace(/"id":\d+/, '"id":77');
  connection.fromServer(`${request}\n`);
  await expect.poll(() => left('codex.review.open')[0]?.value).toBe(2);
  const wait = Number(left('codex.review.oldest_wait')[0]?.value);
  expect(wait).toBeGreaterThanOrEqual(90);
  expect(wait).toBeLessThan(95);
});

it('codex.user_input.open counts the questions that wait, by their kind', async () => {
  const observed = new Observed();
  const left = metricsOf(observed);
  const seen: unknown[] = [];
  const connection = observed.codex.connect();
  for (const step of conversation('0.171.0/mcp-elicitation')) {
    pass(connection, step);
    if (methodOf(step) !== 'mcpServer/elicitation/request') continue;
    await expect.poll(() => left('codex.user_input.open').some(({ value }) => value === 1)).toBe(true);
    seen.push(...left('codex.user_input.open'));
  }
  connection.close();
  expect(seen).toContainEqual({ attributes: { 'codex.user_input.kind': expect.any(String) as string }, value: 1 });
  await expect.poll(() => left('codex.user_input.open').every(({ value }) => value === 0)).toBe(true);
  expect(observed.requested.map(({ event_params }) => event_params)).toContainEqual(
    expect.objectContaining({ reviewer: 'user', review_id: null, subject_kind: null }),
  );
});

it.each(['0.169.0/ws-both-asked', '0.169.0/ws-reconnect-with-approval-pending', '0.169.0/approval-interrupted'])(
  'each review of %s is announced once, before its event, and no later',
  async (recording) => {
    const types: string[] = [];
    const ids = new Map<string, string>();
    const eventHook = (event: CodexAnalyticsEvent) => {
      types.push(event.event_type);
      if ('review_id' in event.event_params) ids.set(event.event_type, String(event.event_params.review_id));
    };
    const observed = new Observed({ eventHook });
    passAll(observed.codex, recording);
    observed.codex.disable();
    expect(types.filter((type) => type === 'codex_review_requested')).toHaveLength(1);
    const ended = types.indexOf('codex_review_event');
    if (ended !== -1) {
      expect(types.indexOf('codex_review_requested')).toBeLessThan(ended);
      expect(ids.get('codex_review_requested')).toBe(ids.get('codex_review_event'));
    }
  },
);

it('a replay announces nothing: nobody waits any more', async () => {
  const replayed = await Replayed.from(wireFile(RECORDING));
  expect(replayed.types).toContain('codex_review_event');
  expect(replayed.types).not.toContain('codex_review_requested');
});

it('providers that cannot send cost the host nothing', async () => {
  const observed = new Observed();
  const failing = { forceFlush: () => Promise.reject(new Error('gone')) };
  observed.codex.setLoggerProvider({ getLogger: () => ({ emit: () => {} }), ...failing });
  const provider = new MeterProvider();
  observed.codex.setMeterProvider(Object.assign(provider, failing));
  passAll(observed.codex, RECORDING);
  await expect.poll(() => [...observed.codex.counters].filter(({ name }) => name === 'hooks.failed').length).toBe(2);
  expect(observed.types).toContain('codex_review_event');
});
