import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { replayWireLog } from 'opentelemetry-instrumentation-codex/wire';
import { printSessions } from './session.cjs';

const spans = new InMemorySpanExporter();
const logs = new InMemoryLogRecordExporter();
const codex = new CodexInstrumentation();
const tracerProvider = new NodeTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(spans), codex.spanProcessor],
  idGenerator: new CodexIdGenerator(),
});
const loggerProvider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: logs })] });
tracerProvider.register();
registerInstrumentations({ instrumentations: [codex], tracerProvider, loggerProvider });

await printSessions({ codex, replayWireLog, tracerProvider, spans, logs });
