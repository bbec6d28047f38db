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

/** Names of variables, whether a value is supported, and what to set instead. */
type Rule = readonly [
  names: RegExp,
  isSupported: (value: string, env: Environment, name: string) => boolean,
  advice: string,
];

const PAIRS = 'write key=value,key=value, with special characters percent-encoded';
const BASE_URL = 'give an http:// or https:// base URL, such as http://localhost:4318';
const FROM_0 = 'use a whole number, 0 or more';
const FROM_1 = 'use a whole number, 1 or more';

const never = () => false;
const oneOf =
  (...words: readonly string[]) =>
  (value: string) =>
    words.includes(value.toLowerCase());
const wholeNumber = (min: number) => (value: string) => /^\d{1,15}$/.test(value) && Number(value) >= min;

const RULES: readonly Rule[] = [
  [/^OTEL_SDK_DISABLED$/, oneOf('true', 'false'), 'use true or false'],
  [/^OTEL_(EXPERIMENTAL_)?CONFIG_FILE$/, never, 'use the OTEL_* variables'],
  [/^OTEL_(TRACES|LOGS|METRICS)_EXPORTER$/, areExporters, 'use otlp, console, both, or none'],
  [
    /^OTEL_EXPORTER_OTLP_(\w+_)?PROTOCOL$/,
    oneOf('http/protobuf', 'http/json'),
    'use http/protobuf or http/json, which receivers usually take on port 4318',
  ],
  [/^OTEL_EXPORTER_OTLP_ENDPOINT$/, isBaseUrl, BASE_URL],
  [
    /^OTEL_EXPORTER_OTLP_\w+_ENDPOINT$/,
    isHttpUrl,
    'give an http:// or https:// URL, such as http://localhost:4318/v1/traces',
  ],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?HEADERS$/, (value) => entries(value).every((entry) => isPair(entry, 1)), PAIRS],
  [
    /^OTEL_RESOURCE_ATTRIBUTES$/,
    (value) => entries(value).every((entry) => isPair(entry, 0) && entry.split('=').length === 2),
    PAIRS,
  ],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?TIMEOUT$|^OTEL_METRIC_EXPORT_(INTERVAL|TIMEOUT)$/, wholeNumber(1), FROM_1],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?COMPRESSION$/, (value) => value === 'gzip' || value === 'none', 'use gzip or none'],
  [/^OTEL_EXPORTER_OTLP_(\w+_)?(CERTIFICATE|CLIENT_KEY)$/, isReadable, 'this file cannot be read'],
  [/^OTEL_(BSP|BLRP)_(MAX_QUEUE_SIZE|EXPORT_TIMEOUT)$/, wholeNumber(1), FROM_1],
  [/^OTEL_(BSP|BLRP)_MAX_EXPORT_BATCH_SIZE$/, fitsQueue, `${FROM_1}, and not more than MAX_QUEUE_SIZE`],
  [/^OTEL_(BSP|BLRP)_SCHEDULE_DELAY$/, wholeNumber(0), FROM_0],
  [/^OTEL_(\w+_)?ATTRIBUTE_\w*LIMIT$|^OTEL_SPAN_(LINK|EVENT)_COUNT_LIMIT$/, wholeNumber(0), FROM_0],
  [
    /^OTEL_TRACES_SAMPLER$/,
    (value) => /^(parentbased_)?(always_on|always_off|traceidratio)$/i.test(value),
    'use always_on, always_off or traceidratio, each also after parentbased_',
  ],
  [
    /^OTEL_TRACES_SAMPLER_ARG$/,
    (value, env) =>
      (Number(value) >= 0 && Number(value) <= 1) || !/traceidratio/i.test(env['OTEL_TRACES_SAMPLER'] ?? ''),
    'use a number from 0 to 1',
  ],
  [/^OTEL_PROPAGATORS$/, (value) => words(value).includes('tracecontext'), 'use tracecontext'],
  [
    /^OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE$/,
    oneOf('cumulative', 'delta', 'lowmemory'),
    'use cumulative, delta or lowmemory',
  ],
  [
    /^OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION$/,
    oneOf('explicit_bucket_histogram'),
    'use explicit_bucket_histogram',
  ],
  [
    /^OTEL_LOG_LEVEL$/,
    oneOf('none', 'error', 'warn', 'info', 'debug', 'verbose', 'all'),
    'use none, error, warn, info, debug, verbose or all',
  ],
];

/** The variables whose values this command cannot follow, each with a line that says so. An empty one counts as unset. */
export function unsupportedVariables(env: Environment): { readonly name: string; readonly message: string }[] {
  return Object.keys(env)
    .sort()
    .flatMap((name) => {
      const value = env[name]?.trim() ?? '';
      const [, isSupported, advice] = RULES.find(([names]) => names.test(name)) ?? [];
      if (value === '' || isSupported === undefined || isSupported(value, env, name)) return [];
      return [{ name, message: messageOf(name, value, advice ?? '') }];
    });
}

/** Throws a {@link SettingError} where the `--endpoint` of a command line is not the base URL of a receiver. */
export function checkEndpoint(endpoint: string): void {
  if (isBaseUrl(endpoint)) return;
  throw new SettingError(messageOf('--endpoint', endpoint, BASE_URL));
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
  return names.every(oneOf('otlp', 'console', 'none')) && (names.length === 1 || !names.includes('none'));
}

function fitsQueue(value: string, env: Environment, name: string): boolean {
  const queue = env[name.replace('MAX_EXPORT_BATCH_SIZE', 'MAX_QUEUE_SIZE')]?.trim();
  return wholeNumber(1)(value) && !(Number(value) > Number(queue || Infinity));
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
