import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { linesOf } from '../json-lines.js';

const root = new URL('../recordings/', import.meta.url);

/** The wire log of a recorded session. */
export function recording(scenario: string, version = '0.169.0'): string {
  return fileURLToPath(new URL(`${version}/${scenario}/wire.jsonl`, root));
}

/** The wire logs of all recordings of the newest version that the tests carry. */
export function recordings(version = '0.169.0'): string[] {
  return readdirSync(new URL(`${version}/`, root)).map((scenario) => recording(scenario, version));
}

/** The messages that one side of a recorded session sent, as their JSON. */
export const sentBy = (from: 'client' | 'server', wireLog: string): string[] =>
  linesOf(wireLog)
    .filter((line) => line.includes(`"from":"${from}"`))
    .map((line) => line.slice(line.indexOf('"msg":') + '"msg":'.length, -1));
