import { describe, expect, it } from 'vitest';
import { MISSES } from './misses.js';
import { differences } from './oracle.js';
import { RECORDINGS, replayed, sentEvents, wireLines } from './recordings.js';

const found = async (recording: string, events = sentEvents(recording)) => {
  const [version = ''] = recording.split('/');
  return differences(events, (await replayed(recording)).events, wireLines(recording), version);
};

describe('events of a recording', () => {
  it.each(RECORDINGS)(
    "our events are Codex's own, field by field, except for the listed misses: %s",
    async (recording) => {
      expect(await found(recording)).toEqual((MISSES[recording] ?? []).map(({ difference }) => difference));
    },
  );

  it('every listed miss belongs to an existing recording', () => {
    expect(Object.keys(MISSES).filter((recording) => !RECORDINGS.includes(recording))).toEqual([]);
  });

  it('every listed miss is of a version that its reason names', () => {
    for (const [recording, misses] of Object.entries(MISSES))
      for (const { reason, difference } of misses)
        expect(reason.versions, difference).toContain(recording.split('/')[0]);
  });
});

describe('comparison of events', () => {
  const recording = '0.169.0/approval-accept';
  const sent = sentEvents(recording);

  it('a missing event, a surplus event and a different field are reported', async () => {
    const [thread, review, ...rest] = sent as [(typeof sent)[0], (typeof sent)[0], ...typeof sent];
    const denied = { ...review, event_params: { ...review.event_params, status: 'denied' } };
    expect(await found(recording, [thread, denied, ...rest])).toEqual([
      expect.stringMatching(/^codex_review_event .* user:0: status is "denied", ours "approved"$/),
    ]);
    expect(await found(recording, [thread, ...rest])).toEqual([expect.stringMatching(/^surplus codex_review_event/)]);
    expect(await found(recording, [...sent, thread])).toEqual([
      expect.stringMatching(/^missing codex_thread_initialized/),
    ]);
  });

  it('a time of another clock may differ by 100 ms and no more', async () => {
    const shifted = (by: number) =>
      sent.map((event) => {
        if (event.event_type !== 'codex_review_event') return event;
        const { completed_at_ms: at } = event.event_params;
        return { ...event, event_params: { ...event.event_params, completed_at_ms: Number(at) + by } };
      });
    expect(await found(recording, shifted(90))).toEqual([]);
    expect(await found(recording, shifted(-1000))).toEqual([expect.stringContaining('completed_at_ms')]);
  });
});
