import { describe, expect, it } from 'vitest';
import { parseWireRecord } from '../../../src/wire.js';

/** The record of a line, its message as text. */
function parse(line: string): object | undefined {
  const record = parseWireRecord(Buffer.from(line));
  return record?.kind === 'message' ? { ...record, text: Buffer.from(record.text).toString() } : record;
}

describe('parseWireRecord', () => {
  it('reads the opening of a connection', () => {
    expect(parse('{"at":1,"conn":"c1","event":"open","transport":"websocket","server":2}')).toEqual({
      kind: 'open',
      at: 1,
      connection: 'c1',
      transport: 'websocket',
      server: 2,
    });
  });

  it('assumes server 1 if an open record has no server', () => {
    const open = parse('{"at":1,"conn":"c1","event":"open","transport":"in_process"}');
    expect(open).toMatchObject({ transport: 'in_process', server: 1 });
  });

  it('reads the close of a connection', () => {
    const close = { kind: 'close', at: 1, connection: 'c1' };
    expect(parse('{"at":1,"conn":"c1","event":"close"}')).toEqual(close);
    expect(parse('{"at":1,"conn":"c1","event":"close","transport":"stdio"}')).toEqual(close);
  });

  it('reads a raw record', () => {
    const raw = { kind: 'raw', at: 1, connection: 'c1', from: 'client', raw: '{"id": \n€' };
    expect(parse('{"at":1,"from":"client","conn":"c1","raw":"{\\"id\\": \\n€"}')).toEqual(raw);
  });

  const text = '{ "method":"a\\"}",  "id": 1.0 , "params":[{"b":"}"}] }';
  const message = { kind: 'message', at: 1795397928386, connection: 'c1', from: 'server', text };

  it.each([
    ['at, conn, from, msg', `{"at":1795397928386,"conn":"c1","from":"server","msg":${text}}`],
    ['at, from, conn, msg', `{"at":1795397928386,"from":"server","conn":"c1","msg":${text}}`],
    ['msg first', `{"msg":${text},"conn":"c1","from":"server","at":1795397928386}`],
    ['msg between', `{"at":1795397928386,"msg":${text},"from":"server","conn":"c1"}`],
    ['unknown members', `{"at":1795397928386,"conn":"c1","from":"server","x":{"msg":0},"msg":${text},"y":{}}`],
    ['white space', ` { "at" : 1795397928386 , "conn":"c1", "from":"server", "msg" : ${text} } `],
    ['escapes', `{"\\u0061t":1795397928386,"conn":"\\u00631","from":"server","m\\u0073g":${text}}`],
    ['a time with an exponent', `{"at":1.795397928386e12,"conn":"c1","from":"server","msg":${text}}`],
    ['a member behind msg', `{"at":1795397928386,"conn":"c1","from":"server","msg":${text},"more":{"a":1}}`],
    ['white space behind msg', `{"at":1795397928386,"conn":"c1","from":"server","msg":${text} }`],
  ])("keeps a message's bytes as they are: %s", (_order, line) => {
    expect(parse(line)).toEqual(message);
    expect(parse(line)).toEqual(message);
  });

  it('distinguishes 60 connections and their senders', () => {
    const seen = Array.from({ length: 60 }, (_, i) => ({
      connection: `c${i % 20}`,
      from: i % 3 ? 'client' : 'server',
    }));
    for (const { connection, from } of seen) {
      const line = `{"at":7,"conn":"${connection}","from":"${from}","msg":{"id":1}}`;
      expect(parse(line)).toEqual({ kind: 'message', at: 7, connection, from, text: '{"id":1}' });
    }
    const long = 'c'.repeat(100);
    expect(parse(`{"at":7,"conn":"${long}","from":"client","msg":{}}`)).toMatchObject({ connection: long });
  });

  it('ignores the members of the message itself', () => {
    const line = '{"at":1,"conn":"c1","from":"server","msg":{"at":2,"conn":"c2","from":"client","event":"open"}}';
    expect(parse(line)).toMatchObject({ kind: 'message', at: 1, connection: 'c1', from: 'server' });
  });

  it.each([
    ['no JSON', 'not json at all'],
    ['an array', '[1]'],
    ['an empty object', '{}'],
    ['an object of something else', '{"event_type":"codex_turn_event"}'],
    ['a line without a time', '{"conn":"c1","event":"close"}'],
    ['a time that is a string', '{"at":"1","conn":"c1","event":"close"}'],
    ['a negative time', '{"at":-1,"conn":"c1","event":"close"}'],
    ['a time between two milliseconds', '{"at":1.5,"conn":"c1","event":"close"}'],
    ['a time that OTLP cannot carry', '{"at":18446744073710,"conn":"c1","event":"close"}'],
    ['a time that no date can hold', '{"at":8640000000000001,"conn":"c1","event":"close"}'],
    ['a time without end', '{"at":1e400,"conn":"c1","event":"close"}'],
    ['a message at a time that OTLP cannot carry', '{"at":18446744073710,"conn":"c1","from":"server","msg":{}}'],
    ['a message at a time that no date can hold', '{"at":8640000000000001,"conn":"c1","from":"server","msg":{}}'],
    ['a line without a connection', '{"at":1,"event":"close"}'],
    ['a connection that is a number', '{"at":1,"conn":1,"event":"close"}'],
    ['an unknown event', '{"at":1,"conn":"c1","event":"pause"}'],
    ['an unknown transport', '{"at":1,"conn":"c1","event":"open","transport":"pigeon"}'],
    ['an unknown sender', '{"at":1,"conn":"c1","from":"nobody","msg":{}}'],
    ['no sender', '{"at":1,"conn":"c1","msg":{}}'],
    ['neither message nor raw', '{"at":1,"conn":"c1","from":"server"}'],
    ['a message that is no object', '{"at":1,"conn":"c1","from":"server","msg":[{}]}'],
    ['a message that is cut off', '{"at":1,"conn":"c1","from":"server","msg":{"method":"a","params":{'],
    ['a line that is cut off behind its message', '{"at":1,"conn":"c1","from":"server","msg":{}'],
    ['a time that is missing', '{"at":,"conn":"c1","from":"server","msg":{}}'],
    [
      'a message nested 100,000 levels deep',
      `{"at":1,"conn":"c1","from":"server","msg":${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}}`,
    ],
    ['two objects', '{"at":1,"conn":"c1","from":"server","msg":{}}{}'],
  ])('is undefined for a line that is not a record: %s', (_what, line) => {
    expect(parse('{"at":1,"conn":"c1","from":"server","msg":{}}')).toBeDefined();
    expect(parse(line)).toBeUndefined();
  });
});
