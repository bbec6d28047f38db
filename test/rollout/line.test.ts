import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { readRecord, timeOf } from '../../src/rollout/files/line.js';

const read = (line: string, counters = new Counters()) => readRecord(Buffer.from(line), 7, counters);

describe('readRecord', () => {
  it('reads a record whatever the order of its members', () => {
    const payload = '"payload":{"turn_id":"t","started_at":5,"type":"task_started"}';
    const expected = { kind: 'task_started', at: 1000, ordinal: 3, payload: { turn_id: 't', started_at: 5 } };
    const head = '"timestamp":"1970-01-01T00:00:01.000Z","ordinal":3';
    expect(read(`{${head},"type":"event_msg",${payload}}`)).toMatchObject(expected);
    expect(read(`{${payload},"type":"event_msg",${head}}`)).toMatchObject(expected);
  });

  it('skips records that are not in use without parsing them', () => {
    const counters = new Counters();
    expect(read('{"type":"response_item","payload":{"type":"message","content":!!!', counters)).toBeUndefined();
    expect(read('{"type":"world_state","payload":{!!!', counters)).toBeUndefined();
    expect(counters.get('messages.skipped')).toBe(2);
  });

  it("skips the history in a compaction's record without parsing it", () => {
    const line = '{"type":"compacted","payload":{"replacement_history":[!!!],"window_number":2,"message":"m"}}';
    expect(read(line)).toMatchObject({
      kind: 'compacted',
      payload: { window_number: 2, compaction_response_id: null },
    });
  });

  it('gives a record without a valid time the time of the record before', () => {
    const line = '"type":"event_msg","payload":{"type":"agent_message"}}';
    expect(read(`{${line}`)).toMatchObject({ at: 7, ordinal: null });
    expect(read(`{"timestamp":"soon",${line}`)).toMatchObject({ at: 7 });
    expect(timeOf('1930-01-01T00:00:00Z')).toBeUndefined();
  });

  it('counts a record without its id as undecodable', () => {
    const counters = new Counters();
    expect(read('{"type":"event_msg","payload":{"type":"task_started"}}', counters)).toBeUndefined();
    expect(counters.get('messages.undecodable', 'task_started')).toBe(1);
  });

  it('reads members of an unexpected kind as null', () => {
    const odd = '"turn_id":"t","root_turn_id":5,"started_at":"x","turn_attribution":[]';
    expect(read(`{"type":"event_msg","payload":{"type":"task_started",${odd}}}`)).toMatchObject({
      payload: { turn_id: 't', root_turn_id: null, started_at: null, turn_attribution: null },
    });
    expect(read('{"type":"event_msg","payload":{"type":"token_count","info":null}}')).toMatchObject({
      payload: { info: null },
    });
  });

  it.each(['{', 'null', '{"type":"event_msg","payload":[]}', '{"type":5,"payload":{}}', '{"payload":{}}'])(
    'returns no record for %s',
    (line) => {
      expect([undefined, 'broken']).toContain(read(line));
    },
  );
});
