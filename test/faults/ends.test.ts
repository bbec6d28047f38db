import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Receiver } from '../export/receiver.js';
import { wireFile } from '../instrumentation/conversation.js';
import { temporaryFolder } from '../temporary-folder.js';
import { documented } from './documented.js';

/** Of a turn that waits for an approval, the spans that are open; the thread's beginning was sent before. */
const OPEN = ['codex.review user', 'codex.thread', 'execute_tool shell', 'invoke_agent codex'];

/** By the way as a plain text. */
const rows = new Map([...documented('The end of a host')].map(([way, cells]) => [way.replaceAll('`', ''), cells]));
const folder = temporaryFolder();
const program = join(folder, 'ending-host.mjs');

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, 'programs/ending-host.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    // The SDK's packages are CommonJS and require Node's own modules.
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  }),
);

let receiver: Receiver;
beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

/** Lets a host end in mid-turn, after its finished spans have been sent; resolves with the end. */
async function endBy(way: string): Promise<unknown> {
  const args = [
    '--max-old-space-size=64',
    program,
    way,
    `${receiver.url}/v1/traces`,
    wireFile('0.169.0/approval-accept'),
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(child, 'close');
  await expect.poll(() => receiver.spans.map(({ name }) => name)).toEqual(['codex.thread start']);
  receiver.spans.length = 0;
  child.stdin.on('error', () => {});
  child.stdin.end('end\n');
  const [code, signal] = (await ended) as [number | null, string | null];
  return signal ?? code;
}

/** How a process ends by each way of docs/failure.md; by the first column of its table. */
const ways: Readonly<Record<string, readonly unknown[]>> = {
  'codex.disable() and shutdown()': [0],
  'shutdown() of the tracer provider': [0],
  'a signal whose handler calls it': [0],
  'nothing is left to do': [0],
  'process.exit()': [0],
  'an uncaught exception': [1],
  'a signal that nobody handles': ['SIGTERM'],
  SIGKILL: ['SIGKILL'],
  // Node aborts.
  'no memory': ['SIGABRT', 134],
};

describe.skipIf(process.platform === 'win32')('a host that ends in mid-turn', () => {
  it.each(Object.keys(ways))('by %s loses what docs/failure.md has', async (way) => {
    expect(ways[way]).toContain(await endBy(way));
    const names = receiver.spans.map(({ name }) => name).toSorted();
    const reasons = new Set(receiver.spans.map(({ attributes }) => attributes['codex.end_reason']));
    if (names.length > 0) expect(names).toEqual(OPEN);
    expect(rows.get(way)).toEqual(['arrived', names.length > 0 ? `arrive: \`${[...reasons].join(' ')}\`` : 'lost']);
  });

  it('docs/failure.md lists these ends and no others', () => {
    expect([...rows.keys()]).toEqual(Object.keys(ways));
  });
});
