// The entry `opentelemetry-instrumentation-codex/register`, for `node --import` (or `--require`): sets up the OpenTelemetry
// SDK that the host has installed, by the OTEL_* variables. It is loaded before the host, which may set OpenTelemetry up by
// itself, so it waits for the first span before it decides.
import { setTimeout as delay } from 'node:timers/promises';
import * as api from '@opentelemetry/api';
import type { EventLoggerProvider } from './events/log-record.js';
import { requireFromHost } from './instrumentation/host-package.js';
import { CodexInstrumentation } from './instrumentation/instrumentation.js';
import { CodexIdGenerator } from './spans/ids.js';

/** OpenTelemetry's NodeSDK, of SDK 2.x or 3.x, by its shape. */
type NodeSdk = new (configuration: { instrumentations: unknown[]; idGenerator: unknown }) => {
  start(): void;
  shutdown(): Promise<void>;
};

/** OpenTelemetry's logs API: of a package of its own beside API 1.9, within the API from 1.10 on. */
interface LogsApi {
  readonly logs?: { getLoggerProvider(): EventLoggerProvider };
}

/** How long a signal that ends the process waits until everything is sent. */
const SHUTDOWN_TIMEOUT_MS = 5_000;

const { diag, DiagLogLevel, metrics, ProxyTracer, ProxyTracerProvider, trace } = api;

const writeLine = (line: string) => process.stderr.write(`opentelemetry-instrumentation-codex: ${line}\n`);

/** Whether the global tracer provider is neither the API's own placeholder nor ours. */
function isSetUp(): boolean {
  const provider: object & { getDelegate?: () => object } = trace.getTracerProvider();
  const delegate = provider.getDelegate?.() ?? provider;
  return delegate !== undecided && !/^(Noop|NonRecording|Proxy)TracerProvider$/.test(delegate.constructor.name);
}

/** Adds the instrumentation to the host's set-up, as `registerInstrumentations` does. */
function join(codex: CodexInstrumentation): void {
  codex.setTracerProvider(trace.getTracerProvider());
  codex.setMeterProvider(metrics.getMeterProvider());
  const { logs } = ('logs' in api ? api : (requireFromHost('@opentelemetry/api-logs') ?? {})) as LogsApi;
  if (logs) codex.setLoggerProvider(logs.getLoggerProvider());
  const events = logs ? '' : ' Events need @opentelemetry/api-logs, which is not installed.';
  writeLine(`OpenTelemetry is set up already: only the Codex instrumentation was added.${events}`);
}

/**
 * Runs a step with the SDK's diagnostics on standard error. The SDK reports settings that it does not support there only,
 * and without `OTEL_LOG_LEVEL` or a logger of the host's they reach nobody.
 */
function withStartupDiagnostics(step: () => void): void {
  const global = globalThis as Record<symbol, { diag?: unknown } | undefined>;
  const hasLogger = global[Symbol.for('opentelemetry.js.api.1')]?.diag !== undefined;
  if (process.env['OTEL_LOG_LEVEL'] || hasLogger) return step();
  const silent = () => undefined;
  // The SDK also warns of an exporter that is `none`, which is a choice.
  const warn = (message: string) => message.includes('"none"') || writeLine(message);
  const logger = { error: writeLine, warn, info: silent, debug: silent, verbose: silent };
  diag.setLogger(logger, DiagLogLevel.WARN);
  try {
    step();
  } finally {
    diag.disable();
  }
}

/**
 * When the process ends, ends open spans and sends everything. A signal without another handler ends the process after
 * that. If the host handles it, observation goes on, and the host decides about the end.
 */
function endWithProcess(codex: CodexInstrumentation, shutdown: () => Promise<unknown>): void {
  let ending: Promise<unknown> | undefined;
  const end = () => {
    codex.disable();
    return (ending ??= shutdown().catch((error: unknown) => writeLine(`not everything was sent: ${String(error)}`)));
  };
  process.once('beforeExit', () => void end());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // In front of the host's handlers: a handler for one time would be gone when ours is called.
    process.prependOnceListener(signal, () => {
      if (process.listenerCount(signal) > 0) return;
      void Promise.race([end(), delay(SHUTDOWN_TIMEOUT_MS)]).then(() => process.kill(process.pid, signal));
    });
  }
}

/** Starts the SDK. Without an SDK nothing is observed. */
function start(codex: CodexInstrumentation, NodeSDK: NodeSdk | undefined): void {
  if (NodeSDK === undefined) {
    codex.disable();
    writeLine(
      'no OpenTelemetry SDK is installed beside the main script or this package, so nothing is observed. Install one: npm install @opentelemetry/sdk-node',
    );
    return;
  }
  withStartupDiagnostics(() => {
    withDefaults(() => {
      const sdk = new NodeSDK({ instrumentations: [codex], idGenerator: new CodexIdGenerator() });
      sdk.start();
      endWithProcess(codex, () => sdk.shutdown());
    });
  });
}

/** Settings in place of the SDK's own defaults, where the environment says nothing. */
const DEFAULTS = {
  // Five seconds by default: a turn's spans are worth seeing while the turn runs.
  OTEL_BSP_SCHEDULE_DELAY: '1000',
  OTEL_BLRP_SCHEDULE_DELAY: '1000',
  // The SDK's default detectors send the name of the host and of the user, and the whole command line.
  OTEL_NODE_RESOURCE_DETECTORS: 'env,serviceinstance',
};

/** Runs a step with these settings. The SDK reads them from the environment, which the host's own children inherit. */
function withDefaults(step: () => void): void {
  const { env } = process;
  const unset = Object.entries(DEFAULTS).filter(([name]) => !env[name]);
  process.env = { ...env, ...Object.fromEntries(unset) };
  try {
    step();
  } finally {
    process.env = env;
  }
}

/** Runs a step that may throw. The host goes on without it. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    writeLine(
      `could not be set up, the host goes on without it: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The provider until the first span decides whose set-up is used. Its tracers can be had at once. */
const undecided: api.TracerProvider = {
  getTracer: (...args) => new ProxyTracer({ getDelegateTracer: (...same) => decided().getTracer(...same) }, ...args),
};
let decide: (() => void) | undefined;

function decided(): api.TracerProvider {
  const step = decide;
  decide = undefined;
  if (step) attempt(step);
  return isSetUp() ? trace.getTracerProvider() : new ProxyTracerProvider();
}

function register(): void {
  if (process.env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return;
  const codex = new CodexInstrumentation();
  if (isSetUp()) {
    join(codex);
    return;
  }
  // Loaded now, so that no request waits for it.
  const sdkNode = requireFromHost('@opentelemetry/sdk-node') as { NodeSDK: NodeSdk } | undefined;
  decide = () => {
    if (isSetUp()) join(codex);
    else start(codex, sdkNode?.NodeSDK);
  };
  codex.setTracerProvider(undecided);
  // The first span may also be one of the host's. A set-up of the host's replaces this delegate.
  const provider: api.TracerProvider & { setDelegate?: (delegate: api.TracerProvider) => void } =
    trace.getTracerProvider();
  provider.setDelegate?.(undecided);
}

attempt(register);
