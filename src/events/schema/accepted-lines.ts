import * as z from 'zod';
import { count, event, optionalText, text, unixSeconds } from './fields.js';

const sha1 = z.string().regex(/^[0-9a-f]{40}$/);

const lineFingerprint = z.strictObject({
  path_hash: sha1.meta({ description: "SHA-1 of the file's path." }),
  line_hash: sha1.meta({ description: 'SHA-1 of the normalised line.' }),
});

/** Codex analytics: directly after the event of a turn whose last diff added or deleted lines. */
export const acceptedLineFingerprints = event(
  'codex_accepted_line_fingerprints',
  'How many lines a turn added and deleted.',
  {
    event_type: z.literal('codex.accepted_line_fingerprints'),
    turn_id: text,
    thread_id: text,
    product_surface: z.literal('codex'),
    model_slug: optionalText,
    completed_at: unixSeconds,
    repo_hash: sha1.nullable().meta({ description: "SHA-1 of the repository's canonical remote." }),
    accepted_added_lines: count,
    accepted_deleted_lines: count,
    line_fingerprints: z.array(lineFingerprint).meta({ description: 'Empty unless fingerprints are switched on.' }),
  },
);
