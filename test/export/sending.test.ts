import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import { deliveryProblem } from '../../src/export/delivery.js';
import { readSettings } from '../../src/export/settings.js';
import { setUp, type SetUpOptions } from '../../src/export/pipeline.js';
import type { Environment } from '../../src/export/variables.js';
import { attachFacts } from '../../src/spans/facts-on-span.js';
import { everyFact } from '../events/facts.js';
import { Output } from '../cli/io.js';
import { Receiver } from './receiver.js';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

/** A pipeline that sends to the receiver, with an event processor in it. */
function pipelineTo(url: string, env: Environment = {}, pace: SetUpOptions['pace'] = 'replay') {
  const output = new Output();
  const codex = new CodexSpanProcessor();
  const settings = readSettings({ OTEL_METRICS_EXPORTER: 'none', ...env }, { endpoint: url, otlp: 'when asked' });
  const pipeline = setUp(settings, { pace, spanProcessors: [codex], output });
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

describe('spans and events on their way', () => {
  it.each(['http/json', 'http/protobuf'])(
    'arrive as %s, gzipped or not, with the headers asked for',
    async (protocol) => {
      for (const compression of ['none', 'gzip']) {
        const { pipeline, emit, problem } = pipelineTo(receiver.url, {
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

  it('arrive in batches of the size asked for, one after the other', async () => {
    const { pipeline, emit } = pipelineTo(receiver.url, {
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

  it('arrive once where the receiver is overloaded, hangs up or says when to come again', async () => {
    const answers = [
      { status: 503 },
      { hangUp: true },
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 502 },
    ];
    receiver.answer = (_path, number) => answers[number];
    const { pipeline, emit, problem } = pipelineTo(receiver.url, { OTEL_EXPORTER_OTLP_TIMEOUT: '700' });
    emit(10);
    await pipeline.shutdown();
    expect(problem()).toBeUndefined();
    expect(new Set(receiver.spans.map(({ spanId }) => spanId)).size).toBe(10);
    expect([receiver.spans.length, receiver.events.length]).toEqual([10, 10]);
  });

  it('are counted where the receiver rejects them', async () => {
    receiver.answer = (path) => ({
      body: {
        partialSuccess:
          path === '/v1/traces' ? { rejectedSpans: '3', errorMessage: 'too old' } : { rejectedLogRecords: 1 },
      },
    });
    const { pipeline, emit, problem } = pipelineTo(receiver.url, { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
    emit(10);
    await pipeline.shutdown();
    expect(problem()?.text).toBe(
      `Not delivered: 3 spans to ${receiver.url}/v1/traces (it rejected them: too old), ` +
        `1 event to ${receiver.url}/v1/logs (it rejected them: it does not say why).`,
    );
  });

  it('are said to be lost where nobody listens, where the answer is no, and where gRPC is spoken', async () => {
    const said = async (url: string, env: Environment = {}) => {
      const { pipeline, emit, problem } = pipelineTo(url, { OTEL_EXPORTER_OTLP_TIMEOUT: '500', ...env });
      emit(1);
      await pipeline.shutdown();
      return problem();
    };
    expect(await said('http://127.0.0.1:1')).toEqual({
      text:
        'Not delivered: 1 span to http://127.0.0.1:1/v1/traces (connection refused), ' +
        '1 event to http://127.0.0.1:1/v1/logs (connection refused). Is the receiver running there?',
      isFailure: true,
    });
    receiver.answer = () => ({ status: 401 });
    expect((await said(receiver.url))?.text).toMatch(/it answered 401 Unauthorized/);
    receiver.answer = () => ({ delayMs: 1000 });
    expect((await said(receiver.url))?.text).toMatch(/no answer in time/);

    const notHttp = createTcpServer((socket) => void socket.end('\0\0\x12\x04'));
    await new Promise<void>((resolve) => notHttp.listen(0, '127.0.0.1', resolve));
    const { port } = notHttp.address() as AddressInfo;
    expect((await said(`http://127.0.0.1:${port}`))?.text).toMatch(/does not speak HTTP/);
    notHttp.close();
  });

  it('are all there where the receiver has no logs: that is said and no failure', async () => {
    receiver.answer = (path) => (path === '/v1/logs' ? { status: 404 } : undefined);
    const { pipeline, emit, problem } = pipelineTo(receiver.url);
    emit(2);
    await pipeline.shutdown();
    expect(problem()).toEqual({
      text: `The receiver takes no logs, so 2 events were not sent to ${receiver.url}/v1/logs; OTEL_LOGS_EXPORTER=none leaves them out.`,
      isFailure: false,
    });

    receiver.answer = () => ({ status: 404 });
    const wrong = pipelineTo(receiver.url);
    wrong.emit(2);
    await wrong.pipeline.shutdown();
    expect(wrong.problem()?.isFailure).toBe(true);
  });

  it('leave as the sampler says, but every event leaves', async () => {
    const { pipeline, emit } = pipelineTo(receiver.url, { OTEL_TRACES_SAMPLER: 'always_off' });
    emit(5);
    await pipeline.shutdown();
    expect([receiver.spans.length, receiver.events.length]).toEqual([0, 5]);

    const half = pipelineTo(receiver.url, { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.5' });
    half.emit(200);
    await half.pipeline.shutdown();
    expect(receiver.spans.length).toBeGreaterThan(20);
    expect(receiver.spans.length).toBeLessThan(180);
    expect(receiver.events).toHaveLength(205);
  });

  it('go to the terminal as OTLP/JSON where that is asked for', async () => {
    const { pipeline, emit, output } = pipelineTo(receiver.url, {
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

describe('a live session', () => {
  it('sends metrics, to a receiver and to the terminal', async () => {
    const env = { OTEL_METRICS_EXPORTER: 'otlp,console', OTEL_METRIC_EXPORT_INTERVAL: '60000' };
    for (const protocol of ['http/json', 'http/protobuf']) {
      const { pipeline, output } = pipelineTo(receiver.url, { ...env, OTEL_EXPORTER_OTLP_PROTOCOL: protocol }, 'live');
      pipeline.meterProvider?.getMeter('test').createCounter('turns').add(1);
      await pipeline.shutdown();
      expect(JSON.parse(output.lines[0] ?? '')).toHaveProperty('resourceMetrics');
    }
  });

  it('has no meters where no metrics are wanted, and sends what waits when told to', async () => {
    const { pipeline, emit } = pipelineTo(receiver.url, {}, 'live');
    expect(pipeline.meterProvider).toBeUndefined();
    emit(1);
    await pipeline.flush();
    expect(receiver.spans).toHaveLength(1);
    pipeline.hurry();
    await pipeline.tracerProvider.forceFlush();
    await pipeline.loggerProvider?.forceFlush();
    await pipeline.shutdown();
    expect(trace.getActiveSpan()).toBeUndefined();
  });

  it('drops what its queue has no room for, and says how much', async () => {
    receiver.answer = () => ({ delayMs: 20 });
    const { pipeline, emit, problem } = pipelineTo(
      receiver.url,
      { OTEL_BSP_MAX_QUEUE_SIZE: '10', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '5', OTEL_LOGS_EXPORTER: 'none' },
      'live',
    );
    emit(100);
    await pipeline.shutdown();
    expect(problem()?.text).toBe(`Not delivered: 90 spans to ${receiver.url}/v1/traces (more than 10 were waiting).`);
    expect(receiver.spans).toHaveLength(10);
  });
});
