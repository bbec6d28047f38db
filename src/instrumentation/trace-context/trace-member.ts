import { propagation, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';

const SPACE = new Set<number | undefined>([0x20, 0x09, 0x0d, 0x0a]);
const LINE_FEED = 0x0a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * The `trace` member for a request, with the comma before it: the fields that the configured propagator writes for a
 * context. Undefined without a span, and if the propagator writes no valid `traceparent`. An invalid `tracestate` is left
 * out, as W3C Trace Context has it: Codex passes both on to the model's provider.
 */
export function traceMember(context: Context): string | undefined {
  const span = trace.getSpanContext(context);
  if (span === undefined) return undefined;
  const carrier: Record<string, string> = {};
  // Only the span is injected: Baggage in the host's context is not for the model's provider.
  propagation.inject(trace.setSpanContext(ROOT_CONTEXT, span), carrier);
  const { traceparent, tracestate } = carrier;
  if (traceparent === undefined || !isTraceparent(traceparent)) return undefined;
  const state = tracestate !== undefined && isTracestate(tracestate) ? { tracestate } : {};
  return `,"trace":${JSON.stringify({ traceparent, ...state })}`;
}

/**
 * Splices a member into the lines of a chunk. It works on the bytes, because parsing and writing a message again would
 * change its numbers and spacing. Only whole lines are changed: a request that is written in several pieces stays as it is.
 *
 * @param memberFor returns the member for a line, with the comma before it, or undefined to leave the line as it is.
 * @returns the new chunk, or undefined if no line changed.
 */
export function splice(chunk: Uint8Array, memberFor: (line: Uint8Array) => string | undefined): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let copied = 0;
  for (let start = 0; start < chunk.length;) {
    const feed = chunk.indexOf(LINE_FEED, start);
    const end = feed === -1 ? chunk.length : feed;
    const brace = closingBrace(chunk, start, end);
    const member = brace === -1 ? undefined : memberFor(chunk.subarray(start, brace + 1));
    if (member !== undefined) {
      parts.push(chunk.subarray(copied, brace), Buffer.from(member, 'utf8'));
      copied = brace;
    }
    start = end + 1;
  }
  if (parts.length === 0) return undefined;
  parts.push(chunk.subarray(copied));
  return Buffer.concat(parts);
}

/** The index of the brace that closes the line's object; -1 if the line is not one object. */
function closingBrace(chunk: Uint8Array, start: number, end: number): number {
  let first = start;
  while (first < end && SPACE.has(chunk[first])) first += 1;
  let last = end - 1;
  while (last > first && SPACE.has(chunk[last])) last -= 1;
  return chunk[first] === OPEN_BRACE && chunk[last] === CLOSE_BRACE && last > first ? last : -1;
}

// The limits of https://www.w3.org/TR/trace-context/. A host's tracer or propagator may write something else.

/**
 * Version 00, whose only flags are sampled and random, or a later version with fields of its own at the end. Ids of zeros
 * alone and version ff are invalid.
 */
const TRACEPARENT =
  /^(?:00-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-0[0-3]|(?!00|ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:-.*)?)$/;

const MAX_MEMBERS = 32;
/** A receiver has to take so many characters, and may drop what is longer. */
const MAX_TRACESTATE = 512;
const KEY = /^(?:[a-z][\w*/-]{0,255}|[a-z\d][\w*/-]{0,240}@[a-z][\w*/-]{0,13})$/;
const VALUE = /^[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;

const isTraceparent = (value: string): boolean => TRACEPARENT.test(value);

function isTracestate(value: string): boolean {
  if (value.length > MAX_TRACESTATE) return false;
  const members = value.split(',').map((member) => member.trim());
  const pairs = members.filter((member) => member !== '').map(pairOf);
  const keys = new Set(pairs.map(([key]) => key));
  if (pairs.length === 0 || members.length > MAX_MEMBERS || keys.size < pairs.length) return false;
  return pairs.every(([key, text]) => KEY.test(key) && key === key.toLowerCase() && VALUE.test(text));
}

function pairOf(member: string): [key: string, value: string] {
  const at = member.indexOf('=');
  return at === -1 ? [member, ''] : [member.slice(0, at), member.slice(at + 1)];
}
