import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockState } from '../../../src/cli/watch/only-watch.js';
import { temporaryFolder } from '../../temporary-folder.js';

const folder = temporaryFolder();

describe.skipIf(process.platform === 'win32')('the lock of a state file', () => {
  beforeEach(() => void vi.stubEnv('TMPDIR', folder));
  afterEach(() => void vi.unstubAllEnvs());

  const socketOf = (stateFile: string) =>
    join(folder, `codex-otel-${createHash('sha256').update(stateFile).digest('hex').slice(0, 16)}.sock`);

  it('is held by one at a time, and free again when it was given up', async () => {
    const release = await lockState('/state/one');
    await expect(lockState('/state/one')).rejects.toThrow('Another codex-otel watch uses /state/one');
    const other = await lockState('/state/two');
    other();
    release();
    await expect.poll(() => existsSync(socketOf('/state/one'))).toBe(false);
    (await lockState('/state/one'))();
  });

  it('is taken from a process that was killed', async () => {
    writeFileSync(socketOf('/state/killed'), '');
    const release = await lockState('/state/killed');
    await expect(lockState('/state/killed')).rejects.toThrow('Another codex-otel watch');
    release();
  });

  it('fails where it cannot be made', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'nowhere'));
    await expect(lockState('/state/three')).rejects.toThrow(/EACCES|ENOENT/);
  });
});
