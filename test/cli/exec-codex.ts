import { chmodSync, writeFileSync } from 'node:fs';

/**
 * A Codex that writes recorded rollouts (`ROLLOUTS`) as if it worked now. `HOLD`: it holds them open until the file `DONE` is
 * there. `BEFORE`: so many of their lines were written long ago.
 */
const CODEX = `#!/usr/bin/env node
const { appendFileSync, openSync, readFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');
const { ROLLOUTS, HOLD, BEFORE = '0', CODEX_HOME, DONE } = process.env;
if (process.argv[2] !== 'exec') process.exit(2);
const lines = JSON.parse(ROLLOUTS).flatMap((file, index) =>
  readFileSync(file, 'utf8').split('\\n').filter(Boolean).map((text) => ({ index, text, at: Date.parse(JSON.parse(text).timestamp) })));
lines.sort((a, b) => a.at - b.at);
const shift = Date.now() + 1 - lines[Number(BEFORE)].at;
const held = [];
for (const [place, { index, text, at }] of lines.entries()) {
  const file = join(CODEX_HOME, 'sessions', 'rollout-2026-11-28T00-00-0' + index + '-t' + index + '.jsonl');
  const record = JSON.parse(text);
  record.timestamp = new Date(at + shift - (place < Number(BEFORE) ? 3_600_000 : 0)).toISOString();
  if (record.type === 'session_meta') Object.assign(record.payload, { originator: 'codex_exec', cwd: process.cwd() });
  appendFileSync(file, JSON.stringify(record) + '\\n');
  if (HOLD) held.push(openSync(file, 'a'));
}
console.log('done');
if (HOLD) setInterval(() => existsSync(DONE) && process.exit(0), 20);
`;

/** Writes it, as an executable file. */
export function writeExecCodex(file: string): void {
  writeFileSync(file, CODEX);
  chmodSync(file, 0o755);
}
