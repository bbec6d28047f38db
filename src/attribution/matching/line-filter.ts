/** Bits of the filter: 64 MiB. Of 25 million different lines it lets one foreign line in 1,000 pass. */
const BITS_LOG2 = 29;
/** Bits that stand for a line. */
const BITS_OF_LINE = 4;

/**
 * The lines that the commits add: a Bloom filter over their hashes, of one size for any history. A line that passes may be a
 * foreign one; a line that does not is in no commit.
 */
export class LineFilter {
  readonly #words = new Uint32Array(2 ** (BITS_LOG2 - 5));

  add(hash: string): void {
    for (let n = 0; n < BITS_OF_LINE; n++) {
      const bit = bitOf(hash, n);
      this.#words[bit >>> 5] = (this.#words[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  passes(hash: string): boolean {
    for (let n = 0; n < BITS_OF_LINE; n++) {
      const bit = bitOf(hash, n);
      if (((this.#words[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}

/** The n-th part of a SHA-1, whose bits are as good as random. */
const bitOf = (hash: string, n: number): number => parseInt(hash.slice(8 * n, 8 * n + 8), 16) >>> (32 - BITS_LOG2);
