import type { RuntimeFacts } from './facts.js';

/**
 * How versions of Codex differ in what they say of the same traffic, where only the version tells. Each change is known
 * between two versions whose events were compared; it is dated to the later one.
 */
const CHANGED_IN = {
  /** Events name the process's originator; before, each connection's client. */
  'originator of the process': [0, 147],
  /** `auto_review` is called by that name; before, `guardian_subagent`. */
  auto_review: [0, 147],
  /** A turn's total counts the control tools, too. */
  'control tools count': [0, 169],
} as const;

/** Whether the server is of a version before the change. A version that is not known is taken for the newest. */
export function isBefore(runtime: RuntimeFacts | null, change: keyof typeof CHANGED_IN): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(runtime?.codexVersion ?? '') ?? [];
  if (major === undefined || minor === undefined) return false;
  const [changedMajor, changedMinor] = CHANGED_IN[change];
  return Number(major) < changedMajor || (Number(major) === changedMajor && Number(minor) < changedMinor);
}
