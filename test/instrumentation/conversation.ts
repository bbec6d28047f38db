import { fileURLToPath } from 'node:url';
import {
  parseWireRecord,
  type MessageRecord,
  type RawRecord,
  type Sender,
  type WireRecord,
} from '../../src/wire/log/format.js';
import { linesOf } from '../json-lines.js';

/** A message of a recorded connection. */
export interface Step {
  readonly connection: string;
  readonly from: Sender;
  readonly text: string;
  readonly at: number;
}

/** The wire log of a recording. */
export function wireFile(recording: string): string {
  return fileURLToPath(new URL(`../recordings/${recording}/wire.jsonl`, import.meta.url));
}

/** A recorded session, step by step. What opens and closes is left out. */
export function conversation(recording: string): Step[] {
  return conversationIn(wireFile(recording));
}

/** The same, of any wire log. */
export function conversationIn(file: string): Step[] {
  return recordsIn(file).flatMap((record) => {
    if (record.kind !== 'message' && record.kind !== 'raw') return [];
    const { connection, from, at } = record;
    return [{ connection, from, at, text: textOf(record) }];
  });
}

/** All that a wire log tells, also what opens and closes. */
export function recordsIn(file: string): WireRecord[] {
  const lines = linesOf(file);
  return lines.map((line) => parseWireRecord(Buffer.from(line))).filter((record) => record !== undefined);
}

/** The text of a message, as it was on the wire. */
export function textOf(record: MessageRecord | RawRecord): string {
  return record.kind === 'raw' ? record.raw : String(record.text);
}

/** What a step asks for or tells; undefined for answers. */
export function methodOf({ text }: Step): string | undefined {
  return /^\{"method":"([^"]*)"/.exec(text)?.[1];
}
