import type { RolloutRecord, SessionMeta } from '../records.js';

/**
 * Separates a thread's own records from those that its rollout repeats of its ancestors.
 *
 * - A fork of a paginated thread repeats nothing.
 * - A subagent of the second generation begins with its parent's history: its own begins at an ordinal.
 * - A legacy fork begins with its parent's records, written anew with new times. A turn is its own if its id, a UUID of
 *   version 7, was born after the thread's; what stands before the first such turn is an ancestor's.
 */
export class Ancestry {
  readonly #startOrdinal: number | null;
  readonly #id: string;
  readonly #bornAt: number;
  /** Whether what comes next is the thread's own. */
  #isOwn: boolean;

  constructor(meta: SessionMeta) {
    this.#startOrdinal = meta.subagent_history_start_ordinal;
    this.#id = meta.id;
    this.#bornAt = bornAt(meta.id) ?? 0;
    this.#isOwn = meta.forked_from_id === null || meta.history_mode === 'paginated';
  }

  isOwn(record: RolloutRecord): boolean {
    const { kind, ordinal } = record;
    if (kind === 'session_meta') {
      if (ordinal === null && record.payload.id !== this.#id) this.#isOwn = false;
      return false;
    }
    if (this.#startOrdinal !== null && ordinal !== null) return ordinal >= this.#startOrdinal;
    if (!this.#isOwn && kind === 'task_started') this.#isOwn = (bornAt(record.payload.turn_id) ?? 0) >= this.#bornAt;
    return this.#isOwn;
  }
}

/** Unix milliseconds in the first 48 bits of a UUID of version 7; undefined for any other id. */
function bornAt(id: string): number | undefined {
  const [, high, low] = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i.exec(id) ?? [];
  return high === undefined || low === undefined ? undefined : parseInt(high + low, 16);
}
