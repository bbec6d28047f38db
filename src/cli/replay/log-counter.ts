import type { WireRecord } from '../../wire/log/format.js';

/** Counts the messages and connections of a wire log while it is replayed. */
export class LogCounter {
  messages = 0;
  /** The first line that was no record, from 1. */
  firstBrokenLine: number | undefined;
  readonly #connections = new Set<string>();

  get connections(): number {
    return this.#connections.size;
  }

  /** Whether there were lines, and none of them was a record. */
  get isNotAWireLog(): boolean {
    return this.connections === 0 && this.firstBrokenLine !== undefined;
  }

  readonly onRecord = ({ kind, connection }: WireRecord): void => {
    this.#connections.add(connection);
    if (kind === 'message') this.messages += 1;
  };

  readonly onBrokenLine = (line: number): void => {
    this.firstBrokenLine ??= line;
  };
}
