import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { wireFile } from '../instrumentation/conversation.js';
import { RECORDINGS } from '../parity/recordings.js';
import { mutated, mutations, type Line, type Mutation } from './mutations.js';

const read = new Map<string, readonly Line[]>();

/** The lines of a recorded wire. */
export function wireOf(recording: string): readonly Line[] {
  let lines = read.get(recording);
  if (lines === undefined) {
    lines = readFileSync(wireFile(recording), 'utf8').split('\n').filter(Boolean).map(lineOf);
    read.set(recording, lines);
  }
  return lines;
}

type Logged = Omit<Line, 'bytes'> & { readonly msg?: unknown; readonly raw?: string };

function lineOf(text: string): Line {
  const { msg, raw, ...line } = JSON.parse(text) as Logged;
  return { ...line, bytes: line.event ? undefined : Buffer.from(raw ?? JSON.stringify(msg)) };
}

/** A recording, and how it is changed. The lines are made of it when they are needed: a report of them would be long. */
export interface Changes {
  readonly recording: string;
  readonly changes: readonly Mutation[];
}

export const mutatedWires: fc.Arbitrary<Changes> = fc.record({
  recording: fc.constantFrom(...RECORDINGS),
  changes: mutations('wire'),
});

/** The lines of a recorded wire with mutations. */
export const mutatedWire = ({ recording, changes }: Changes): Line[] => mutated(wireOf(recording), changes);
