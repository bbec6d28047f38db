import {
  context,
  propagation,
  ROOT_CONTEXT,
  trace,
  type SpanContext,
  type TextMapPropagator,
} from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { traceMember } from '../../src/instrumentation/trace-context/trace-member.js';
import { forgetGlobals, afterThisTest, registerContext } from './telemetry.js';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SPAN_ID = 'b7ad6b7169203331';
const VALID = `00-${TRACE_ID}-${SPAN_ID}-01`;

/** The member for a propagator that writes these fields. */
function memberWith(fields: Readonly<Record<string, string>>): unknown {
  const propagator: TextMapPropagator = {
    inject: (_context, carrier) => void Object.assign(carrier as object, fields),
    extract: (parent) => parent,
    fields: () => Object.keys(fields),
  };
  propagation.setGlobalPropagator(propagator);
  afterThisTest(forgetGlobals);
  const span: SpanContext = { traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 1 };
  const member = traceMember(trace.setSpanContext(ROOT_CONTEXT, span));
  return member === undefined ? undefined : (JSON.parse(`{${member.slice(1)}}`) as { trace: unknown }).trace;
}

describe('traceparent', () => {
  it.each([
    VALID,
    `00-${TRACE_ID}-${SPAN_ID}-00`,
    `00-${TRACE_ID}-${SPAN_ID}-03`,
    `01-${TRACE_ID}-${SPAN_ID}-ff`,
    `cc-${TRACE_ID}-${SPAN_ID}-01-what-the-future-will-be-like`,
  ])('%s is passed on', (traceparent) => {
    expect(memberWith({ traceparent })).toEqual({ traceparent });
  });

  it.each([
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${SPAN_ID}-01`],
    ['a span id of zeros', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['a short trace id', `00-${TRACE_ID.slice(1)}-${SPAN_ID}-01`],
    ['a long span id', `00-${TRACE_ID}-${SPAN_ID}0-01`],
    ['upper-case ids', `00-${TRACE_ID.toUpperCase()}-${SPAN_ID}-01`],
    ['version ff', `ff-${TRACE_ID}-${SPAN_ID}-01`],
    ['more fields than version 00 has', `${VALID}-more`],
    ['flags that version 00 reserves', `00-${TRACE_ID}-${SPAN_ID}-ff`],
    ['flags of three digits', `00-${TRACE_ID}-${SPAN_ID}-0ff`],
    ['flags that are no hexadecimal number', `00-${TRACE_ID}-${SPAN_ID}-xx`],
    ['nothing', ''],
  ])('%s is not passed on', (_what, traceparent) => {
    expect(memberWith({ traceparent })).toBeUndefined();
  });
});

describe('tracestate', () => {
  const members = (count: number) => Array.from({ length: count }, (_, index) => `k${index}=v`).join(',');

  it.each(['vendor=a', 'vendor=a,other=b', 'tenant@system=x:y;z', 'a=1, b=2', '1tenant@system=1', members(32)])(
    '%s is passed on',
    (tracestate) => {
      expect(memberWith({ traceparent: VALID, tracestate })).toEqual({ traceparent: VALID, tracestate });
    },
  );

  it.each([
    ['more than 32 members', members(33)],
    ['more than 512 characters', `a=${'x'.repeat(200)},b=${'x'.repeat(200)},c=${'x'.repeat(200)}`],
    ['a value of more than 256 characters', `a=${'x'.repeat(257)}`],
    ['a key twice', 'a=1,b=2,a=3'],
    ['an upper-case key', 'Vendor=a'],
    ['a key that begins with a digit', '1vendor=a'],
    ['a value with an equals sign', 'a=b=c'],
    ['a value beyond ASCII', 'a=ü'],
    ['a control character', 'a=\u0007'],
    ['a member without a value', 'vendor'],
    ['commas alone', ',,'],
    ['nothing', ''],
  ])('%s is left out, and the traceparent is passed on', (_what, tracestate) => {
    expect(memberWith({ traceparent: VALID, tracestate })).toEqual({ traceparent: VALID });
  });
});

describe("a host's own span context that W3C forbids", () => {
  it.each<[string, Partial<SpanContext>]>([
    ['a trace id of zeros', { traceId: '0'.repeat(32) }],
    ['a span id of zeros', { spanId: '0'.repeat(16) }],
    ['a trace id that is no hexadecimal number', { traceId: 'x'.repeat(32) }],
    ['flags beyond a byte', { traceFlags: 0x1ff }],
    ['flags that version 00 reserves', { traceFlags: 0xff }],
  ])('is not passed on: %s', (_what, wrong) => {
    registerContext();
    const span = { traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 1, ...wrong };
    expect(traceMember(trace.setSpanContext(context.active(), span))).toBeUndefined();
  });
});
