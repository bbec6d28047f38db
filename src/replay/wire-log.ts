import type { Readable } from 'node:stream';
import type { Span, TracerProvider } from '@opentelemetry/api';
import { BoundedSet } from '../bounded.js';
import type { Connection } from '../protocol/observation.js';
import { uncounted, type CounterName, type CounterSink } from '../counters.js';
import { SCOPE_NAME, VERSION } from '../version.js';
import type { WireRecord } from '../wire/log/format.js';
import { readWireLog, type ReadWireLogOptions } from '../wire/log/reader.js';
import { SCHEMA_URL } from '../spans/conventions.js';
import { SpanFactory } from '../spans/factory.js';
import { Observer } from '../observer.js';
import type { AcceptedLines } from '../session/context.js';
import type { Limits } from '../session/limits.js';

/** So many closed connections are remembered. */
const CLOSED = 1_000;

export interface ReplayOptions extends ReadWireLogOptions {
  /** Makes the spans; with a `CodexIdGenerator` in it a replay makes the same spans each time. */
  readonly tracerProvider: TracerProvider;
  /** Called with every span after its end; for a `CodexSpanProcessor` that is not in the provider's pipeline. */
  readonly onSpan?: ((span: Span) => void) | undefined;
  /**
   * Awaited after each chunk of the log (about 256 KiB): the place to let exporters catch up. Without it a replay ends
   * spans faster than a batch span processor takes them.
   */
  readonly afterChunk?: (() => Promise<void>) | undefined;
  /** Called with each record, before it is replayed. */
  readonly onRecord?: ((record: WireRecord) => void) | undefined;
  /** Counts what was seen, passed over and dropped. Default: nobody counts. */
  readonly counters?: CounterSink | undefined;
  /** Limits of the state in memory; see {@link Limits} for the defaults. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether accepted lines are hashed, and where their repositories are known from. Default: they are counted. */
  readonly acceptedLines?: AcceptedLines | undefined;
}

/** The destination of a replay's spans, and the limits of its state. */
export type ReplayTarget = Pick<
  ReplayOptions,
  'tracerProvider' | 'onSpan' | 'afterChunk' | 'counters' | 'limits' | 'acceptedLines'
>;

/**
 * Replays a wire log, from a file or a stream of its bytes, as if it happened now: through the provider's tracer, span
 * processors and samplers, asking no clock. What the log leaves open ends with it.
 *
 * Rejects where the log cannot be read; what came before that place has been replayed then.
 */
export async function replayWireLog(source: string | Readable, options: ReplayOptions): Promise<void> {
  await replayRecords(readWireLog(source, options), options);
}

/** Replays the records of a wire log, those of one chunk at a time. */
export async function replayRecords(log: AsyncIterable<WireRecord[]>, options: ReplayOptions): Promise<void> {
  const { onRecord, afterChunk, limits, acceptedLines, counters = uncounted } = options;
  const observer = new Observer({ spans: spansOf(options), counters, limits, acceptedLines });
  const replay = new Replay(observer, counters);
  try {
    for await (const records of log) {
      for (const record of records) {
        onRecord?.(record);
        replay.record(record);
      }
      await afterChunk?.();
    }
  } finally {
    observer.end();
  }
  await afterChunk?.();
}

/** Makes the spans of a replay. */
export function spansOf({ tracerProvider, onSpan, counters, limits }: ReplayTarget): SpanFactory {
  const tracer = tracerProvider.getTracer(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
  return new SpanFactory(() => tracer, { afterEnd: onSpan, counters, limits });
}

/** Gives the records of a wire log to an observer as if they happened now. */
class Replay {
  readonly #observer: Observer;
  readonly #counters: CounterSink;
  /** A message that a server still writes when its client has gone reaches nobody. */
  readonly #closed: Set<string>;

  constructor(observer: Observer, counters: CounterSink) {
    this.#observer = observer;
    this.#counters = counters;
    this.#closed = new BoundedSet({ size: CLOSED, what: 'closed connection', counters });
  }

  record(record: WireRecord): void {
    const { at, connection: id } = record;
    switch (record.kind) {
      case 'open': {
        const { transport, server } = record;
        this.#closed.delete(id);
        this.#observer.open({ id, transport, server: String(server) }, at);
        break;
      }
      case 'message':
        if (this.#closed.has(id)) this.#passOver('messages.skipped', 'after the close');
        else this.#observer.message(this.#connection(id), record.from, record.text, at);
        break;
      case 'close':
        this.#observer.close(this.#connection(id), at);
        this.#closed.add(id);
        break;
      case 'raw': // no JSON-RPC: both sides ignore it
        this.#passOver('lines.broken');
        this.#observer.advance(at);
        break;
    }
  }

  /** A message that the observer does not get counts as seen all the same, as it does live. */
  #passOver(cause: CounterName, reason?: string): void {
    this.#counters.add('messages.seen');
    this.#counters.add(cause, reason);
  }

  /** A log that began after its connection did is taken for the usual case: stdio, the first server. */
  #connection(id: string): Connection {
    return this.#observer.connection(id) ?? { id, transport: 'stdio', server: '1' };
  }
}
