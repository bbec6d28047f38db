import { spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProcessInfo } from '../../src/instrumentation/config.js';
import { temporaryFolder } from '../temporary-folder.js';
import { wireFile } from './conversation.js';
import { CODEX, host, play } from './host.js';
import { diagnostics, Observed } from './telemetry.js';

const PLAIN = '0.169.0/plain-turn';
const SPANS_OF_PLAIN = ['codex.thread start', 'invoke_agent codex', 'codex.thread'];

const folder = temporaryFolder();

describe('isAppServerHook', () => {
  /** The fake app-server under another name. */
  const spawnWrapper = () => {
    const env = { ...process.env, FAKE_CODEX_RECORDING: wireFile(PLAIN) };
    return spawn(join(folder, 'my-agent'), ['serve'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  };
  beforeAll(() => symlink(CODEX, join(folder, 'my-agent')));

  it("'observe' has a wrapper observed, undefined leaves the others to their command lines", async () => {
    const asked: ProcessInfo[] = [];
    const observed = new Observed({
      isAppServerHook: (info) => {
        asked.push(info);
        return info.file.endsWith('my-agent') ? 'observe' : undefined;
      },
    });
    await play(spawnWrapper(), PLAIN);
    await host(PLAIN);
    expect(observed.names).toEqual([...SPANS_OF_PLAIN, ...SPANS_OF_PLAIN]);
    expect(asked).toEqual([
      { file: join(folder, 'my-agent'), args: [join(folder, 'my-agent'), 'serve'] },
      { file: CODEX, args: [CODEX, 'app-server'] },
    ]);
  });

  it('absent: a wrapper of another name is not observed', async () => {
    const observed = new Observed();
    await play(spawnWrapper(), PLAIN);
    expect(observed.names).toEqual([]);
  });

  it("'ignore' has an app-server left alone", async () => {
    const observed = new Observed({ isAppServerHook: () => 'ignore' });
    await host(PLAIN);
    expect(observed.names).toEqual([]);
  });

  it.each<[string, () => 'observe' | undefined]>([
    [
      'throws',
      () => {
        throw new Error('no idea');
      },
    ],
    ['answers with a promise', () => Promise.reject(new Error('no idea')) as unknown as undefined],
  ])('that %s is counted, and the command line decides', async (_what, isAppServerHook) => {
    const said = diagnostics();
    const observed = new Observed({ isAppServerHook });
    await play(spawnWrapper(), PLAIN);
    await host(PLAIN);
    expect(observed.names).toEqual(SPANS_OF_PLAIN);
    expect(observed.codex.counters.get('hooks.failed', 'isAppServerHook')).toBe(2);
    expect(said).toEqual([expect.stringContaining('isAppServerHook failed: no idea')]);
  });
});
