import { isDeepStrictEqual } from 'node:util';
import {
  AggregationTemporality,
  DataPointType,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type DataPoint,
  type Histogram,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import { expect, it } from 'vitest';
import { SCHEMA_URL } from '../../src/spans/conventions.js';
import type { TurnFacts } from '../../src/session/facts/index.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { SCOPE_NAME, VERSION } from '../../src/version.js';
import { pass, passAll } from './by-hand.js';
import { conversation, methodOf } from './conversation.js';
import { afterThisTest, Observed } from './telemetry.js';

const RECORDING = '0.169.0/approval-accept';

/** The metrics of a host, read when they are asked for. */
function measured(observed: Observed) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 2 ** 31 - 1 });
  const provider = new MeterProvider({ readers: [reader] });
  observed.codex.setMeterProvider(provider);
  afterThisTest(() => void provider.shutdown());
  const read = async () => {
    exporter.reset();
    await reader.forceFlush();
    // What waits for a person is exported meanwhile, too.
    return exporter.getMetrics().at(-1)?.scopeMetrics ?? [];
  };
  return {
    provider,
    read,
    /** The data points of a metric: attributes, and the value or, of a histogram, count and sum. */
    async points(name: string) {
      const metrics = (await read()).flatMap((scope) => scope.metrics);
      return metrics.filter(({ descriptor }) => descriptor.name === name).flatMap(pointsOf);
    },
  };
}

function pointsOf(metric: MetricData): { attributes: object; value: unknown }[] {
  if (metric.dataPointType === DataPointType.HISTOGRAM)
    return metric.dataPoints.map(({ attributes, value: { count, sum } }) => ({ attributes, value: [count, sum] }));
  return (metric.dataPoints as { attributes: object; value: unknown }[]).map(({ attributes, value }) => ({
    attributes,
    value,
  }));
}

const seconds = (observed: Observed, type: 'turn' | 'item' | 'review') => {
  const { startMs, endMs } = factsOf(observed.ofType(type)[0]!)!;
  return (endMs - startMs) / 1000;
};

it('metrics have the names, units and bucket boundaries of the GenAI conventions, or names of their own', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  passAll(observed.codex, RECORDING);
  const [scope] = await metrics.read();
  expect(scope!.scope).toMatchObject({ name: SCOPE_NAME, version: VERSION, schemaUrl: SCHEMA_URL });
  const described = scope!.metrics.map(({ descriptor }) => [descriptor.name, descriptor.unit]);
  expect(described).toEqual([
    ['gen_ai.invoke_agent.duration', 's'],
    ['gen_ai.execute_tool.duration', 's'],
    ['codex.turn.usage.input_tokens', '{token}'],
    ['codex.turn.usage.output_tokens', '{token}'],
    ['codex.review.wait', 's'],
    ['codex.thread.open', '{thread}'],
    ['codex.turn.open', '{turn}'],
    ['codex.review.open', '{review}'],
    ['codex.review.oldest_wait', 's'],
    ['codex.observer.messages.seen', '{message}'],
    ['codex.observer.messages.skipped', '{message}'],
    ['codex.observer.events.emitted', '{event}'],
  ]);
  const boundaries = scope!.metrics
    .slice(0, 3)
    .map(({ dataPoints }) => (dataPoints[0] as DataPoint<Histogram>).value.buckets.boundaries);
  expect(boundaries).toEqual([
    [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 102.4, 204.8, 409.6],
    [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
  ]);
});

it('gen_ai.invoke_agent.duration and gen_ai.execute_tool.duration measure turns and tools', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  passAll(observed.codex, RECORDING);
  expect(await metrics.points('gen_ai.invoke_agent.duration')).toEqual([
    {
      attributes: {
        'gen_ai.agent.name': 'codex',
        'gen_ai.request.model': 'gpt-5.5',
        'codex.turn.status': 'completed',
      },
      value: [1, seconds(observed, 'turn')],
    },
  ]);
  expect(await metrics.points('gen_ai.execute_tool.duration')).toEqual([
    {
      attributes: {
        'gen_ai.tool.name': 'unified_exec',
        'gen_ai.tool.type': 'function',
        'codex.item.status': 'completed',
      },
      value: [1, seconds(observed, 'item')],
    },
  ]);
});

it('codex.turn.usage.* measure the tokens of a turn', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  passAll(observed.codex, RECORDING);
  const { tokenUsage } = factsOf(observed.ofType('turn')[0]!) as TurnFacts;
  const attributes = { 'gen_ai.provider.name': 'mock', 'gen_ai.request.model': 'gpt-5.5' };
  const { inputTokens, outputTokens } = tokenUsage!;
  expect(inputTokens).toBeGreaterThan(0);
  expect(await metrics.points('codex.turn.usage.input_tokens')).toEqual([{ attributes, value: [1, inputTokens] }]);
  expect(await metrics.points('codex.turn.usage.output_tokens')).toEqual([{ attributes, value: [1, outputTokens] }]);
});

it('codex.turn.usage.* measure nothing if the usage of the turn is unknown', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  passAll(observed.codex, '0.169.0/client-opt-out');
  expect((factsOf(observed.ofType('turn')[0]!) as TurnFacts).tokenUsage).toBeNull();
  expect(await metrics.points('codex.turn.usage.input_tokens')).toEqual([]);
});

it('codex.review.wait measures how long a review kept its turn waiting', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  let now = 1_795_400_000_000;
  const connection = observed.codex.connect({ now: () => now });
  const steps = conversation(RECORDING);
  for (const step of steps) {
    now = step.at;
    pass(connection, step);
  }
  connection.close();
  const [, review] = await metrics.points('codex.review.wait');
  expect(review).toBeUndefined();
  expect(await metrics.points('codex.review.wait')).toEqual([
    {
      attributes: {
        'codex.review.reviewer': 'user',
        'codex.review.subject': 'command_execution',
        'codex.review.status': 'approved',
      },
      value: [1, seconds(observed, 'review')],
    },
  ]);
  expect(seconds(observed, 'review')).toBeGreaterThan(0.1);
});

it('the duration of a failed turn has an error.type', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  passAll(observed.codex, '0.169.0/turn-fails-http-500');
  const [turn] = await metrics.points('gen_ai.invoke_agent.duration');
  expect(turn!.attributes).toMatchObject({ 'codex.turn.status': 'failed', 'error.type': expect.any(String) as string });
});

it('nothing is measured of a turn whose end was not seen', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  const connection = observed.codex.connect();
  for (const step of conversation(RECORDING)) if (methodOf(step) !== 'turn/completed') pass(connection, step);
  connection.close();
  expect(observed.ofType('turn')[0]!.attributes['codex.end_reason']).toBe('server_closed');
  expect(await metrics.points('gen_ai.invoke_agent.duration')).toEqual([]);
  expect(await metrics.points('codex.turn.usage.input_tokens')).toEqual([]);
});

it('codex.thread.open and codex.turn.open count open threads and turns, down to zero', async () => {
  const observed = new Observed();
  const metrics = measured(observed);
  const open = async () => {
    const [threads, turns] = [await metrics.points('codex.thread.open'), await metrics.points('codex.turn.open')];
    return [threads[0]!.value, turns[0]!.value];
  };
  const connection = observed.codex.connect();
  const counts: unknown[] = [];
  for (const step of conversation(RECORDING)) {
    pass(connection, step);
    if (['thread/started', 'item/started', 'turn/completed'].includes(methodOf(step) ?? '')) counts.push(await open());
  }
  connection.close();
  expect(counts).toEqual([
    [1, 0],
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 0],
  ]);
  expect(await open()).toEqual([0, 0]);
});

it('codex.observer.* report the counters of messages, broken lines, events and failed hooks', async () => {
  const observed = new Observed({ spanEndHook: () => Promise.reject(new Error('no luck')) as never });
  const metrics = measured(observed);
  const connection = observed.codex.connect();
  connection.fromServer('no JSON\n');
  connection.close();
  passAll(observed.codex, RECORDING);
  await new Promise(setImmediate);
  const count = async (counter: string, reason?: string) => {
    const points = await metrics.points(`codex.observer.${counter}`);
    return points.find(({ attributes }) =>
      isDeepStrictEqual(attributes, reason === undefined ? {} : { 'codex.observer.reason': reason }),
    )?.value;
  };
  expect(await count('messages.seen')).toBe(conversation(RECORDING).length + 1);
  expect(await count('messages.skipped')).toBeGreaterThan(5);
  expect(await count('lines.broken')).toBe(1);
  expect(await count('events.emitted', 'codex_turn_event')).toBe(1);
  expect(await count('hooks.failed', 'spanEndHook')).toBe(observed.spans.length);
});

it('an idle instrumentation on the same meter does not overwrite the counts of open threads and turns', async () => {
  const [observed, idle] = [new Observed(), new Observed()];
  const metrics = measured(observed);
  idle.codex.setMeterProvider(metrics.provider);
  const connection = observed.codex.connect();
  const steps = conversation(RECORDING);
  for (const step of steps.slice(
    0,
    steps.findIndex((step) => methodOf(step) === 'turn/completed'),
  ))
    pass(connection, step);
  expect(await metrics.points('codex.thread.open')).toEqual([{ attributes: {}, value: 1 }]);
  expect(await metrics.points('codex.turn.open')).toEqual([{ attributes: {}, value: 1 }]);
});

it('only the meter provider that was set last gets measurements', async () => {
  const observed = new Observed();
  const [before, after] = [measured(observed), measured(observed)];
  passAll(observed.codex, RECORDING);
  expect(await before.points('codex.observer.messages.seen')).toEqual([]);
  expect(await before.points('gen_ai.invoke_agent.duration')).toEqual([]);
  expect((await after.points('gen_ai.invoke_agent.duration')).length).toBe(1);
});
