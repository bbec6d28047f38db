import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { CodexIdGenerator, CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { CountingIds, handleRequest, inOrder, isObserved, Keeping } from './coexistence.cjs';

const batch = new Keeping(JsonTraceSerializer);
const events = [];
const codex = new CodexInstrumentation({ eventHook: (event) => events.push(event) });
const ids = new CountingIds();
const tracerProvider = new TracerProvider({
  spanProcessors: inOrder({
    ours: codex.spanProcessor,
    vendor: [],
    batch: new BatchSpanProcessor({ exporter: batch }),
  }),
  idGenerator: isObserved ? new CodexIdGenerator(ids) : ids,
});
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
registerInstrumentations({ instrumentations: [codex], tracerProvider });

handleRequest(tracerProvider.getTracer('the host'), codex);
await tracerProvider.shutdown();
console.log(JSON.stringify({ batch: batch.bytes, events }));
