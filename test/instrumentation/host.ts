import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { talk } from './client.js';
import { conversation, wireFile } from './conversation.js';

/** A host of the app-server: it spawns the fake one and plays the client's side of a recorded session. */

export const CODEX = fileURLToPath(new URL('fake-codex/codex', import.meta.url));

/** `codex app-server`, playing the server's side. */
export function spawnCodex(recording: string, options: SpawnOptions = {}): ChildProcess {
  return spawn(CODEX, ['app-server'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
    env: { ...process.env, FAKE_CODEX_RECORDING: wireFile(recording) },
  });
}

/** Plays the client of a recorded session; the server must send the recorded messages and end with code 0. */
export async function play(child: ChildProcess, recording: string): Promise<void> {
  const steps = conversation(recording).filter(({ connection }) => connection === 'c1');
  const { heard, ended } = await talk(child, steps);
  expect(heard).toEqual(steps.filter(({ from }) => from === 'server').map(({ text }) => text));
  expect(ended).toEqual([0, null]);
}

/** Spawns, plays, and is done. */
export async function host(recording: string): Promise<void> {
  await play(spawnCodex(recording), recording);
}
