import { createHash } from 'node:crypto';
import type { ThreadInfo } from '../../protocol/schema/shapes.js';
import { canonicalRemote } from '../../diff/fingerprint.js';
import type { RepositoryFacts } from '../facts/index.js';

/** How much of a repository leaves: its hashes, or its names as they are. */
export type RepositoryMode = 'hash' | 'full';

/**
 * The repository of a thread, as the mode allows. `ssh://`, `git@host:` and `https://` of one repository are one URL, so they
 * have one hash. The commit is a hash already.
 */
export function repositoryOf({ gitInfo }: ThreadInfo, mode: RepositoryMode | undefined): RepositoryFacts | undefined {
  if (mode === undefined || gitInfo === null) return undefined;
  const { sha, branch, originUrl } = gitInfo;
  const remote = originUrl === null ? undefined : canonicalRemote(originUrl);
  const url = remote === undefined ? null : `https://${remote}`;
  if (mode === 'full') return { url, branch, revision: sha };
  return { url: url && hashOf(url), branch: branch && hashOf(branch), revision: sha };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
