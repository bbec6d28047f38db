import { hash } from 'node:crypto';
import type { SpanStart } from '../session/span-sink.js';

/**
 * Ids out of the protocol's own: the trace id of a thread is the thread's id without its dashes, and a span id is a hash
 * of what the span is. So a session that is observed or replayed again makes the same spans, and a thread is found in a
 * back end by its id.
 */
interface NextIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** The ids of the span about to start, and which of them were taken. Shared by all copies of this package in the process. */
const SLOT = Symbol.for('opentelemetry-instrumentation-codex.ids');
const slot = globalThis as { [SLOT]?: { readonly ids: NextIds; taken: keyof NextIds | 'both' | null } | undefined };

/** OpenTelemetry's id generator, as both SDK lines declare it. */
export interface IdGenerator {
  generateTraceId(): string;
  generateSpanId(): string;
}

/**
 * Gives the spans of this package ids out of the protocol's and leaves every other span to the host's generator. Install
 * it as the provider's `idGenerator`; without it the provider's own ids are used and everything else stays.
 */
export class CodexIdGenerator implements IdGenerator {
  readonly #host: IdGenerator;

  /** @param host generates the ids of all other spans; random ones (W3C Trace Context level 2) by default. */
  constructor(host: IdGenerator = randomIds) {
    this.#host = host;
  }

  generateTraceId(): string {
    return take('traceId') ?? this.#host.generateTraceId();
  }

  generateSpanId(): string {
    return take('spanId') ?? this.#host.generateSpanId();
  }
}

/** Gives each id once: a sampler or a processor of the host may start a span of its own while ours starts. */
function take(id: keyof NextIds): string | undefined {
  const next = slot[SLOT];
  if (next === undefined) return undefined;
  if (next.taken === id || next.taken === 'both') {
    // A second span id is another span's: it gets nothing of ours any more.
    slot[SLOT] = undefined;
    return undefined;
  }
  next.taken = next.taken === null ? id : 'both';
  return next.ids[id];
}

/** The ids of a span that starts. They are hashed when a generator asks for them, which the host's own never does. */
export class IdsOfSpan implements NextIds {
  readonly #start: SpanStart;

  constructor(start: SpanStart) {
    this.#start = start;
  }

  get traceId(): string {
    const { threadId, rootThreadId = threadId } = this.#start;
    return traceIdOf(rootThreadId);
  }

  get spanId(): string {
    const { subject, threadId, identity } = this.#start;
    return spanIdOf(subject.type, threadId, ...identity);
  }
}

/** Runs `start`, which starts one span, with these ids in the slot; no other span may get them. */
export function withIds<T>(ids: NextIds, start: () => T): T {
  slot[SLOT] = { ids, taken: null };
  try {
    return start();
  } finally {
    slot[SLOT] = undefined;
  }
}

/** The trace id of a thread: its UUID without dashes; a hash of an id that is no UUID. */
export function traceIdOf(threadId: string): string {
  const hex = threadId.replaceAll('-', '').toLowerCase();
  return /^(?!0{32})[0-9a-f]{32}$/.test(hex) ? hex : nonZero(sha256(threadId).slice(0, 32));
}

/** A span id out of what identifies the span: its type, its protocol ids, its start where that is part of it. */
export function spanIdOf(...identity: readonly (string | number | null)[]): string {
  return nonZero(sha256(JSON.stringify(identity)).slice(0, 16));
}

const nonZero = (hex: string) => (hex.startsWith('0') && /^0+$/.test(hex) ? hex.replace(/0$/, '1') : hex);

/** Lower-case hex. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

const randomHex = (digits: number) => {
  let hex = '';
  while (hex.length < digits)
    hex += Math.floor(Math.random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return nonZero(hex);
};
const randomIds: IdGenerator = { generateTraceId: () => randomHex(32), generateSpanId: () => randomHex(16) };
