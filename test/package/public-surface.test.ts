import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from './npm.js';

it('the entries export the names and signatures of public-surface/, and every type that a signature mentions', async () => {
  const check = promisify(execFile)(process.execPath, [join(root, 'scripts/surface.mjs'), '--check']);
  const { stderr } = await check.catch((error: unknown) => error as { stderr: string });
  expect(stderr).toBe('');
});
