// Everything that a host on SDK 3.x hands to OpenTelemetry, or gets from it, fits without a cast.
import { logs, metrics, trace } from '@opentelemetry/api';
import {
  registerInstrumentations,
  type Instrumentation,
  type InstrumentationConfig,
} from '@opentelemetry/instrumentation';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  InMemorySpanExporter,
  TracerProvider,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  type ReadableSpan,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import {
  CodexIdGenerator,
  CodexInstrumentation,
  CodexSampler,
  CodexSpanProcessor,
  type CodexInstrumentationConfig,
} from 'opentelemetry-instrumentation-codex';
import { factsOf } from 'opentelemetry-instrumentation-codex/events';
import { replayWireLog } from 'opentelemetry-instrumentation-codex/wire';

const codex = new CodexInstrumentation();
const loggerProvider = new LoggerProvider();

export const tracerProvider = new TracerProvider({
  spanProcessors: [new BatchSpanProcessor({ exporter: new InMemorySpanExporter() }), codex.spanProcessor],
  idGenerator: new CodexIdGenerator(),
  sampler: new CodexSampler(new AlwaysOnSampler()),
});
export const samplers = new TracerProvider({
  sampler: new ParentBasedSampler({ root: new CodexSampler(new TraceIdRatioBasedSampler(0.1)) }),
  idGenerator: new CodexIdGenerator(new RandomIdGenerator()),
});

registerInstrumentations({ instrumentations: [codex] });
registerInstrumentations({ instrumentations: [[codex]], tracerProvider, loggerProvider });
export const instrumentation: Instrumentation = codex;
export const ofConfig: Instrumentation<InstrumentationConfig> = codex;
export const ofOurConfig: Instrumentation<CodexInstrumentationConfig> = codex;
export const toTheirs = (config: CodexInstrumentationConfig): InstrumentationConfig => config;
export const toOurs = (config: InstrumentationConfig): CodexInstrumentationConfig => config;

export const sdk = new NodeSDK({
  instrumentations: [codex],
  spanProcessors: [codex.spanProcessor],
  idGenerator: new CodexIdGenerator(),
  sampler: new CodexSampler(new AlwaysOnSampler()),
});

export const processor: SpanProcessor = new CodexSpanProcessor({ loggerProvider });
new CodexSpanProcessor({ loggerProvider: logs.getLoggerProvider() });
codex.setLoggerProvider(logs.getLoggerProvider());
codex.setTracerProvider(trace.getTracerProvider());
codex.setMeterProvider(metrics.getMeterProvider());
codex.setMeterProvider(new MeterProvider());

export const handOn = (span: ReadableSpan) => {
  codex.spanProcessor.onEnd(span);
  return factsOf(span);
};
export const replay = replayWireLog('wire.jsonl', {
  tracerProvider,
  onSpan: (span) => codex.spanProcessor.onEnd(span),
});
