import { hostAndPort } from '../../../watch/relay/address.js';

const LISTENING = /listening on: ws:\/\/(\S+):(\d+)/;

/**
 * Reads from the standard error of an app-server the port that it listens on:
 *
 *     codex app-server (WebSockets)
 *       listening on: ws://127.0.0.1:35923
 *       readyz: http://127.0.0.1:35923/readyz
 *       healthz: http://127.0.0.1:35923/healthz
 *
 * and puts the relay's address in its place, which is the one that clients need.
 */
export class Banner {
  readonly #host: string;
  readonly #publicPort: () => number;
  readonly #found: (port: number) => void;
  /** The beginning of a line. */
  #rest = '';
  #port: number | undefined;
  #isOver = false;

  /** @param found is called once, with the port. */
  constructor(host: string, publicPort: () => number, found: (port: number) => void) {
    this.#host = host;
    this.#publicPort = publicPort;
    this.#found = found;
  }

  /** Takes bytes of standard error and returns those to pass on, whole lines until the banner is over. */
  push(chunk: Buffer): Buffer {
    if (this.#isOver) return chunk;
    const lines = (this.#rest + chunk.toString('latin1')).split(/(?<=\n)/);
    this.#rest = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '');
    const text = lines.map((line) => this.#read(line)).join('');
    return Buffer.from(text + this.#released(), 'latin1');
  }

  /** The last line, which has no end. */
  end(): string {
    const rest = this.#rest;
    this.#rest = '';
    return rest;
  }

  /** Behind the banner nothing is held back. */
  #released(): string {
    return this.#isOver ? this.end() : '';
  }

  #read(line: string): string {
    const port = LISTENING.exec(line)?.[2];
    if (port !== undefined && this.#port === undefined) {
      this.#port = Number(port);
      this.#found(this.#port);
    }
    if (this.#port === undefined || this.#isOver) return line;
    this.#isOver = line.includes('/healthz');
    const at = (number: number) => hostAndPort({ host: this.#host, port: number });
    return line.replaceAll(at(this.#port), at(this.#publicPort()));
  }
}
