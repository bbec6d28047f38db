import fc from 'fast-check';
import { changedJson } from './json-mutations.js';

/** A line of a session: bytes that pass on a connection, or the opening or the end of one. */
export interface Line {
  readonly at: number;
  readonly conn: string;
  readonly event?: 'open' | 'close';
  readonly server?: number;
  readonly transport?: 'stdio' | 'websocket' | 'in_process';
  readonly from?: 'client' | 'server';
  /** Undefined for the opening and the end of a connection. */
  readonly bytes?: Buffer | undefined;
}

/** One change of a session. All its members are plain numbers, so that fast-check can look for a smaller one. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  /** Which line it changes. */
  readonly place: number;
  /** Which part of that line: a byte, a member, an id. */
  readonly part: number;
  /** Which of the possible changes. */
  readonly choice: number;
}

/** Changes that any session can have. */
const ANYWHERE = [
  // Bytes.
  'flip a bit',
  'delete bytes',
  'insert bytes',
  'cut the line',
  'join two lines',
  // Lines and their order.
  'lose the line',
  'double the line',
  'move the line',
  // Values: of another type, a time, another id, deeper, of another session.
  'odd value',
  'odd value',
  'odd value',
  'lose a member',
  'odd time',
  'other id',
  'nest deeply',
] as const;

/** Changes of a wire: of its observer's clock and its connections. */
const ON_A_WIRE = ['other clock', 'other connection', 'other sender', 'close', 'open', 'other server'] as const;

const KINDS = [...ANYWHERE, ...ON_A_WIRE];

/** Without fast-check's preference for small numbers: every line and byte is as likely as any other. */
const any = fc.noBias(fc.nat());

/** Lists of mutations, for a wire or (without its connections) for any lines. */
export const mutations = (of: 'wire' | 'lines'): fc.Arbitrary<Mutation[]> =>
  fc.array(
    fc.record({ kind: fc.constantFrom(...(of === 'wire' ? KINDS : ANYWHERE)), place: any, part: any, choice: any }),
    { minLength: 1, maxLength: 60 },
  );

/** Bytes that mean something to JSON, to UTF-8 or to lines, and random ones. */
const ODD_BYTES = ['"', '{', '}', '[', ',', ':', '\\', '\n', '\r', '\0', '\ufeff', '\\ud800', '\\u0000', '1e999', '-'];

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|call_\w+/g;

/** The session with the mutations, one after the other. A mutation that does not apply changes nothing. */
export function mutated(session: readonly Line[], all: readonly Mutation[]): Line[] {
  const lines = [...session];
  const ids = [...new Set(session.flatMap(({ bytes }) => String(bytes ?? '').match(ID) ?? []))];
  for (const mutation of all) if (lines.length > 0) mutate(lines, ids, mutation);
  return lines;
}

function mutate(lines: Line[], ids: readonly string[], { kind, place, part, choice }: Mutation): void {
  const index = place % lines.length;
  const line = lines[index]!;
  const { bytes } = line;
  const put = (changed: Partial<Line>) => void lines.splice(index, 1, { ...line, ...changed });
  switch (kind) {
    case 'lose the line':
      return void lines.splice(index, 1);
    case 'double the line':
      return void lines.splice(index, 0, line);
    case 'move the line':
      lines.splice(index, 1);
      return void lines.splice((index + (part % 20)) % (lines.length + 1), 0, line);
    case 'other clock':
      return put({ at: oddClock(line.at, choice) });
    case 'other connection':
      return put({ conn: lines[part % lines.length]!.conn });
    case 'other sender':
      return put({ from: line.from === 'client' ? 'server' : 'client' });
    case 'close':
      return void lines.splice(index, 0, { at: line.at, conn: line.conn, event: 'close' });
    case 'open':
    case 'other server': {
      const opening = lines.find(({ event, conn }) => event === 'open' && conn === line.conn);
      const server = (opening?.server ?? 1) + (kind === 'open' ? 0 : choice % 3);
      const transport = opening?.transport ?? 'stdio';
      return void lines.splice(index, 0, { at: line.at, conn: line.conn, event: 'open', server, transport });
    }
    case 'join two lines':
      if (bytes) put({ bytes: Buffer.concat([bytes, lines[part % lines.length]?.bytes ?? bytes]) });
      return;
    default:
      if (bytes && bytes.length > 0) put({ bytes: changedBytes(bytes, ids, { kind, part, choice }) });
  }
}

/** Times of an observer's clock: steps in both directions, and readings that are no times. */
function oddClock(at: number, choice: number): number {
  const step = (choice % 1_000) * 1_000;
  const steps = [at + step, at - step, at + 86_400_000 * (choice % 400), at + 0.25];
  // The last time that a span may have, and one later that 64 bits of nanoseconds can hold.
  const clocks = [...steps, 0, -1, NaN, Infinity, 4.5e12, 9e12, 1e15];
  return clocks[choice % clocks.length]!;
}

function changedBytes(bytes: Buffer, ids: readonly string[], { kind, part, choice }: Omit<Mutation, 'place'>): Buffer {
  const at = part % bytes.length;
  switch (kind) {
    case 'flip a bit': {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ (1 << (choice % 8));
      return changed;
    }
    case 'delete bytes':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + (choice % 9))]);
    case 'insert bytes': {
      const odd = ODD_BYTES[choice % (ODD_BYTES.length + 5)];
      const inserted = odd === undefined ? Buffer.from([choice % 256, (choice >> 8) % 256]) : Buffer.from(odd);
      return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
    }
    case 'cut the line':
      return bytes.subarray(0, at);
    case 'other id': {
      const text = String(bytes);
      const found = [...text.matchAll(ID)];
      const match = found[part % found.length];
      if (match === undefined) return bytes;
      const end = match.index + match[0].length;
      return Buffer.from(text.slice(0, match.index) + ids[choice % ids.length]! + text.slice(end));
    }
    case 'odd value':
    case 'lose a member':
    case 'odd time':
    case 'nest deeply':
      return changedJson(bytes, { kind, part, choice });
    default:
      return bytes;
  }
}
