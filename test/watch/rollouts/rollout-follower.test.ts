import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { uncounted } from '../../../src/counters.js';
import { recognizeRollout } from '../../../src/rollout/sessions.js';
import type { Session } from '../../../src/session/session.js';
import { Delivery } from '../../../src/watch/rollouts/delivery.js';
import { RolloutFollower } from '../../../src/watch/rollouts/rollout-follower.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { WrittenHome } from './written-home.js';

const folder = temporaryFolder();

it('a session that is over closes once, after all of its records were taken, however often its files are looked at', async () => {
  const home = new WrittenHome(join(folder, 'codex'), ['0.171.0/multi-agent-v2'], 20);
  home.write();
  home.age();
  const steps: string[][] = [];
  const way = { added: 0, settled: 0, done: 0 };
  const follower = new RolloutFollower({
    sessions: {
      delivery: new Delivery({ spans: way, events: way }, uncounted),
      open() {
        const taken: string[] = [];
        steps.push(taken);
        const model = {
          openCounts: { threads: 0, turns: 0 },
          observe: () => taken.push('record'),
          end: () => taken.push('end'),
        };
        return model as unknown as Session;
      },
      forget: () => undefined,
    },
    drained: () => nextTurn(),
    counters: uncounted,
    markOf: () => undefined,
    since: 0,
    filesOf: () => [],
    onUnreadable: (error) => expect.unreachable(error.message),
    isPrompt: false,
  });
  const rollouts = await Promise.all(home.files.map(recognizeRollout));
  follower.later(rollouts.filter((rollout) => rollout !== undefined));
  const taken = new AbortController();
  void follower.drained().then(() => taken.abort());
  const looks: Promise<boolean>[] = [];
  while (!taken.signal.aborted) {
    looks.push(follower.look());
    await nextTurn();
  }
  await Promise.all(looks);
  await follower.look();
  expect(steps).toHaveLength(20);
  const [first] = steps;
  expect(first!.filter((step) => step === 'record').length).toBeGreaterThan(20);
  for (const each of steps) expect(each).toEqual([...first!.filter((step) => step === 'record'), 'end']);
});
