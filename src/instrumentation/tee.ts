import type { Readable, Writable } from 'node:stream';

/**
 * Watches the bytes of a stream as they pass, and changes nothing: no byte, no flowing state, no back-pressure, no
 * timing. A readable is watched where its source pushes, a writable where its user writes; both are the instance's own
 * methods, so `pipe`, async iteration, `readline` and listeners all go through them. Returns what lets go again.
 */
export type Release = () => void;

const bytesOf = (chunk: unknown, encoding: unknown): Uint8Array | undefined => {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, Buffer.isEncoding(String(encoding)) ? (encoding as BufferEncoding) : 'utf8');
  return chunk instanceof Uint8Array ? chunk : undefined;
};

/**
 * @param before sees a chunk before the stream's readers may act on it, `after` runs when they have.
 */
export function watchReadable(stream: Readable, before: (bytes: Uint8Array) => void, after: () => void): Release {
  return wrap(
    stream,
    'push',
    (push) =>
      function (...args) {
        const [chunk, encoding] = args;
        const bytes = bytesOf(chunk, encoding);
        if (bytes !== undefined) before(bytes);
        try {
          return push.apply(this, args);
        } finally {
          after();
        }
      },
  );
}

/**
 * @param pass sees a chunk before it is written, and may give other bytes to write in its stead.
 */
export function watchWritable(stream: Writable, pass: (bytes: Uint8Array) => Uint8Array | undefined): Release {
  const watch = (method: Method): Method =>
    function (...args) {
      const [chunk, encoding, ...rest] = args;
      const bytes = bytesOf(chunk, encoding);
      const other = bytes && bytes.length > 0 ? pass(bytes) : undefined;
      if (other === undefined) return method.apply(this, args);
      // Bytes have no encoding; a callback may stand in its place.
      return typeof encoding === 'string'
        ? method.call(this, other, ...rest)
        : method.call(this, other, ...args.slice(1));
    };
  // `end(chunk)` writes through an internal function, not through `write`: both are watched.
  const releases = [wrap(stream, 'write', watch), wrap(stream, 'end', watch)];
  return () => {
    for (const release of releases) release();
  };
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Puts a method on an instance in front of the one that it has. Released, it is taken off again; where somebody put
 * another in front of ours meanwhile, ours stays and only passes on.
 */
export function wrap(target: object, name: string, around: (original: Method) => Method): Release {
  const holder = target as Record<string, unknown>;
  const own = Object.getOwnPropertyDescriptor(target, name);
  const original = holder[name] as Method;
  const wrapped = around(original);
  let released = false;
  const ours: Method = function (...args) {
    return (released ? original : wrapped).apply(this, args);
  };
  Object.defineProperty(target, name, { value: ours, configurable: true, writable: true, enumerable: false });
  return () => {
    released = true;
    if (holder[name] !== ours) return;
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  };
}
