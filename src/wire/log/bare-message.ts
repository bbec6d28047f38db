import { peek } from '../method.js';
import { parseWireRecord } from './format.js';

/** Whether a line is a bare JSON-RPC message, and no record of a wire log. */
export function isBareMessage(line: Uint8Array): boolean {
  const { method, id } = peek(line) ?? {};
  return (method !== undefined || id !== undefined) && parseWireRecord(line) === undefined;
}
