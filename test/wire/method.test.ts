import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/wire/lines.js';
import { parseWireRecord } from '../../src/wire/log/format.js';
import { peek } from '../../src/wire/method.js';
import type { RequestId } from '../../src/wire/request-id.js';
import { randomFrom } from './random.js';

const peekAt = (text: string) => peek(Buffer.from(text));

interface JsonRpc {
  method?: string;
  id?: string | number;
}

describe('peek', () => {
  it.each<[string, string, JsonRpc]>([
    ['a notification', '{"method":"turn/started","params":{"id":7}}', { method: 'turn/started' }],
    ['a notification without params', '{"method":"initialized"}', { method: 'initialized' }],
    ['a request', '{"method":"turn/start","id":3,"params":{}}', { method: 'turn/start', id: 3 }],
    ['a request with its id first', '{"id":"r-1","method":"turn/start"}', { method: 'turn/start', id: 'r-1' }],
    ['a JSON-RPC 2.0 request', '{"jsonrpc":"2.0","id":0,"method":"m","params":[]}', { method: 'm', id: 0 }],
    ['a request with its params first', '{"params":{"method":"no"},"id":1,"method":"m"}', { method: 'm', id: 1 }],
    ['a response', '{"id":1,"result":{"method":"no"}}', { id: 1 }],
    ['an error response', '{"id":"a","error":{"code":-1,"message":"m"}}', { id: 'a' }],
    ['a response with its id last', '{"result":{"id":2,"method":"no"},"id":1}', { id: 1 }],
    ['an error without an id', '{"error":{"code":-32700},"id":null}', {}],
    ['no message at all', '{}', {}],
    ['an object of something else', '{"hello":["world"]}', {}],
  ])('reads %s', (_what, text, expected) => {
    expect(peekAt(text)).toEqual({ method: undefined, id: undefined, ...expected });
    // The second read may come from the table of known heads.
    expect(peekAt(text)).toEqual({ method: undefined, id: undefined, ...expected });
  });

  it.each([
    ['white space everywhere', ' \t{ "method" : "turn/start" ,\r\n "id" : 3 , "params" : { } }\n'],
    ['an escape in a key', '{"m\\u0065thod":"turn/start","\\u0069d":3}'],
    ['an escape in the method', '{"method":"turn\\/st\\u0061rt","id":3}'],
    ['nested values before it', '{"a":{"b":[{"c":"}]"},[1,-2.5e3,true,null]]},"method":"turn/start","id":3}'],
    ['braces and quotes in strings', '{"a":"{\\"method\\":\\"no\\"}\\\\","b\\"":"[","method":"turn/start","id":3}'],
    ['a long string before it', `{"a":"${'x"{'.replace('"', '\\"').repeat(200)}\\\\","method":"turn/start","id":3}`],
    ['deep nesting before it', `{"a":${'['.repeat(1_000)}${']'.repeat(1_000)},"method":"turn/start","id":3}`],
    ['members that are not in use', '{"id":3,"":0,"methods":"no","method":"turn/start"}'],
  ])('finds method and id despite %s', (_what, text) => {
    expect(peekAt(text)).toEqual({ method: 'turn/start', id: 3 });
  });

  it.each<[string, string, RequestId | undefined]>([
    ['an integer beyond 2^53', '12345678901234567891', 12345678901234567891n],
    ['a negative number', '-7', -7],
    ['a fraction', '1.5', 1.5],
    ['a string with an escape', '"\\u0041\\n"', 'A\n'],
    ['an empty string', '""', ''],
    ['a string of other letters', '"größe"', 'größe'],
    ['a very long string', `"${'ö'.repeat(100)}"`, 'ö'.repeat(100)],
    ['null', 'null', undefined],
    ['a boolean', 'true', undefined],
    ['an object', '{"id":1}', undefined],
    ['nonsense', '1x', undefined],
    ['an infinite number', '1e999', undefined],
  ])('reads the id as JSON does: %s', (_what, json, id) => {
    expect(peekAt(`{"id":${json},"method":"m"}`)).toEqual({ method: 'm', id });
  });

  it('ignores a method that is not a string', () => {
    expect(peekAt('{"method":null,"id":1,"result":{}}')).toEqual({ method: undefined, id: 1 });
    expect(peekAt('{"method":{"method":"no"},"id":1}')).toEqual({ method: undefined, id: 1 });
    expect(peekAt('{"method":"\\x","id":1}')).toEqual({ method: undefined, id: 1 });
  });

  it.each([
    ['nothing', ''],
    ['white space', '  '],
    ['an array', '[]'],
    ['a string', '"method"'],
    ['words', 'not json at all'],
    ['a key without quotes', '{method:"m"}'],
    ['a key that never ends', '{"meth'],
    ['a key without a value', '{"method"}'],
    ['a method that never ends', '{"method":"turn/sta'],
    ['a method without its end, but for an escaped quote', '{"method":"m\\"'],
    ['an id that is missing', '{"id":,"result":1}'],
    ['a value that never ends', '{"a":{"b":"c"},"d":["e"'],
    ['a string in a value that never ends', '{"a":{"b":"c'],
    ['an object without an end', '{"a":1'],
    ['members without a comma', '{"a":1"method":"m"}'],
    ['a value nested 100,000 levels deep', `{"a":${'['.repeat(1e5)}${']'.repeat(1e5)},"method":"m"}`],
    ['something behind the object', '{"a":1} {"method":"m"}'],
  ])('is undefined for bytes that are not a JSON object: %s', (_what, text) => {
    expect(peekAt(text)).toBeUndefined();
  });

  it('reads nothing of the result of a response whose id comes first', () => {
    expect(peekAt('{"id":1,"result":{"never":"ends')).toEqual({ method: undefined, id: 1 });
  });

  it('distinguishes 4,000 similar methods in any order', () => {
    const methods = Array.from({ length: 2_000 }, (_, i) => `item/some/method/${i}`);
    for (const method of [...methods, ...methods.toReversed(), 'ö'.repeat(60), 'x'.repeat(200)]) {
      expect(peekAt(`{"method":"${method}","params":{}}`)?.method).toBe(method);
      expect(peekAt(`{"method":"${method}x","params":{}}`)?.method).toBe(`${method}x`);
    }
  });

  it('finds the id after a method that came without an id before', () => {
    expect(peekAt('{"method":"both/kinds","params":{}}')).toEqual({ method: 'both/kinds', id: undefined });
    expect(peekAt('{"method":"both/kinds","id":1,"params":{}}')).toEqual({ method: 'both/kinds', id: 1 });
    expect(peekAt('{"method":"both/kinds","\\u0069d":1}')).toEqual({ method: 'both/kinds', id: 1 });
    expect(peekAt('{"method":"both/kinds"}')).toEqual({ method: 'both/kinds', id: undefined });
  });

  it('accepts plain byte arrays', () => {
    expect(peek(Uint8Array.from(Buffer.from('{"method":"ä","id":1}')))).toEqual({ method: 'ä', id: 1 });
  });

  it('agrees with JSON.parse on random objects and never throws on a part of one', () => {
    const random = randomFrom(1);
    const pick = <T>(values: T[]): T => values[Math.floor(random() * values.length)] as T;
    const valueOf = (depth: number): unknown =>
      depth === 0 || random() < 0.5
        ? pick([0, -1.5, true, null, '', 'a', '}"\\', '\\\\', '"'.repeat(30), 'ö€😀', '\n\u0000', 'method'])
        : random() < 0.5
          ? Array.from({ length: Math.floor(random() * 4) }, () => valueOf(depth - 1))
          : objectOf(['method', 'id', 'a', '{"', ''], depth - 1);
    const objectOf = (keys: string[], depth: number) =>
      Object.fromEntries(keys.filter(() => random() < 0.5).map((key) => [key, valueOf(depth)]));

    for (let i = 0; i < 2_000; i++) {
      const keys = ['a', 'id', 'b\\"', 'method', 'z'].sort(() => random() - 0.5);
      const message: Record<string, unknown> = objectOf(keys, 3);
      const line = Buffer.from(JSON.stringify(message, undefined, pick([0, 0, 1])));
      const { method, id } = message;
      const peeked = peek(line);
      expect(peeked?.method, line.toString()).toBe(typeof method === 'string' ? method : undefined);
      // An id that stands further behind the method is not read.
      const order = Object.keys(message);
      if (typeof method !== 'string' || order.indexOf('id') <= order.indexOf('method') + 1) {
        expect(peeked?.id, line.toString()).toBe(typeof id === 'string' || typeof id === 'number' ? id : undefined);
      }
      expect(() => peek(line.subarray(0, Math.floor(random() * line.length)))).not.toThrow();
    }
  });

  it('agrees with JSON.parse on every message of a recording', () => {
    let messages = 0;
    const splitter = new LineSplitter((line) => {
      const record = parseWireRecord(line);
      if (record?.kind !== 'message') return;
      const { method, id } = JSON.parse(Buffer.from(record.text).toString()) as JsonRpc;
      expect(peek(record.text)).toEqual({ method, id });
      messages++;
    });
    splitter.push(readFileSync(new URL('../recordings/0.169.0/plain-turn/wire.jsonl', import.meta.url)));
    expect(messages).toBe(31);
  });
});
