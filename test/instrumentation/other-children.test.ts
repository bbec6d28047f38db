import { execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODEX, play, spawnCodex } from './host.js';
import { Observed } from './telemetry.js';

const PLAIN = '0.169.0/plain-turn';

describe('a child that is not observed', () => {
  const ownOf = (target: object | null) => (target ? Reflect.ownKeys(target) : []);

  it('is no app-server: no property is added to it or its streams', async () => {
    const before = spawn(process.execPath, ['-e', '']);
    new Observed();
    const after = spawn(process.execPath, ['-e', '']);
    expect(ownOf(after)).toEqual(ownOf(before));
    expect(ownOf(after.stdin)).toEqual(ownOf(before.stdin));
    expect(ownOf(after.stdout)).toEqual(ownOf(before.stdout));
    await Promise.all([once(before, 'close'), once(after, 'close')]);
  });

  it('is no app-server, and was forked, or spawned by execFile or through a shell', async () => {
    new Observed();
    const script = join(import.meta.dirname, 'fake-codex', 'codex');
    const children = [
      fork(script, ['--neither']),
      execFile(process.execPath, ['-e', '']),
      spawn('true', { shell: true }),
    ];
    for (const child of children) {
      expect(Object.hasOwn(child, 'spawn')).toBe(false);
      for (const stream of [child.stdin, child.stdout])
        expect(ownOf(stream).filter((key) => key === 'push' || key === 'write' || key === 'end')).toEqual([]);
    }
    await Promise.all(children.map((child) => once(child, 'close')));
  });

  it('could not be spawned', async () => {
    const records: unknown[] = [];
    new Observed({ recorder: { append: (record) => records.push(record) } });
    for (const file of ['/nowhere/true', '/nowhere/codex']) {
      const child = spawn(file, ['app-server']);
      const [error] = (await once(child, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toBe('ENOENT');
    }
    expect(records).toEqual([]);
  });

  it('is an app-server that was spawned before', async () => {
    const child = spawnCodex(PLAIN);
    const observed = new Observed();
    await play(child, PLAIN);
    expect(observed.names).toEqual([]);
  });

  it("is an app-server whose streams are not the host's", async () => {
    const observed = new Observed();
    const child = spawn(CODEX, ['app-server'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child, 'close');
    expect([...observed.codex.counters]).toEqual([]);
  });
});
