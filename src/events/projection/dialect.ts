import { releaseOfServer } from '../../session/dialect.js';
import type { RuntimeFacts } from '../../session/facts/index.js';

/**
 * Which events and fields the analytics of a version of Codex has, where versions differ. Each change is dated to the first
 * release whose recorded events show it; those of the release before were compared, too.
 */
function dialect(release: number) {
  return {
    /** `product_client_id` names the process's originator; before, the client of the connection. */
    namesOriginator: release >= 143,
    /** `approvals_reviewer` where the guardian reviews. */
    automaticReviewer: release >= 139 ? 'auto_review' : 'guardian_subagent',
    /** Turns that no client requested have events: those of a subagent, of a goal, of the queue. */
    hasTurnsWithoutRequester: release >= 140,
    hasGoals: release >= 140,
    /** A compaction that was interrupted has an event. */
    hasInterruptedCompactions: release >= 171,
  } as const;
}

export type Dialect = ReturnType<typeof dialect>;

const NEWEST = dialect(Infinity);

/** By the record that the facts of a connection share, so each connection's version is read once. */
const resolved = new WeakMap<RuntimeFacts, Dialect>();

/** The dialect of a server; the newest where its version is not known. */
export function dialectOf(runtime: RuntimeFacts | null): Dialect {
  if (runtime === null) return NEWEST;
  let known = resolved.get(runtime);
  if (known === undefined) {
    known = dialect(releaseOfServer(runtime));
    resolved.set(runtime, known);
  }
  return known;
}
