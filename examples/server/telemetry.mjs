// Loaded before the server (`node --import`), as any OpenTelemetry set-up. Where spans and events go is told by the
// OTEL_* variables; without them, to an OTLP receiver on localhost:4318.
import { register } from 'node:module';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';

// Lets the HTTP instrumentation reach ES modules. The Codex instrumentation needs no hook.
register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);

export const codex = new CodexInstrumentation();
const sdk = new NodeSDK({
  serviceName: process.env.OTEL_SERVICE_NAME ?? 'codex-server-example',
  // A thread's trace id is then the thread's id without its dashes.
  idGenerator: new CodexIdGenerator(),
  instrumentations: [new HttpInstrumentation(), codex],
});
sdk.start();

/** Sends what is left. Nobody listening at the other end is no failure of the server. */
export const stopTelemetry = () => sdk.shutdown().catch(({ message }) => console.error(message));
