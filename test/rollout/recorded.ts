import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Counters } from '../../src/counters.js';
import type { RolloutObservation } from '../../src/rollout/observation.js';
import { readRecord } from '../../src/rollout/files/line.js';
import { Rollout } from '../../src/rollout/rollout.js';
import { readRollouts, recognizeRollout } from '../../src/rollout/sessions.js';

/** Rollouts that real Codex binaries wrote, and their observations. */

const root = fileURLToPath(new URL('../recordings/', import.meta.url));

/** The rollouts of a recording, the root thread's first. */
export function rolloutFiles(recording: string): string[] {
  const folder = join(root, recording, 'rollouts');
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

/** The lines of a recording's rollouts, as JSON texts. */
export const rolloutLines = (recording: string): string[][] =>
  rolloutFiles(recording).map((file) => gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean));

/** The observations of a recording's rollouts, all of them in one run. */
export async function observed(recording: string): Promise<RolloutObservation[]> {
  const files = await Promise.all(rolloutFiles(recording).map((file) => recognizeRollout(file)));
  const observations: RolloutObservation[] = [];
  for await (const batch of readRollouts(files.filter((file) => file !== undefined))) observations.push(...batch);
  return observations;
}

/** The observations of one rollout of these lines. */
export function observedOf(lines: readonly string[], counters = new Counters()): RolloutObservation[] {
  const observations: RolloutObservation[] = [];
  const rollout = new Rollout({
    file: '/home/dev/.codex/sessions/2026/11/28/rollout.jsonl',
    counters,
    observe: (observation) => observations.push(observation),
  });
  let lastAt = 0;
  for (const line of lines) {
    const record = readRecord(Buffer.from(line), lastAt, counters);
    if (record === undefined || record === 'broken') continue;
    lastAt = record.at;
    rollout.take(record);
  }
  rollout.end();
  return observations;
}

type Method = Extract<RolloutObservation, { readonly method: string }>['method'];
type Of<M extends Method> = Extract<RolloutObservation, { readonly method: M }>;

/** The observations of one method. */
export const only = <M extends Method>(observations: readonly RolloutObservation[], method: M): Of<M>[] =>
  observations.filter((one): one is Of<M> => 'method' in one && one.method === method);

/** The ends of items that make spans: tools and compactions. */
export const toolEnds = (observations: readonly RolloutObservation[]): Of<'item/completed'>[] =>
  only(observations, 'item/completed').filter(({ params }) => params.item.type !== 'counted');

/** Any other version than the one recorded, or any other change of a line. */
export const changed = (line: string, change: (record: Recorded) => void): string => {
  const record = JSON.parse(line) as Recorded;
  change(record);
  return JSON.stringify(record);
};

interface Recorded {
  timestamp?: string;
  ordinal?: number;
  type: string;
  payload: Record<string, unknown>;
}
