import { describe, expect, it } from 'vitest';
import { eventsIn } from '../../src/attribution/sources/event-line.js';

const IDS = { thread_id: 'thread-1', turn_id: 'turn-1' };
const HASH = 'a'.repeat(40);

const read = (text: string) => eventsIn(Buffer.from(text));
const event = (event_type: string, event_params: object) => read(JSON.stringify({ event_type, event_params }));
const accepted = (params: object) => event('codex_accepted_line_fingerprints', { ...IDS, ...params });

/** A log record as OTLP/JSON has it. */
const record = (type: string, body: object) => ({
  attributes: [{ key: 'codex.event.type', value: { stringValue: type } }],
  body,
});
const request = (...logRecords: object[]) => read(JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] }));
const map = (fields: Readonly<Record<string, object>>) => ({
  kvlistValue: { values: Object.entries(fields).map(([key, value]) => ({ key, value })) },
});
const string = (stringValue: string) => ({ stringValue });

describe('a line of an event file', () => {
  it.each([
    ['an event of another type', '{"event_type":"codex_hook_run","event_params":{}}', []],
    ['text', 'not JSON', undefined],
    ['a line that was cut', '{"event_type":"codex_turn_event","event_pa', undefined],
    ['a list', '["codex_turn_event"]', []],
    [
      'an event of another type that names one of these',
      '{"event_type":"other","event_params":"codex_turn_event"}',
      [],
    ],
    ['a request without log records', '{"resourceLogs":{},"of":"codex_turn_event"}', []],
  ])('that is %s has no event of an attribution', (_what, line, events) => {
    expect(read(line)).toEqual(events);
  });

  it('is no event without the ids of its turn', () => {
    expect(event('codex_turn_event', { thread_id: 'thread-1' })).toEqual([]);
    expect(event('codex_turn_event', { ...IDS, thread_id: 7 })).toEqual([]);
  });

  it('has null or nothing for a field that is missing or has another type', () => {
    expect(event('codex_turn_event', { ...IDS, model_provider: 1, started_at: 'soon' })).toEqual([
      { type: 'turn', threadId: 'thread-1', turnId: 'turn-1', modelProvider: null, startedAt: null },
    ]);
    expect(accepted({})).toMatchObject([{ model: null, repoHash: null, completedAt: 0, addedLines: 0, hashes: [] }]);
  });

  it('has only fingerprints that are hashes', () => {
    const fingerprints = [
      { path_hash: HASH, line_hash: HASH },
      { path_hash: HASH, line_hash: 'b' },
      { path_hash: null, line_hash: HASH },
    ];
    expect(accepted({ line_fingerprints: fingerprints })).toMatchObject([{ hashes: [{ path: HASH, line: HASH }] }]);
  });

  it('has the same events as an OTLP request, whose numbers are text, and in any order', () => {
    const hashes = { arrayValue: { values: [map({ path_hash: string(HASH), line_hash: string(HASH) })] } };
    const body = map({
      thread_id: string('thread-1'),
      turn_id: string('turn-1'),
      model_slug: string('gpt-5.5'),
      completed_at: { intValue: '1795398129' },
      accepted_added_lines: { doubleValue: 2 },
      repo_hash: {},
      line_fingerprints: hashes,
    });
    const turn = map({ thread_id: string('thread-1'), turn_id: string('turn-1'), started_at: { intValue: 12 } });
    const records = [
      record('codex_turn_event', turn),
      record('codex_hook_run', body),
      record('codex_accepted_line_fingerprints', body),
      record('codex_turn_event', string('text')),
    ];
    expect(request(...records)).toEqual([
      { type: 'turn', threadId: 'thread-1', turnId: 'turn-1', modelProvider: null, startedAt: 12 },
      {
        type: 'accepted lines',
        threadId: 'thread-1',
        turnId: 'turn-1',
        model: 'gpt-5.5',
        repoHash: null,
        completedAt: 1_795_398_129,
        addedLines: 2,
        hashes: [{ path: HASH, line: HASH }],
      },
    ]);
  });
});
