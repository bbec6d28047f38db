import { context, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import type { Observer } from '../spans/observer.js';
import { Members } from '../wire/scan.js';
import type { LiveConnection } from './connection.js';
import { splice, traceMember } from './inject.js';
import type { Isolation } from './isolate.js';

/** Puts trace context into the requests that the host sends to an app-server. */
export class Injector {
  readonly #observer: Observer;
  readonly #isolation: Isolation;
  readonly #isOn: () => boolean;

  constructor(observer: Observer, isolation: Isolation, isOn: () => boolean) {
    this.#observer = observer;
    this.#isolation = isolation;
    this.#isOn = isOn;
  }

  /**
   * @param startsLine whether the chunk begins where a line begins; the rest of a line that began before is left alone.
   * @returns the bytes to send instead, or undefined where nothing changes.
   */
  readonly inject = (connection: LiveConnection, bytes: Uint8Array, startsLine: boolean): Uint8Array | undefined => {
    if (!this.#isOn()) return undefined;
    return this.#isolation.run('injection', () => {
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
    const members = new Members(line);
    while (members.next()) {
      const key = Buffer.from(
        line.buffer,
        line.byteOffset + members.keyStart,
        members.keyEnd - members.keyStart,
      ).toString();
      if (key === 'trace') return undefined;
      if (key === 'method') isRequest = true;
      if (key === 'id') hasId = true;
      members.skip();
    }
    if (members.broken || !isRequest || !hasId) return undefined;
    const active = context.active();
    return traceMember(trace.getSpan(active) ? active : this.#threadContext(connection, line));
  }

  /** Without a span of the host's, a request about a thread belongs to the thread's latest initialisation. */
  #threadContext(connection: LiveConnection, line: Uint8Array): Context {
    const { params } = JSON.parse(Buffer.from(line).toString('utf8')) as { params?: { threadId?: unknown } };
    if (typeof params?.threadId !== 'string') return ROOT_CONTEXT;
    const span = this.#observer.initializationOf(connection.connection, params.threadId);
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  }
}
