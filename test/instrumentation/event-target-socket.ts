import { WebSocket } from 'ws';

/** A WebSocket with the shape of Node's own: an event target, whose messages come in events. */
export class EventTargetSocket extends EventTarget {
  static readonly OPEN = 1;
  readonly #socket: WebSocket;
  onopen: unknown;
  onclose: unknown;
  onmessage: unknown;

  constructor(url: string) {
    super();
    this.#socket = new WebSocket(url);
    this.#socket.on('error', () => {});
    this.#socket.on('open', () => this.#tell(new Event('open'), this.onopen));
    this.#socket.on('close', () => this.#tell(new Event('close'), this.onclose));
    this.#socket.on('message', (data: Buffer, isBinary) => {
      const body = isBinary ? Uint8Array.from(data).buffer : data.toString('utf8');
      this.#tell(Object.assign(new Event('message'), { data: body }), this.onmessage);
    });
  }

  get url(): string {
    return this.#socket.url;
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(data: string | Uint8Array): void {
    this.#socket.send(data);
  }

  close(): void {
    this.#socket.close();
  }

  /** Listeners hear of it in the order in which they came, and `on…` was there last. */
  #tell(event: Event, handler: unknown): void {
    this.dispatchEvent(event);
    (handler as ((event: Event) => void) | undefined)?.(event);
  }
}
