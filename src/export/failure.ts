/** Why a batch was not taken, in words, and whether it is worth trying again. */
export interface Failure {
  readonly reason: string;
  /** It may pass by itself: the receiver is busy, restarting, or not there yet. */
  readonly isPassing: boolean;
  /** Somebody answered at that address. */
  readonly isAnswer: boolean;
}

/** What the exporter makes of the answers that it tries again: their numbers are lost by then. */
const RETRIED_STATUS = 'Export failed with retryable status';

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was closed before an answer came',
  EPIPE: 'the connection was closed before an answer came',
  ETIMEDOUT: 'no answer in time',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name could not be looked up',
  ENETUNREACH: 'the network is unreachable',
  EHOSTUNREACH: 'the host is unreachable',
};

/** Reads what OpenTelemetry's OTLP exporter failed with after its own retries. */
export function failureOf(error: Error | undefined): Failure {
  const { message = 'unknown error', code } = (error ?? {}) as { message?: string; code?: unknown };
  if (typeof code === 'number')
    return { reason: `it answered ${code} ${message}`.trimEnd(), isPassing: false, isAnswer: true };
  if (message === RETRIED_STATUS)
    return { reason: 'it kept answering 429, 502, 503 or 504', isPassing: true, isAnswer: true };
  if (message === 'Request timed out') return { reason: 'no answer in time', isPassing: true, isAnswer: false };
  if (typeof code !== 'string') return { reason: message, isPassing: false, isAnswer: false };
  if (code.startsWith('HPE_'))
    return { reason: 'it does not speak HTTP (gRPC is not supported)', isPassing: false, isAnswer: false };
  const network = NETWORK[code];
  return { reason: network ?? message, isPassing: network !== undefined, isAnswer: false };
}
