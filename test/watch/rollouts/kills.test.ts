import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Receiver } from '../../export/receiver.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { randomFrom } from '../../wire/random.js';
import { WrittenHome } from './written-home.js';

const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const folder = temporaryFolder();
const SESSIONS = ['0.171.0/multi-agent-v2', '0.171.0/guardian-slow-then-approved', '0.144.0/goals'];

/** How often it is killed; more often by hand. */
const KILLS = Number(process.env['WATCH_KILLS'] ?? 4);

it('codex-otel watch loses nothing where it is killed at random', async () => {
  await using receiver = await Receiver.start();
  const home = new WrittenHome(join(folder, 'codex'), SESSIONS, KILLS);
  const random = randomFrom(14);
  const args = ['--codex-home', home.folder, '--since', '2026-01-01', '--state', join(folder, 'state')];
  const started = (): ChildProcess =>
    spawn(process.execPath, [command, 'watch', ...args, '--endpoint', receiver.url], {
      stdio: 'ignore',
      env: { ...process.env, OTEL_METRICS_EXPORTER: 'none' },
    });
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = started();
    const before = receiver.spans.length;
    const share = Math.ceil(home.remaining / (KILLS - kill));
    for (let written = 0; written < share; written += 5) {
      home.write(5);
      await sleep(5);
    }
    // A busy machine starts it slowly: every process sends something.
    if (home.remaining > 0) await expect.poll(() => receiver.spans.length).toBeGreaterThan(before);
    await sleep(150 * random());
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  home.age();
  const last = started();
  const expected = await home.replayed();
  const ids = (all: Receiver) => all.spans.map(({ spanId }) => spanId).sort();
  const eventIds = (all: Receiver) => all.events.map(({ attributes }) => String(attributes['codex.event.id'])).sort();
  await expect.poll(() => new Set(ids(receiver))).toEqual(new Set(ids(expected)));
  await expect.poll(() => new Set(eventIds(receiver))).toEqual(new Set(eventIds(expected)));
  // A kill may come after a request arrived and before the state file has it; then that request is sent again.
  last.kill();
  await once(last, 'exit');
});
