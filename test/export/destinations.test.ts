import { afterEach, describe, expect, it, vi } from 'vitest';
import { destinationsOf, type DestinationOptions, type Signal } from '../../src/export/destinations.js';
import { queueOptions } from '../../src/export/queue/queue-options.js';

afterEach(() => vi.unstubAllEnvs());

type Env = Readonly<Record<string, string>>;

function read(signal: Signal, env: Env, options: Partial<DestinationOptions> = {}) {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return destinationsOf(signal, { isOtlpDefault: true, ...options });
}

const urls = (env: Env, options: Partial<DestinationOptions> = {}) =>
  (['traces', 'logs', 'metrics'] as const).map((signal) => read(signal, env, options).otlp?.http.url);

describe('the destination of a signal', () => {
  it('is port 4318 of this machine by default, by http/protobuf', () => {
    expect(urls({})).toEqual([
      'http://localhost:4318/v1/traces',
      'http://localhost:4318/v1/logs',
      'http://localhost:4318/v1/metrics',
    ]);
    expect(read('traces', {}).otlp).toMatchObject({
      protocol: 'http/protobuf',
      http: { timeoutMillis: 10_000, compression: 'none' },
    });
  });

  it('is nothing where it has to be asked for and is not', () => {
    expect(urls({}, { isOtlpDefault: false })).toEqual([undefined, undefined, undefined]);
  });

  it('is the base URL with the path of the signal', () => {
    for (const base of ['https://acme.example/otlp', 'https://acme.example/otlp/']) {
      const expected = ['traces', 'logs', 'metrics'].map((signal) => `https://acme.example/otlp/v1/${signal}`);
      expect(urls({ OTEL_EXPORTER_OTLP_ENDPOINT: base })).toEqual(expected);
      expect(urls({}, { endpoint: base })).toEqual(expected);
    }
  });

  it('is its own variable before the one for all signals, and --endpoint before both', () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a', OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'http://b/logs?x=1' };
    expect(urls(env).slice(0, 2)).toEqual(['http://a/v1/traces', 'http://b/logs?x=1']);
    expect(urls(env, { endpoint: 'http://c' })[1]).toBe('http://c/v1/logs');
  });

  it('is asked for by an endpoint, for all signals or for one, or by the name of the exporter', () => {
    const asked = (env: Env, endpoint?: string) => urls(env, { isOtlpDefault: false, endpoint }).slice(0, 2);
    expect(asked({}, 'http://c')).toEqual(['http://c/v1/traces', 'http://c/v1/logs']);
    expect(asked({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a' })).toEqual(['http://a/v1/traces', 'http://a/v1/logs']);
    expect(asked({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://a/t' })).toEqual(['http://a/t', undefined]);
    expect(asked({ OTEL_LOGS_EXPORTER: 'otlp' })).toEqual([undefined, 'http://localhost:4318/v1/logs']);
    expect(asked({ OTEL_LOGS_EXPORTER: 'none' }, 'http://c')).toEqual(['http://c/v1/traces', undefined]);
  });

  it('may be the terminal, beside a receiver or instead', () => {
    expect(read('traces', { OTEL_TRACES_EXPORTER: 'console' })).toEqual({ otlp: undefined, console: true });
    expect(read('traces', { OTEL_TRACES_EXPORTER: 'otlp, Console' })).toMatchObject({ otlp: {}, console: true });
  });

  it('is nothing where the SDK is disabled', () => {
    const disabled = read('traces', { OTEL_SDK_DISABLED: 'TRUE' }, { endpoint: 'http://c' });
    expect(disabled).toEqual({ otlp: undefined, console: false });
  });

  it("takes a signal's own protocol, timeout and compression before the general ones, and the headers of both", async () => {
    const env = {
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: 'http/protobuf',
      OTEL_EXPORTER_OTLP_TIMEOUT: '2000',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: 'none',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20eD15, x-tenant = a ',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-tenant=b',
    };
    const [traces, logs] = [read('traces', env).otlp, read('logs', env).otlp];
    expect(traces).toMatchObject({ protocol: 'http/json', http: { compression: 'none', timeoutMillis: 2000 } });
    expect(await traces?.http.headers()).toEqual({
      authorization: 'Basic eD15',
      'x-tenant': 'b',
      'content-type': 'application/json',
    });
    expect(logs).toMatchObject({ protocol: 'http/protobuf', http: { compression: 'gzip' } });
    expect(await logs?.http.headers()).toMatchObject({ 'x-tenant': 'a', 'content-type': 'application/x-protobuf' });
  });
});

describe('the batches of spans and events', () => {
  it('are those of the specification, but that spans wait no longer than log records and queues are longer', () => {
    const expected = { maxBatch: 512, maxQueue: 16_384, delayMs: 1_000, firstDelayMs: 0, retryBudgetMs: 30_000 };
    for (const prefix of ['BSP', 'BLRP'] as const) expect(queueOptions(prefix, 'live')).toMatchObject(expected);
  });

  it('are those of the variables of spans and of log records', () => {
    vi.stubEnv('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', '50000');
    vi.stubEnv('OTEL_BSP_SCHEDULE_DELAY', '7');
    vi.stubEnv('OTEL_BSP_EXPORT_TIMEOUT', '100');
    vi.stubEnv('OTEL_BLRP_MAX_QUEUE_SIZE', '100');
    expect(queueOptions('BSP', 'live')).toMatchObject({
      maxBatch: 50_000,
      maxQueue: 50_000,
      delayMs: 7,
      firstDelayMs: 7,
      retryBudgetMs: 100,
    });
    expect(queueOptions('BLRP', 'live')).toMatchObject({
      maxBatch: 100,
      maxQueue: 100,
      delayMs: 1_000,
      retryBudgetMs: 30_000,
    });
  });
});
