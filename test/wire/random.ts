/** A small seeded generator of numbers in [0, 1), so that a failure can be seen again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** The bytes in pieces of any size, most of them small. */
export function* piecesOf(bytes: Buffer, random: () => number, most = 60_000): Generator<Buffer> {
  let start = 0;
  while (start < bytes.length) {
    const end = Math.min(bytes.length, start + Math.floor(random() ** 4 * most) + 1);
    yield bytes.subarray(start, end);
    start = end;
  }
}
