import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { RECORDINGS } from '../parity/recordings.js';
import { temporaryFolder } from '../temporary-folder.js';
import { connectAll, pass, passAll } from './by-hand.js';
import { conversation, wireFile } from './conversation.js';
import { host } from './host.js';
import { messagesIn, recordLive } from './record-live.js';
import { registerContext } from './telemetry.js';
import { playOverWebSockets } from './web-socket-session.js';

/** Live observation makes what a replay of its own wire log makes. WebSockets have a file of their own. */

const folder = temporaryFolder();
const stdio = RECORDINGS.filter((recording) => !recording.includes('/ws-'));
/** One of each scenario, of the newest version that has it. */
const scenarios = [...new Map(stdio.map((recording) => [recording.split('/')[1], recording])).values()];

// The host answers within its handler of what it answers, so this is also the order of what passes.
describe('a replay of what was recorded live makes the same: a child process', () => {
  beforeEach(() => registerContext());

  it.each(scenarios)('%s', async (recording) => {
    const { said } = await recordLive(folder, () => host(recording));
    const recorded = conversation(recording).filter(({ connection }) => connection === 'c1');
    expect(said).toEqual(messagesIn(recorded));
  });
});

describe('a replay of what was recorded live makes the same: connections by hand', () => {
  it.each(RECORDINGS)('%s', async (recording) => {
    const { said } = await recordLive(folder, (live) => {
      connectAll(live.codex, recording);
      live.codex.disable();
    });
    expect(said).toEqual(messagesIn(conversation(recording)));
  });
});

it('a replay of what was recorded live makes the same: children, WebSockets and connections by hand at once', async () => {
  const { live } = await recordLive(folder, async ({ codex }) => {
    await Promise.all([
      ...['approval-accept', 'collab-spawn-wait-close', 'hooks-blocked'].map((name) => host(`0.169.0/${name}`)),
      ...['ws-both-asked', 'ws-client-leaves-mid-turn'].map((name) =>
        playOverWebSockets(wireFile(`0.169.0/${name}`), {
          connect: (url) => {
            const socket = new WebSocket(url);
            codex.observeWebSocket(socket);
            return socket;
          },
        }),
      ),
    ]);
    passAll(codex, '0.169.0/goals');
    codex.disable();
  });
  expect(live.ofType('thread_initialization').length).toBeGreaterThan(6);
});

describe('a replay of what was recorded live makes the same although deadlines expired without traffic', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({ now: 1_795_400_000_000, toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] }),
  );
  afterEach(() => void vi.useRealTimers());

  it.each(stdio)('a minute passes within and after %s', async (recording) => {
    await recordLive(folder, ({ codex }) => {
      const connection = codex.connect({ transport: 'websocket', server: 'one' });
      const steps = conversation(recording).filter(({ connection: id }) => id === 'c1');
      for (const [index, step] of steps.entries()) {
        if (index % 7 === 6) vi.advanceTimersByTime(60_000);
        pass(connection, step);
      }
      vi.advanceTimersByTime(60_000);
      connection.close();
      vi.advanceTimersByTime(60_000);
      codex.disable();
    });
  });
});
