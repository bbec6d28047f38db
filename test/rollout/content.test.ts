import { describe, expect, it } from 'vitest';
import { observedOf, only, rolloutLines } from './recorded.js';

const RECORDINGS = [
  '0.144.0/goals',
  '0.144.0/thread-resume-fork-archive',
  '0.158.0/approval-two-pending',
  '0.158.0/compact-manual',
  '0.171.0/compact-failed',
  '0.171.0/guardian-slow-then-approved',
  '0.171.0/multi-agent-v2',
  '0.171.0/patch-same-file-twice',
  '0.171.0/review-inline',
];

const CANARY = 'canary-7f3a';

/** Members whose texts are ids, times, versions, or names out of Codex's own lists. */
const NAMES = new Set(
  `timestamp type id session_id thread_id turn_id root_turn_id parent_turn_id parent_thread_id forked_from_id call_id
  response_id compaction_response_id sender_thread_id receiver_thread_ids agent_thread_id originator cli_version
  thread_source model_provider model_provider_id model effort reasoning_effort reasoning_summary history_mode
  approval_policy approvals_reviewer mode multi_agent_version personality turn_trigger source subagent other status kind
  tool server name namespace codex_error_info`.split(/\s+/),
);

/** The record with a canary behind every text that is not a name. */
function marked(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return NAMES.has(key) ? value : `${value} ${CANARY}`;
  if (Array.isArray(value)) return value.map((each) => marked(each, key));
  if (typeof value !== 'object' || value === null) return value;
  // Files and threads are keys, too.
  const isOfFiles = key === 'changes';
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [isOfFiles ? `${name} ${CANARY}` : name, marked(each, name)]),
  );
}

/** Members that hold a path or a diff on purpose: other rooms take a name, a hash or a number out of them. */
const KEPT = ['cwd', 'codexHome', 'diff', 'path'];

describe('rollout observations', () => {
  it.each(RECORDINGS)(
    'hold no content beside the paths and the diff that later rooms count or hash: %s',
    (recording) => {
      for (const lines of rolloutLines(recording)) {
        const all = lines.map((line) => JSON.stringify(marked(JSON.parse(line))));
        const observations = observedOf(all);
        expect(observations.length).toBeGreaterThan(2);
        const text = JSON.stringify(observations, (key, value: unknown) => (KEPT.includes(key) ? null : value));
        expect(text).not.toContain(CANARY);
      }
    },
  );

  it('show the canary in a member that is kept on purpose', () => {
    const [lines] = rolloutLines('0.171.0/patch-same-file-twice');
    const [thread] = only(observedOf(lines!.map((line) => JSON.stringify(marked(JSON.parse(line))))), 'thread/started');
    expect(thread?.params.thread.cwd).toContain(CANARY);
  });
});
