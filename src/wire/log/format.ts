import { ByteTable, standsAt } from '../byte-table.js';
import { CLOSE_BRACE, Members, numberAt, OPEN_BRACE, skipValue, stringAt } from '../json-scan.js';
import { peek } from '../method.js';
import { isTime } from '../time.js';

/** How a client and a server are connected. */
export type Transport = 'stdio' | 'websocket' | 'in_process';

/** The sender of a message. */
export type Sender = 'client' | 'server';

/** A connection opened. */
export interface OpenRecord {
  readonly kind: 'open';
  /** When the observer saw it, in whole Unix milliseconds. */
  readonly at: number;
  /** The name of the connection, unique within its log. */
  readonly connection: string;
  readonly transport: Transport;
  /** The number of the server process: 1 for the first, 2 after a restart. */
  readonly server: number;
}

/** A connection closed. */
export interface CloseRecord {
  readonly kind: 'close';
  readonly at: number;
  readonly connection: string;
}

/** A JSON-RPC message. */
export interface MessageRecord {
  readonly kind: 'message';
  readonly at: number;
  readonly connection: string;
  readonly from: Sender;
  /** The message's JSON as it was on the wire. It is a view of a larger buffer: copy it to keep it. */
  readonly text: Uint8Array;
}

/** A line or frame on the wire that was not a JSON-RPC message. */
export interface RawRecord {
  readonly kind: 'raw';
  readonly at: number;
  readonly connection: string;
  readonly from: Sender;
  readonly raw: string;
}

/** One line of a wire log. */
export type WireRecord = OpenRecord | CloseRecord | MessageRecord | RawRecord;

/** The values of a line's members; a value of the wrong type is undefined. */
interface Line {
  at?: number | undefined;
  conn?: string | undefined;
  from?: string | undefined;
  event?: string | undefined;
  transport?: string | undefined;
  server?: number | undefined;
  text?: Uint8Array | undefined;
  raw?: string | undefined;
}

/**
 * Reads one line of a wire log without parsing the message in it: only the message's structure is followed to its end.
 * Members may come in any order, and unknown members are ignored. An `open` without `server` means the first server.
 * Undefined if the line is not a JSON object or not a record of a wire log.
 */
export function parseWireRecord(line: Uint8Array): WireRecord | undefined {
  return messageWithKnownHead(line) ?? parseAnyRecord(line);
}

/** Whether a line is a bare JSON-RPC message, and no record of a wire log. */
export function isBareMessage(line: Uint8Array): boolean {
  const { method, id } = peek(line) ?? {};
  return (method !== undefined || id !== undefined) && parseWireRecord(line) === undefined;
}

function parseAnyRecord(line: Uint8Array): WireRecord | undefined {
  const members = new Members(line);
  const found: Line = {};
  while (members.next()) {
    const start = members.valueStart;
    const end = members.skip();
    if (end !== -1) readMember(found, members.key(), line, start, end);
  }
  if (members.broken) return undefined;
  const record = toRecord(found);
  if (record?.kind === 'message') rememberHead(line, record);
  return record;
}

function readMember(found: Line, key: string | undefined, line: Uint8Array, start: number, end: number): void {
  switch (key) {
    case 'at':
    case 'server':
      found[key] = numberAt(line, start, end);
      break;
    case 'conn':
    case 'from':
    case 'event':
    case 'transport':
    case 'raw':
      found[key] = stringAt(line, start);
      break;
    case 'msg':
      found.text = line[start] === OPEN_BRACE ? line.subarray(start, end) : undefined;
      break;
    default:
  }
}

function toRecord({ at, conn, from, event, transport, server = 1, text, raw }: Line): WireRecord | undefined {
  if (!isTime(at) || !Number.isInteger(at) || conn === undefined) return undefined;
  if (event === 'open' && isTransport(transport)) return { kind: 'open', at, connection: conn, transport, server };
  if (event === 'close') return { kind: 'close', at, connection: conn };
  if (event !== undefined || !isSender(from)) return undefined;
  if (text !== undefined) return { kind: 'message', at, connection: conn, from, text };
  if (raw !== undefined) return { kind: 'raw', at, connection: conn, from, raw };
  return undefined;
}

function isTransport(value: string | undefined): value is Transport {
  return value === 'stdio' || value === 'websocket' || value === 'in_process';
}

function isSender(value: string | undefined): value is Sender {
  return value === 'client' || value === 'server';
}

// Nearly every line is a message, and the bytes between its time and its message are the same for all messages of one
// sender on one connection. One comparison with such a head, kept in a table, reads them.
interface Head {
  readonly connection: string;
  readonly from: Sender;
}

const MAX_HEAD_BYTES = 128;
const heads = new ByteTable<Head>(64, MAX_HEAD_BYTES);
const TIME = Buffer.from('{"at":');

/** Of the bytes between the time and the message's opening brace. */
function headHash(line: Uint8Array, timeEnd: number): number {
  let hash = 0;
  for (let i = timeEnd; i < timeEnd + MAX_HEAD_BYTES && line[i] !== OPEN_BRACE; i++)
    hash = (Math.imul(hash, 31) + (line[i] ?? 0)) | 0;
  return hash ^ (hash >>> 9);
}

function messageWithKnownHead(line: Uint8Array): MessageRecord | undefined {
  if (!standsAt(TIME, line, 0)) return undefined;
  const timeEnd = digitsEnd(line, TIME.length);
  const head = heads.find(headHash(line, timeEnd), line, timeEnd);
  if (head === undefined) return undefined;
  const start = timeEnd + head.key.length;
  const end = line[start] === OPEN_BRACE ? skipValue(line, start) : -1;
  const at = numberAt(line, TIME.length, timeEnd);
  // A line with anything but its end behind the message is read by parseAnyRecord.
  if (end === -1 || line[end] !== CLOSE_BRACE || end + 1 !== line.length || !isTime(at)) return undefined;
  const { connection, from } = head.value;
  return { kind: 'message', at, connection, from, text: line.subarray(start, end) };
}

/** Remembers the head of a line as recorders write it: `at` first, `msg` last, nothing else and no white space. */
function rememberHead(line: Uint8Array, { connection, from }: MessageRecord): void {
  if (!standsAt(TIME, line, 0)) return;
  const timeEnd = digitsEnd(line, TIME.length);
  const [conn, sender] = [`"conn":${JSON.stringify(connection)}`, `"from":"${from}"`];
  for (const text of [`,${conn},${sender},"msg":`, `,${sender},${conn},"msg":`]) {
    const head = Buffer.from(text);
    if (standsAt(head, line, timeEnd)) heads.set(headHash(line, timeEnd), head, { connection, from });
  }
}

function digitsEnd(line: Uint8Array, at: number): number {
  let i = at;
  for (let byte = line[i]; byte !== undefined && byte >= 0x30 && byte <= 0x39; byte = line[i]) i++;
  return i;
}
