import { describe, expect, it } from 'vitest';
import type { TurnTask } from '../../../src/session/facts/index.js';
import { TurnSigns, taskOf, type TurnOutline } from '../../../src/session/turns/task.js';

const SEEN: TurnOutline = { hasTrigger: false, beginningWasSeen: true, hasFailed: false };

describe("a turn's task", () => {
  it.each<[string, TurnTask, Partial<TurnSigns>, Partial<TurnOutline>]>([
    ['the model worked', 'regular', { beganWith: 'other', hasWorked: true }, {}],
    ['its beginning was not seen', 'none', { beganWith: 'other', hasWorked: true }, { beginningWasSeen: false }],
    ['nothing happened', 'none', {}, {}],
    ['it is a code review', 'review', { isCodeReview: true, hasWorked: true }, {}],
    ['a client requested a compaction', 'compaction', { compactionRequested: true, beganWith: 'compaction' }, {}],
    [
      'it began with a compaction that failed',
      'none',
      { beganWith: 'compaction', hasWorked: true },
      { hasFailed: true },
    ],
    [
      'it began with a compaction and failed later',
      'regular',
      { beganWith: 'compaction', hasCompacted: true, hasWorked: true },
      { hasFailed: true },
    ],
    ['it began with a compaction and went on', 'regular', { beganWith: 'compaction', hasWorked: true }, {}],
    [
      'the user ran a command',
      'user_shell',
      { beganWith: 'user shell', ranUserShell: true, startedByItself: true },
      {},
    ],
    [
      'the user added a message to a command of their own',
      'user_shell',
      { beganWith: 'user shell', ranUserShell: true, startedByItself: true, hasWorked: true },
      {},
    ],
    [
      'a turn that a client asked for joined a command of the user',
      'user_shell',
      { beganWith: 'user shell', ranUserShell: true, hasWorked: true },
      {},
    ],
    [
      'the user ran a command before the model answered',
      'regular',
      { beganWith: 'user shell', ranUserShell: true, hasWorked: true, modelAnswered: true },
      {},
    ],
    [
      'the user ran a command in a turn that failed before the model answered',
      'regular',
      { beganWith: 'user shell', ranUserShell: true, hasWorked: true },
      { hasFailed: true },
    ],
    [
      'a queued message came before the work',
      'regular',
      { beganWith: 'user shell', ranUserShell: true, startedByItself: true, hasWorked: true },
      { hasTrigger: true },
    ],
    [
      'the user ran a command in a turn of the model',
      'regular',
      { beganWith: 'other', ranUserShell: true, hasWorked: true },
      {},
    ],
  ])('where %s is %s', (_case, task, signs, outline) => {
    expect(taskOf(Object.assign(new TurnSigns(), signs), { ...SEEN, ...outline })).toBe(task);
  });
});
