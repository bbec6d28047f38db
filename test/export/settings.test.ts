import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, type ReadSettingsOptions } from '../../src/export/settings.js';
import { SettingError, type Environment } from '../../src/export/variables.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();

const read = (env: Environment, options: Partial<ReadSettingsOptions> = {}) =>
  readSettings(env, { otlp: 'always', ...options });
const otlp = (env: Environment, options: Partial<ReadSettingsOptions> = {}) => {
  const { traces, logs, metrics } = read(env, options);
  return { traces: traces.otlp, logs: logs.otlp, metrics: metrics.otlp };
};

describe('without any variable', () => {
  const settings = read({});

  it('is what the OpenTelemetry specification says, but that spans wait no longer than log records', () => {
    expect(settings).toMatchObject({
      disabled: false,
      resource: { 'service.name': 'codex-otel' },
      traces: { console: false, otlp: { url: 'http://localhost:4318/v1/traces', protocol: 'http/protobuf' } },
      logs: { console: false, otlp: { url: 'http://localhost:4318/v1/logs', timeoutMs: 10_000 } },
      metrics: { intervalMs: 60_000, timeoutMs: 30_000, temporality: 'cumulative', otlp: { compression: 'none' } },
      spans: { maxBatch: 512, maxQueue: 2048, delayMs: 1_000, giveUpMs: undefined },
      events: { maxBatch: 512, maxQueue: 2048, delayMs: 1_000, giveUpMs: undefined },
      sampler: { name: 'parentbased_always_on', ratio: 1 },
      logLevel: 'none',
    });
  });

  it('sends nothing where it has to be asked for', () => {
    expect(otlp({}, { otlp: 'when asked' })).toEqual({ traces: undefined, logs: undefined, metrics: undefined });
  });

  it('takes empty variables for unset ones', () => {
    const empty = Object.fromEntries(
      ['SDK_DISABLED', 'SERVICE_NAME', 'TRACES_EXPORTER', 'EXPORTER_OTLP_ENDPOINT', 'BSP_MAX_QUEUE_SIZE'].map(
        (name) => [`OTEL_${name}`, ' '],
      ),
    );
    expect(read(empty)).toEqual(settings);
  });
});

describe('where it goes', () => {
  it('is the base URL with the path of the signal', () => {
    for (const base of ['https://acme.example/otlp', 'https://acme.example/otlp/'])
      expect(otlp({ OTEL_EXPORTER_OTLP_ENDPOINT: base })).toMatchObject({
        traces: { url: 'https://acme.example/otlp/v1/traces' },
        logs: { url: 'https://acme.example/otlp/v1/logs' },
        metrics: { url: 'https://acme.example/otlp/v1/metrics' },
      });
  });

  it("is a signal's own URL as it stands", () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a', OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'http://b/logs?x=1' };
    expect(otlp(env)).toMatchObject({ traces: { url: 'http://a/v1/traces' }, logs: { url: 'http://b/logs?x=1' } });
  });

  it('is what the command line says before what the environment says', () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a', OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://b/x' };
    expect(otlp(env, { endpoint: 'http://c' }).traces?.url).toBe('http://c/v1/traces');
  });

  it('is asked for by an endpoint, for all signals or for one, or by the name of the exporter', () => {
    const asked = (env: Environment, endpoint?: string) => {
      const { traces, logs } = otlp(env, { otlp: 'when asked', endpoint });
      return [traces?.url, logs?.url];
    };
    expect(asked({}, 'http://c')).toEqual(['http://c/v1/traces', 'http://c/v1/logs']);
    expect(asked({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a' })).toEqual(['http://a/v1/traces', 'http://a/v1/logs']);
    expect(asked({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://a/t' })).toEqual(['http://a/t', undefined]);
    expect(asked({ OTEL_LOGS_EXPORTER: 'otlp' })).toEqual([undefined, 'http://localhost:4318/v1/logs']);
    expect(asked({ OTEL_LOGS_EXPORTER: 'none' }, 'http://c')).toEqual(['http://c/v1/traces', undefined]);
  });

  it('may be the terminal, beside a receiver or instead', () => {
    expect(read({ OTEL_TRACES_EXPORTER: 'console' }).traces).toEqual({ otlp: undefined, console: true });
    expect(read({ OTEL_TRACES_EXPORTER: 'otlp, Console' }).traces).toMatchObject({ otlp: {}, console: true });
    expect(read({ OTEL_METRICS_EXPORTER: 'none' }).metrics).toMatchObject({ otlp: undefined, console: false });
  });

  it('is nowhere where the SDK is disabled', () => {
    const { disabled, traces, logs } = read({ OTEL_SDK_DISABLED: 'TRUE' }, { endpoint: 'http://c' });
    expect({ disabled, traces, logs }).toEqual({
      disabled: true,
      traces: { otlp: undefined, console: false },
      logs: { otlp: undefined, console: false },
    });
  });
});

describe('how it goes', () => {
  it('is set for all signals or for one, which goes before; headers of both go together', () => {
    const env = {
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: 'http/protobuf',
      OTEL_EXPORTER_OTLP_TIMEOUT: '2000',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: 'none',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20eD15, x-tenant = a ',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-tenant=b=c',
    };
    expect(otlp(env)).toMatchObject({
      traces: {
        protocol: 'http/json',
        compression: 'none',
        timeoutMs: 2000,
        headers: { authorization: 'Basic eD15', 'x-tenant': 'b=c' },
      },
      logs: { protocol: 'http/protobuf', compression: 'gzip', headers: { 'x-tenant': 'a' } },
    });
  });

  it('is secured with the certificates that are named', () => {
    const file = join(folder, 'ca.pem');
    writeFileSync(file, 'PEM');
    const { tls } = otlp({ OTEL_EXPORTER_OTLP_CERTIFICATE: file, OTEL_EXPORTER_OTLP_CLIENT_KEY: file }).traces ?? {};
    expect(tls).toEqual({ ca: Buffer.from('PEM'), key: Buffer.from('PEM') });
  });

  it('gathers batches as the variables of spans and of log records say', () => {
    const { spans, events } = read({
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '5000',
      OTEL_BSP_SCHEDULE_DELAY: '0',
      OTEL_BSP_EXPORT_TIMEOUT: '100',
      OTEL_BLRP_MAX_QUEUE_SIZE: '100',
    });
    expect(spans).toEqual({ maxBatch: 5000, maxQueue: 5000, delayMs: 0, giveUpMs: 100 });
    expect(events).toEqual({ maxBatch: 100, maxQueue: 100, delayMs: 1000, giveUpMs: undefined });
  });

  it('samples, describes itself and logs as the variables say', () => {
    expect(
      read({
        OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
        OTEL_TRACES_SAMPLER_ARG: '0.25',
        OTEL_RESOURCE_ATTRIBUTES: 'service.name=a,deployment.environment.name=b%2Cc,',
        OTEL_LOG_LEVEL: 'DEBUG',
        OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT: '7',
        OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: '99',
        OTEL_METRIC_EXPORT_INTERVAL: '1000',
        OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'Delta',
      }),
    ).toMatchObject({
      sampler: { name: 'parentbased_traceidratio', ratio: 0.25 },
      resource: { 'service.name': 'a', 'deployment.environment.name': 'b,c' },
      logLevel: 'debug',
      logRecordLimits: { attributeCountLimit: 7, attributeValueLengthLimit: 99 },
      metrics: { intervalMs: 1000, timeoutMs: 1000, temporality: 'delta' },
    });
    expect(read({ OTEL_SERVICE_NAME: 'x', OTEL_RESOURCE_ATTRIBUTES: 'service.name=a' }).resource).toEqual({
      'service.name': 'x',
    });
    expect(read({ OTEL_TRACES_SAMPLER: 'always_off', OTEL_TRACES_SAMPLER_ARG: 'x' }).sampler.name).toBe('always_off');
  });
});

describe('what is not supported', () => {
  it.each<[Environment, string]>([
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      'OTEL_EXPORTER_OTLP_PROTOCOL=grpc is not supported: use http/protobuf or http/json, which receivers usually take on port 4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: 'http/xml' },
      'OTEL_EXPORTER_OTLP_LOGS_PROTOCOL=http/xml is not supported: use http/protobuf or http/json.',
    ],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER=zipkin is not supported: use otlp, console or none.'],
    [{ OTEL_TRACES_EXPORTER: 'otlp,none' }, 'OTEL_TRACES_EXPORTER=otlp,none is not supported: none stands alone.'],
    [{ OTEL_SDK_DISABLED: 'yes' }, 'OTEL_SDK_DISABLED=yes is not supported: use true or false.'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' },
      'OTEL_EXPORTER_OTLP_ENDPOINT=localhost:4318 is not supported: give an http:// or https:// URL, such as http://localhost:4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a/v1/traces' },
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://a/v1/traces is not supported: give the base URL, such as http://localhost:4318; the path of each signal is added to it.',
    ],
    [
      { OTEL_EXPORTER_OTLP_TIMEOUT: '10s' },
      'OTEL_EXPORTER_OTLP_TIMEOUT=10s is not supported: use a whole number, 1 or more.',
    ],
    [
      { OTEL_EXPORTER_OTLP_COMPRESSION: 'zstd' },
      'OTEL_EXPORTER_OTLP_COMPRESSION=zstd is not supported: use gzip or none.',
    ],
    [
      { OTEL_EXPORTER_OTLP_HEADERS: 'a=b,secret' },
      'OTEL_EXPORTER_OTLP_HEADERS: entry 2 cannot be read. Write key=value,key=value, with special characters percent-encoded.',
    ],
    [
      { OTEL_RESOURCE_ATTRIBUTES: 'a=%zz' },
      'OTEL_RESOURCE_ATTRIBUTES: entry 1 cannot be read. Write key=value,key=value, with special characters percent-encoded.',
    ],
    [
      { OTEL_BSP_MAX_QUEUE_SIZE: '100', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '200' },
      'OTEL_BSP_MAX_EXPORT_BATCH_SIZE=200 is not supported: OTEL_BSP_MAX_QUEUE_SIZE is 100.',
    ],
    [{ OTEL_BLRP_MAX_QUEUE_SIZE: '0' }, 'OTEL_BLRP_MAX_QUEUE_SIZE=0 is not supported: use a whole number, 1 or more.'],
    [
      { OTEL_TRACES_SAMPLER: 'jaeger_remote' },
      'OTEL_TRACES_SAMPLER=jaeger_remote is not supported: use always_on, always_off, traceidratio, parentbased_always_on, parentbased_always_off or parentbased_traceidratio.',
    ],
    [
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' },
      'OTEL_TRACES_SAMPLER_ARG=2 is not supported: use a number from 0 to 1.',
    ],
    [
      { OTEL_LOG_LEVEL: 'trace' },
      'OTEL_LOG_LEVEL=trace is not supported: use none, error, warn, info, debug, verbose or all.',
    ],
    [
      { OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '-1' },
      'OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT=-1 is not supported: use a whole number, 0 or more.',
    ],
    [
      { OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION: 'base2_exponential_bucket_histogram' },
      'OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION=base2_exponential_bucket_histogram is not supported: use explicit_bucket_histogram.',
    ],
    [{ OTEL_CONFIG_FILE: 'otel.yaml' }, 'OTEL_CONFIG_FILE=otel.yaml is not supported: use the OTEL_* variables.'],
    [
      { OTEL_EXPORTER_OTLP_CERTIFICATE: '/no/such.pem' },
      "OTEL_EXPORTER_OTLP_CERTIFICATE=/no/such.pem cannot be read (ENOENT: no such file or directory, open '/no/such.pem').",
    ],
  ])('is refused in words: %j', (env, message) => {
    expect(() => read(env)).toThrow(new SettingError(message));
  });

  it('is refused on the command line as well', () => {
    expect(() => read({}, { endpoint: 'http://a/v1/logs/' })).toThrow(/^--endpoint=http:\/\/a\/v1\/logs\/ is not/);
  });
});
