import type { Span, SpanOptions, TracerProvider } from '@opentelemetry/api';
import { expect, it } from 'vitest';
import { pass } from './by-hand.js';
import { conversation, methodOf } from './conversation.js';
import { Observed } from './telemetry.js';

/** A tracer that is not the SDK's: it corrects nothing, and records the times that it was given. */
function recordingProvider() {
  const times: { name: string; startTime: unknown; endTime: unknown }[] = [];
  const startSpan = (name: string, { startTime }: SpanOptions): Span => {
    const span = {
      spanContext: () => ({ traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 }),
      updateName: () => span,
      setAttributes: () => span,
      setStatus: () => span,
      end: (endTime: unknown) => void times.push({ name, startTime, endTime }),
    } as unknown as Span;
    return span;
  };
  const provider = { getTracer: () => ({ startSpan }) } as unknown as TracerProvider;
  return { times, provider };
}

const RECORDING = '0.169.0/approval-accept';
const millis = (time: unknown) => {
  const [seconds, nanos] = time as [number, number];
  return seconds * 1_000 + nanos / 1e6;
};

it("a host's tracer never gets an end before the start, even if the protocol's times are in that order", () => {
  const { times, provider } = recordingProvider();
  const observed = new Observed();
  observed.codex.setTracerProvider(provider);
  const facts: { startMs: number; endMs: number }[] = [];
  observed.codex.setConfig({ spanEndHook: (_span, { startMs, endMs }) => void facts.push({ startMs, endMs }) });
  const connection = observed.codex.connect();
  for (const step of conversation(RECORDING)) {
    // The clock of the server's machine steps back by an hour before the item completes.
    const text =
      methodOf(step) === 'item/completed'
        ? step.text.replace(
            /"completedAtMs":(\d+)/g,
            (_member, ms: string) => `"completedAtMs":${Number(ms) - 3_600_000}`,
          )
        : step.text;
    pass(connection, { from: step.from, text });
  }
  connection.close();
  expect(facts.filter(({ startMs, endMs }) => endMs < startMs)).toHaveLength(1);
  expect(times).toHaveLength(facts.length);
  for (const { name, startTime, endTime } of times)
    expect(millis(endTime), name).toBeGreaterThanOrEqual(millis(startTime));
});
