import { readFileSync } from 'node:fs';
import { excerpt } from './printable.js';

// The OpenTelemetry SDK reads the OTEL_* variables. It passes over some values without a word, and others belong to parts
// of it that this command does not carry (gRPC, Zipkin, configuration files). This list knows those values.

/** An environment, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be followed. The message names its value and the supported ones in one line. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

type Check = (value: string, env: Environment, name: string) => boolean;

/** Whether a value is supported, and what to set instead. */
type Rule = readonly [isSupported: Check, advice: string];

const oneOf = (...supported: readonly string[]): Rule => [
  (value) => supported.includes(value.toLowerCase()),
  `use ${supported.join(', ').replace(/, ([^,]*)$/, ' or $1')}`,
];
const wholeNumber = (min: number): Rule => [
  (value) => /^\d{1,15}$/.test(value) && Number(value) >= min,
  `use a whole number, ${min} or more`,
];
const [isFrom1, from1] = wholeNumber(1);
const baseUrl: Rule = [isBaseUrl, 'give an http:// or https:// base URL, such as http://localhost:4318'];
const pairs = (isPair: (entry: string) => boolean): Rule => [
  (value) => entries(value).every(isPair),
  'write key=value,key=value, with special characters percent-encoded',
];

/** The rules by the names of their variables. */
const RULES: readonly (readonly [names: RegExp, rule: Rule])[] = [
  [/^OTEL_SDK_DISABLED$/, oneOf('true', 'false')],
  [/^OTEL_(EXPERIMENTAL_)?CONFIG_FILE$/, [() => false, 'use the OTEL_* variables']],
  [/^OTEL_(TRACES|LOGS|METRICS)_EXPORTER$/, [areExporters, 'use otlp, console, both, or none']],
  [
    /^OTEL_EXPORTER_OTLP_(\w+_)?PROTOCOL$/,
    [
      oneOf('http/protobuf', 'http/json')[0],
      'use http/protobuf or http/json, which receivers usually take on port 4318',
    ],
  ],
  [/^OTEL_EXPORTER_OTLP_ENDPOINT$/, baseUrl],
  [
    /^OTEL_EXPORTER_OTLP_\w+_ENDPOINT$/,
    [isHttpUrl, 'give an http:// or https:// URL, such as http://localhost:4318/v1/traces'],
  ],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?HEADERS$/, pairs((entry) => isPair(entry, 1))],
  [/^OTEL_RESOURCE_ATTRIBUTES$/, pairs((entry) => isPair(entry, 0) && entry.split('=').length === 2)],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?TIMEOUT$|^OTEL_METRIC_EXPORT_(INTERVAL|TIMEOUT)$/, wholeNumber(1)],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?COMPRESSION$/, [(value) => /^(gzip|none)$/.test(value), 'use gzip or none']],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?(CERTIFICATE|CLIENT_KEY)$/, [isReadable, 'this file cannot be read']],
  [/^OTEL_(BSP|BLRP)_(MAX_QUEUE_SIZE|EXPORT_TIMEOUT)$/, wholeNumber(1)],
  [/^OTEL_(BSP|BLRP)_MAX_EXPORT_BATCH_SIZE$/, [fitsQueue, `${from1}, and not more than MAX_QUEUE_SIZE`]],
  [/^OTEL_(BSP|BLRP)_SCHEDULE_DELAY$/, wholeNumber(0)],
  [/^OTEL_(\w+_)?ATTRIBUTE_\w*LIMIT$|^OTEL_SPAN_(LINK|EVENT)_COUNT_LIMIT$/, wholeNumber(0)],
  [
    /^OTEL_TRACES_SAMPLER$/,
    [
      (value) => /^(parentbased_)?(always_on|always_off|traceidratio)$/i.test(value),
      'use always_on, always_off or traceidratio, each also after parentbased_',
    ],
  ],
  [/^OTEL_TRACES_SAMPLER_ARG$/, [isRatio, 'use a number from 0 to 1']],
  [/^OTEL_PROPAGATORS$/, [(value) => words(value).includes('tracecontext'), 'use tracecontext']],
  [/^OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE$/, oneOf('cumulative', 'delta', 'lowmemory')],
  [/^OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION$/, oneOf('explicit_bucket_histogram')],
  [/^OTEL_LOG_LEVEL$/, oneOf('none', 'error', 'warn', 'info', 'debug', 'verbose', 'all')],
];

/** The variables whose values this command cannot follow, each with a line that says so. An empty one counts as unset. */
export function unsupportedVariables(env: Environment): { readonly name: string; readonly message: string }[] {
  return Object.keys(env)
    .sort()
    .flatMap((name) => {
      const value = env[name]?.trim() ?? '';
      const [, rule] = RULES.find(([names]) => names.test(name)) ?? [];
      if (value === '' || rule === undefined || rule[0](value, env, name)) return [];
      return [{ name, message: messageOf(name, value, rule[1]) }];
    });
}

/** Throws a {@link SettingError} where a command line has an `--endpoint` that is not the base URL of a receiver. */
export function checkEndpoint(endpoint: string | undefined): void {
  if (endpoint !== undefined && !isBaseUrl(endpoint))
    throw new SettingError(messageOf('--endpoint', endpoint, baseUrl[1]));
}

/** The value is left out where it may hold a password: `localhost:4318` is shown, `user:password@host` is not. */
function messageOf(name: string, value: string, advice: string): string {
  const shown = name.endsWith('HEADERS') || value.includes('@') ? name : `${name}=${excerpt(value)}`;
  return `${shown} is not supported: ${advice}.`;
}

function entries(list: string): string[] {
  return list.split(',').filter((entry) => entry.trim() !== '');
}

function words(list: string): string[] {
  return entries(list).map((word) => word.trim().toLowerCase());
}

function areExporters(value: string): boolean {
  const names = words(value);
  return names.every((name) => /^(otlp|console|none)$/.test(name)) && (names.length === 1 || !names.includes('none'));
}

function fitsQueue(value: string, env: Environment, name: string): boolean {
  const queue = env[name.replace('MAX_EXPORT_BATCH_SIZE', 'MAX_QUEUE_SIZE')]?.trim();
  return isFrom1(value, env, name) && !(Number(value) > Number(queue || Infinity));
}

/** A ratio that no sampler reads may be anything. */
function isRatio(value: string, env: Environment): boolean {
  return (Number(value) >= 0 && Number(value) <= 1) || !/traceidratio/i.test(env['OTEL_TRACES_SAMPLER'] ?? '');
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** The signals' paths are added to a base URL. */
function isBaseUrl(value: string): boolean {
  return isHttpUrl(value) && !/\/v1\/(traces|logs|metrics)\/?$/.test(new URL(value).pathname);
}

function isPair(entry: string, minValueLength: number): boolean {
  const at = entry.indexOf('=');
  try {
    const key = decodeURIComponent(entry.slice(0, Math.max(at, 0)).trim());
    return key !== '' && decodeURIComponent(entry.slice(at + 1).trim()).length >= minValueLength;
  } catch {
    return false;
  }
}

function isReadable(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
