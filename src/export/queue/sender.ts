/** Sends one request after the other to one place. */
export interface Sender<Request> {
  /**
   * Sends, once. Never rejects; an aborted `signal` ends the wait for an answer. `onSending` is called, where the way can,
   * right before the last byte goes: no receiver has the request before, and nothing can keep it back afterwards.
   */
  send(request: Request, signal: AbortSignal, onSending?: () => void): Promise<SendResult>;
  close(): void;
}

export type SendResult = Taken | SendFailure;

export interface Taken {
  readonly isTaken: true;
  /** Items that the receiver refused out of a request that it took. */
  readonly rejected?: { readonly count: number; readonly reason: string } | undefined;
}

export interface SendFailure {
  readonly isTaken: false;
  /** In words, for a person. */
  readonly reason: string;
  /** It may pass by itself: the receiver is busy, restarting, or not there yet. */
  readonly isRetryable: boolean;
  /** The HTTP status of the answer; undefined where no server answered. */
  readonly status?: number | undefined;
  /** Milliseconds that the receiver asks to wait for. */
  readonly retryAfterMs?: number | undefined;
}
