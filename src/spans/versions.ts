import type { RuntimeFacts } from '../session/facts/index.js';

/**
 * How versions of Codex differ in what they say of the same traffic, where only the version tells. Each change is dated to
 * the first release whose events show it; those of the release before were compared, too.
 */
const CHANGED_IN = {
  /** Events name the process's originator; before, each connection's client. */
  'originator of the process': [0, 143],
  /** `auto_review` is called by that name; before, `guardian_subagent`. */
  auto_review: [0, 139],
  /** Turns that no client asked for (a subagent's, of a goal, of the queue) have events, too. */
  'turns without a request count': [0, 140],
  /** Goals have events. */
  'goals have events': [0, 140],
  /** A turn's total counts the control tools, too. */
  'control tools count': [0, 149],
  /** A grant of permissions counts for what it names; before, only for what had been asked for. */
  'grants count as given': [0, 153],
  /** The items of a code review have events; before, Codex lost track of the turn that `review/start` names. */
  'items of reviews count': [0, 164],
} as const;

/** Whether the server is of a version before the change. A version that is not known is taken for the newest. */
export function isBefore(runtime: RuntimeFacts | null, change: keyof typeof CHANGED_IN): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(runtime?.codexVersion ?? '') ?? [];
  if (major === undefined || minor === undefined) return false;
  const [changedMajor, changedMinor] = CHANGED_IN[change];
  return Number(major) < changedMajor || (Number(major) === changedMajor && Number(minor) < changedMinor);
}
