import { describe, expect, it } from 'vitest';
import { replayed } from '../../parity/recordings.js';
import { story } from './story.js';

/** Sessions to read like a story, one file each in this folder, and what each of them shows. */
const STORIES: readonly (readonly [recording: string, promise: string])[] = [
  ['0.169.0/approval-accept', 'a review hangs under the command that it lets run'],
  ['0.169.0/approval-interrupted', 'a review is aborted when the server resolves it after the interrupted turn'],
  ['0.169.0/approval-write-stdin', "a review of terminal input stands beside the terminal's command"],
  ['0.169.0/guardian-two-reviews', 'a guardian review hangs under the command that it lets run'],
  ['0.169.0/network-guardian', 'a review of the network hangs under the turn'],
  ['0.169.0/collab-spawn-wait-close', 'a subagent lives under the call that spawned it'],
  ['0.169.0/multi-agent-v2', 'a subagent of the second generation lives under the activity that spawned it'],
  ['0.147.0/collab-parent-interrupted', 'a subagent goes on when its parent is interrupted'],
  ['0.169.0/compact-auto', 'an automatic compaction stands in the turn that it shortens'],
  ['0.169.0/compact-manual', 'a manual compaction is a turn of its own'],
  ['0.169.0/hooks-blocked', 'each run of a hook is a span in its turn'],
  ['0.169.0/goals', 'each change of a goal is a span'],
  ['0.169.0/review-inline', 'a code review is a turn without turn/started'],
  ['0.147.0/review-detached', 'a detached code review is a thread of its own'],
  ['0.169.0/steer-accepted', 'a steer stands in the turn that took it'],
  ['0.169.0/thread-resume-fork-archive', 'a thread is opened, forked and archived'],
  ['0.169.0/turn-fails-http-500', 'a failed turn is an error'],
  ['0.169.0/turn-start-while-active', 'turn/start on a running turn makes no second turn'],
  ['0.169.0/ws-reconnect-with-approval-pending', 'a client that reconnects finds its turn and its review going on'],
  ['0.169.0/ws-both-asked', 'an approval that two clients are asked for is one review'],
  ['0.131.0/ws-two-clients-one-thread', 'a turn that two clients see is one span'],
  ['0.169.0/fault-server-killed', 'everything that is open ends when the server dies'],
  ['0.169.0/fault-never-answered', 'a review that no client answers ends with the server'],
  ['0.169.0/exec-long-running', 'a command outlives its turn'],
  ['0.169.0/plan-mode', 'a question of the model stands in its turn'],
  ['0.171.0/mcp-elicitation', 'a form of an MCP server stands in its turn'],
];

describe('tree of spans', () => {
  it.each(STORIES)('%s: %s', async (recording) => {
    const { spans } = await replayed(recording);
    await expect(story(spans)).toMatchFileSnapshot(`./${recording.replace('/', '-')}.txt`);
  });

  it('a tree shows every span of its session once', async () => {
    for (const [recording] of STORIES) {
      const { spans } = await replayed(recording);
      expect(story(spans).trim().split('\n').length - 2, recording).toBe(spans.length);
    }
  });
});
