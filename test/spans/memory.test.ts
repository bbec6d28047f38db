import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.js';

const MEGABYTE = 2 ** 20;

interface Held {
  readonly told: number;
  readonly events: number;
  /** What limits made the observer give up. */
  readonly dropped: number;
  /** Bytes held after a tenth of the session, at its end, and when all is over, beyond those before it. */
  readonly early: number;
  readonly late: number;
  readonly after: number;
  readonly open: { readonly threads: number; readonly turns: number; readonly deadline: number | null };
}

const folder = temporaryFolder();
let held: Held;

beforeAll(async () => {
  const outfile = path.join(folder, 'long-session.cjs');
  const entry = fileURLToPath(new URL('long-session.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  held = JSON.parse(execFileSync(process.execPath, ['--expose-gc', outfile], { encoding: 'utf8' })) as Held;
}, 120_000);

it('a session of a hundred thousand messages holds no more memory at its end than early on', () => {
  expect(held.told).toBeGreaterThanOrEqual(100_000);
  expect(held.events).toBeGreaterThan(10_000);
  expect(held.dropped).toBe(0);
  expect(held.late - held.early).toBeLessThan(4 * MEGABYTE);
});

it('and when its connections are gone and a minute has passed, nothing', () => {
  expect(held.open).toEqual({ threads: 0, turns: 0, deadline: null });
  expect(held.after).toBeLessThan(2 * MEGABYTE);
});
