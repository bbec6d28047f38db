import { connect } from 'node:net';
import { WebSocket, type RawData } from 'ws';
import { VERSION } from '../../version.js';
import { isObject, parseJson } from '../../wire/json-parse.js';
import { refusedNotifications } from './refused-notifications.js';

/**
 * The name of the daemon's own health check. Under any other name a client changes the User-Agent of Codex's requests to the
 * model, and the first client also the originator of the threads.
 */
const CLIENT_NAME = 'codex_app_server_daemon';

/** How long the daemon may take to accept a connection, and to answer. */
const ANSWER_MS = 5_000;

/** A notification or a request of the daemon. */
export interface DaemonMessage {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Its JSON. */
  readonly bytes: Uint8Array;
}

export interface DaemonConnectionOptions {
  /** The path of the daemon's socket. */
  readonly socket: string;
  /** Whether threads will be subscribed to. */
  readonly subscribes: boolean;
  /** Called with both sides of the first exchange, which names client and server. */
  readonly onInitialized: (request: Uint8Array, response: Uint8Array) => void;
  readonly onMessage: (message: DaemonMessage) => void;
}

interface Answer {
  readonly result: unknown;
  /** Its JSON. */
  readonly bytes: Buffer;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** A client of the daemon that asks and listens. It never answers a request of the daemon. */
export class DaemonConnection {
  /** Resolves when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
  readonly #socket: WebSocket;
  readonly #onMessage: DaemonConnectionOptions['onMessage'];
  readonly #waiting = new Map<number, Waiting>();
  #requests = 0;

  private constructor({ socket, onMessage }: DaemonConnectionOptions) {
    this.#onMessage = onMessage;
    this.#socket = new WebSocket('ws://localhost/rpc', {
      createConnection: () => connect(socket),
      handshakeTimeout: ANSWER_MS,
      perMessageDeflate: false,
    });
    this.#socket.on('message', (data) => this.#received(data));
    this.closed = new Promise((resolve) => {
      this.#socket.once('close', () => {
        for (const { reject } of this.#waiting.values()) reject(new Error('The connection is closed.'));
        resolve();
      });
    });
  }

  /** Connects. Rejects where no daemon listens, or what listens is none. */
  static async open(options: DaemonConnectionOptions): Promise<DaemonConnection> {
    const connection = new DaemonConnection(options);
    const socket = connection.#socket;
    try {
      await new Promise((resolve, reject) => {
        socket.once('open', resolve);
        // Also later: `close` follows.
        socket.on('error', reject);
      });
      await connection.#initialize(options);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** Rejects with the daemon's error, where it does not answer in time, and where the connection closes. */
  async request(method: string, params: object): Promise<unknown> {
    return (await this.#request(method, params)).result;
  }

  close(): void {
    this.#socket.terminate();
  }

  async #initialize({ subscribes, onInitialized }: DaemonConnectionOptions): Promise<void> {
    const capabilities = { experimentalApi: true, optOutNotificationMethods: refusedNotifications(subscribes) };
    const clientInfo = { name: CLIENT_NAME, title: null, version: VERSION };
    const { text, bytes } = await this.#request('initialize', { clientInfo, capabilities });
    onInitialized(Buffer.from(text), bytes);
    this.#socket.send(JSON.stringify({ method: 'initialized' }));
  }

  async #request(method: string, params: object): Promise<Answer & { readonly text: string }> {
    const id = (this.#requests += 1);
    const text = JSON.stringify({ id, method, params });
    const answered = new Promise<Answer>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    const fail = (error: Error) => this.#waiting.get(id)?.reject(error);
    const late = setTimeout(() => fail(new Error(`The daemon does not answer to ${method}.`)), ANSWER_MS).unref();
    try {
      this.#socket.send(text, (error) => {
        if (error) fail(error);
      });
      return { text, ...(await answered) };
    } finally {
      clearTimeout(late);
      this.#waiting.delete(id);
    }
  }

  #received(data: RawData): void {
    const bytes = data as Buffer;
    const message = parseJson(bytes);
    if (!isObject(message)) return;
    const { id, method, params, result, error } = message;
    if (typeof method === 'string') {
      if (isObject(params)) this.#onMessage({ method, params, bytes });
      return;
    }
    const waiting = this.#waiting.get(Number(id));
    if (error === undefined) waiting?.resolve({ result, bytes });
    else waiting?.reject(new Error(isObject(error) ? String(error['message']) : 'The daemon refuses.'));
  }
}
