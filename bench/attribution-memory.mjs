// Measures the memory and the time of `codex-otel attribute` while diff and fingerprints grow, up to a gigabyte of diff and ten
// million fingerprints, and prints the table of docs/attribution.md. It needs git, `npm run build`, and 3 GB of disk.
import { spawn } from 'node:child_process';
import { hash, randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const BYTES = 1e9;
const FINGERPRINTS = 1e7;
const SHARES = [0.01, 0.1, 0.3, 1];
/** Lines of a commit, and of a turn. */
const COMMIT = 20_000;
const TURN = 50;
/** The heap that each run gets. Without a limit Node lets garbage wait for longer, the more there is. */
const HEAP_MIB = 32;
/** Turns whose lines the commits have. */
const FOUND = 400;
const START = 1_795_400_000;

const command = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'attribution-memory-'));

const line = (number) => `  const value${number} = await read('a line of the project', ${number});`;
const sha1 = (domain, text) => hash('sha1', `file-line-v1\0${domain}\0${text}`);

/** A history whose commits add so many bytes of lines. */
function* history(bytes) {
  let number = 0;
  for (let commit = 0; number * line(1e7).length < bytes; commit++) {
    const lines = Array.from({ length: COMMIT }, () => line(number++)).join('\n');
    yield `commit refs/heads/main\ncommitter A <a@example.com> ${START + 10 + commit} +0000\ndata 1\nx\n`;
    yield `M 100644 inline src/file${commit}.ts\ndata ${lines.length + 1}\n${lines}\n\n`;
  }
}

/** Event files' lines: turns of lines that are in no commit, but some. */
function* events(count) {
  let found = 0;
  for (let turn = 0; turn * TURN < count; turn++) {
    const isFound = turn < FOUND;
    const path = sha1('path', `src/file${Math.floor(found / COMMIT)}.ts`);
    const fingerprints = Array.from({ length: TURN }, () => ({
      path_hash: path,
      line_hash: isFound ? sha1('line', line(found++).trim()) : randomBytes(20).toString('hex'),
    }));
    const params = {
      thread_id: `thread-${Math.floor(turn / 10)}`,
      turn_id: `01a2214d-7d32-7482-8464-${String(turn).padStart(12, '0')}`,
      model_slug: 'gpt-5.5',
      repo_hash: null,
      completed_at: START,
      accepted_added_lines: TURN,
      line_fingerprints: fingerprints,
    };
    yield `${JSON.stringify({ event_type: 'codex_accepted_line_fingerprints', event_params: params })}\n`;
  }
}

function run(file, args, options) {
  const child = spawn(file, args, options);
  return { child, done: new Promise((resolve, reject) => child.on('error', reject).on('close', resolve)) };
}

async function measure(share) {
  const repo = join(folder, 'repo');
  const file = join(folder, 'events.jsonl');
  await run('git', ['init', '-q', '-b', 'main', repo], { stdio: 'inherit' }).done;
  const imported = run('git', ['-C', repo, 'fast-import', '--quiet'], { stdio: ['pipe', 'inherit', 'inherit'] });
  await pipeline(Readable.from(history(share * BYTES)), imported.child.stdin);
  await imported.done;
  await pipeline(Readable.from(events(share * FINGERPRINTS)), createWriteStream(file));
  const report = join(folder, 'report.mjs');
  writeFileSync(report, `process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())));`);
  const args = [
    `--max-old-space-size=${HEAP_MIB}`,
    '--import',
    report,
    command,
    'attribute',
    '--repo',
    repo,
    '--events',
    file,
  ];
  const { child, done } = run(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [table, usage] = ['', ''];
  child.stdout.on('data', (text) => (table += text));
  child.stderr.on('data', (text) => (usage += text));
  await done;
  rmSync(repo, { recursive: true });
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage);
  const result = table.split('\n').find((text) => text.includes('accepted from Codex'));
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, result };
}

console.log('| diff | fingerprints | memory at most | CPU time |\n| --- | --- | --- | --- |');
try {
  for (const share of SHARES) {
    const { seconds, megabytes, result } = await measure(share);
    const cells = [
      `${(share * BYTES) / 1e6} MB`,
      (share * FINGERPRINTS).toLocaleString('en'),
      `${megabytes.toFixed(0)} MiB`,
      `${seconds.toFixed(0)} s`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    console.error(result);
  }
} finally {
  rmSync(folder, { recursive: true });
}
