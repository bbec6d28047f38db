import type { InitializationMode, SpanFacts } from './base.js';
import type { TokenUsageFacts } from './turn.js';

export interface ThreadInitializationFacts extends SpanFacts {
  readonly type: 'thread_initialization';
  /** The request that initialised the thread; `spawn` where an item of another thread did. */
  readonly method: 'start' | 'resume' | 'fork' | 'spawn';
  readonly mode: InitializationMode;
  readonly model: string | null;
  readonly modelProvider: string | null;
  readonly ephemeral: boolean | null;
  /** Unix seconds. */
  readonly createdAt: number | null;
  /** Distinguishes two initialisations of one thread that started in the same millisecond. */
  readonly ordinal: number;
}

export interface ThreadFacts extends SpanFacts {
  readonly type: 'thread';
  readonly turnCount: number;
  /** Null where that of one of the turns is unknown; the reviews likewise. */
  readonly toolCount: number | null;
  readonly reviewCount: number | null;
  readonly tokenUsage: TokenUsageFacts;
  readonly addedLines: number;
  readonly deletedLines: number;
}

export interface ThreadArchiveFacts extends SpanFacts {
  readonly type: 'thread_archive';
  readonly action: 'archived' | 'unarchived';
  /** Time of the notification (`thread/archived`, `thread/unarchived`) in Unix milliseconds. */
  readonly occurredAtMs: number;
}
