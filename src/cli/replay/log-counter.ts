import type { WireRecord } from '../../wire/log/format.js';

/** A line that is no record. */
export interface BrokenLine {
  /** From 1. */
  readonly line: number;
  /** Undefined for standard input. */
  readonly file: string | undefined;
}

/** Counts what is replayed: the messages and connections of wire logs, and rollouts. */
export class LogCounter {
  messages = 0;
  rollouts = 0;
  connections = 0;
  firstBrokenLine: BrokenLine | undefined;
  /** Whether there was a wire log that had lines, and none of them was a record. */
  hasForeignFile = false;

  /** The callbacks for the next wire log: its connections are its own. */
  wireLog(file: string | undefined) {
    const ids = new Set<string>();
    let isBroken = false;
    return {
      onRecord: ({ kind, connection }: WireRecord) => {
        if (!ids.has(connection)) this.connections += 1;
        ids.add(connection);
        if (kind === 'message') this.messages += 1;
      },
      onBrokenLine: (line: number) => {
        isBroken = true;
        this.firstBrokenLine ??= { line, file };
      },
      /** The log is over. */
      end: () => {
        if (ids.size === 0 && isBroken) this.hasForeignFile = true;
      },
    };
  }

  get isEmpty(): boolean {
    return this.messages === 0 && this.rollouts === 0;
  }
}
