/** The median time of one of `count` operations, in nanoseconds, over several rounds after two to warm up. */
export async function median(count, round, rounds = 15) {
  const times = [];
  for (let i = -2; i < rounds; i++) {
    globalThis.gc?.();
    const started = performance.now();
    await round();
    if (i >= 0) times.push(((performance.now() - started) * 1e6) / count);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
}

/** Prints one row of a table of results. */
export function row(what, nanoseconds, note = '') {
  console.log(`${what.padEnd(46)}${nanoseconds.toFixed(0).padStart(7)} ns  ${note}`);
}
