const { registerInstrumentations } = require('@opentelemetry/instrumentation');
const { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } = require('@opentelemetry/sdk-logs');
const { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-node');
const { CodexIdGenerator, CodexInstrumentation } = require('opentelemetry-instrumentation-codex');
const { replayWireLog } = require('opentelemetry-instrumentation-codex/wire');
const { printSessions } = require('./session.cjs');

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

void printSessions({ codex, replayWireLog, tracerProvider, spans, logs });
