const BACKSLASH = 0x5c;

/** One entry of a {@link ByteTable}. */
export interface ByteEntry<V> {
  readonly key: Uint8Array;
  readonly value: V;
}

/**
 * Remembers values by byte sequences that come again and again, so that reading them costs one comparison and no
 * allocation. The table has a fixed size: a new entry replaces the one in its slot. The caller computes the hash, because
 * only the caller knows which bytes distinguish its keys.
 */
export class ByteTable<V> {
  readonly #entries: (ByteEntry<V> | undefined)[];
  readonly #mask: number;
  readonly #maxKeyBytes: number;

  /** @param slots a power of two. @param maxKeyBytes longer keys are not remembered. */
  constructor(slots: number, maxKeyBytes: number) {
    this.#entries = new Array<undefined>(slots).fill(undefined);
    this.#mask = slots - 1;
    this.#maxKeyBytes = maxKeyBytes;
  }

  /** The entry of this hash, if its key stands in `bytes` at `start`. */
  find(hash: number, bytes: Uint8Array, start: number): ByteEntry<V> | undefined {
    const entry = this.#entries[hash & this.#mask];
    return entry !== undefined && standsAt(entry.key, bytes, start) ? entry : undefined;
  }

  /** Remembers a value under a copy of the key. */
  set(hash: number, key: Uint8Array, value: V): void {
    if (key.length <= this.#maxKeyBytes) this.#entries[hash & this.#mask] = { key: Uint8Array.from(key), value };
  }
}

/** Whether `key` stands in `bytes` at `start`. */
export function standsAt(key: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < key.length; i++) if (key[i] !== bytes[start + i]) return false;
  return true;
}

const MAX_NAME_BYTES = 64;

/** 512 slots: well above the number of methods (about 100) and connections that one process sees. */
const names = new ByteTable<string>(512, MAX_NAME_BYTES);

/**
 * The text of a JSON string, given its bytes between the quotes. A short string that was read before (a method, a
 * connection) is returned from a table. Undefined if the bytes hold an escape that JSON does not know.
 */
export function intern(bytes: Uint8Array, start: number, end: number): string | undefined {
  const length = end - start;
  if (length > MAX_NAME_BYTES) return decode(bytes, start, end);
  let hash = length;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  hash ^= hash >>> 9;
  const known = names.find(hash, bytes, start);
  if (known?.key.length === length) return known.value;
  const text = decode(bytes, start, end);
  if (text !== undefined) names.set(hash, bytes.subarray(start, end), text);
  return text;
}

function decode(bytes: Uint8Array, start: number, end: number): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  if (!view.includes(BACKSLASH)) return view.toString();
  try {
    return JSON.parse(`"${view.toString()}"`) as string;
  } catch {
    return undefined;
  }
}
