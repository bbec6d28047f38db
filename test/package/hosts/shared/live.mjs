// A host that runs the session of a module: `live.mjs SESSION WIRE_LOG`. The same on either line of the SDK.
import process from 'node:process';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { WireLogWriter } from 'opentelemetry-instrumentation-codex/wire';

const [, , session, wireLog] = process.argv;
const recorder = new WireLogWriter(wireLog);
const sdk = new NodeSDK({
  idGenerator: new CodexIdGenerator(),
  instrumentations: [new CodexInstrumentation({ recorder })],
});
sdk.start();

const { runSession } = await import(session);
await runSession();
await sdk.shutdown();
await recorder.end();
