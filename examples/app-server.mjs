import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts `codex app-server` as a child and speaks with it over its standard streams. `npm run` puts the `codex` of this
 * folder's node_modules on the PATH.
 *
 * @param {{ env: object, cwd: string, command?: string[] }} options `command` runs instead, e.g. a proxy
 */
export function spawnAppServer({ env, cwd, command = ['codex', 'app-server'] }) {
  const child = spawn(command[0], command.slice(1), { env, cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  const client = new AppServerClient((text) => child.stdin.write(`${text}\n`));
  createInterface({ input: child.stdout }).on('line', (line) => client.receive(line));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  exited.then(() => client.close());
  child.stdin.on('error', () => client.close());
  return {
    client,
    /** An app-server on its standard streams goes when its input ends. */
    async stop() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill(), 5000);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** The client's end of the app-server protocol: requests and notifications both ways, no more. */
export class AppServerClient {
  #send;
  #nextId = 0;
  /** By the id of its request, or by its thread, what somebody waits for. */
  #waiting = new Map();
  #handlers = new Map();
  #listeners = new Set();
  #closed = new AbortController();

  /** @param {(text: string) => void} send puts one message on the wire */
  constructor(send) {
    this.#send = send;
  }

  /** Takes one message off the wire. */
  receive(text) {
    const message = JSON.parse(text);
    if (message.method === undefined) this.#settle(message);
    else if (message.id !== undefined) this.#answer(message);
    else for (const listener of [...this.#listeners]) listener(message);
  }

  /** Sends a request; resolves with its result. */
  request(method, params) {
    const id = ++this.#nextId;
    const result = this.#wait(id);
    this.#send(JSON.stringify({ id, method, params }));
    return result;
  }

  notify(method, params) {
    this.#send(JSON.stringify({ method, params }));
  }

  /** Answers the server's requests of one method, such as approvals, with what `handler(params, id)` makes of them. */
  onRequest(method, handler) {
    this.#handlers.set(method, handler);
  }

  /** Calls `listener` with every notification until the function it returns is called. */
  onNotification(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onClose(listener) {
    this.#closed.signal.addEventListener('abort', listener, { once: true });
  }

  /** Fails what is still waiting. */
  close() {
    this.#closed.abort();
    for (const { reject } of this.#waiting.values()) reject(new Error('The app-server is gone.'));
    this.#waiting.clear();
  }

  async initialize(name) {
    await this.request('initialize', {
      clientInfo: { name, title: name, version: '1.0.0' },
      capabilities: { experimentalApi: true },
    });
    this.notify('initialized');
  }

  /**
   * Runs one turn and resolves, when it is completed, with the last message that the agent said in it. A thread has one
   * turn at a time.
   *
   * @param {AbortSignal} [signal] interrupts the turn
   */
  async turn(threadId, prompt, signal) {
    signal?.throwIfAborted();
    let answer = '';
    const stop = this.onNotification(({ method, params }) => {
      if (params?.threadId !== threadId) return;
      if (method === 'item/completed' && params.item.type === 'agentMessage') answer = params.item.text;
      if (method === 'turn/completed') this.#settle({ id: threadId, result: params.turn });
    });
    const completed = this.#wait(threadId);
    const started = this.request('turn/start', {
      threadId,
      input: [{ type: 'text', text: prompt, text_elements: [] }],
    });
    const interrupt = () =>
      started
        .then(({ turn }) => this.request('turn/interrupt', { threadId, turnId: turn.id }))
        .catch(({ message }) => console.error(`No interrupt: ${message}`));
    signal?.addEventListener('abort', interrupt);
    try {
      const [, { id, status }] = await Promise.all([started, completed]);
      return { turnId: id, status, answer };
    } finally {
      signal?.removeEventListener('abort', interrupt);
      this.#waiting.delete(threadId);
      stop();
    }
  }

  #wait(key) {
    return new Promise((resolve, reject) => this.#waiting.set(key, { resolve, reject }));
  }

  #settle({ id, result, error }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }

  async #answer({ id, method, params }) {
    const handler = this.#handlers.get(method);
    const reply = handler
      ? { result: await handler(params, id) }
      : { error: { code: -32601, message: `No ${method} here` } };
    this.#send(JSON.stringify({ id, ...reply }));
  }
}
