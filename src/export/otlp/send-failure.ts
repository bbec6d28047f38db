import { STATUS_CODES } from 'node:http';
import { excerpt } from '../printable.js';
import type { SendFailure } from '../queue/sender.js';
import type { HttpReply } from './http-client.js';

/** The statuses after which a client may send again (OTLP specification, "Retryable Response Codes"). */
const RETRYABLE_STATUS: ReadonlySet<number> = new Set([429, 502, 503, 504]);

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

/** An answer other than success. Its text is the receiver's own, so only the status is named. */
export function failedAnswer({ status, retryAfterMs }: HttpReply): SendFailure {
  const isRetryable = RETRYABLE_STATUS.has(status);
  const words = `${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  const reason = isRetryable ? `it kept answering ${words}` : `it answered ${words}`;
  return { isTaken: false, reason, isRetryable, status, retryAfterMs };
}

/** No answer: the network failed, or what answered does not speak HTTP. */
export function failedRequest(error: unknown): SendFailure {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const failure = { isTaken: false, isRetryable: false } as const;
  if (code.startsWith('HPE_')) return { ...failure, reason: 'it does not speak HTTP (gRPC is not supported)' };
  const network = NETWORK[code];
  return { ...failure, reason: network ?? excerpt(message), isRetryable: network !== undefined };
}
