import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** `rollout-2026-11-28T08-37-08-01a2214d-….jsonl`; Codex compresses old ones. */
const ROLLOUT = /^(rollout-.*\.jsonl)(\.zst|\.gz)?$/;

/** The folders of a `CODEX_HOME` that have rollouts: Codex moves those of archived threads to the second. */
export const rolloutFolders = (home: string): string[] =>
  ['sessions', 'archived_sessions'].map((name) => join(home, name));

export interface FindRolloutsOptions {
  /** Unix milliseconds: passes over what was written to last before. Default: nothing is passed over. */
  readonly since?: number | undefined;
}

/**
 * The rollouts in a folder and in those below it, such as `~/.codex/sessions`, in the order of their names, that is of their
 * beginnings. Of one that is there twice (archived, or compressed while its plain form is still there) the plain one is
 * taken.
 *
 * Rejects where the folder cannot be read; what cannot be read below it is passed over.
 */
export async function findRollouts(folder: string, { since = 0 }: FindRolloutsOptions = {}): Promise<string[]> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const [, name, compression] = ROLLOUT.exec(entry.name) ?? [];
    if (name === undefined || !entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    if (found.has(name) && compression !== undefined) continue;
    if (since > 0 && (await writtenAt(file)) < since) continue;
    found.set(name, file);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}

async function writtenAt(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return 0;
  }
}
