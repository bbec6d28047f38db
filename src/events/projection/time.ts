/** Milliseconds of the protocol as the whole seconds that some events give. */
export function inSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** Whole milliseconds or seconds, as all events give them; the protocol's own times are whole. */
export const whole = (time: number): number => Math.floor(time);

/** The time between two moments; null rather than negative. */
export function elapsed(startMs: number, endMs: number): number | null {
  return endMs < startMs ? null : whole(endMs) - whole(startMs);
}
