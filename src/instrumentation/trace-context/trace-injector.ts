import { context, isSpanContextValid, propagation, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import type { HostGuard } from '../../guard.js';
import type { Observer } from '../../observer.js';
import { isSuppressed } from '../../suppression.js';
import { Members, QUOTE } from '../../wire/json-scan.js';
import type { LiveConnection } from '../live-connection.js';
import { splice, traceMember } from './trace-member.js';

const LINE_FEED = 0x0a;

/**
 * @param startsLine whether the chunk begins at the beginning of a line. The rest of a line that began in an earlier chunk
 * is left alone.
 * @returns the bytes to send instead of the chunk, or undefined if nothing changes.
 */
export type InjectTrace = (
  connection: LiveConnection,
  chunk: Uint8Array,
  startsLine: boolean,
) => Uint8Array | undefined;

/** Puts trace context into the requests that the host sends to an app-server, while `isOn`. */
export function traceInjector(observer: Observer, guard: HostGuard, isOn: () => boolean): InjectTrace {
  /** The protocol's `trace` is W3C Trace Context. The host may have configured another propagator. */
  const warnOfPropagator = (fields: readonly string[]) => {
    if (fields.length === 0 || fields.includes('traceparent')) return;
    guard.warnOnce(
      'propagator',
      `The propagator writes ${fields.join(', ')} and no traceparent, which is all that an app-server reads: requests get no trace context. Add tracecontext to OTEL_PROPAGATORS.`,
    );
  };
  /** If the host has no active span, a request about a thread belongs to the thread's latest initialisation. */
  const threadContext = (connection: LiveConnection, threadId: string | undefined): Context => {
    if (threadId === undefined) return ROOT_CONTEXT;
    // The host may send this request in its handler of the response that opened the thread, which still waits in the queue.
    connection.drain();
    const span = observer.initializationOf(connection.connection, threadId);
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  };
  const memberFor = (connection: LiveConnection, line: Uint8Array): string | undefined => {
    const request = requestIn(line);
    if (request === undefined) return undefined;
    const member = traceMember(activeSpanContext() ?? threadContext(connection, request.threadId));
    if (member === undefined) warnOfPropagator(propagation.fields());
    return member;
  };
  return (connection, chunk, startsLine) => {
    if (!isOn() || isSuppressed()) return undefined;
    return guard.run('injection', () => {
      const skipped = startsLine ? 0 : chunk.indexOf(LINE_FEED) + 1;
      if (!startsLine && skipped === 0) return undefined;
      const changed = splice(chunk.subarray(skipped), (line) => memberFor(connection, line));
      return changed && (skipped === 0 ? changed : Buffer.concat([chunk.subarray(0, skipped), changed]));
    });
  };
}

/** The active context if it has a span of the host. The spans of a disabled tracer have no valid ids and do not count. */
export function activeSpanContext(): Context | undefined {
  const active = context.active();
  const span = trace.getSpanContext(active);
  return span !== undefined && isSpanContextValid(span) ? active : undefined;
}

/**
 * The request that may get a member, an object with a method and an id. A notification or a response starts no work that could
 * be traced, and a batch is no object.
 */
function requestIn(line: Uint8Array): { readonly threadId: string | undefined } | undefined {
  let hasMethod = false;
  let hasId = false;
  let threadId: string | undefined;
  const members = new Members(line);
  while (members.next()) {
    const { valueStart } = members;
    const valueEnd = members.skip();
    switch (members.key()) {
      case 'trace':
      case 'result':
      case 'error':
        return undefined;
      case 'method':
        hasMethod = line[valueStart] === QUOTE;
        break;
      case 'id':
        hasId = isId(line[valueStart]);
        break;
      case 'params':
        if (valueEnd !== -1) threadId = threadIdIn(line.subarray(valueStart, valueEnd));
        break;
      default:
    }
  }
  return members.broken || !hasMethod || !hasId ? undefined : { threadId };
}

/** Whether a value begins like a string or a number. `null` is no id of a request. */
const isId = (first: number | undefined): boolean =>
  first === QUOTE || first === 0x2d || (first !== undefined && first >= 0x30 && first <= 0x39);

/** The `threadId` member of a request's params. */
function threadIdIn(params: Uint8Array): string | undefined {
  const members = new Members(params);
  return members.find('threadId') ? members.text() : undefined;
}
