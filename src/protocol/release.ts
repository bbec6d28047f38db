/** Releases below this one did not have today's protocol (`thread/start`, `turn/start`): such a number is a fork's own. */
const FIRST = 50;

/**
 * The release of a version of Codex: the minor number, as all releases so far are 0.x (143 of `0.143.0-alpha.2`). Infinity,
 * which is newer than all, for a version that is not known or cannot be read, the `0.0.0` of a build from source, and a fork's
 * own number.
 */
export function releaseOf(version: string | null | undefined): number {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
  return major === '0' && Number(minor) >= FIRST ? Number(minor) : Infinity;
}
