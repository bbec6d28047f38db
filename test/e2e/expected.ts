import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { ReceivedEvent, ReceivedSpan } from '../export/otlp.js';
import { eventsOfThread, type CollectorAddress } from './collector.js';
import { timesOf } from './wire-log.js';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/**
 * Milliseconds by which two observers of one message may differ: the wire log's writer and the instrumentation see it in
 * two processes.
 */
const OBSERVERS_APART = 100;

export type SpanType = 'turn' | 'item' | 'review' | 'thread' | 'thread_initialization';

export const isOfType =
  (type: SpanType) =>
  ({ attributes }: ReceivedSpan) =>
    attributes['codex.span.type'] === type;

/** The one span of this type. */
export function spanOfType(spans: readonly ReceivedSpan[], type: SpanType): ReceivedSpan {
  const found = spans.filter(isOfType(type));
  expect(found, `spans of the type ${type}`).toHaveLength(1);
  return found[0]!;
}

/** Unix milliseconds of OTLP's nanoseconds, to the microsecond. */
export const toMs = (nanoseconds: string) => Number(BigInt(nanoseconds) / 1000n) / 1000;

const times = ({ start, end }: ReceivedSpan) => ({ start: toMs(start), end: toMs(end) });

const around = (time: number) => expect.closeTo(time, -Math.log10(2 * OBSERVERS_APART)) as number;

/** Turn, item and review hang in one another and have the protocol's times. */
export function expectTurn(spans: readonly ReceivedSpan[], wireLog: string): ReceivedSpan {
  const turn = spanOfType(spans, 'turn');
  const item = spanOfType(spans, 'item');
  const review = spanOfType(spans, 'review');
  expect(item.parentSpanId).toBe(turn.spanId);
  expect(review.parentSpanId).toBe(item.spanId);
  expect(review.attributes['codex.review.status']).toBe('approved');

  const wire = timesOf(wireLog);
  expect(times(turn)).toEqual(wire.turn);
  expect(times(item)).toEqual(wire.item);
  expect(times(review)).toEqual({ start: wire.review.start, end: around(wire.review.observedEnd) });
  return turn;
}

/** The thread's own trace: its initialization is the root, the thread hangs under it. */
export function expectThread(spans: readonly ReceivedSpan[], wireLog: string): ReceivedSpan {
  const initialization = spanOfType(spans, 'thread_initialization');
  expect(initialization.parentSpanId).toBeNull();
  expect(spanOfType(spans, 'thread').parentSpanId).toBe(initialization.spanId);

  const { observedStart, observedEnd } = timesOf(wireLog).initialization;
  expect(times(initialization)).toEqual({ start: around(observedStart), end: around(observedEnd) });
  return initialization;
}

/**
 * The thread's events are in the Collector's file: those of the wire log, each once, each with its span's context; and the live
 * event of each review, under its review's span.
 */
export async function expectEvents(
  { file }: CollectorAddress,
  { threadId, wireLog, spans }: { threadId: string; wireLog: string; spans: readonly ReceivedSpan[] },
): Promise<void> {
  const expected = replayed(wireLog);
  const reviews = expected.filter(({ event_type: type }) => type === 'codex_review_event');
  const events = await eventsOfThread(file, threadId, expected.length + reviews.length);
  const live = events.filter(({ eventName }) => eventName === 'codex.review.requested');
  const ofSpans = events.filter((event) => !live.includes(event));
  const reviewIds = reviews.map(({ event_params: { review_id: id } }) => id);
  expect(live.map(({ attributes }) => attributes['codex.review.id'])).toEqual(reviewIds);
  expect(ofSpans.map(told).sort(byType)).toEqual(expected.map(comparable).sort(byType));
  expect(new Set(events.map(({ attributes }) => attributes['codex.event.id'])).size).toBe(events.length);
  const ids = new Set(spans.map(({ traceId, spanId }) => traceId + spanId));
  expect(events.filter(({ traceId, spanId }) => !ids.has(traceId + spanId))).toEqual([]);
}

interface Event {
  readonly event_type: string;
  readonly event_params: Readonly<Record<string, unknown>>;
}

/** The events of a wire log, as the package's own replay makes them: the same happening, observed again. */
function replayed(wireLog: string): Event[] {
  const output = execFileSync(process.execPath, [COMMAND, 'replay', wireLog, '--events', '-'], { stdio: 'pipe' });
  const lines = output.toString('utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Event);
}

const told = ({ attributes, body }: ReceivedEvent) =>
  comparable({
    event_type: String(attributes['codex.event.type']),
    event_params: body as Event['event_params'],
  });

/** What two observers of one session say alike. A review's end is when each of them saw the answer. */
function comparable({ event_type: type, event_params: params }: Event) {
  if (type !== 'codex_review_event') return { type, params };
  const { completed_at_ms, duration_ms, ...same } = params;
  return { type, params: { ...same, begins: Number(completed_at_ms) - Number(duration_ms) } };
}

const byType = (a: { readonly type: string }, b: { readonly type: string }) => (a.type < b.type ? -1 : 1);
