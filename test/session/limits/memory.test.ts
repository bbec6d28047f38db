import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.js';

const MEGABYTE = 2 ** 20;

interface Held {
  readonly sent: number;
  readonly events: number;
  /** How much state went over a limit. */
  readonly dropped: number;
  /** Bytes held after its first hour, at its end, and when it is over, less those held before it. */
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

describe('memory of a long session', () => {
  it('a session of 14,000 messages holds no more memory at its end than after its first hour', () => {
    expect(held.sent).toBeGreaterThanOrEqual(14_000);
    expect(held.events).toBeGreaterThan(5_000);
    expect(held.dropped).toBe(0);
    expect(held.late - held.early).toBeLessThan(0.5 * MEGABYTE);
  });

  it('a session whose connections closed more than an hour ago holds no state', () => {
    expect(held.open).toEqual({ threads: 0, turns: 0, deadline: null });
    expect(held.after).toBeLessThan(MEGABYTE);
  });
});
