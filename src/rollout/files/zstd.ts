import { Decompress } from 'fzstd';
import type { Decompressor } from '../../wire/source.js';

const MAGIC_NUMBER = 0xfd2fb528;

/** Decompresses zstd with a library, because Node has it from 22.15 on only. Throws where the data is damaged. */
export const zstd: Decompressor = (head) =>
  head.length >= 4 && head.readUInt32LE() === MAGIC_NUMBER ? unzstd : undefined;

async function* unzstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const plain: Buffer[] = [];
  const stream = new Decompress((data) => {
    if (data.length > 0) plain.push(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  });
  const decompressed = (data: Uint8Array, isLast: boolean) => {
    try {
      stream.push(data, isLast);
    } catch (error) {
      throw new Error(`its zstd data is damaged (${(error as Error).message}).`, { cause: error });
    }
    return plain.splice(0);
  };
  for await (const chunk of chunks) yield* decompressed(chunk, false);
  yield* decompressed(new Uint8Array(0), true);
}
