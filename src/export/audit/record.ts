import { hash as hashOf } from 'node:crypto';

/** The `prev` of a file's first record. */
const GENESIS = '0'.repeat(64);

/** The end of a chain: the number of its last record, from 1, and the hash of it. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const NO_HEAD: Head = { seq: 0, hash: GENESIS };

/** A record as it stands in its line; `entry` is the whole of it. */
export interface ChainedRecord extends Head {
  readonly prev: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

/** The hash is the last member, over all bytes before it. */
const LINE = /^(\{"seq":([1-9]\d{0,14}),"prev":"([0-9a-f]{64})",.*),"hash":"([0-9a-f]{64})"\}$/s;

export const LF = 0x0a;

/** The lines of a file, without their line feeds. The last one may have had none. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LF, start);
    lines.push(bytes.subarray(start, end === -1 ? bytes.length : end));
    start = end === -1 ? bytes.length : end + 1;
  }
  return lines;
}

/** The line of an entry behind `head`, without its line feed, and the head that it makes. */
export function chain({ seq, hash: prev }: Head, entry: object): { readonly line: string; readonly head: Head } {
  const body = JSON.stringify({ seq: seq + 1, prev, ...entry }).slice(0, -1);
  const hash = hashOf('sha256', body, 'hex');
  return { line: `${body},"hash":"${hash}"}`, head: { seq: seq + 1, hash } };
}

/**
 * Reads a line; undefined where it is no record, or not what its hash is of. The line stands for its bytes: read it as
 * `latin1`, because other bytes may decode to the same text.
 */
export function readRecord(line: Buffer): ChainedRecord | undefined {
  const [, body = '', seq = '', prev = '', hash = ''] = LINE.exec(line.toString('latin1')) ?? [];
  if (hash === '' || hashOf('sha256', Buffer.from(body, 'latin1'), 'hex') !== hash) return undefined;
  try {
    return { seq: Number(seq), prev, hash, entry: JSON.parse(line.toString('utf8')) as ChainedRecord['entry'] };
  } catch {
    return undefined;
  }
}
