import type { Transport } from '../wire/log/format.js';
import type { ItemContent } from './content.js';
import type {
  ApprovalMethod,
  ClientMethod,
  Notification,
  NotificationMethod,
  Params,
  Result,
  RpcError,
  UserMethod,
  UserParams,
} from './schema/messages.js';

/*
 * Observations are what the protocol room returns: typed messages. A response comes with the request that it answers;
 * every other observation is one message.
 */

/** One connection to one app-server process. */
export interface Connection {
  /** Unique among all connections that the observer sees. */
  readonly id: string;
  /** The app-server process. Several connections may share it, and request ids are unique within it. */
  readonly server: string;
  /** Null for a rollout: nobody knows how the client and the app-server were connected. */
  readonly transport: Transport | null;
  /** How it is observed. Default: `wire`. */
  readonly source?: ConnectionSource | undefined;
}

/**
 * The traffic itself; a rollout that Codex writes of a thread; or the local daemon, by a connection of the observer's own
 * beside those of the daemon's clients.
 */
export type ConnectionSource = 'wire' | 'rollout' | 'daemon';

interface Observed {
  readonly connection: Connection;
  /** Unix milliseconds: the server's `emittedAtMs` where the message has it, else the observer's clock. */
  readonly at: number;
}

export interface ConnectionOpened extends Observed {
  readonly type: 'connection opened';
}

export interface ConnectionClosed extends Observed {
  readonly type: 'connection closed';
}

/** Identifies one request of a client: the same object stands in every observation about that request. */
export interface RequestHandle {
  /** When the request was observed, Unix milliseconds. */
  readonly requestedAt: number;
}

interface OfRequest<M extends ClientMethod> extends Observed {
  readonly method: M;
  readonly params: Params<M>;
  readonly request: RequestHandle;
}

/** A client's request, before any answer. */
export type Requested<M extends ClientMethod = ClientMethod> = {
  [K in M]: OfRequest<K> & { readonly type: 'requested' };
}[M];

/** A client's request and the server's result. `at` is when the result was observed. */
export type Answered<M extends ClientMethod = ClientMethod> = {
  [K in M]: OfRequest<K> & { readonly type: 'answered'; readonly result: Result<K> };
}[M];

/** A client's request and the server's error. */
export type Refused<M extends ClientMethod = ClientMethod> = {
  [K in M]: OfRequest<K> & { readonly type: 'refused'; readonly error: RpcError };
}[M];

/** A client's request whose answer could not be read, or did not come before its connection closed. */
export type Unanswered<M extends ClientMethod = ClientMethod> = {
  [K in M]: OfRequest<K> & { readonly type: 'unanswered' };
}[M];

/** A notification of the server. */
export type Notified<M extends NotificationMethod = NotificationMethod> = {
  [K in M]: Observed & {
    readonly type: 'notified';
    readonly method: K;
    readonly params: Notification<K>;
    /** The content of an item; undefined unless content capture is on. */
    readonly content?: ItemContent | undefined;
  };
}[M];

/** Identifies one request of the server to a person: the same object stands in every observation about that request. */
export type UserRequestHandle = object;

interface OfUserRequest<M extends UserMethod> extends Observed {
  readonly method: M;
  readonly params: UserParams<M>;
  readonly request: UserRequestHandle;
}

/**
 * The server asks a person for an approval, or something else: a question of the model, a form of an MCP server. It asks again
 * on other connections of the thread, and of a client that returns: then the handle is the same.
 */
export type UserRequested<M extends UserMethod = UserMethod> = {
  /** `id`: that of the server's request, as text. */
  [K in M]: OfUserRequest<K> & { readonly type: 'user requested'; readonly id: string };
}[M];

/** A client answers. */
export type UserAnswered<M extends UserMethod = UserMethod> = {
  [K in M]: OfUserRequest<K> & {
    readonly type: 'user answered';
    readonly answer: K extends ApprovalMethod ? ApprovalAnswer : UserInputOutcome;
  };
}[M];

/** `serverRequest/resolved`: the server needs no answer any more, because it has one or because its turn went on. */
export type UserResolved<M extends UserMethod = UserMethod> = {
  [K in M]: OfUserRequest<K> & { readonly type: 'user resolved' };
}[M];

/** A client's answer to an approval request. */
export type ApprovalAnswer =
  /** `accept`, `acceptForSession`, `acceptWithExecpolicyAmendment`, `applyNetworkPolicyAmendment:allow`, `decline` … */
  | { readonly kind: 'decision'; readonly decision: string }
  /**
   * The effective grant of a permissions request. `granted`: something was granted that had been asked for.
   * `givesOther`: something was granted that had not been asked for.
   */
  | { readonly kind: 'grant'; readonly granted: boolean; readonly givesOther?: true; readonly scope: string }
  | { readonly kind: 'error' }
  /** The result did not decode. */
  | { readonly kind: 'unreadable' };

/** How a question ended; null where the result did not decode. */
export type UserInputOutcome = 'accepted' | 'declined' | 'cancelled' | 'answered' | 'aborted' | null;

export type Observation =
  | ConnectionOpened
  | ConnectionClosed
  | Requested
  | Answered
  | Refused
  | Unanswered
  | Notified
  | UserRequested
  | UserAnswered
  | UserResolved;
