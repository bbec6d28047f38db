import { describe, expect, it } from 'vitest';
import { ByteTable, intern } from '../../src/wire/byte-table.js';

const bytes = (text: string) => Buffer.from(text);

describe('ByteTable', () => {
  it('finds a value by a key that stands anywhere in the bytes', () => {
    const table = new ByteTable<number>(4, 8);
    table.set(1, bytes('key'), 7);
    expect(table.find(1, bytes('a key.'), 2)).toEqual({ key: Uint8Array.from(bytes('key')), value: 7 });
  });

  it('finds nothing for other bytes, another hash, or bytes that end within the key', () => {
    const table = new ByteTable<number>(4, 8);
    table.set(1, bytes('key'), 7);
    expect([table.find(1, bytes('kex'), 0), table.find(2, bytes('key'), 0), table.find(1, bytes('ke'), 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('replaces the entry of the same slot', () => {
    const table = new ByteTable<number>(4, 8);
    table.set(1, bytes('old'), 1);
    table.set(5, bytes('new'), 2);
    expect(table.find(1, bytes('old'), 0)).toBeUndefined();
    expect(table.find(5, bytes('new'), 0)?.value).toBe(2);
  });

  it('remembers no key longer than its limit', () => {
    const table = new ByteTable<number>(4, 2);
    table.set(1, bytes('key'), 7);
    expect(table.find(1, bytes('key'), 0)).toBeUndefined();
  });

  it('keeps a key although the bytes that it came from change', () => {
    const table = new ByteTable<number>(4, 8);
    const key = bytes('key');
    table.set(1, key, 7);
    key.fill(0);
    expect(table.find(1, bytes('key'), 0)?.value).toBe(7);
  });
});

describe('intern', () => {
  const read = (json: string) => intern(bytes(json), 1, bytes(json).length - 1);

  it.each(['', 'turn/started', 'größe 😀', 'a "quoted" \\ line\n', 'x'.repeat(200), 'ö'.repeat(60)])(
    'returns the text of a JSON string, also when it is read again: %j',
    (text) => {
      expect([read(JSON.stringify(text)), read(JSON.stringify(text))]).toEqual([text, text]);
    },
  );

  it('distinguishes a string from another that begins with it', () => {
    expect([read('"abc"'), read('"ab"'), read('"abcd"'), read('"abc"')]).toEqual(['abc', 'ab', 'abcd', 'abc']);
  });

  it('is undefined for an escape that JSON does not know', () => {
    expect([read('"\\x41"'), read('"\\x41"')]).toEqual([undefined, undefined]);
  });
});
