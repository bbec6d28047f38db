// Loaded before the gateway (`node --import`). The OTEL_* variables tell where spans and events go.
import { NodeSDK } from '@opentelemetry/sdk-node';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';

export const codex = new CodexInstrumentation();
const sdk = new NodeSDK({
  serviceName: process.env.OTEL_SERVICE_NAME ?? 'codex-gateway-example',
  idGenerator: new CodexIdGenerator(),
  instrumentations: [codex],
});
sdk.start();

/** A closed WebSocket ends no thread, for its client may come back; so the gateway says when it is over. */
export async function stopTelemetry() {
  codex.disable();
  await sdk.shutdown();
}
