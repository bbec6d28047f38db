import type { RuntimeFacts } from './facts/index.js';
import { releaseOf } from './release.js';

/**
 * The meaning of traffic that depends on the version of Codex alone. The events that a version has are the matter
 * of the events room. Each change is dated to the first release whose events show it.
 */
export interface Dialect {
  /** A turn's total of tools includes the control tools. From 0.149 on. */
  readonly countsControlTools: boolean;
  /** A grant of permissions counts for what it names; before 0.153, only for what had been requested. */
  readonly countsGrantsAsGiven: boolean;
  /** `turn/start` may have a service tier for that turn alone. From 0.153 on. */
  readonly hasServiceTierForTurn: boolean;
  /**
   * Threads whose turns have a root turn that is not on the wire: from 0.153 on those of users, from 0.158 on all. From
   * 0.169 on the wire has the root turn.
   */
  readonly impliesRootTurns: 'none' | 'of users' | 'of all';
  /** A fork takes the `personality` of its configuration. Until 0.147. */
  readonly forksWithPersonality: boolean;
  /** A thread that is resumed from the disk gets its summary and its collaboration mode back. From 0.169 on. */
  readonly restoresSettings: boolean;
  /** The items of a code review have events; before 0.164, Codex lost the turn that `review/start` names. */
  readonly keepsItemsOfCodeReviews: boolean;
  /** The user's own command has the root turn of the turn that it runs in. Before 0.171. */
  readonly userShellHasRootTurn: boolean;
}

/** The dialect of a server's version. A version that is not known counts as the newest. */
export function dialectOf(runtime: RuntimeFacts | null): Dialect {
  const release = releaseOf(runtime?.codexVersion ?? '');
  return {
    countsControlTools: release >= 149,
    countsGrantsAsGiven: release >= 153,
    hasServiceTierForTurn: release >= 153,
    impliesRootTurns: release < 153 || release >= 169 ? 'none' : release < 158 ? 'of users' : 'of all',
    forksWithPersonality: release <= 147,
    restoresSettings: release >= 169,
    keepsItemsOfCodeReviews: release >= 164,
    userShellHasRootTurn: release < 171,
  };
}

export const NEWEST_DIALECT: Dialect = dialectOf(null);
