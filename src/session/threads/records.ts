import type { LineageFacts } from '../facts/index.js';
import type { OpenSpan } from '../span-sink.js';
import type { Settings } from './settings.js';

// Small records that a thread holds; see `state.ts`.

/** The lineage of a thread of which only its id is known. */
export const unknownLineage = (threadId: string): LineageFacts => ({
  threadId,
  isComplete: false,
  sessionId: null,
  threadSource: null,
  subagentSource: null,
  parentThreadId: null,
  forkedFromThreadId: null,
});

/** A request that opened a thread, with the times of the request and of its response. */
export interface OpeningRequest {
  readonly method: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** The item that spawned a thread, until the thread is opened. */
export interface Spawn {
  readonly startMs: number;
  /** The span of the item, else of its turn, else of its thread. */
  readonly parent: OpenSpan | undefined;
}

/** The values that the turns of a subagent inherit from the turn of its parent. */
export interface Inheritance {
  readonly trigger: string | null;
  readonly rootTurnId: string | null;
}

/** The part of a thread that a server finds on the disk when it loads the thread, and that no message reports. */
export interface StoredThread {
  readonly settings: Settings;
  /** The name of the client that made it. */
  readonly originator: string | null;
}

/** A time without any client: from the last connection's close to the request that opened the thread again. */
export interface ClientlessPeriod {
  readonly from: number;
  /** Null while it lasts. */
  to: number | null;
}
