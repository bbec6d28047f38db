import { describe, expect, it } from 'vitest';
import type { MissingContext } from '../../src/events/projection/context.js';
import { project } from '../../src/events/projection/project.js';
import type { Facts } from '../../src/session/facts/index.js';
import * as given from './facts.js';

const diff = { addedLines: 1, deletedLines: 0 };
const app = { connectorId: 'calendar', appName: 'Calendar' };

/** Facts of spans whose events need the thread's context, and how many events that are. */
const NEED_CONTEXT: readonly (readonly [what: string, events: number, facts: Facts])[] = [
  ['a started thread', 1, given.threadInitialization()],
  ['a spawned thread', 1, given.threadInitialization({ method: 'spawn' })],
  ['a turn', 1, given.turn()],
  ['a turn with its lines', 2, given.turn({ diff })],
  ['a tool item', 1, given.item()],
  ['a compaction', 1, given.item({ detail: given.details.contextCompaction })],
  ["a user's review", 1, given.review()],
  ["a guardian's review", 2, given.review({ reviewer: 'guardian' })],
  ['a steer', 1, given.steer()],
  ['a goal', 1, given.goal()],
];

function projected(facts: Facts) {
  const withheld: MissingContext[] = [];
  const events = project(facts, (missing) => withheld.push(missing));
  return { events, withheld };
}

describe.each(NEED_CONTEXT)('the events of %s', (_what, count, facts) => {
  it('have a runtime of nulls where the server is unknown', () => {
    const { events, withheld } = projected({ ...facts, runtime: null });
    expect(events).toHaveLength(count);
    expect(withheld).toEqual([]);
    for (const { event_params: params } of events) {
      if ('runtime' in params)
        expect(params.runtime).toEqual({
          codex_rs_version: null,
          runtime_os: null,
          runtime_os_version: null,
          runtime_arch: null,
        });
    }
  });

  it('are withheld, each with a reason, where the connection was never initialised', () => {
    const { events, withheld } = projected({ ...facts, client: null, runtime: null });
    expect(events).toEqual([]);
    expect(withheld).toEqual(Array<string>(count).fill('no client'));
  });

  it('are withheld, each with a reason, where nothing reported where the thread comes from', () => {
    const { events, withheld } = projected({ ...facts, lineage: { ...given.lineage, isComplete: false } });
    expect(events).toEqual([]);
    expect(withheld).toEqual(Array<string>(count).fill('no lineage'));
  });
});

it.each<[what: string, facts: Facts]>([
  ['a turn that did no regular work', given.turn({ task: 'review', client: null, diff })],
  ['a turn without a completion', given.turn({ status: null, client: null })],
  ['an item that never completed', given.item({ completedAtMs: null, client: null })],
  ['a review that never resolved', given.review({ status: null, resolution: null, client: null })],
  ['a request to steer that was never answered', given.steer({ endReason: 'server_closed', client: null })],
  ["a thread's end", { ...given.thread(), client: null }],
])('nothing is withheld of %s, which has no event anyway', (_what, facts) => {
  expect(projected(facts)).toEqual({ events: [], withheld: [] });
});

it('events that need no context are made without one', () => {
  const { events, withheld } = projected({
    ...given.turn({ skills: [given.skill], appMentions: [app], client: null, runtime: null }),
  });
  expect(events.map(({ event_type }) => event_type)).toEqual(['codex_app_mentioned', 'skill_invocation']);
  expect(withheld).toEqual(['no client']);
  expect(projected(given.hook({ client: null, runtime: null })).events).toHaveLength(1);
  expect(projected(given.threadArchive({ client: null, runtime: null })).events).toHaveLength(1);
});
