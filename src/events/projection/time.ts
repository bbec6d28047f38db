/** Milliseconds of the protocol as the whole seconds that some events give. */
export function inSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** The time between two moments; null rather than negative. */
export function elapsed(startMs: number, endMs: number): number | null {
  return endMs < startMs ? null : endMs - startMs;
}
