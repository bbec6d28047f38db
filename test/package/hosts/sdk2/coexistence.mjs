import { LangfuseSpanProcessor } from '@langfuse/otel';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { CountingIds, handleRequest, inOrder, isObserved, Keeping } from './coexistence.cjs';

const batch = new Keeping(JsonTraceSerializer);
const langfuse = new Keeping(JsonTraceSerializer);
// Masks by writing into the spans, which all processors share.
const mask = ({ data }) => data.replaceAll('secret', '******');
const events = [];
const codex = new CodexInstrumentation({ eventHook: (event) => events.push(event) });
const ids = new CountingIds();
const tracerProvider = new NodeTracerProvider({
  spanProcessors: inOrder({
    ours: codex.spanProcessor,
    vendor: [new LangfuseSpanProcessor({ exporter: langfuse, mask })],
    batch: new BatchSpanProcessor(batch),
  }),
  idGenerator: isObserved ? new CodexIdGenerator(ids) : ids,
});
tracerProvider.register();
registerInstrumentations({ instrumentations: [codex], tracerProvider });

handleRequest(tracerProvider.getTracer('the host'), codex);
await tracerProvider.shutdown();
console.log(JSON.stringify({ langfuse: langfuse.bytes, batch: batch.bytes, events }));
