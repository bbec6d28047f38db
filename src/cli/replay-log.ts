import type { Readable } from 'node:stream';
import type { TracerProvider } from '@opentelemetry/api';
import { SCHEMA_URL } from '../spans/conventions.js';
import { SpanFactory } from '../spans/finish.js';
import { Observer } from '../spans/observer.js';
import { Replay } from '../spans/replay.js';
import type { Tally } from '../tally.js';
import { SCOPE_NAME, VERSION } from '../version.js';
import { readWireLog, type ReadProgress } from '../wire/log-reader.js';

export interface ReplayLogOptions {
  readonly tracerProvider: TracerProvider;
  readonly tally: Tally;
  /** Ends the replay where it is: the user wants that, or nobody reads what it makes. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReadProgress) => void;
  /** Awaited after each chunk, so that what was made is taken before more is. */
  readonly afterChunk: () => Promise<void>;
}

/** What was in a log, as far as it was replayed. */
export interface ReplayedLog {
  readonly messages: number;
  readonly connections: number;
  /** The first line that was no record, from 1. */
  readonly firstBrokenLine: number | undefined;
  /** Why the replay ended before the log did. */
  readonly failure: Error | undefined;
}

/**
 * Replays a wire log for a person: what was in it is counted, it can be interrupted at any time, and whatever ends it,
 * everything that it left open has ended when this resolves. Never rejects.
 */
export async function replayLog(source: string | Readable, options: ReplayLogOptions): Promise<ReplayedLog> {
  const { tracerProvider, tally, signal, onProgress, afterChunk } = options;
  const tracer = tracerProvider.getTracer(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
  const observer = new Observer({ spans: new SpanFactory(() => tracer), tally });
  const replay = new Replay(observer);
  const connections = new Set<string>();
  let messages = 0;
  let firstBrokenLine: number | undefined;
  let failure: Error | undefined;

  const onBrokenLine = (line: number) => (firstBrokenLine ??= line);
  try {
    for await (const records of until(signal, readWireLog(source, { tally, onProgress, onBrokenLine }))) {
      for (const record of records) {
        connections.add(record.connection);
        if (record.kind === 'message') messages += 1;
        replay.record(record);
      }
      await afterChunk();
    }
  } catch (error) {
    failure = error as Error;
  }
  observer.end();
  return { messages, connections: connections.size, firstBrokenLine, failure };
}

/** The items until the signal aborts, even where the next one never comes: nobody types on into an idle terminal. */
async function* until<T>(signal: AbortSignal, items: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  while (!signal.aborted) {
    const next = await orAbort(signal, items.next());
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}

function orAbort<T>(signal: AbortSignal, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(undefined);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
