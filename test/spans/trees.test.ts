import { describe, expect, it } from 'vitest';
import { replayed } from '../parity/recordings.js';
import { story } from './story.js';

/** Sessions to read like a story: one file each under `trees/`. */
const STORIES: readonly (readonly [recording: string, promise: string])[] = [
  ['0.169.0/approval-accept', 'a review hangs under the command that it lets run'],
  ['0.169.0/approval-interrupted', 'a review that its turn no longer waits for is aborted when the server says so'],
  ['0.169.0/approval-write-stdin', "input to a terminal is reviewed beside the terminal's own command"],
  ['0.169.0/guardian-two-reviews', 'the guardian reviews each command'],
  ['0.169.0/network-guardian', 'a review of the network hangs under the turn'],
  ['0.169.0/collab-spawn-wait-close', 'a subagent lives under the call that spawned it'],
  ['0.169.0/multi-agent-v2', 'the second generation of subagents, too'],
  ['0.147.0/collab-parent-interrupted', 'an interrupted parent leaves its subagent at work'],
  ['0.169.0/compact-auto', 'a compaction stands in the turn that it shortens'],
  ['0.169.0/compact-manual', 'or makes a turn of its own'],
  ['0.169.0/hooks-blocked', 'hooks stand in their turn, each run of its own'],
  ['0.169.0/goals', 'what becomes of a goal'],
  ['0.169.0/review-inline', 'a code review is a turn that has no turn/started'],
  ['0.147.0/review-detached', 'or a thread of its own'],
  ['0.169.0/steer-accepted', 'a steer stands in the turn that took it'],
  ['0.169.0/thread-resume-fork-archive', 'a thread is opened, forked and archived'],
  ['0.169.0/turn-fails-http-500', 'a failed turn is an error'],
  ['0.169.0/turn-start-while-active', 'a turn asked for while one goes on only steers it'],
  ['0.169.0/ws-reconnect-with-approval-pending', 'a client that comes back finds its turn and its review going on'],
  ['0.169.0/ws-both-asked', 'two clients are asked, one review is made'],
  ['0.131.0/ws-two-clients-one-thread', 'two clients hear of one turn'],
  ['0.169.0/fault-server-killed', 'a server that dies ends what it had open'],
  ['0.169.0/fault-never-answered', 'a review that nobody answers ends without one'],
  ['0.169.0/exec-long-running', 'a command outlives its turn'],
];

describe('a session is a tree of spans', () => {
  it.each(STORIES)('%s: %s', async (recording) => {
    const { spans } = await replayed(recording);
    await expect(story(spans)).toMatchFileSnapshot(`trees/${recording.replace('/', '-')}.txt`);
  });

  it('that has a root for each thread that nobody spawned, and each span once', async () => {
    for (const [recording] of STORIES) {
      const { spans } = await replayed(recording);
      expect(story(spans).trim().split('\n').length - 2, recording).toBe(spans.length);
    }
  });
});
