import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { replayWireLog } from 'opentelemetry-instrumentation-codex/wire';
import { printSessions } from './session.cjs';

const spans = new InMemorySpanExporter();
const logs = new InMemoryLogRecordExporter();
const codex = new CodexInstrumentation();
const tracerProvider = new TracerProvider({
  spanProcessors: [new SimpleSpanProcessor({ exporter: spans }), codex.spanProcessor],
  idGenerator: new CodexIdGenerator(),
});
const loggerProvider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: logs })] });
registerInstrumentations({ instrumentations: [codex], tracerProvider, loggerProvider });

await printSessions({ codex, replayWireLog, tracerProvider, spans, logs });
