import type { RuntimeFacts } from '../../session/facts/index.js';
import { releaseOf } from '../../session/release.js';

/**
 * Which events and fields the analytics of a version of Codex has, where versions differ. Each change is dated to the first
 * release whose recorded events show it; those of the release before were compared, too.
 */
export interface Dialect {
  /** From 0.143 `product_client_id` names the process's originator; before, the client of the connection. */
  readonly namesOriginator: boolean;
  /** `approvals_reviewer` where the guardian reviews: renamed in 0.139. */
  readonly automaticReviewer: 'auto_review' | 'guardian_subagent';
  /** From 0.140 turns that no client requested have events: those of a subagent, of a goal, of the queue. */
  readonly hasTurnsWithoutRequester: boolean;
  /** From 0.140 goals have events. */
  readonly hasGoals: boolean;
  /** From 0.171 a compaction that was interrupted has an event. */
  readonly hasInterruptedCompactions: boolean;
}

function dialect(release: number): Dialect {
  return {
    namesOriginator: release >= 143,
    automaticReviewer: release >= 139 ? 'auto_review' : 'guardian_subagent',
    hasTurnsWithoutRequester: release >= 140,
    hasGoals: release >= 140,
    hasInterruptedCompactions: release >= 171,
  };
}

const NEWEST = dialect(Infinity);

/** By the record that the facts of a connection share, so each connection's version is read once. */
const resolved = new WeakMap<RuntimeFacts, Dialect>();

/** The dialect of a server; the newest where its version is not known. */
export function dialectOf(runtime: RuntimeFacts | null): Dialect {
  if (runtime === null) return NEWEST;
  let known = resolved.get(runtime);
  if (known === undefined) {
    known = dialect(releaseOf(runtime.codexVersion));
    resolved.set(runtime, known);
  }
  return known;
}
