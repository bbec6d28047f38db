import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { queueOptions } from '../../src/export/queue/queue-options.js';
import { checkEndpoint, SettingError, unsupportedVariables, type Environment } from '../../src/export/otel-env.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const messages = (env: Environment) => unsupportedVariables(env).map(({ message }) => message);

describe('a variable with a value that is not supported', () => {
  it.each<[Environment, string]>([
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      'OTEL_EXPORTER_OTLP_PROTOCOL=grpc is not supported: use http/protobuf or http/json, which receivers usually take on port 4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_LOGS_PROTOCOL: 'http/xml' },
      'OTEL_EXPORTER_OTLP_LOGS_PROTOCOL=http/xml is not supported: use http/protobuf or http/json, which receivers usually take on port 4318.',
    ],
    [
      { OTEL_TRACES_EXPORTER: 'zipkin' },
      'OTEL_TRACES_EXPORTER=zipkin is not supported: use otlp, console, both, or none.',
    ],
    [
      { OTEL_TRACES_EXPORTER: 'otlp,none' },
      'OTEL_TRACES_EXPORTER=otlp,none is not supported: use otlp, console, both, or none.',
    ],
    [{ OTEL_SDK_DISABLED: 'yes' }, 'OTEL_SDK_DISABLED=yes is not supported: use true or false.'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' },
      'OTEL_EXPORTER_OTLP_ENDPOINT=localhost:4318 is not supported: give an http:// or https:// base URL, such as http://localhost:4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://a/v1/traces' },
      'OTEL_EXPORTER_OTLP_ENDPOINT=http://a/v1/traces is not supported: give an http:// or https:// base URL, such as http://localhost:4318.',
    ],
    [
      { OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'ftp://a/v1/logs' },
      'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT=ftp://a/v1/logs is not supported: give an http:// or https:// URL, such as http://localhost:4318/v1/traces.',
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
      { OTEL_RESOURCE_ATTRIBUTES: 'a=%zz' },
      'OTEL_RESOURCE_ATTRIBUTES=a=%zz is not supported: write key=value,key=value, with special characters percent-encoded.',
    ],
    [
      { OTEL_BSP_MAX_QUEUE_SIZE: '100', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '200' },
      'OTEL_BSP_MAX_EXPORT_BATCH_SIZE=200 is not supported: use a whole number, 1 or more, and not more than MAX_QUEUE_SIZE.',
    ],
    [{ OTEL_BLRP_MAX_QUEUE_SIZE: '0' }, 'OTEL_BLRP_MAX_QUEUE_SIZE=0 is not supported: use a whole number, 1 or more.'],
    [{ OTEL_BSP_SCHEDULE_DELAY: '1s' }, 'OTEL_BSP_SCHEDULE_DELAY=1s is not supported: use a whole number, 0 or more.'],
    [
      { OTEL_TRACES_SAMPLER: 'jaeger_remote' },
      'OTEL_TRACES_SAMPLER=jaeger_remote is not supported: use always_on, always_off or traceidratio, each also after parentbased_.',
    ],
    [
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' },
      'OTEL_TRACES_SAMPLER_ARG=2 is not supported: use a number from 0 to 1.',
    ],
    [{ OTEL_PROPAGATORS: 'b3' }, 'OTEL_PROPAGATORS=b3 is not supported: use tracecontext.'],
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
      'OTEL_EXPORTER_OTLP_CERTIFICATE=/no/such.pem is not supported: this file cannot be read.',
    ],
  ])('is named in one line that says what is supported: %j', (env, message) => {
    expect(messages(env)).toEqual([message]);
  });

  it.each<Environment>([
    { OTEL_EXPORTER_OTLP_HEADERS: 'authorization=secret,secret' },
    { OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a=%zzsecret' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'ftp://user:secret@host' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'user:secret@host:4318' },
  ])('is named without the value where that may hold a secret: %j', (env) => {
    const [message] = messages(env);
    expect(message).toMatch(new RegExp(`^${Object.keys(env)[0]!} is not supported: `));
    expect(message).not.toContain('secret');
  });

  it('has one line of its own, in the order of the names', () => {
    const env = { OTEL_SDK_DISABLED: 'no\n\u{1b}[31m', OTEL_LOG_LEVEL: 'x' };
    expect(messages(env).map((line) => line.split(' is')[0])).toEqual(['OTEL_LOG_LEVEL=x', 'OTEL_SDK_DISABLED=no']);
  });
});

describe('variables that are supported', () => {
  it('have no line, also where they are empty or of another program', () => {
    const file = join(folder, 'ca.pem');
    writeFileSync(file, 'PEM');
    expect(
      messages({
        OTEL_SDK_DISABLED: 'TRUE',
        OTEL_TRACES_EXPORTER: 'otlp, Console',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'https://acme.example/otlp/',
        OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: 'http://b/v1/logs?x=1',
        OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20eD15, x-tenant = a ,',
        OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: file,
        OTEL_EXPORTER_OTLP_PROTOCOL: ' ',
        OTEL_RESOURCE_ATTRIBUTES: 'service.name=a,empty=,',
        OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '5000',
        OTEL_BSP_SCHEDULE_DELAY: '0',
        OTEL_TRACES_SAMPLER: 'always_off',
        OTEL_TRACES_SAMPLER_ARG: 'x',
        OTEL_PROPAGATORS: 'tracecontext,baggage',
        OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'Delta',
        OTEL_PHP_AUTOLOAD_ENABLED: 'x',
        PATH: 'x',
      }),
    ).toEqual([]);
  });
});

describe('--endpoint', () => {
  it.each(['localhost:4318', 'http://a/v1/logs/', 'ftp://a'])('%s is refused in one line', (endpoint) => {
    expect(() => checkEndpoint(endpoint)).toThrow(
      new SettingError(
        `--endpoint=${endpoint} is not supported: give an http:// or https:// base URL, such as http://localhost:4318.`,
      ),
    );
  });

  it('is taken where it is a base URL', () => {
    expect(() => checkEndpoint('http://user:password@localhost:4318/otlp')).not.toThrow();
  });
});

describe('the table of variables in docs/exporting.md', () => {
  const page = readFileSync(new URL('../../docs/exporting.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `OTEL_'));
  const names = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(OTEL_[A-Z_]+[A-Z])`/g)]);

  it.each(names.map(([, name]) => name!).filter((name) => name !== 'OTEL_SERVICE_NAME'))(
    'names %s, whose values are checked',
    (name) => {
      const env = { OTEL_TRACES_SAMPLER: 'traceidratio', [name]: 'frobnicate' };
      expect(unsupportedVariables(env).map((one) => one.name)).toEqual([name]);
    },
  );

  it('names the length of a queue and its delay', () => {
    const { maxQueue, delayMs } = queueOptions('BSP', 'live');
    expect(rows.find((row) => row.includes('QUEUE'))).toContain(`${maxQueue.toLocaleString('en-US')} here`);
    expect(rows.find((row) => row.includes('DELAY'))).toContain(`${delayMs.toLocaleString('en-US')} here`);
  });
});
