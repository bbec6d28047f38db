// Nothing but the instrumentation is given to the NodeSDK: its providers hand spans and events on all the same.
import { trace } from '@opentelemetry/api';
import { InMemoryLogRecordExporter, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { replayWireLog } from 'opentelemetry-instrumentation-codex/wire';
import { printSessions } from './session.cjs';

const spans = new InMemorySpanExporter();
const logs = new InMemoryLogRecordExporter();
const codex = new CodexInstrumentation();
new NodeSDK({
  instrumentations: [codex],
  // Spans wait for a resource that is still being detected; in-memory exporters are read at once.
  autoDetectResources: false,
  idGenerator: new CodexIdGenerator(),
  spanProcessors: [new SimpleSpanProcessor({ exporter: spans })],
  logRecordProcessors: [new SimpleLogRecordProcessor({ exporter: logs })],
}).start();

const onSpan = (span) => codex.spanProcessor.onEnd(span);
await printSessions({ codex, replayWireLog, tracerProvider: trace.getTracerProvider(), spans, logs, onSpan });
