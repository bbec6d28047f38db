import type { RuntimeFacts } from './facts/index.js';

/** What the traffic of a version of Codex means, and how its analytics counts, where only the version tells. */
export interface Dialect {
  /** Events name the process's originator; before 0.143, each connection's client. */
  readonly namesProcessOriginator: boolean;
  /** The guardian is called `auto_review`; before 0.139, `guardian_subagent`. */
  readonly saysAutoReview: boolean;
  /** Turns that no client requested (a subagent's, of a goal, of the queue) have events. From 0.140 on. */
  readonly turnsWithoutRequestHaveEvents: boolean;
  /** Goals have events. From 0.140 on. */
  readonly goalsHaveEvents: boolean;
  /** A turn's total includes the control tools. From 0.149 on. */
  readonly countsControlTools: boolean;
  /** A grant of permissions counts for what it names; before 0.153, only for what had been requested. */
  readonly countsGrantsAsGiven: boolean;
  /** The items of a code review have events; before 0.164, Codex lost the turn that `review/start` names. */
  readonly keepsItemsOfCodeReviews: boolean;
}

/** The dialect of a server's version. A version that cannot be read counts as the newest. */
export function dialectOf(runtime: RuntimeFacts | null): Dialect {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(runtime?.codexVersion ?? '') ?? [];
  const version = major === undefined || minor === undefined ? Infinity : Number(major) * 1_000_000 + Number(minor);
  return {
    namesProcessOriginator: version >= 143,
    saysAutoReview: version >= 139,
    turnsWithoutRequestHaveEvents: version >= 140,
    goalsHaveEvents: version >= 140,
    countsControlTools: version >= 149,
    countsGrantsAsGiven: version >= 153,
    keepsItemsOfCodeReviews: version >= 164,
  };
}

export const NEWEST_DIALECT: Dialect = dialectOf(null);
