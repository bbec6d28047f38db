import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import { createPipeline, type PipelineOptions } from '../../src/export/pipeline.js';
import { deliveryProblem } from '../../src/export/queue/delivery-report.js';
import { attachFacts } from '../../src/spans/facts-on-span.js';
import { everyFact } from '../events/facts.js';
import { Output } from '../cli/io.js';
import { hastyClock } from './fake-clock.js';
import { Receiver } from './receiver.js';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

/** A pipeline that sends to the receiver, with an event processor in it. */
async function pipelineTo(
  url: string,
  env: Readonly<Record<string, string>> = {},
  pace: PipelineOptions['pace'] = 'replay',
) {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries({ OTEL_METRICS_EXPORTER: 'none', ...env })) vi.stubEnv(name, value);
  const output = new Output();
  const codex = new CodexSpanProcessor();
  const pipeline = await createPipeline({ pace, endpoint: url, spanProcessors: [codex], output, clock: hastyClock });
  codex.setLoggerProvider(pipeline.loggerProvider);
  const tracer = pipeline.tracerProvider.getTracer('test', '1');
  const emit = (count: number) => {
    for (let index = 0; index < count; index++) {
      const span = tracer.startSpan(`span ${index}`, { startTime: [1, 0], attributes: { 'codex.span.type': 'turn' } });
      attachFacts(span, { ...everyFact.find(({ type }) => type === 'thread_archive')! });
      span.end([2, 0]);
    }
  };
  return { pipeline, output, emit, problem: () => deliveryProblem(pipeline.shipments) };
}

interface Point {
  readonly asInt?: number | string;
  readonly asDouble?: number;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}
interface MetricsRequest {
  readonly resourceMetrics: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly { readonly name: string; readonly sum: { readonly dataPoints: readonly Point[] } }[];
    }[];
  }[];
}

/** The sums in a line of OTLP/JSON, by their names; those of an error type bear it. */
function metricsOf(line: string): Record<string, (number | string)[]> {
  const { resourceMetrics } = JSON.parse(line) as MetricsRequest;
  const metrics = resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  return Object.fromEntries(
    metrics.map(({ name, sum }) => [
      name,
      sum.dataPoints.map(({ asInt, asDouble, attributes }) => {
        const type = attributes.find(({ key }) => key === 'error.type')?.value.stringValue;
        const value = Number(asInt ?? asDouble);
        return type === undefined ? value : `${type} ${value}`;
      }),
    ]),
  );
}

describe('a pipeline', () => {
  it.each(['http/json', 'http/protobuf'])(
    'delivers spans and events as %s, gzipped or not, with the headers asked for',
    async (protocol) => {
      for (const compression of ['none', 'gzip']) {
        const { pipeline, emit, problem } = await pipelineTo(receiver.url, {
          OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
          OTEL_EXPORTER_OTLP_COMPRESSION: compression,
          OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=acme',
          OTEL_SERVICE_NAME: 'my-codex',
        });
        emit(2);
        await pipeline.shutdown();
        expect(problem()).toBeUndefined();
      }
      expect(receiver.spans).toHaveLength(4);
      expect(receiver.spans[0]).toMatchObject({
        name: 'span 0',
        start: '1000000000',
        end: '2000000000',
        attributes: { 'codex.span.type': 'turn' },
        service: 'my-codex',
      });
      expect(receiver.events).toHaveLength(4);
      expect(receiver.events[0]).toMatchObject({ eventName: 'codex.thread_archive', service: 'my-codex' });
      expect(receiver.events[0]?.traceId).toBe(receiver.spans[0]?.traceId);
      const [plain, , zipped] = receiver.requests;
      const type = protocol === 'http/json' ? 'application/json' : 'application/x-protobuf';
      expect(plain?.headers).toMatchObject({ 'x-tenant': 'acme', 'content-type': type });
      expect(plain?.headers['user-agent']).toMatch(/^opentelemetry-instrumentation-codex\/\d/);
      expect([plain?.headers['content-encoding'], zipped?.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    },
  );

  it('delivers batches of the size asked for, one after the other', async () => {
    const { pipeline, emit } = await pipelineTo(receiver.url, {
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '100',
      OTEL_BLRP_MAX_EXPORT_BATCH_SIZE: '300',
    });
    emit(1000);
    await pipeline.drained();
    await pipeline.shutdown();
    const sizes = (path: string) => receiver.requests.filter((one) => one.path === path).map(({ items }) => items);
    expect(sizes('/v1/traces')).toEqual(Array(10).fill(100));
    expect(sizes('/v1/logs')).toEqual([300, 300, 300, 100]);
  });

  it('delivers once where the receiver is overloaded, hangs up or asks to wait', async () => {
    const answers = [
      { status: 503 },
      { hangUp: true },
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 502 },
    ];
    receiver.answer = (_path, number) => answers[number];
    const { pipeline, emit, problem } = await pipelineTo(receiver.url, { OTEL_EXPORTER_OTLP_TIMEOUT: '700' });
    emit(10);
    await pipeline.shutdown();
    expect(problem()).toBeUndefined();
    expect(new Set(receiver.spans.map(({ spanId }) => spanId)).size).toBe(10);
    expect([receiver.spans.length, receiver.events.length]).toEqual([10, 10]);
  });

  it('counts items that the receiver rejects', async () => {
    receiver.answer = (path) => ({
      body: {
        partialSuccess:
          path === '/v1/traces' ? { rejectedSpans: '3', errorMessage: 'too old' } : { rejectedLogRecords: 1 },
      },
    });
    const { pipeline, emit, problem } = await pipelineTo(receiver.url, { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
    emit(10);
    await pipeline.shutdown();
    expect(problem()?.text).toBe(
      `Not delivered: 3 spans to ${receiver.url}/v1/traces (it rejected them: too old), ` +
        `1 event to ${receiver.url}/v1/logs (it rejected them: it does not say why).`,
    );
  });

  it('names the loss where nobody listens, where the answer is no or none, and where gRPC is spoken', async () => {
    const problemOf = async (url: string, env: Readonly<Record<string, string>> = {}) => {
      const { pipeline, emit, problem } = await pipelineTo(url, { OTEL_EXPORTER_OTLP_TIMEOUT: '500', ...env });
      emit(1);
      await pipeline.shutdown();
      return problem();
    };
    expect(await problemOf('http://127.0.0.1:1')).toEqual({
      text:
        'Not delivered: 1 span to http://127.0.0.1:1/v1/traces (connection refused), ' +
        '1 event to http://127.0.0.1:1/v1/logs (connection refused). Is the receiver running there?',
      isFailure: true,
    });
    receiver.answer = () => ({ status: 401 });
    expect((await problemOf(receiver.url))?.text).toMatch(/it answered 401 Unauthorized/);
    receiver.answer = () => ({ delayMs: 1000 });
    expect((await problemOf(receiver.url))?.text).toMatch(/no answer in time/);

    const notHttp = createTcpServer((socket) => void socket.end('\0\0\x12\x04'));
    await new Promise<void>((resolve) => notHttp.listen(0, '127.0.0.1', resolve));
    const { port } = notHttp.address() as AddressInfo;
    expect((await problemOf(`http://127.0.0.1:${port}`))?.text).toMatch(/does not speak HTTP/);
    notHttp.close();
  });

  it('counts it as no failure that a receiver of its spans has no logs', async () => {
    receiver.answer = (path) => (path === '/v1/logs' ? { status: 404 } : undefined);
    const { pipeline, emit, problem } = await pipelineTo(receiver.url);
    emit(2);
    await pipeline.shutdown();
    expect(problem()).toEqual({
      text: `The receiver takes no logs, so 2 events were not sent to ${receiver.url}/v1/logs; OTEL_LOGS_EXPORTER=none leaves them out.`,
      isFailure: false,
    });

    receiver.answer = () => ({ status: 404 });
    const wrong = await pipelineTo(receiver.url);
    wrong.emit(2);
    await wrong.pipeline.shutdown();
    expect(wrong.problem()?.isFailure).toBe(true);
  });

  it('samples spans by OTEL_TRACES_SAMPLER, and sends every event', async () => {
    const { pipeline, emit } = await pipelineTo(receiver.url, { OTEL_TRACES_SAMPLER: 'always_off' });
    emit(5);
    await pipeline.shutdown();
    expect([receiver.spans.length, receiver.events.length]).toEqual([0, 5]);

    const half = await pipelineTo(receiver.url, {
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.5',
    });
    half.emit(200);
    await half.pipeline.shutdown();
    expect(receiver.spans.length).toBeGreaterThan(20);
    expect(receiver.spans.length).toBeLessThan(180);
    expect(receiver.events).toHaveLength(205);
  });

  it('writes OTLP/JSON to the terminal where that is asked for', async () => {
    const { pipeline, emit, output } = await pipelineTo(receiver.url, {
      OTEL_TRACES_EXPORTER: 'console',
      OTEL_LOGS_EXPORTER: 'console,otlp',
    });
    emit(1);
    await pipeline.shutdown();
    const lines = output.lines.map((line) => Object.keys(JSON.parse(line) as object));
    expect(lines.sort()).toEqual([['resourceLogs'], ['resourceSpans']]);
    expect([receiver.spans.length, receiver.events.length]).toEqual([0, 1]);
  });
});

describe('a live pipeline', () => {
  it.each(['http/json', 'http/protobuf'])('sends metrics as %s, and to the terminal', async (protocol) => {
    const env = { OTEL_METRICS_EXPORTER: 'otlp,console', OTEL_EXPORTER_OTLP_PROTOCOL: protocol };
    const { pipeline, output, emit } = await pipelineTo(receiver.url, env, 'live');
    emit(1);
    await pipeline.shutdown();
    expect(receiver.requests.map(({ path }) => path).sort()).toEqual(['/v1/logs', '/v1/metrics', '/v1/traces']);
    expect(JSON.parse(output.lines[0] ?? '')).toHaveProperty('resourceMetrics');
  });

  it('sends no metrics before the first span', async () => {
    const { pipeline } = await pipelineTo(receiver.url, { OTEL_METRICS_EXPORTER: 'otlp' }, 'live');
    pipeline.meterProvider?.getMeter('test').createCounter('turns').add(1);
    await pipeline.shutdown();
    expect(receiver.requests).toEqual([]);
  });

  it('loses none of 5,000 spans and events that end at once, and measures its queues meanwhile', async () => {
    const { pipeline, emit, output, problem } = await pipelineTo(
      receiver.url,
      { OTEL_METRICS_EXPORTER: 'console' },
      'live',
    );
    emit(5_000);
    await pipeline.meterProvider?.forceFlush();
    await pipeline.shutdown();
    expect(problem()).toBeUndefined();
    expect([receiver.spans.length, receiver.events.length]).toEqual([5_000, 5_000]);
    const [during, after] = output.lines.map(metricsOf);
    expect(during).toMatchObject({
      'otel.sdk.processor.span.queue.size': [5_000],
      'otel.sdk.processor.span.queue.capacity': [16_384],
      'otel.sdk.processor.log.queue.size': [5_000],
    });
    expect(after).toMatchObject({ 'otel.sdk.processor.log.queue.capacity': [16_384] });
  });

  it('has no meters where no metrics are wanted, and sends what waits when flushed', async () => {
    const { pipeline, emit } = await pipelineTo(receiver.url, {}, 'live');
    expect(pipeline.meterProvider).toBeUndefined();
    emit(1);
    await pipeline.flush();
    expect(receiver.spans).toHaveLength(1);
    emit(1);
    await pipeline.tracerProvider.forceFlush();
    await pipeline.loggerProvider?.forceFlush();
    expect([receiver.spans.length, receiver.events.length]).toEqual([2, 2]);
    await pipeline.shutdown();
  });

  it('drops items beyond the length of its queue, and counts them', async () => {
    receiver.answer = () => ({ delayMs: 20 });
    const { pipeline, emit, problem } = await pipelineTo(
      receiver.url,
      { OTEL_BSP_MAX_QUEUE_SIZE: '10', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '5', OTEL_LOGS_EXPORTER: 'none' },
      'live',
    );
    emit(100);
    await pipeline.shutdown();
    expect(problem()?.text).toBe(`Not delivered: 90 spans to ${receiver.url}/v1/traces (more than 10 were waiting).`);
    expect(receiver.spans).toHaveLength(10);
  });

  it('measures what it delivered and lost, by error type', async () => {
    receiver.answer = (path) => (path === '/v1/logs' ? { status: 400 } : undefined);
    const env = { OTEL_METRICS_EXPORTER: 'console', OTEL_BSP_MAX_QUEUE_SIZE: '10' };
    const { pipeline, emit, output } = await pipelineTo(receiver.url, env, 'live');
    emit(25);
    await pipeline.flush();
    await pipeline.shutdown();
    expect(metricsOf(output.lines[0] ?? '')).toMatchObject({
      'otel.sdk.processor.span.processed': [10, 'queue_full 15', '_OTHER 0'],
      'otel.sdk.processor.log.processed': [0, 'queue_full 0', '_OTHER 25'],
    });
  });
});
