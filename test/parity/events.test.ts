import { describe, expect, it } from 'vitest';
import { MISSES } from './misses.js';
import { differences } from './oracle.js';
import { RECORDINGS, replayed, sentEvents, wireLines } from './recordings.js';

const found = async (recording: string, events = sentEvents(recording)) => {
  const [version = ''] = recording.split('/');
  return differences(events, (await replayed(recording)).events, wireLines(recording), version);
};

describe("our events are Codex's own, none more, none less, field by field", () => {
  it.each(RECORDINGS)('but for the misses that are listed: %s', async (recording) => {
    expect(await found(recording)).toEqual((MISSES[recording] ?? []).map(({ difference }) => difference));
  });

  it('and every listed miss is of a recording that is there', () => {
    expect(Object.keys(MISSES).filter((recording) => !RECORDINGS.includes(recording))).toEqual([]);
  });
});

describe('the comparison', () => {
  const recording = '0.169.0/approval-accept';
  const sent = sentEvents(recording);

  it('sees an event that is missing, one too many, and a field that differs', async () => {
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

  it('forgives the distance of two clocks and no more', async () => {
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
