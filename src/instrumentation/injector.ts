import { propagation, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import type { Observer } from '../observer.js';
import { intern } from '../wire/byte-table.js';
import { Members, QUOTE } from '../wire/json-scan.js';
import { activeSpanContext } from './active-span.js';
import type { LiveConnection } from './connection.js';
import { splice, traceMember } from './inject.js';
import type { HostGuard } from '../guard.js';
import { isSuppressed } from '../suppression.js';

/** Puts trace context into the requests that the host sends to an app-server. */
export class Injector {
  readonly #observer: Observer;
  readonly #guard: HostGuard;
  readonly #isOn: () => boolean;

  constructor(observer: Observer, guard: HostGuard, isOn: () => boolean) {
    this.#observer = observer;
    this.#guard = guard;
    this.#isOn = isOn;
  }

  /**
   * @param startsLine whether the chunk begins where a line begins; the rest of a line that began before is left alone.
   * @returns the bytes to send instead, or undefined where nothing changes.
   */
  readonly inject = (connection: LiveConnection, bytes: Uint8Array, startsLine: boolean): Uint8Array | undefined => {
    if (!this.#isOn() || isSuppressed()) return undefined;
    return this.#guard.run('injection', () => {
      const skipped = startsLine ? 0 : bytes.indexOf(0x0a) + 1;
      if (!startsLine && skipped === 0) return undefined;
      const other = splice(bytes.subarray(skipped), (line) => this.#memberFor(connection, line));
      return other && (skipped === 0 ? other : Buffer.concat([bytes.subarray(0, skipped), other]));
    });
  };

  /** Requests only: a notification or an answer causes nothing that could be traced. */
  #memberFor(connection: LiveConnection, line: Uint8Array): string | undefined {
    let isRequest = false;
    let hasId = false;
    let threadId: string | undefined;
    const members = new Members(line);
    while (members.next()) {
      const { valueStart } = members;
      const valueEnd = members.skip();
      switch (intern(line, members.keyStart, members.keyEnd)) {
        case 'trace':
          return undefined;
        case 'method':
          isRequest = true;
          break;
        case 'id':
          hasId = true;
          break;
        case 'params':
          if (valueEnd !== -1) threadId = threadIdIn(line.subarray(valueStart, valueEnd));
          break;
        default:
      }
    }
    if (members.broken || !isRequest || !hasId) return undefined;
    const member = traceMember(activeSpanContext() ?? this.#threadContext(connection, threadId));
    if (member === undefined) this.#sayIfUnfit(propagation.fields());
    return member;
  }

  /** The protocol's `trace` is W3C Trace Context, and what the host has configured may be something else. */
  #sayIfUnfit(fields: readonly string[]): void {
    if (fields.length === 0 || fields.includes('traceparent')) return;
    this.#guard.warnOnce(
      'propagator',
      `The propagator writes ${fields.join(', ')} and no traceparent, which is all that an app-server reads: requests get no trace context. Add tracecontext to OTEL_PROPAGATORS.`,
    );
  }

  /** Without a span of the host's, a request about a thread belongs to the thread's latest initialisation. */
  #threadContext(connection: LiveConnection, threadId: string | undefined): Context {
    if (threadId === undefined) return ROOT_CONTEXT;
    // A host may answer within its handler of what opened the thread, before that was looked at.
    connection.drain();
    const span = this.#observer.initializationOf(connection.connection, threadId);
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  }
}

/** `threadId` of a request's parameters. */
function threadIdIn(params: Uint8Array): string | undefined {
  const members = new Members(params);
  while (members.next()) {
    const { valueStart, keyStart, keyEnd } = members;
    const valueEnd = members.skip();
    if (intern(params, keyStart, keyEnd) !== 'threadId') continue;
    return params[valueStart] === QUOTE && valueEnd !== -1 ? intern(params, valueStart + 1, valueEnd - 1) : undefined;
  }
  return undefined;
}
