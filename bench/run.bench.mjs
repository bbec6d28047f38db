// `codex-otel run` stands between a client and its app-server: neither is to notice.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, pipe, run, start } from './programs.mjs';
import { Session } from './traffic.mjs';

const LINES = 200_000;
const ROUND_TRIPS = 2_000;
/** A process is as cold in the last round as in the first. */
const PROCESSES = { warmUp: 2, rounds: 15 };

const folder = mkdtempSync(join(tmpdir(), 'codex-otel-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

/** A file with everything that a server writes. `grow` adds messages to the session until there are enough. */
function fileOf(name, grow) {
  const session = new Session().initialize().startThread();
  const lines = [];
  while (lines.length < LINES) {
    grow(session);
    for (const { from, text } of session.lines.splice(0)) if (from === 'server') lines.push(text);
  }
  const path = join(folder, name);
  writeFileSync(path, `${lines.slice(0, LINES).join('\n')}\n`);
  return path;
}

const mixed = fileOf('mixed', (session) =>
  session.workTurn(() => {
    for (let n = 0; n < 19; n++) session.delta();
  }),
);
const deltas = fileOf('deltas', (session) => {
  if (session.turn === undefined) session.beginTurn();
  session.delta();
});

const toItsEnd = (program, ...command) => ({ run: () => ended(start([...program, ...command])) });

/** A delta goes to `cat` and comes back. */
function roundTrips(program) {
  const line = Buffer.from(`${new Session().startThread().beginTurn().delta().lines.at(-1).text}\n`);
  let half;
  const round = async () => {
    const child = start([...program, 'cat']);
    const times = [];
    for (let n = 0; n < ROUND_TRIPS; n++) {
      const sentAt = performance.now();
      child.stdin.write(line);
      for (let bytes = 0; bytes < line.length;)
        bytes += await new Promise((resolve) => child.stdout.once('data', ({ length }) => resolve(length)));
      times.push(performance.now() - sentAt);
    }
    child.stdin.end();
    await ended(child);
    half = times.toSorted((a, b) => a - b)[ROUND_TRIPS >> 1];
  };
  return { run: round, value: () => half };
}

/** The server shows by its standard error, which is not piped, that it runs. */
function untilServerRuns(program) {
  let time;
  const round = async () => {
    const startedAt = performance.now();
    const child = start([...program, '/bin/sh', '-c', 'echo up >&2']);
    await new Promise((resolve) => child.stderr.once('data', resolve));
    time = performance.now() - startedAt;
    await ended(child);
  };
  return { run: round, value: () => time };
}

export const claims = [
  {
    ours: '`codex-otel run -- cat FILE` of 200,000 lines, 95 % deltas',
    baseline: 'a program that pipes and nothing else',
    must: 4.5,
    aim: 3.3,
    missed:
      'A process lives for half a second, so most code runs before Node has compiled it well: 10 % goes into loading it, 9 % into the collection of garbage, 7 % into `JSON.parse`, 3 % into the ids of spans.',
    ...PROCESSES,
    subject: () => toItsEnd(run, 'cat', mixed),
    against: () => toItsEnd(pipe, 'cat', mixed),
  },
  {
    ours: '… deltas alone',
    baseline: 'that program',
    must: 1.7,
    aim: 1.4,
    missed: 'More than half of what is added is the start of the observer; a delta itself takes 0.1 µs.',
    ...PROCESSES,
    subject: () => toItsEnd(run, 'cat', deltas),
    against: () => toItsEnd(pipe, 'cat', deltas),
  },
  {
    ours: '… half of the round trips of a delta are faster than',
    baseline: 'that program',
    must: 1.25,
    aim: 1.1,
    missed: 'Each chunk is looked at on its way; the delta leaves before it is observed, but the next one comes after.',
    ...PROCESSES,
    subject: () => roundTrips(run),
    against: () => roundTrips(pipe),
  },
  {
    ours: 'until the app-server runs, under `run`',
    baseline: 'under that program',
    must: 1.15,
    aim: 1.0,
    missed: 'The command line is read before the app-server starts, and everything else after.',
    ...PROCESSES,
    subject: () => untilServerRuns(run),
    against: () => untilServerRuns(pipe),
  },
  {
    ours: '`codex-otel run -- true`',
    baseline: 'that program with `true`',
    must: 1.5,
    aim: 1.3,
    ...PROCESSES,
    subject: () => toItsEnd(run, 'true'),
    against: () => toItsEnd(pipe, 'true'),
  },
];
