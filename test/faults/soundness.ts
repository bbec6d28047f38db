import { isDeepStrictEqual } from 'node:util';
import type { HrTime } from '@opentelemetry/api';
import {
  JsonLogsSerializer,
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufTraceSerializer,
} from '@opentelemetry/otlp-transformer';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { expect, vi } from 'vitest';
import { Counters } from '../../src/counters.js';
import { eventSchemas } from '../../src/events/schema/index.js';
import { Observer } from '../../src/observer.js';
import { Session } from '../../src/session/session.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { eventsOf, spansOf } from '../export/otlp.js';
import { decodeRequest } from '../export/protobuf.js';
import type { Telemetry } from './telemetry.js';

/** The largest time that OTLP's 64 bits of nanoseconds and a signed reader of them can hold, in seconds. */
const LAST_SECOND = 2n ** 63n / 1_000_000_000n;

/** Expects that all of a session has ended, each span once, and that both of OTLP's encodings carry it. */
export function expectSound({ started, spans, events, logs }: Telemetry): void {
  const keys = new Set(spans.map(keyOf));
  const odd = events.filter(({ event }) => !eventSchemas[event.event_type].safeParse(event).success);
  expect([
    ...started.filter((span) => !span.ended).map(({ name }) => `${name} never ended`),
    ...spans.flatMap((span) => flawsOf(span, keys)),
    ...odd.map(({ event }) => `not of its schema: ${JSON.stringify(event)}`),
  ]).toEqual([]);
  expect(spans).toHaveLength(started.length);
  expect(new Set(spans).size).toBe(spans.length);
  expect(logs).toHaveLength(events.length);
  // A mutated session can report one happening twice, with the same ids. Nothing is reported twice of one span.
  const happenings = events.map(({ id, spanContext }) => `${id} of ${spanContext.traceId} ${spanContext.spanId}`);
  if (keys.size === spans.length) expect(new Set(happenings).size).toBe(happenings.length);
  expectSameInBothEncodings(spans, logs);
}

const keyOf = (span: Pick<ReadableSpan, 'spanContext'>): string => {
  const { traceId, spanId } = span.spanContext();
  return `${traceId} ${spanId}`;
};

function flawsOf(span: ReadableSpan, keys: ReadonlySet<string>): string[] {
  const { name, startTime, endTime, attributes, parentSpanContext: parent } = span;
  const odd = Object.entries(attributes).filter(([, value]) => !isAttribute(value));
  const checks: [isRight: boolean, flaw: string][] = [
    [/^(?!0+ )[0-9a-f]{32} (?!0+$)[0-9a-f]{16}$/.test(keyOf(span)), 'has no valid ids'],
    [/^(invoke_agent|execute_tool|codex\.\w+)/.test(name), 'has no name of ours'],
    [isMoment(startTime) && isMoment(endTime), `has impossible times: ${String(startTime)}, ${String(endTime)}`],
    [(endTime[0] - startTime[0] || endTime[1] - startTime[1]) >= 0, 'ends before its start'],
    [!parent || keys.has(`${parent.traceId} ${parent.spanId}`), 'hangs under no span'],
    [factsOf(span) !== undefined, 'has no facts'],
    [odd.length === 0, `has odd attributes: ${JSON.stringify(odd)}`],
  ];
  return checks.filter(([isRight]) => !isRight).map(([, flaw]) => `${name} ${flaw}`);
}

const isMoment = ([seconds, nanoseconds]: HrTime) =>
  Number.isInteger(seconds) && seconds >= 0 && seconds <= LAST_SECOND && nanoseconds >= 0 && nanoseconds < 1e9;

function isAttribute(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string');
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

/** Serialised as JSON and as protobuf, spans and events read back the same. A reader of our own reads the protobuf. */
function expectSameInBothEncodings(spans: Telemetry['spans'], logs: Telemetry['logs']): void {
  if (spans.length > 0) {
    const json = spansOf(fromJson(JsonTraceSerializer.serializeRequest([...spans])));
    const protobuf = decodeRequest('/v1/traces', Buffer.from(ProtobufTraceSerializer.serializeRequest([...spans])!));
    expect(json).toHaveLength(spans.length);
    expectSame(spansOf(protobuf), json);
  }
  if (logs.length > 0) {
    const json = eventsOf(fromJson(JsonLogsSerializer.serializeRequest([...logs])));
    const protobuf = decodeRequest('/v1/logs', Buffer.from(ProtobufLogsSerializer.serializeRequest([...logs])!));
    expect(json).toHaveLength(logs.length);
    expectSame(eventsOf(protobuf), json);
  }
}

const fromJson = (bytes: Uint8Array | undefined): unknown => JSON.parse(Buffer.from(bytes!).toString('utf8'));

/** The matcher is slow: it is asked where there is a difference to show. */
function expectSame(protobuf: readonly object[], json: readonly object[]): void {
  const expected = json.map(wellFormed);
  if (!isDeepStrictEqual(protobuf, expected)) expect(protobuf).toEqual(expected);
}

/** UTF-8 has no half of a surrogate pair; JSON escapes it. */
function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, wellFormed(each as unknown)])) as T;
}

const PASSED_OVER = ['messages.skipped', 'messages.undecodable', 'lines.broken'] as const;

/**
 * Watches from now on that every message is counted as seen, and is either observed, or counted once under the cause for
 * which it is not.
 *
 * @returns a function that begins to watch these counters, and returns the list of messages of which that is not true
 */
export function watchCounting(): (counters: Counters) => readonly string[] {
  let counters = new Counters();
  let found: string[] = [];
  const observe = vi.spyOn(Session.prototype, 'observe');
  const { message } = Observer.prototype;
  const passedOver = () => PASSED_OVER.reduce((sum, name) => sum + counters.total(name), 0);
  vi.spyOn(Observer.prototype, 'message').mockImplementation(function (this: Observer, connection, from, bytes, at) {
    if (this.connection(connection.id) === undefined) this.open(connection, at);
    observe.mockClear();
    const [seenBefore, overBefore] = [counters.total('messages.seen'), passedOver()];
    message.call(this, connection, from, bytes, at);
    const [seen, over] = [counters.total('messages.seen') - seenBefore, passedOver() - overBefore];
    const used = observe.mock.calls.length;
    const isRight = seen === 1 && (used === 0 ? over === 1 : over <= 1);
    if (!isRight) found.push(`seen ${seen}, passed over ${over}, used ${used}: ${String(bytes).slice(0, 500)}`);
  });
  return (of) => {
    counters = of;
    return (found = []);
  };
}
