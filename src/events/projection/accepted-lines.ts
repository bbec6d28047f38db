import type { FileFingerprints, TurnFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { inSeconds } from './time.js';

type AcceptedLines = EventOf<'codex_accepted_line_fingerprints'>;
type Fingerprint = AcceptedLines['event_params']['line_fingerprints'][number];

/** Bytes that the fingerprints of one event take at most, as Codex counted them (`codex-rs/analytics/src/accepted_lines.rs`). */
const CHUNK_BYTES = 2 * 1024 * 1024 - 1024;
/** Bytes of a fingerprint: two hashes and the JSON around them. */
const FINGERPRINT_BYTES = 2 * 40 + 32;

/**
 * None if the turn's last diff changed no line. Fingerprints that are too many for one event continue in further events, which
 * count no lines. They go with the turn's event, never alone.
 */
export function acceptedLineFingerprints(facts: TurnFacts): AcceptedLines[] {
  const { diff } = facts;
  if (diff === null || diff.addedLines + diff.deletedLines === 0) return [];
  return chunksOf(facts.lineFingerprints ?? []).map((fingerprints, place) => ({
    event_type: 'codex_accepted_line_fingerprints',
    event_params: {
      event_type: 'codex.accepted_line_fingerprints',
      turn_id: facts.turnId,
      thread_id: facts.lineage.threadId,
      product_surface: 'codex',
      model_slug: facts.model,
      // Codex takes the moment at which it sends the event: when the completion was there, not when the turn ended.
      completed_at: inSeconds(facts.completionSeenAtMs ?? facts.endMs),
      repo_hash: facts.repoHash,
      accepted_added_lines: place === 0 ? diff.addedLines : 0,
      accepted_deleted_lines: place === 0 ? diff.deletedLines : 0,
      line_fingerprints: fingerprints,
    },
  }));
}

/** At least one chunk, in the order of the lines. */
function chunksOf(files: readonly FileFingerprints[]): Fingerprint[][] {
  let chunk: Fingerprint[] = [];
  const chunks = [chunk];
  let bytes = 0;
  for (const { pathHash, lineHashes } of files) {
    for (const lineHash of lineHashes) {
      const comma = chunk.length === 0 ? 0 : 1;
      if (bytes + comma + FINGERPRINT_BYTES > CHUNK_BYTES) {
        chunk = [];
        chunks.push(chunk);
        bytes = 0;
      }
      bytes += (chunk.length === 0 ? 0 : 1) + FINGERPRINT_BYTES;
      chunk.push({ path_hash: pathHash, line_hash: lineHash });
    }
  }
  return chunks;
}
