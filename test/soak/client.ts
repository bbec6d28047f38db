import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import type { ConnectOptions } from '../../src/instrumentation/live-connection.js';
import type { ByHandConnection } from '../../src/instrumentation/sources/by-hand.js';

/** Time that passes with each message, by the clock of the connections. */
const MESSAGE_MS = 200;

let now = 1_795_400_000_000;
let notifications = 0;

/** How many notifications were passed on so far, on all connections. */
export const passedOn = (): number => notifications;

/** A client of an app-server and the server's answers, passed on by hand. */
export class Client {
  readonly #connection: ByHandConnection;
  #requests = 0;

  constructor(codex: CodexInstrumentation, options: ConnectOptions = {}) {
    this.#connection = codex.connect({ ...options, now: () => now });
    this.call(
      'initialize',
      { clientInfo: { name: 'soak', version: '1' } },
      { userAgent: 'soak/0.169.0 (Debian 12.0.0; x86_64) xterm (soak; 1)', platformOs: 'linux', codexHome: '/home' },
    );
  }

  /** A request with its response; undefined for one that is never answered. */
  call(method: string, params: object, result: object | undefined): void {
    this.#requests += 1;
    const id = this.#requests;
    this.fromClient({ method, id, params });
    if (result) this.fromServer({ id, result });
  }

  notify(method: string, params: object): void {
    notifications += 1;
    this.fromServer({ method, params, emittedAtMs: now });
  }

  fromServer(message: object): void {
    now += MESSAGE_MS;
    this.#connection.fromServer(`${JSON.stringify(message)}\n`);
  }

  fromClient(message: object): void {
    now += MESSAGE_MS;
    this.#connection.fromClient(`${JSON.stringify(message)}\n`);
  }

  /** The beginning of a line whose end never comes. */
  break(): void {
    this.#connection.fromServer('{"method":"item/started","params":{"item":{"type":"commandExecution",');
  }

  close(): void {
    this.#connection.close();
  }

  startThread(id: string): void {
    this.call(
      'thread/start',
      { cwd: '/home' },
      { thread: { id, turns: [] }, model: 'gpt-5.5', modelProvider: 'openai' },
    );
  }

  startTurn(threadId: string, id: string): void {
    const input = [{ type: 'text', text: 'Run the tests and mend what fails' }];
    this.call('turn/start', { threadId, input }, { turn: { id } });
    this.notify('turn/started', { threadId, turn: { id, status: 'inProgress' } });
  }

  endTurn(threadId: string, id: string, status: 'completed' | 'interrupted'): void {
    this.notify('turn/completed', { threadId, turn: { id, status, durationMs: 500 } });
  }

  /** A command that runs, and may ask for approval first. */
  beginCommand(threadId: string, turnId: string, itemId: string, asks: boolean): void {
    const item = { type: 'commandExecution', id: itemId, command: 'npm test', source: 'agent', status: 'inProgress' };
    this.notify('item/started', { threadId, turnId, item, startedAtMs: now });
    const params = { threadId, turnId, itemId, startedAtMs: now };
    if (asks) this.fromServer({ method: 'item/commandExecution/requestApproval', id: `approve ${itemId}`, params });
  }

  endCommand(threadId: string, turnId: string, itemId: string): void {
    const id = `approve ${itemId}`;
    this.fromClient({ id, result: { decision: 'accept' } });
    this.notify('serverRequest/resolved', { threadId, requestId: id });
    const item = { type: 'commandExecution', id: itemId, command: 'npm test', source: 'agent', status: 'completed' };
    this.notify('item/completed', { threadId, turnId, item, completedAtMs: now });
  }

  /** What a server sends most: a piece of a message that nobody wants. */
  delta(threadId: string, turnId: string): void {
    this.notify('item/agentMessage/delta', { threadId, turnId, itemId: 'message', delta: 'All tests pass now. ' });
  }
}
