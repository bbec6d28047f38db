import { expect } from 'vitest';
import { jsonLines } from '../json-lines.js';
import { spansOf, type ReceivedEvent, type ReceivedSpan } from '../export/otlp.js';
import type { Receiver } from '../export/receiver.js';

interface FileEvent {
  readonly event_type: string;
  readonly event_params: object;
  readonly skill_id?: string | null;
  readonly skill_name?: string;
}

const WAITING: ReadonlySet<unknown> = new Set(['review', 'user_input']);

/** The spans that a `--traces` file holds. */
function spansIn(file: string): ReceivedSpan[] {
  return jsonLines(file).flatMap(spansOf);
}

/** The events that an `--events` file holds. */
function eventsIn(file: string): FileEvent[] {
  return jsonLines(file) as FileEvent[];
}

/**
 * Every span and every event of the files has arrived exactly once, and nothing else but the live events, of which a replay
 * makes none: one of each review and question, where the session was observed live.
 */
export function expectDelivered(
  receiver: Receiver,
  traces: readonly string[],
  events: readonly string[],
  source: 'live' | 'replayed' = 'replayed',
): void {
  const bySpanId = (a: ReceivedSpan, b: ReceivedSpan) => (a.traceId + a.spanId < b.traceId + b.spanId ? -1 : 1);
  expect([...receiver.spans].sort(bySpanId)).toEqual(traces.flatMap(spansIn).sort(bySpanId));
  const live = receiver.events.filter(({ eventName }) => eventName === 'codex.review.requested');
  const waited = receiver.spans.filter(({ attributes }) => WAITING.has(attributes['codex.span.type']));
  expect(live.map(({ spanId }) => spanId).sort()).toEqual(
    source === 'live' ? waited.map(({ spanId }) => spanId).sort() : [],
  );
  const ofSpans = receiver.events.filter((event) => !live.includes(event));
  expect(ofSpans.map(asInFile).sort()).toEqual(events.flatMap(eventsIn).map(asText).sort());

  const ids = receiver.events.map(({ attributes }) => attributes['codex.event.id']);
  expect(new Set(ids).size).toBe(ids.length);
  const spans = new Set(receiver.spans.map(({ traceId, spanId }) => traceId + spanId));
  expect(spans.size).toBe(receiver.spans.length);
  expect(receiver.events.filter(({ traceId, spanId }) => !spans.has(traceId + spanId))).toEqual([]);
}

function asInFile({ attributes, body }: ReceivedEvent): string {
  const type = String(attributes['codex.event.type']);
  if (type !== 'skill_invocation') return asText({ event_type: type, event_params: body as object });
  const { skill_id, skill_name, ...params } = body as FileEvent & { skill_name: string };
  return asText({ event_type: type, skill_id: skill_id ?? null, skill_name, event_params: params });
}

const asText = (event: FileEvent) => JSON.stringify(event);
