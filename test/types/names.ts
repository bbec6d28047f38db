// Every type that a public signature mentions has a name that a host can import from the entry of that signature.
import type {
  ByHandConnection,
  CodexAnalyticsEvent,
  CodexInstrumentationConfig,
  CodexSpanProcessorOptions,
  ConnectOptions,
  CounterEntry,
  CounterName,
  Counters,
  CounterSink,
  EventExporter,
  EventIds,
  EventLoggerProvider,
  EventLogRecord,
  EventRecord,
  EventType,
  Facts,
  FileEventExporterOptions,
  FinishedSpan,
  IdGenerator,
  Limits,
  LogValue,
  ObserveWebSocketOptions,
  ProcessInfo,
  ReviewFacts,
  Sampler,
  SamplingResult,
  Sender,
  SpanType,
  Transport,
  TurnFacts,
  WebSocketLike,
  WireRecord,
  WireRecorder,
} from 'opentelemetry-instrumentation-codex';
import type * as events from 'opentelemetry-instrumentation-codex/events';
import type * as wire from 'opentelemetry-instrumentation-codex/wire';
import {
  CodexInstrumentation,
  CodexSpanProcessor,
  type CodexInstrumentationConfig as Config,
} from 'opentelemetry-instrumentation-codex';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => undefined;
type Hook<Name extends 'isAppServerHook' | 'spanEndHook' | 'eventHook'> = Parameters<NonNullable<Config[Name]>>;

// The names are those of the signatures.
same<ConstructorParameters<typeof CodexInstrumentation>[0], CodexInstrumentationConfig | undefined>(true);
same<ConstructorParameters<typeof CodexSpanProcessor>[0], CodexSpanProcessorOptions | undefined>(true);
same<Hook<'isAppServerHook'>, [process: ProcessInfo]>(true);
same<Hook<'spanEndHook'>[1], Facts>(true);
same<Hook<'eventHook'>, [event: CodexAnalyticsEvent, record: EventRecord]>(true);
same<NonNullable<Config['limits']>, Partial<Limits>>(true);
same<NonNullable<Config['recorder']>, WireRecorder>(true);
same<CodexInstrumentation['counters'], Counters>(true);
same<Parameters<CodexInstrumentation['setLoggerProvider']>[0], EventLoggerProvider>(true);
same<Parameters<CodexInstrumentation['connect']>[0], ConnectOptions | undefined>(true);
same<ReturnType<CodexInstrumentation['connect']>, ByHandConnection>(true);
same<Parameters<CodexInstrumentation['observeWebSocket']>[0], WebSocketLike>(true);
same<Parameters<CodexInstrumentation['observeWebSocket']>[1], ObserveWebSocketOptions | undefined>(true);
same<Facts['type'], SpanType>(true);
same<Extract<Facts, { type: 'turn' }>, TurnFacts>(true);
same<Extract<Facts, { type: 'review' }>, ReviewFacts>(true);

// The same types from any entry.
same<events.Facts, Facts>(true);
same<events.CodexAnalyticsEvent, CodexAnalyticsEvent>(true);
same<events.CounterSink, CounterSink>(true);
same<wire.WireRecord, WireRecord>(true);
same<wire.Limits, Limits>(true);

export type Named = [
  CounterEntry,
  CounterName,
  EventExporter,
  EventIds,
  EventLogRecord,
  EventType,
  FileEventExporterOptions,
  FinishedSpan,
  IdGenerator,
  LogValue,
  Sampler,
  SamplingResult,
  Sender,
  Transport,
  wire.ReadProgress,
  wire.ReplayOptions,
];
