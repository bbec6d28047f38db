import type { ItemContent, Message } from '../protocol/content.js';
import type { Facts, RequestFacts } from './facts/index.js';

type Naming = 'type' | 'method' | 'toolName' | 'reviewer' | 'kind' | 'action' | 'eventName' | 'eventKind';
type SubjectOf<F> = F extends Facts ? Pick<F, Extract<keyof F, Naming>> : never;

/** The facts that decide a span's name. They are known when the span starts. */
export type SpanSubject = SubjectOf<Facts>;

/** The host's own context at the moment of a request. The session keeps it and does not look into it. */
export type HostContext = object;

export interface SpanStart {
  readonly subject: SpanSubject;
  /** Unix milliseconds. */
  readonly startMs: number;
  /** The span's parent. Without one the span is the root of its thread's trace. */
  readonly parent: OpenSpan | undefined;
  readonly threadId: string;
  /** The thread whose trace a span without a parent begins. Default: its own. */
  readonly rootThreadId?: string;
  /** Distinguishes this span from all others of its type and thread. The span id is a hash of it. */
  readonly identity: readonly (string | number | null)[];
  /** The host's context when it sent the request that made this span, where the host had an active span. */
  readonly host?: HostContext | undefined;
  /** The model, for samplers. */
  readonly model?: string | null | undefined;
}

/** Content of a span that is not part of its facts: there only while content capture is on. */
export interface SpanContent {
  readonly tool?: ItemContent | undefined;
  readonly messages?: Iterable<Message> | undefined;
}

/** A span that has a place in the session, whether it has started or not. */
export interface OpenSpan {
  /** Starts the span, now or as soon as its parent has started. With `facts` the span ends at once. */
  start(start: SpanStart, facts?: Facts): void;
  /** Ends the span after its start, whenever that is. */
  end(facts: Facts, content?: SpanContent): void;
}

/** Where the session's spans go. */
export interface SpanSink {
  /** A new span. Until it starts, the spans under it wait, and start and end in the order in which things happened. */
  open(): OpenSpan;
  /** A review or a question begins, and waits for its answer from now on. Its span may have to wait for its parent. */
  requested(span: OpenSpan, facts: RequestFacts): void;
  /** The host's active context, where it has an active span. */
  hostContext(): HostContext | undefined;
}
