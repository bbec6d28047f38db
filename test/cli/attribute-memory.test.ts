import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { pathHash } from '../../src/diff/fingerprint.js';
import { lineHash } from '../../src/diff/line-hash.js';
import { GitRepository } from '../attribution/git-repository.js';
import { temporaryFolder } from '../temporary-folder.js';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = temporaryFolder();

/** `bench/attribution-memory.mjs` measures a gigabyte of diff and ten million fingerprints. */
const HEAP_MIB = 24;
const LINES = 360_000;
const LINES_OF_COMMIT = 1_000;
const TURNS = 60_000;
const LINES_OF_TURN = 3;

const START = 1_795_400_000;
const line = (number: number) => `  const value${number} = await read('a line of the project', ${number});`;

/** Commits with 23 MB of lines, for `git fast-import`. */
function* commits(): Generator<string> {
  for (let first = 0; first < LINES; first += LINES_OF_COMMIT) {
    const text = Array.from({ length: LINES_OF_COMMIT }, (_, n) => `${line(first + n)}\n`).join('');
    yield `commit refs/heads/main\ncommitter A <a@example.com> ${START + first} +0000\ndata 1\nx\n`;
    yield `M 100644 inline src/a/longer/name/of/file${first}.ts\ndata ${text.length}\n${text}\n`;
  }
}

/** 27 MB of events: many turns with lines that no commit has, and one with lines that the first has. */
function* events(): Generator<string> {
  const foreign = Array.from({ length: 4096 }, (_, n) => lineHash(`nobody committed ${n}`) ?? '');
  for (let turn = 0; turn < TURNS; turn += 1) {
    const params = {
      thread_id: `01a2214d-7d05-71e1-aef5-${String(turn >> 3).padStart(12, '0')}`,
      turn_id: `01a2214d-7d32-7482-8464-${String(turn).padStart(12, '0')}`,
      model_slug: 'gpt-5.5',
      repo_hash: null,
      completed_at: START,
      accepted_added_lines: LINES_OF_TURN,
      line_fingerprints: Array.from({ length: LINES_OF_TURN }, (_, n) => ({
        path_hash: pathHash('src/a/longer/name/of/file0.ts'),
        line_hash: turn === 0 ? lineHash(line(n)) : foreign[(turn * LINES_OF_TURN + n) % foreign.length],
      })),
    };
    yield `${JSON.stringify({ event_type: 'codex_accepted_line_fingerprints', event_params: params })}\n`;
  }
}

it('attribute reads 60,000 turns and 23 MB of diff with a heap of 24 MiB', async () => {
  const repository = new GitRepository(join(folder, 'repo'));
  const git = spawn('git', ['-C', repository.folder, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const imported = once(git, 'close');
  await pipeline(Readable.from(commits()), git.stdin);
  await imported;

  const args = [`--max-old-space-size=${HEAP_MIB}`, command, 'attribute', 'main', '--repo', repository.folder];
  const child = spawn(process.execPath, [...args, '--events', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const closed = once(child, 'close');
  // Where the child dies of its limit, its standard input closes early.
  await pipeline(Readable.from(events()), child.stdin).catch(() => undefined);
  const [status] = (await closed) as [number | null];
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('3 of 360,000 lines (0 %) were accepted from Codex.');
});
