import type { ConnectionSource } from '../../src/protocol/observation.js';
import { Thread } from './conversation.js';
import type { Session } from './session.js';

type Json = Readonly<Record<string, unknown>>;

export interface ConnectOptions {
  readonly transport?: 'stdio' | 'websocket' | 'in_process';
  readonly server?: string;
  readonly source?: ConnectionSource;
}

interface Introduction {
  /** The name with which the server's user agent begins. */
  readonly originator?: string;
  /** The server's user agent as a whole. */
  readonly userAgent?: string | null;
}

/** One connection, seen from between its two ends. */
export class Client {
  readonly session: Session;
  readonly connection;

  constructor(session: Session, id: string, { transport = 'stdio', server = '1', source }: ConnectOptions) {
    this.session = session;
    this.connection = { id, transport, server, source };
    session.observer.open(this.connection, session.now);
  }

  close(): void {
    this.session.observer.close(this.connection, this.session.now);
  }

  /** The client sends any message, or bytes that are none. */
  sends(message: Json | string): void {
    this.#message('client', message);
  }

  /** The client receives any message of the server, or bytes that are none. */
  receives(message: Json | string): void {
    this.#message('server', message);
  }

  #message(from: 'client' | 'server', message: Json | string): void {
    const bytes = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
    this.session.observer.message(this.connection, from, bytes, this.session.now);
  }

  initialize(params: Json = {}, { originator = 'codex_vscode', userAgent }: Introduction = {}): this {
    const clientInfo = { name: 'codex_vscode', title: 'Codex VS Code', version: '1.2.3' };
    const usual = `${originator}/${this.session.version} (Debian 12.0.0; x86_64) xterm-256color (codex_vscode; 1.2.3)`;
    return this.call(
      'initialize',
      { clientInfo, capabilities: { experimentalApi: true }, ...params },
      {
        userAgent: userAgent === undefined ? usual : userAgent,
        codexHome: '/home/dev/.codex',
        platformFamily: 'unix',
        platformOs: 'linux',
      },
    );
  }

  request(method: string, params: Json, id: number | string = this.session.nextRequest()): number | string {
    this.sends({ method, id, params });
    return id;
  }

  answer(id: number | string, result: unknown): void {
    this.receives({ id, result });
  }

  refuse(id: number | string, error: Json): void {
    this.receives({ error, id });
  }

  /** A request and its result, at the same moment. */
  call(method: string, params: Json, result: unknown): this {
    this.answer(this.request(method, params), result);
    return this;
  }

  notify(method: string, params: Json, emittedAtMs: unknown = this.session.now): void {
    this.receives({ method, params, ...(emittedAtMs !== null && { emittedAtMs }) });
  }

  startThread(thread: Json = {}, result: Json = {}, params: Json = {}): Thread {
    return this.#open('thread/start', params, { id: this.session.nextId(), ...thread }, result);
  }

  resumeThread(id: string, thread: Json = {}, result: Json = {}): Thread {
    const preview = { preview: 'a secret question' };
    return this.#open('thread/resume', { threadId: id }, { id, ...preview, ...thread }, result);
  }

  forkThread(from: string, thread: Json = {}, params: Json = {}): Thread {
    const forked = { id: this.session.nextId(), forkedFromId: from, preview: 'a secret question' };
    return this.#open('thread/fork', { threadId: from, ...params }, { ...forked, ...thread }, {});
  }

  /** A thread of which nothing but its id was seen on this connection. */
  thread(id: string): Thread {
    return new Thread(this, id);
  }

  #open(method: string, params: Json, overrides: Json & { readonly id: string }, result: Json): Thread {
    const thread = threadOf(overrides, this.session.now);
    this.call(method, { cwd: '/home/dev/project', ...params }, { ...openingOf(thread), ...result });
    return new Thread(this, overrides.id);
  }
}

/** The `thread` of a response, as Codex 0.169 writes it. */
export function threadOf(overrides: Json & { readonly id: string }, now: number): Json {
  return {
    sessionId: overrides.id,
    forkedFromId: null,
    parentThreadId: null,
    preview: '',
    ephemeral: false,
    modelProvider: 'openai',
    createdAt: Math.floor(now / 1000),
    path: '/home/dev/.codex/sessions/rollout.jsonl',
    cwd: '/home/dev/project',
    cliVersion: '0.169.0',
    source: 'vscode',
    threadSource: 'user',
    gitInfo: null,
    name: null,
    turns: [],
    ...overrides,
  };
}

function openingOf(thread: Json): Json {
  return {
    thread,
    model: 'gpt-5.5',
    modelProvider: 'openai',
    serviceTier: null,
    cwd: '/home/dev/project',
    approvalPolicy: 'on-request',
    approvalsReviewer: 'user',
    sandbox: { type: 'workspaceWrite', writableRoots: [], networkAccess: false },
    reasoningEffort: null,
  };
}
