import type { Readable, Writable } from 'node:stream';

// Copies the bytes of a stream as they pass, and changes nothing else: no byte, no flowing state, no back-pressure, no
// timing. A readable is tapped where its source pushes, a writable where its user writes. Both are methods of the
// instance, so `pipe`, async iteration, `readline` and listeners all go through them.

/** Detaches what was attached. May be called twice. */
export type Release = () => void;

/** Marks an object that a copy of this package observes. */
const OBSERVED = Symbol.for('opentelemetry-instrumentation-codex.observed');

/** Marks an object as observed. Undefined if a copy of this package has marked it already. */
export function claim(target: object): Release | undefined {
  if (OBSERVED in target) return undefined;
  Object.defineProperty(target, OBSERVED, { value: true, configurable: true });
  return () => void Reflect.deleteProperty(target, OBSERVED);
}

/**
 * @param before called with a chunk before the stream's readers get it.
 * @param after called when they have returned.
 */
export function watchReadable(stream: Readable, before: (bytes: Uint8Array) => void, after: () => void): Release {
  const early = unread(stream);
  if (early !== undefined) {
    before(early);
    after();
  }
  return wrap(stream, 'push', (push, self, args) => {
    const bytes = bytesOf(args[0], args[1]);
    if (bytes !== undefined) before(bytes);
    try {
      return push.apply(self, args);
    } finally {
      after();
    }
  });
}

/** The bytes that came before the stream had a reader; they stay where they are. */
function unread(stream: Readable): Uint8Array | undefined {
  if (stream.readableLength === 0 || stream.listenerCount('data') > 0) return undefined;
  const chunk: unknown = stream.read();
  if (chunk === null) return undefined;
  stream.unshift(chunk);
  return bytesOf(chunk, stream.readableEncoding);
}

export interface WritableWatch {
  /** Called with a chunk before it is written; may return other bytes to write in its place. */
  replace(bytes: Uint8Array): Uint8Array | undefined;
  /** Called with the chunk as the stream's user wrote it, once the stream has it. */
  written(bytes: Uint8Array): void;
}

export function watchWritable(stream: Writable, watch: WritableWatch): Release {
  const around: Around = (method, self, args) => {
    const [chunk, second] = args;
    const encoding = typeof second === 'string' ? second : defaultEncoding(stream);
    // A chunk that the stream refuses never passes.
    const bytes = stream.writable ? bytesOf(chunk, encoding) : undefined;
    if (bytes === undefined || bytes.length === 0) return method.apply(self, args);
    const other = watch.replace(bytes);
    const result = method.apply(self, other === undefined ? args : instead(other, args, encoding));
    watch.written(bytes);
    return result;
  };
  // `end(chunk)` writes through an internal function, not through `write`: both are wrapped.
  const releases = [wrap(stream, 'write', around), wrap(stream, 'end', around)];
  return () => {
    for (const release of releases) release();
  };
}

/** The bytes of a chunk as its stream reads it. Undefined for other values, and for chunks that a stream refuses. */
function bytesOf(chunk: unknown, encoding: unknown): Uint8Array | undefined {
  if (typeof chunk !== 'string') return chunk instanceof Uint8Array ? chunk : undefined;
  if (typeof encoding !== 'string') return Buffer.from(chunk, 'utf8');
  return Buffer.isEncoding(encoding) ? Buffer.from(chunk, encoding) : undefined;
}

/** The encoding of the last `setDefaultEncoding`. Node has no public property for it. */
function defaultEncoding(stream: Writable): string {
  return (stream as { _writableState?: { defaultEncoding?: string } })._writableState?.defaultEncoding ?? 'utf8';
}

/** The arguments of a write with other bytes in it: text stays text, and bytes have no encoding. */
function instead(other: Uint8Array, args: readonly unknown[], encoding: string): unknown[] {
  const [chunk, second, ...rest] = args;
  if (typeof chunk === 'string' && /^utf-?8$/i.test(encoding))
    return [Buffer.from(other).toString('utf8'), ...args.slice(1)];
  return typeof second === 'string' ? [other, ...rest] : [other, ...args.slice(1)];
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Called in place of a method, with the method, its `this` and its arguments. */
type Around = (original: Method, self: unknown, args: unknown[]) => unknown;

/**
 * Puts a function in front of an instance's own. The release takes it off again. If somebody has put another one in
 * front of ours by then, ours stays and only calls the original.
 */
export function wrap(target: object, name: string, around: Around): Release {
  const holder = target as Record<string, unknown>;
  const own = Object.getOwnPropertyDescriptor(target, name);
  const original = holder[name] as Method;
  let released = false;
  const ours: Method = function (...args) {
    return released ? original.apply(this, args) : around(original, this, args);
  };
  Object.defineProperty(target, name, { value: ours, configurable: true, writable: true, enumerable: false });
  return () => {
    released = true;
    if (holder[name] !== ours) return;
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  };
}
