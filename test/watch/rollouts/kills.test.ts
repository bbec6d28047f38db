import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { randomFrom } from '../../wire/random.js';
import { WrittenHome } from './written-home.js';

const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const folder = temporaryFolder();
const SESSIONS = ['0.171.0/multi-agent-v2', '0.171.0/guardian-slow-then-approved', '0.144.0/goals'];

/** How often it is killed; more often with the faults. */
const KILLS = Number(process.env['WATCH_KILLS'] ?? 6);

it(`codex-otel watch loses nothing and sends nothing twice where it is killed ${KILLS} times at random`, async () => {
  await using receiver = await Receiver.start();
  const home = new WrittenHome(join(folder, 'codex'), SESSIONS, KILLS);
  const random = randomFrom(14);
  const args = ['--codex-home', home.folder, '--since', '2026-01-01', '--state', join(folder, 'state')];
  const started = (): ChildProcess => {
    const child = spawn(process.execPath, [command, 'watch', ...args, '--endpoint', receiver.url], {
      stdio: 'ignore',
      env: { ...process.env, OTEL_METRICS_EXPORTER: 'none' },
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = started();
    const before = receiver.spans.length;
    const share = Math.floor(home.remaining / (KILLS - kill));
    for (let written = 0; written < share; written += 5) {
      home.write(5);
      await sleep(5);
    }
    // A busy machine starts it slowly: every process sends something.
    while (home.remaining > 0 && receiver.spans.length === before) {
      home.write(1);
      await sleep(20);
    }
    await sleep(150 * random());
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  home.write();
  home.age();
  const last = started();
  const expected = await home.replayed();
  const missing = () => [
    ...without(expected.spans.map(spanId), receiver.spans.map(spanId)),
    ...without(expected.events.map(eventId), receiver.events.map(eventId)),
  ];
  // The one moment that is left: a kill after the mark was written and before the last byte of its request was.
  await expect.poll(() => receiver.cutAtLastByte > 0 || missing().length === 0).toBe(true);
  last.kill();
  await once(last, 'exit');
  if (receiver.cutAtLastByte === 0) expect(missing()).toEqual([]);
  expect(repeated(receiver.spans.map(spanId))).toEqual([]);
  expect(repeated(receiver.events.map(eventId))).toEqual([]);
});

const spanId = (span: Receiver['spans'][number]) => span.spanId;
const eventId = ({ attributes }: Receiver['events'][number]) => String(attributes['codex.event.id']);
const repeated = (ids: readonly string[]) => ids.filter((id, place) => ids.indexOf(id) !== place);

function without(ids: readonly string[], others: readonly string[]): string[] {
  const all = new Set(others);
  return ids.filter((id) => !all.has(id));
}
