import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import { WireLogWriter } from '../../src/wire/log/writer.js';
import { conversationIn, type Step } from './conversation.js';
import { Observed, Replayed, told } from './telemetry.js';

interface TakenDown {
  readonly live: Observed;
  /** The messages in the wire log. */
  readonly said: readonly Said[];
}

/** The sender and the text of each message. */
export type Said = Pick<Step, 'from' | 'text'>;
export const messagesIn = (steps: readonly Step[]): Said[] => steps.map(({ from, text }) => ({ from, text }));

/**
 * Observes what is played, and takes it down in a wire log in the folder: what was observed live is what a replay of that
 * wire log makes, spans and events, ids and times and all.
 */
export async function recordLive(folder: string, play: (live: Observed) => unknown): Promise<TakenDown> {
  const file = join(folder, `${randomUUID()}.jsonl`);
  const recorder = new WireLogWriter(file);
  const live = new Observed({ recorder });
  await play(live);
  await recorder.end();
  const replayed = await Replayed.from(file);
  expect(live.spans.length).toBeGreaterThan(0);
  expect(live.spans.map(told)).toEqual(replayed.spans.map(told));
  expect(live.events).toEqual(replayed.events);
  return { live, said: messagesIn(conversationIn(file)) };
}
