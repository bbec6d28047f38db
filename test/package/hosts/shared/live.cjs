// A host that runs the session of a module: `live.cjs SESSION WIRE_LOG`. The same on either line of the SDK.
const process = require('node:process');
const { NodeSDK } = require('@opentelemetry/sdk-node');
const { CodexIdGenerator, CodexInstrumentation } = require('opentelemetry-instrumentation-codex');
const { WireLogWriter } = require('opentelemetry-instrumentation-codex/wire');

const [, , session, wireLog] = process.argv;
const recorder = new WireLogWriter(wireLog);
const sdk = new NodeSDK({
  idGenerator: new CodexIdGenerator(),
  instrumentations: [new CodexInstrumentation({ recorder })],
});
sdk.start();

void import(session)
  .then(({ runSession }) => runSession())
  .then(() => sdk.shutdown())
  .then(() => recorder.end());
