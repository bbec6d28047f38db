import { releaseOf } from '../protocol/release.js';
import type { RuntimeFacts } from './facts/index.js';

/** The release of a server. */
export const releaseOfServer = (runtime: RuntimeFacts | null): number => releaseOf(runtime?.codexVersion);

export type Dialect = ReturnType<typeof dialectOf>;

/**
 * The meaning of traffic that depends on the version of Codex alone. The events that a version has are the matter of the events
 * room. Each change is dated to the first release whose events show it. A version that is not known counts as the newest.
 */
export function dialectOf(runtime: RuntimeFacts | null) {
  const release = releaseOfServer(runtime);
  return {
    /** A turn's total of tools includes the control tools. */
    countsControlTools: release >= 149,
    /** A call to another agent counts once for its id. */
    countsAgentCallsOnce: release >= 150,
    /** `turn/start` may change single members of the metadata that its messages bear. */
    patchesMetadata: release >= 164,
    /** A grant of permissions counts for what it names; before, only for what had been requested. */
    countsGrantsAsGiven: release >= 153,
    /** `turn/start` may have a service tier for that turn alone. */
    hasServiceTierForTurn: release >= 151,
    hasFlexTier: release >= 157,
    /**
     * Turns that have a root turn which is not on the wire: from 0.150 on those that clients start, and their subagents', from
     * 0.154 on all. From 0.169 on the wire has it.
     */
    impliesRootTurns: release < 150 || release >= 169 ? 'none' : release < 154 ? 'of clients' : 'of all',
    /** A fork takes the `personality` of its configuration. */
    forksWithPersonality: release <= 147,
    /** A thread that is resumed from the disk gets its summary, its personality and its collaboration mode back. */
    restoresSettings: release >= 169,
    /** The items of a code review have events; before, Codex lost the turn that `review/start` names. */
    keepsItemsOfCodeReviews: release >= 164,
  } as const;
}

export const NEWEST_DIALECT = dialectOf(null);
