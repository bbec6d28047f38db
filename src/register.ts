// The entry `opentelemetry-instrumentation-codex/register`, for `node --import` (or `--require`): a ready set-up by the
// OTEL_* variables with the OpenTelemetry SDK that the host has installed.
import { createRequire } from 'node:module';
import path from 'node:path';
import { metrics, trace } from '@opentelemetry/api';
import { CodexInstrumentation } from './instrumentation/instrumentation.js';
import { CodexIdGenerator } from './spans/ids.js';

/** OpenTelemetry's NodeSDK, of SDK 2.x or 3.x, by its shape. */
type NodeSdk = new (configuration: { instrumentations: unknown[]; idGenerator: unknown }) => {
  start(): void;
  shutdown(): Promise<void>;
};

const say = (line: string) => process.stderr.write(`opentelemetry-instrumentation-codex: ${line}\n`);

/** The SDK as the host's own code would find it: from its main script, else from the working directory. */
function hostSdk(): NodeSdk | undefined {
  const places = [process.argv[1], path.join(process.cwd(), 'index.js')];
  for (const place of places) {
    if (place === undefined) continue;
    try {
      return (createRequire(path.resolve(place))('@opentelemetry/sdk-node') as { NodeSDK: NodeSdk }).NodeSDK;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

/** Whether somebody has set OpenTelemetry up before us: a provider is there that is not the API's own placeholder. */
function isSetUp(): boolean {
  const provider: object & { getDelegate?: () => object } = trace.getTracerProvider();
  const delegate = provider.getDelegate?.() ?? provider;
  return !/^(Noop|NonRecording|Proxy)TracerProvider$/.test(delegate.constructor.name);
}

/** Ends with the process: what was not sent yet is, and a signal that nobody else handles ends the process after that. */
function shutDownWithProcess(shutdown: () => Promise<unknown>): void {
  let ending: Promise<unknown> | undefined;
  const end = () => (ending ??= shutdown().catch((error: unknown) => say(`not everything was sent: ${String(error)}`)));
  process.once('beforeExit', () => void end());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const isAlone = process.listenerCount(signal) === 0;
      void end().then(() => {
        if (isAlone) process.kill(process.pid, signal);
      });
    });
  }
}

function register(): void {
  if (process.env['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return;
  if (isSetUp()) {
    const codex = new CodexInstrumentation();
    codex.setTracerProvider(trace.getTracerProvider());
    codex.setMeterProvider(metrics.getMeterProvider());
    say(
      'OpenTelemetry is set up already: only the Codex instrumentation was added (spans and metrics; for events as log',
    );
    say('records give it your logger provider, see the README).');
    return;
  }
  const Sdk = hostSdk();
  if (Sdk === undefined) {
    say(
      'no OpenTelemetry SDK is installed here, so nothing is observed. Install one: npm install @opentelemetry/sdk-node',
    );
    return;
  }
  // A turn should be seen while it goes on.
  process.env['OTEL_BSP_SCHEDULE_DELAY'] ??= '1000';
  process.env['OTEL_BLRP_SCHEDULE_DELAY'] ??= '1000';
  const sdk = new Sdk({ instrumentations: [new CodexInstrumentation()], idGenerator: new CodexIdGenerator() });
  sdk.start();
  shutDownWithProcess(() => sdk.shutdown());
}

try {
  register();
} catch (error) {
  say(`could not be set up, the host goes on without it: ${error instanceof Error ? error.message : String(error)}`);
}
