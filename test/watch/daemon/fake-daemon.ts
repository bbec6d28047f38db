import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FakeServer } from '../relay/fake-server.js';

type Json = Readonly<Record<string, unknown>>;

interface Received extends Json {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Json;
}

/** A thread in the daemon's memory. */
interface LoadedThread {
  status: Json;
  /** So many times a resume is refused: its first turn is not stored yet. */
  refusals: number;
  /** The turn that runs. */
  turn: Json | null;
  readonly info: Json;
}

export const THREAD = '01a2060e-5c18-7110-ba01-000000000001';
export const OTHER_THREAD = '01a2060e-5c18-7110-ba01-000000000002';
export const TURN = '01a2060e-5c18-7110-ba01-000000000003';

/** A daemon that keeps what its one client sends, and does what a test tells it. */
export class FakeDaemon {
  readonly threads = new Map<string, LoadedThread>();
  /** It hangs up on whoever connects, at these times. */
  hangsUpAt: number[] | undefined;
  #pending: Json | undefined;
  #server!: FakeServer;

  static async start(home: string): Promise<FakeDaemon> {
    const daemon = new FakeDaemon();
    const socket = join(home, 'app-server-control', 'app-server-control.sock');
    mkdirSync(dirname(socket), { recursive: true });
    // What a daemon that was killed has left behind.
    rmSync(socket, { force: true });
    daemon.#server = await FakeServer.start(socket, (text) => daemon.#answer(JSON.parse(text) as Received));
    return daemon;
  }

  get received(): Received[] {
    return this.#server.messages.map((text) => JSON.parse(text) as Received);
  }

  /** The methods that were asked for, in their order, less those of the beginning. */
  get methods(): string[] {
    const beginning = ['initialize', 'initialized', 'thread/loaded/list'];
    return this.received.flatMap(({ method }) => (method === undefined || beginning.includes(method) ? [] : [method]));
  }

  count(method: string): number {
    return this.methods.filter((one) => one === method).length;
  }

  /** The answers that the client gave to what it was asked. */
  get answers(): Received[] {
    return this.received.filter(({ method }) => method === undefined);
  }

  load(id: string, thread: Partial<LoadedThread> = {}): this {
    const info = { id, sessionId: id, parentThreadId: null, ephemeral: false, source: 'vscode', turns: [] };
    this.threads.set(id, {
      status: { type: 'idle' },
      refusals: 0,
      turn: null,
      ...thread,
      info: { ...info, ...thread.info },
    });
    return this;
  }

  notify(method: string, params: Json): void {
    this.#send({ method, params, emittedAtMs: Date.now() });
  }

  started(id: string): void {
    this.notify('thread/started', { thread: this.threads.get(id)?.info });
  }

  /** A turn begins, and its thread's status changes. */
  begins(threadId = THREAD): void {
    const turn = { id: TURN, status: 'inProgress', startedAt: Math.floor(Date.now() / 1000) };
    Object.assign(this.threads.get(threadId)!, { turn });
    this.status({ type: 'active', activeFlags: [] }, threadId);
  }

  status(status: Json, threadId = THREAD): void {
    Object.assign(this.threads.get(threadId)!, { status });
    this.notify('thread/status/changed', { threadId, status });
  }

  waits(): void {
    this.status({ type: 'active', activeFlags: ['waitingOnApproval'] });
  }

  item(event: 'started' | 'completed', more: Json): void {
    const item = { type: 'commandExecution', id: 'call-1', command: 'secret command', source: 'agent', ...more };
    this.notify(`item/${event}`, { threadId: THREAD, turnId: TURN, item, [`${event}AtMs`]: Date.now() });
  }

  asks(startedAtMs: number): void {
    const params = { threadId: THREAD, turnId: TURN, itemId: 'call-1', startedAtMs, command: 'secret command' };
    this.#pending = { id: 0, method: 'item/commandExecution/requestApproval', params };
    this.#send(this.#pending);
  }

  /** Another client answers. */
  resolves(status: 'completed' | 'declined'): void {
    this.#pending = undefined;
    this.notify('serverRequest/resolved', { threadId: THREAD, requestId: 0 });
    this.item('completed', { status, exitCode: status === 'completed' ? 0 : null });
  }

  /** The turn is over. */
  ends(): void {
    Object.assign(this.threads.get(THREAD)!, { turn: null });
    this.status({ type: 'idle' });
    this.notify('turn/completed', { threadId: THREAD, turn: { id: TURN, status: 'completed', durationMs: 5 } });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
  }

  #send(message: Json): void {
    for (const socket of this.#server.sockets) socket.send(JSON.stringify(message));
  }

  #answer({ id, method, params = {} }: Received): string | undefined {
    if (id === undefined || method === undefined) return undefined;
    const { result, error } = this.#respond(method, this.threads.get(String(params['threadId'])));
    return JSON.stringify(error === undefined ? { id, result } : { id, error: { code: -32600, message: error } });
  }

  #respond(method: string, thread: LoadedThread | undefined): { result?: Json; error?: string } {
    switch (method) {
      case 'initialize':
        if (this.hangsUpAt) {
          this.hangsUpAt.push(performance.now());
          for (const socket of this.#server.sockets) socket.terminate();
        }
        return {
          result: { userAgent: 'codex_tui/0.171.0 (Debian 12.0.0; x86_64) xterm (codex_tui; 1)', platformOs: 'linux' },
        };
      case 'thread/loaded/list':
        return { result: { data: [...this.threads.keys()], nextCursor: null } };
      case 'thread/read':
        return thread ? { result: { thread: { ...thread.info, status: thread.status } } } : { error: 'no such thread' };
      case 'thread/resume':
        if (thread === undefined || thread.refusals > 0) {
          if (thread) thread.refusals -= 1;
          return { error: 'no rollout found for thread id' };
        }
        // An approval that waits is asked of the newcomer, before it has its answer.
        if (this.#pending) this.#send(this.#pending);
        return { result: { thread: { ...thread.info, status: thread.status } } };
      case 'thread/turns/list':
        return { result: { data: thread?.turn ? [thread.turn] : [], nextCursor: null } };
      case 'thread/unsubscribe':
        return { result: { status: 'unsubscribed' } };
      default:
        return { error: `unknown method ${method}` };
    }
  }
}
