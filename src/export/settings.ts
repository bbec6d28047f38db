import { hasEndpoint, otlpSettings, type OtlpSettings, type Signal } from './otlp-settings.js';
import { choice, choiceList, flag, integer, pairs, refuse, text, type Environment } from './variables.js';

/** Where one signal goes. */
export interface SignalSettings {
  /** Undefined: not by OTLP. */
  readonly otlp: OtlpSettings | undefined;
  /** To the terminal, as lines of OTLP/JSON. */
  readonly console: boolean;
}

/** How finished spans, or events, are gathered before they are sent. */
export interface BatchSettings {
  readonly maxBatch: number;
  readonly maxQueue: number;
  /** Milliseconds that something may wait for its batch to fill. */
  readonly delayMs: number;
  /** Milliseconds after which a batch is given up; undefined where the user did not say. */
  readonly giveUpMs: number | undefined;
}

export interface SamplerSettings {
  readonly name: (typeof SAMPLERS)[number];
  readonly ratio: number;
}

const LOG_LEVELS = ['none', 'error', 'warn', 'info', 'debug', 'verbose', 'all'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment says of the OpenTelemetry SDK, checked: every value in here can be followed. */
export interface Settings {
  /** `OTEL_SDK_DISABLED`: nothing is sent anywhere. */
  readonly disabled: boolean;
  readonly resource: Readonly<Record<string, string>>;
  readonly traces: SignalSettings;
  readonly logs: SignalSettings;
  readonly metrics: SignalSettings & {
    readonly intervalMs: number;
    readonly timeoutMs: number;
    readonly temporality: (typeof TEMPORALITIES)[number];
  };
  readonly spans: BatchSettings;
  readonly events: BatchSettings;
  /** Of the attributes of a log record; the SDK reads those of spans itself. */
  readonly logRecordLimits: { readonly attributeCountLimit: number; readonly attributeValueLengthLimit: number };
  readonly sampler: SamplerSettings;
  readonly logLevel: LogLevel;
}

export interface ReadSettingsOptions {
  /** The receiver's base URL, from the command line. */
  readonly endpoint?: string | undefined;
  /** `always`: by OTLP where nothing else is said. `when asked`: only where an endpoint or the exporter is named. */
  readonly otlp: 'always' | 'when asked';
}

const EXPORTERS = ['otlp', 'console', 'none'] as const;
const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
const TEMPORALITIES = ['cumulative', 'delta', 'lowmemory'] as const;

/** Limits of spans are read by the SDK itself; it would pass over what is no number. */
const SPAN_LIMITS = ['ATTRIBUTE', 'SPAN_ATTRIBUTE']
  .flatMap((what) => [`OTEL_${what}_COUNT_LIMIT`, `OTEL_${what}_VALUE_LENGTH_LIMIT`])
  .concat('OTEL_SPAN_LINK_COUNT_LIMIT', 'OTEL_SPAN_EVENT_COUNT_LIMIT');

/** Whole configurations in files: what stands in them would be ignored. */
const CONFIG_FILES = ['OTEL_CONFIG_FILE', 'OTEL_EXPERIMENTAL_CONFIG_FILE'];

/** A turn should be seen while it goes on: a second for both, where the SDK lets spans wait five. */
const DELAY_MS = 1_000;

const NOWHERE: SignalSettings = { otlp: undefined, console: false };

/**
 * Reads the `OTEL_*` variables. Throws a {@link SettingError} for a value that is not supported: a setting is followed or
 * refused, never ignored.
 */
export function readSettings(env: Environment, options: ReadSettingsOptions): Settings {
  const disabled = flag(env, 'OTEL_SDK_DISABLED');
  for (const name of CONFIG_FILES) {
    const value = text(env, name);
    if (value !== undefined) refuse(name, value, 'use the OTEL_* variables');
  }
  for (const name of SPAN_LIMITS) integer(env, name, 0);
  const signal = (name: Signal) => (disabled ? NOWHERE : signalSettings(env, name, options));
  const intervalMs = integer(env, 'OTEL_METRIC_EXPORT_INTERVAL', 1) ?? 60_000;
  return {
    disabled,
    resource: resourceAttributes(env),
    traces: signal('traces'),
    logs: signal('logs'),
    metrics: {
      ...signal('metrics'),
      intervalMs,
      timeoutMs: Math.min(integer(env, 'OTEL_METRIC_EXPORT_TIMEOUT', 1) ?? 30_000, intervalMs),
      temporality: temporality(env),
    },
    spans: batchSettings(env, 'BSP'),
    events: batchSettings(env, 'BLRP'),
    logRecordLimits: {
      attributeCountLimit: logRecordLimit(env, 'COUNT') ?? 128,
      attributeValueLengthLimit: logRecordLimit(env, 'VALUE_LENGTH') ?? Infinity,
    },
    sampler: samplerSettings(env),
    logLevel: choice(env, 'OTEL_LOG_LEVEL', LOG_LEVELS) ?? 'none',
  };
}

function resourceAttributes(env: Environment): Settings['resource'] {
  const service = text(env, 'OTEL_SERVICE_NAME');
  return {
    'service.name': 'codex-otel',
    ...pairs(env, 'OTEL_RESOURCE_ATTRIBUTES'),
    ...(service !== undefined && { 'service.name': service }),
  };
}

function signalSettings(env: Environment, signal: Signal, { endpoint, otlp }: ReadSettingsOptions): SignalSettings {
  const name = `OTEL_${signal.toUpperCase()}_EXPORTER`;
  const exporters = choiceList(env, name, EXPORTERS);
  if (exporters !== undefined && exporters.length > 1 && exporters.includes('none'))
    refuse(name, exporters.join(','), 'none stands alone');
  const isAsked = otlp === 'always' || endpoint !== undefined || hasEndpoint(env, signal);
  const byOtlp = exporters?.includes('otlp') ?? isAsked;
  return {
    otlp: byOtlp ? otlpSettings(env, signal, endpoint) : undefined,
    console: exporters?.includes('console') ?? false,
  };
}

function batchSettings(env: Environment, prefix: 'BSP' | 'BLRP'): BatchSettings {
  const [batchName, queueName] = [`OTEL_${prefix}_MAX_EXPORT_BATCH_SIZE`, `OTEL_${prefix}_MAX_QUEUE_SIZE`];
  const batch = integer(env, batchName, 1);
  const queue = integer(env, queueName, 1);
  const maxQueue = queue ?? Math.max(2048, batch ?? 0);
  if (batch !== undefined && batch > maxQueue) refuse(batchName, String(batch), `${queueName} is ${maxQueue}`);
  return {
    maxBatch: batch ?? Math.min(512, maxQueue),
    maxQueue,
    delayMs: integer(env, `OTEL_${prefix}_SCHEDULE_DELAY`, 0) ?? DELAY_MS,
    giveUpMs: integer(env, `OTEL_${prefix}_EXPORT_TIMEOUT`, 1),
  };
}

function logRecordLimit(env: Environment, what: 'COUNT' | 'VALUE_LENGTH'): number | undefined {
  return integer(env, `OTEL_LOGRECORD_ATTRIBUTE_${what}_LIMIT`, 0) ?? integer(env, `OTEL_ATTRIBUTE_${what}_LIMIT`, 0);
}

function samplerSettings(env: Environment): SamplerSettings {
  const name = choice(env, 'OTEL_TRACES_SAMPLER', SAMPLERS) ?? 'parentbased_always_on';
  const argument = text(env, 'OTEL_TRACES_SAMPLER_ARG');
  if (!name.endsWith('traceidratio') || argument === undefined) return { name, ratio: 1 };
  const ratio = Number(argument);
  return ratio >= 0 && ratio <= 1
    ? { name, ratio }
    : refuse('OTEL_TRACES_SAMPLER_ARG', argument, 'use a number from 0 to 1');
}

function temporality(env: Environment): Settings['metrics']['temporality'] {
  choice(env, 'OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION', ['explicit_bucket_histogram']);
  return choice(env, 'OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE', TEMPORALITIES) ?? 'cumulative';
}
