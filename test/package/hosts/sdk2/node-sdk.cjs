// Nothing but the instrumentation is given to the NodeSDK: its providers hand spans and events on all the same.
const { trace } = require('@opentelemetry/api');
const { InMemoryLogRecordExporter, SimpleLogRecordProcessor } = require('@opentelemetry/sdk-logs');
const { NodeSDK } = require('@opentelemetry/sdk-node');
const { InMemorySpanExporter, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-node');
const { CodexIdGenerator, CodexInstrumentation } = require('opentelemetry-instrumentation-codex');
const { replayWireLog } = require('opentelemetry-instrumentation-codex/wire');
const { printSessions } = require('./session.cjs');

const spans = new InMemorySpanExporter();
const logs = new InMemoryLogRecordExporter();
const codex = new CodexInstrumentation();
new NodeSDK({
  instrumentations: [codex],
  // Spans wait for a resource that is still being detected; in-memory exporters are read at once.
  autoDetectResources: false,
  idGenerator: new CodexIdGenerator(),
  spanProcessors: [new SimpleSpanProcessor(spans)],
  logRecordProcessors: [new SimpleLogRecordProcessor({ exporter: logs })],
}).start();

const onSpan = (span) => codex.spanProcessor.onEnd(span);
void printSessions({ codex, replayWireLog, tracerProvider: trace.getTracerProvider(), spans, logs, onSpan });
