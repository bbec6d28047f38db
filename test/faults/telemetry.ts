import { LoggerProvider, type LogRecordProcessor, type ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { NodeTracerProvider, type ReadableSpan, type Span, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { Counters } from '../../src/counters.js';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { EventRecord } from '../../src/events/record.js';
import { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import type { CodexInstrumentationConfig } from '../../src/instrumentation/config.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';

/** Everything that leaves one observer, in the order in which it does. */
export class Telemetry {
  readonly started: Span[] = [];
  readonly spans: ReadableSpan[] = [];
  readonly logs: ReadableLogRecord[] = [];
  readonly events: EventRecord[] = [];
  readonly tracerProvider: NodeTracerProvider;
  readonly loggerProvider: LoggerProvider;

  constructor(processors: readonly SpanProcessor[] = []) {
    const toLogs: LogRecordProcessor = {
      onEmit: (record) => void this.logs.push(record),
      forceFlush: async () => {},
      shutdown: async () => {},
    };
    this.loggerProvider = new LoggerProvider({ processors: [toLogs] });
    this.tracerProvider = new NodeTracerProvider({
      idGenerator: new CodexIdGenerator(),
      spanProcessors: [
        ...processors,
        {
          onStart: (span) => void this.started.push(span),
          onEnd: (span) => void this.spans.push(span),
          forceFlush: async () => {},
          shutdown: async () => {},
        },
      ],
    });
  }

  /** An instrumentation whose telemetry is this one. */
  instrumentation(config: CodexInstrumentationConfig = {}): CodexInstrumentation {
    const codex = new CodexInstrumentation({ eventHook: (_event, record) => this.events.push(record), ...config });
    codex.setTracerProvider(this.tracerProvider);
    codex.setLoggerProvider(this.loggerProvider);
    return codex;
  }

  /** The telemetry of a replay. Its provider's pipeline makes the events. */
  static ofReplay(counters: Counters): Telemetry {
    const events: EventRecord[] = [];
    const processor = new CodexSpanProcessor({ counters, eventHook: (_event, record) => events.push(record) });
    const telemetry = new Telemetry([processor]);
    processor.setLoggerProvider(telemetry.loggerProvider);
    return Object.assign(telemetry, { events });
  }
}
