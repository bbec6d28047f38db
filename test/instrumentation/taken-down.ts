import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import { WireLogWriter } from '../../src/wire/log/writer.js';
import { conversationIn, type Step } from './conversation.js';
import { Observed, Replayed, told } from './telemetry.js';

interface TakenDown {
  readonly live: Observed;
  /** What was said, as the wire log has it. */
  readonly said: readonly Said[];
}

/** Who said what. */
export type Said = Pick<Step, 'from' | 'text'>;
export const saidIn = (steps: readonly Step[]): Said[] => steps.map(({ from, text }) => ({ from, text }));

/**
 * Observes what is played, and takes it down in a wire log in the folder: what was observed live is what a replay of that
 * wire log makes, spans and events, ids and times and all.
 */
export async function takeDown(folder: string, play: (live: Observed) => unknown): Promise<TakenDown> {
  const file = join(folder, `${randomUUID()}.jsonl`);
  const recorder = new WireLogWriter(file);
  const live = new Observed({ recorder });
  await play(live);
  await recorder.end();
  const replayed = await Replayed.from(file);
  expect(live.spans.length).toBeGreaterThan(0);
  expect(live.spans.map(told)).toEqual(replayed.spans.map(told));
  expect(live.events).toEqual(replayed.events);
  return { live, said: saidIn(conversationIn(file)) };
}
