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

export const isTraceparent = (value: string): boolean => TRACEPARENT.test(value);

export function isTracestate(value: string): boolean {
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
