import { createHash } from 'node:crypto';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import canonicalize from 'canonical-json';
import { describe, expect, it } from 'vitest';
import { eventId } from '../../src/events/identity.js';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { EventRecord } from '../../src/events/record.js';
import type { EventType } from '../../src/events/schema/index.js';
import { replayWireLog } from '../../src/replay/wire-log.js';
import type { Facts } from '../../src/session/facts/index.js';
import { RECORDINGS, wireFile } from '../parity/recordings.js';
import * as given from './facts.js';
import { rfc8785 } from './rfc8785.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const inThread2 = { lineage: { ...given.lineage, threadId: 'thread-2' } };

/** The parts of an id, beside the type of the event and its place among its span's events of that type. */
const IDENTITIES: readonly (readonly [what: string, type: EventType, facts: Facts, span: readonly unknown[]])[] = [
  [
    'a started thread is the thread and the method',
    'codex_thread_initialized',
    given.threadInitialization(),
    ['thread-1', 'start'],
  ],
  [
    'a resumed thread is also the start and the ordinal',
    'codex_thread_initialized',
    given.threadInitialization({ method: 'resume', mode: 'resumed', ordinal: 3 }),
    ['thread-1', 'resume', 100_000, 3],
  ],
  ['a turn is its id', 'codex_turn_event', given.turn(), ['thread-1', 'turn-1']],
  [
    'a tool item is its turn, its id and which item of that id in the turn it is',
    'codex_command_execution_event',
    given.item({ occurrence: 2 }),
    ['thread-1', 'turn-1', 'item-1', 2],
  ],
  [
    'a compaction is its turn and its id',
    'codex_compaction_event',
    given.item({ detail: given.details.contextCompaction }),
    ['thread-1', 'turn-1', 'item-1'],
  ],
  [
    'a review is its turn, its id and its start',
    'codex_review_event',
    given.review(),
    ['thread-1', 'turn-1', 'user:41', 1000],
  ],
  [
    'a steer is its thread, its start and its ordinal',
    'codex_turn_steer_event',
    given.steer({ ordinal: 2 }),
    ['thread-1', 100_000, 2],
  ],
  [
    'an archive is its thread, its action and its start',
    'codex_thread_archive_event',
    given.threadArchive(),
    ['thread-1', 'archived', 100_000],
  ],
  [
    'a hook is its turn, its event, its start and its ordinal',
    'codex_hook_run',
    given.hook({ ordinal: 1 }),
    ['thread-1', 'turn-1', 'preToolUse', 100_000, 1],
  ],
  [
    'a goal is its thread, its kind, its start and its ordinal',
    'codex_goal_event',
    given.goal({ ordinal: 4 }),
    ['thread-1', 'usage_accounted', 100_000, 4],
  ],
];

describe('the id of an event', () => {
  it('is a SHA-256 in lower-case hex, and stays the same in every release', () => {
    expect(eventId('codex_turn_event', given.turn(), 0)).toBe(
      '1d3d2d0eff5eb0d7187b26be19da279cfac73b9a5ccfff0cf879a8258afc38e2',
    );
  });

  it.each(IDENTITIES)('hashes the RFC 8785 text of type, place and span: %s', (_what, type, facts, span) => {
    for (const place of [0, 1]) expect(eventId(type, facts, place)).toBe(sha256(rfc8785([type, place, ...span])));
  });

  it.each(IDENTITIES)('is another one in another thread: %s', (_what, type, facts) => {
    expect(eventId(type, { ...facts, ...inThread2 }, 0)).not.toBe(eventId(type, facts, 0));
  });

  it('does not depend on the parameters of the event', () => {
    const facts = given.turn();
    const other = given.turn({ model: 'gpt-6', status: 'failed', error: 'badRequest', durationMs: 7, endMs: 200_000 });
    expect(eventId('codex_turn_event', other, 0)).toBe(eventId('codex_turn_event', facts, 0));
  });

  it("does not depend on the observer's clock where the protocol has an id", () => {
    const later = { startMs: 100_007, endMs: 106_550 };
    const observed: readonly (readonly [EventType, Facts, Facts])[] = [
      ['codex_thread_initialized', given.threadInitialization(), given.threadInitialization(later)],
      ['codex_turn_event', given.turn(), given.turn(later)],
      ['codex_command_execution_event', given.item(), given.item(later)],
    ];
    for (const [type, facts, again] of observed) expect(eventId(type, again, 0)).toBe(eventId(type, facts, 0));
  });

  it('is another one for each run of one hook and for each item of one id', () => {
    const runs = [given.hook(), given.hook({ ordinal: 1 }), given.hook({ startMs: 100_001 })];
    expect(new Set(runs.map((run) => eventId('codex_hook_run', run, 0))).size).toBe(3);
    const items = [given.item(), given.item({ occurrence: 1 }), given.item({ itemId: 'item-2' })];
    expect(new Set(items.map((item) => eventId('codex_command_execution_event', item, 0))).size).toBe(3);
  });
});

/** The events of recorded sessions, with the facts behind them. */
async function recordsOf(recording: string): Promise<EventRecord[]> {
  const records: EventRecord[] = [];
  const codex = new CodexSpanProcessor({ exporters: [{ export: (record) => void records.push(record) }] });
  await replayWireLog(wireFile(recording), { tracerProvider: new NodeTracerProvider({ spanProcessors: [codex] }) });
  return records;
}

it('the ids of all events of all recordings are different, and the same in a second replay', async () => {
  const seen = new Map<string, string>();
  for (const recording of RECORDINGS) {
    const records = await recordsOf(recording);
    for (const { id, event } of records) {
      expect(seen.get(id), `${recording} ${JSON.stringify(event)}`).toBeUndefined();
      seen.set(id, recording);
    }
    expect((await recordsOf(recording)).map(({ id }) => id)).toEqual(records.map(({ id }) => id));
  }
  expect(seen.size).toBeGreaterThan(250);
});

describe('canonical-json', () => {
  it('writes any text as RFC 8785 does', () => {
    const text = 'é€😀\u2028"\\\u0000\u001f\u007f\n/';
    expect(canonicalize({ b: text, a: [null, 1, -0, 1e21], B: { ß: true } })).toBe(
      rfc8785({ b: text, a: [null, 1, -0, 1e21], B: { ß: true } }),
    );
  });

  // Where canonical-json 0.4.0 and RFC 8785 part: the reason why only identities are given to it, whose names are ours.
  it.each<[string, unknown]>([
    ['orders integer-like keys wrongly', { 2: 0, 10: 0 }],
    ['loses an own __proto__ key', JSON.parse('{"__proto__":1}')],
  ])('%s', (_, foreign) => {
    expect(canonicalize(foreign)).not.toBe(rfc8785(foreign));
  });
});
