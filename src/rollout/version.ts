/** Whether a version of Codex is before another; one that is not known counts as the newest. */
export function isBefore(version: string | null, major: number, minor: number): boolean {
  const [, ownMajor, ownMinor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
  if (ownMajor === undefined || ownMinor === undefined || version?.startsWith('0.0.0') === true) return false;
  return Number(ownMajor) < major || (Number(ownMajor) === major && Number(ownMinor) < minor);
}
