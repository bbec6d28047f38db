const { registerInstrumentations } = require('@opentelemetry/instrumentation');
const { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } = require('@opentelemetry/sdk-logs');
const { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } = require('@opentelemetry/sdk-trace');
const { CodexIdGenerator, CodexInstrumentation } = require('opentelemetry-instrumentation-codex');
const { replayWireLog } = require('opentelemetry-instrumentation-codex/wire');
const { printSessions } = require('./session.cjs');

const spans = new InMemorySpanExporter();
const logs = new InMemoryLogRecordExporter();
const codex = new CodexInstrumentation();
const tracerProvider = new TracerProvider({
  spanProcessors: [new SimpleSpanProcessor({ exporter: spans }), codex.spanProcessor],
  idGenerator: new CodexIdGenerator(),
});
const loggerProvider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: logs })] });
registerInstrumentations({ instrumentations: [codex], tracerProvider, loggerProvider });

void printSessions({ codex, replayWireLog, tracerProvider, spans, logs });
