import type { ItemContent } from './content.js';
import type {
  ApprovalMethod,
  ApprovalParams,
  ClientMethod,
  Notification,
  NotificationMethod,
  Params,
  Result,
  RpcError,
} from './schema/messages.js';

/**
 * What was observed: the typed story that the protocol room tells. Requests and responses are paired, so an answer comes
 * with the request that it answers; everything else is the message itself.
 */

/** One connection to one app-server process. */
export interface Connection {
  /** Unique among all that the observer sees. */
  readonly id: string;
  /** The app-server process; several connections may share it, and request ids are unique within it. */
  readonly server: string;
  readonly transport: 'stdio' | 'websocket' | 'in_process';
}

interface Observed {
  readonly connection: Connection;
  /** Unix milliseconds: when the server emitted the message where it says so (`emittedAtMs`), else when it was observed. */
  readonly at: number;
}

export interface ConnectionOpened extends Observed {
  readonly type: 'connection opened';
}

export interface ConnectionClosed extends Observed {
  readonly type: 'connection closed';
}

/** A client's request, seen before anybody answered it. */
export type Requested = {
  [M in ClientMethod]: Observed & { readonly type: 'requested'; readonly method: M; readonly params: Params<M> };
}[ClientMethod];

/** A client's request and the server's result. `at` is when the result was observed. */
export type Answered<M extends ClientMethod = ClientMethod> = {
  [K in M]: Observed & {
    readonly type: 'answered';
    readonly method: K;
    readonly params: Params<K>;
    readonly result: Result<K>;
    readonly requestedAt: number;
  };
}[M];

/** A client's request and the server's error. */
export type Refused<M extends ClientMethod = ClientMethod> = {
  [K in M]: Observed & {
    readonly type: 'refused';
    readonly method: K;
    readonly params: Params<K>;
    readonly error: RpcError;
    readonly requestedAt: number;
  };
}[M];

/** A client's request whose answer could not be read, or never came before its connection closed. */
export type Unanswered<M extends ClientMethod = ClientMethod> = {
  [K in M]: Observed & {
    readonly type: 'unanswered';
    readonly method: K;
    readonly params: Params<K>;
    readonly requestedAt: number;
  };
}[M];

/** A notification of the server. */
export type Notified<M extends NotificationMethod = NotificationMethod> = {
  [K in M]: Observed & {
    readonly type: 'notified';
    readonly method: K;
    readonly params: Notification<K>;
    /** Of an item, where content capture is on. */
    readonly content?: ItemContent | undefined;
  };
}[M];

/** The server asks a user; asked again on another connection (a client came back, or several share a thread). */
export type ApprovalRequested = {
  [M in ApprovalMethod]: Observed & {
    readonly type: 'approval requested';
    readonly method: M;
    readonly reviewId: string;
    readonly params: ApprovalParams<M>;
  };
}[ApprovalMethod];

/** What a client answered to an approval request. */
export type ApprovalAnswer =
  /** `accept`, `acceptForSession`, `acceptWithExecpolicyAmendment`, `applyNetworkPolicyAmendment:allow`, `decline` … */
  | { readonly kind: 'decision'; readonly decision: string }
  /**
   * The effective grant of a permissions request: whether anything was granted of what was asked for, and whether
   * something was given where it was not.
   */
  | { readonly kind: 'grant'; readonly granted: boolean; readonly givesOther?: true; readonly scope: string }
  | { readonly kind: 'error' }
  /** The result did not decode. */
  | { readonly kind: 'unreadable' };

export interface ApprovalAnswered extends Observed {
  readonly type: 'approval answered';
  readonly threadId: string;
  readonly turnId: string;
  readonly reviewId: string;
  readonly answer: ApprovalAnswer;
}

/** The server said that a request needs no answer any more: it was answered, or its turn went on without. */
export interface ApprovalResolved extends Observed {
  readonly type: 'approval resolved';
  readonly threadId: string;
  readonly turnId: string;
  readonly reviewId: string;
}

/** The model asks the user a question (`item/tool/requestUserInput`). */
export interface UserInputRequested extends Observed {
  readonly type: 'user input requested';
  readonly threadId: string;
  readonly turnId: string;
  readonly itemId: string;
}

export type Observation =
  | ConnectionOpened
  | ConnectionClosed
  | Requested
  | Answered
  | Refused
  | Unanswered
  | Notified
  | ApprovalRequested
  | ApprovalAnswered
  | ApprovalResolved
  | UserInputRequested;
