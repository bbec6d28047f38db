// The entry `opentelemetry-instrumentation-codex/register`, for `node --import` (or `--require`): a ready set-up by the
// OTEL_* variables with the OpenTelemetry SDK that the host has installed. It is loaded before the host, which may set
// OpenTelemetry up by itself; so it decides when the first span is wanted.
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as api from '@opentelemetry/api';
import type { EventLoggerProvider } from './events/log-record.js';
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

/** How long a signal that would have ended the process at once waits for what was not sent yet. */
const LAST_WORDS_MS = 5_000;

const { diag, DiagLogLevel, metrics, ProxyTracer, ProxyTracerProvider, trace } = api;

const say = (line: string) => process.stderr.write(`opentelemetry-instrumentation-codex: ${line}\n`);

/** A package as the host's own code would find it: from its main script, else from the working directory. */
function fromHost(name: string): unknown {
  const places = [process.argv[1], path.join(process.cwd(), 'index.js')];
  for (const place of places) {
    if (place === undefined) continue;
    try {
      return createRequire(path.resolve(place))(name) as unknown;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

/** Whether OpenTelemetry is set up: a provider is there that is neither the API's own placeholder nor ours. */
function isSetUp(): boolean {
  const provider: object & { getDelegate?: () => object } = trace.getTracerProvider();
  const delegate = provider.getDelegate?.() ?? provider;
  return delegate !== undecided && !/^(Noop|NonRecording|Proxy)TracerProvider$/.test(delegate.constructor.name);
}

/** Adds the instrumentation to what the host has set up, as `registerInstrumentations` would. */
function join(codex: CodexInstrumentation): void {
  codex.setTracerProvider(trace.getTracerProvider());
  codex.setMeterProvider(metrics.getMeterProvider());
  const { logs } = ('logs' in api ? api : (fromHost('@opentelemetry/api-logs') ?? {})) as LogsApi;
  if (logs) codex.setLoggerProvider(logs.getLoggerProvider());
  const events = logs ? '' : ' Events need @opentelemetry/api-logs, which is not installed here.';
  say(`OpenTelemetry is set up already: only the Codex instrumentation was added.${events}`);
}

/**
 * Settings that the SDK cannot follow it tells to the diagnostics, which nobody hears unless `OTEL_LOG_LEVEL` is set or
 * the host has a logger for them; then everything would be missing without a word.
 */
function sayingWhatIsWrong(step: () => void): void {
  const global = globalThis as Record<symbol, { diag?: unknown } | undefined>;
  const isHeard = global[Symbol.for('opentelemetry.js.api.1')]?.diag !== undefined;
  if (process.env['OTEL_LOG_LEVEL'] || isHeard) return step();
  const silent = () => undefined;
  // That an exporter is `none` is said as a warning as well.
  const warn = (message: string) => message.includes('"none"') || say(message);
  const logger = { error: say, warn, info: silent, debug: silent, verbose: silent };
  diag.setLogger(logger, DiagLogLevel.WARN);
  try {
    step();
  } finally {
    diag.disable();
  }
}

/**
 * Ends with the process: what is open ends, and what was not sent yet is sent. A signal that nobody else handles ends the
 * process after that; one that the host handles leaves the end to the host, which goes on until then.
 */
function endWithProcess(codex: CodexInstrumentation, shutdown: () => Promise<unknown>): void {
  let ending: Promise<unknown> | undefined;
  const end = () => {
    codex.disable();
    return (ending ??= shutdown().catch((error: unknown) => say(`not everything was sent: ${String(error)}`)));
  };
  process.once('beforeExit', () => void end());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Before the host's own handlers: one that listens only once would be gone by our turn.
    process.prependOnceListener(signal, () => {
      if (process.listenerCount(signal) > 0) return;
      void Promise.race([end(), delay(LAST_WORDS_MS)]).then(() => process.kill(process.pid, signal));
    });
  }
}

/** Sets the SDK up. Without one nothing can be observed. */
function start(codex: CodexInstrumentation, NodeSDK: NodeSdk | undefined): void {
  if (NodeSDK === undefined) {
    codex.disable();
    say(
      'no OpenTelemetry SDK is installed here, so nothing is observed. Install one: npm install @opentelemetry/sdk-node',
    );
    return;
  }
  // A turn should be seen while it goes on.
  process.env['OTEL_BSP_SCHEDULE_DELAY'] ??= '1000';
  process.env['OTEL_BLRP_SCHEDULE_DELAY'] ??= '1000';
  sayingWhatIsWrong(() => {
    const sdk = new NodeSDK({ instrumentations: [codex], idGenerator: new CodexIdGenerator() });
    sdk.start();
    endWithProcess(codex, () => sdk.shutdown());
  });
}

/** Does what may fail; the host goes on without it. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    say(`could not be set up, the host goes on without it: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The provider until it is decided whose it is. Its tracers can be had at once; their first span decides. */
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
  // Loaded now: nobody should wait for it within a request.
  const sdkNode = fromHost('@opentelemetry/sdk-node') as { NodeSDK: NodeSdk } | undefined;
  decide = () => {
    if (isSetUp()) join(codex);
    else start(codex, sdkNode?.NodeSDK);
  };
  codex.setTracerProvider(undecided);
  // The host's own spans decide, too. A set-up of the host's takes this place without a word.
  const provider: api.TracerProvider & { setDelegate?: (delegate: api.TracerProvider) => void } =
    trace.getTracerProvider();
  provider.setDelegate?.(undecided);
}

attempt(register);
