import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'vitest';

/** Expects that no process has one of these words in its command line. */
export async function expectNoProcess(...words: readonly string[]): Promise<void> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  expect(commands.filter((command) => words.some((word) => command.includes(word)))).toEqual([]);
}
