import { describe, expect, it } from 'vitest';
import { requestIdOf, type RequestId } from '../../src/wire/request-id.js';

const idOf = (text: string, path?: string[]) => requestIdOf(Buffer.from(text), path);

describe('requestIdOf', () => {
  it.each<[string, string, RequestId]>([
    ['a number', '7', 7],
    ['a string', '"7"', '7'],
    ['the largest exact number', '9007199254740991', 9007199254740991],
    ['a bigint beyond 2^53', '9007199254740993', 9007199254740993n],
    ['a negative bigint beyond 2^53', '-9007199254740993', -9007199254740993n],
    ['a bigint of 64 bits', '18446744073709551615', 18446744073709551615n],
    ['a number for a fraction', '1.5', 1.5],
    ['the same number for another form of it', '10e-1', 1],
    ['a string without its escapes', '"\\u0041"', 'A'],
  ])('is %s', (_what, json, id) => {
    expect(idOf(`{"id":${json}}`)).toBe(id);
  });

  it('distinguishes neighbouring integers that JSON.parse makes equal', () => {
    const [one, other] = ['{"id":9007199254740992}', '{"id":9007199254740993}'];
    expect(JSON.parse(one)).toEqual(JSON.parse(other));
    expect(idOf(one)).not.toBe(idOf(other));
    expect(new Map([[idOf(one), 'one']]).get(idOf(other))).toBeUndefined();
    expect(new Map([[idOf(one), 'one']]).get(idOf(one))).toBe('one');
  });

  it.each([
    ['no id', '{"method":"m"}'],
    ['null', '{"id":null}'],
    ['an object', '{"id":{}}'],
    ['nonsense', '{"id":1x}'],
    ['an id without an end', '{"id":"1'],
    ['an infinite number', '{"id":1e999}'],
    ['an integer of 65 digits', `{"id":${'9'.repeat(65)}}`],
    ['an array', '[1]'],
    ['no JSON', 'id'],
  ])('is undefined for %s', (_what, text) => {
    expect(idOf(text)).toBeUndefined();
  });

  it('finds the id wherever it stands in the message', () => {
    expect(idOf('{"method":"m","params":{"id":1},"x":[{"id":2}], "id" : 3 }')).toBe(3);
  });

  it('reads an id within the message by its path', () => {
    const path = ['params', 'requestId'];
    expect(idOf('{"requestId":1,"params":{"a":{"requestId":2},"requestId":9007199254740993}}', path)).toBe(
      9007199254740993n,
    );
    expect(idOf('{"params":{"a":1}}', path)).toBeUndefined();
    expect(idOf('{"params":[1]}', path)).toBeUndefined();
    expect(idOf('{"params":{"a', path)).toBeUndefined();
  });
});
