import type { Tracer } from '@opentelemetry/api';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent, EventType } from '../../src/events/schema/index.js';
import { SCHEMA_URL } from '../../src/spans/conventions.js';
import type { Facts, SpanType } from '../../src/session/facts/index.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { SpanFactory, type Host } from '../../src/spans/factory.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { Observer } from '../../src/observer.js';
import type { Limits } from '../../src/session/limits.js';
import { Counters } from '../../src/counters.js';
import { SCOPE_NAME, VERSION } from '../../src/version.js';
import { userMessage, type Item } from './items.js';

/**
 * A conversation between clients and an app-server, written down message by message, and what the whole pipeline makes of
 * it: bytes in, spans and events out, through the SDK's own tracer provider.
 *
 * Nothing advances the clock but `wait`. A notification bears `emittedAtMs`, as from Codex 0.147 on, unless told otherwise.
 */

/** When every session begins, Unix milliseconds. */
export const START = 1_795_400_000_000;

type Json = Readonly<Record<string, unknown>>;
export type Event<T extends EventType = EventType> = Extract<CodexAnalyticsEvent, { event_type: T }>;
type FactsOf<T extends SpanType> = Extract<Facts, { type: T }>;

export interface SessionOptions {
  readonly limits?: Partial<Limits>;
  /** The version in the server's user agent. Default: 0.169.0. */
  readonly version?: string;
  readonly capturesContent?: boolean;
  readonly host?: Host;
}

export interface ConnectOptions {
  readonly transport?: 'stdio' | 'websocket' | 'in_process';
  readonly server?: string;
}

/** An id like the server's own: a UUID of version 7. */
export const uuid = (n: number): string => `01a2060e-5c18-7110-ba01-${n.toString(16).padStart(12, '0')}`;

export class Session {
  readonly events: CodexAnalyticsEvent[] = [];
  /** The spans that ended, in the order of their ends. */
  readonly spans: ReadableSpan[] = [];
  /** How many spans were started. */
  started = 0;
  readonly counters = new Counters();
  readonly observer: Observer;
  readonly tracer: Tracer;
  readonly version: string;
  now = START;
  #connections = 0;
  #ids = 0;
  #requests = 0;

  constructor({ limits, version = '0.169.0', capturesContent = false, host }: SessionOptions = {}) {
    this.version = version;
    const codex = new CodexSpanProcessor({ onEvent: (event) => this.events.push(event), counters: this.counters });
    const collector = {
      onStart: () => void (this.started += 1),
      onEnd: (span: ReadableSpan) => void this.spans.push(span),
      forceFlush: async () => {},
      shutdown: async () => {},
    };
    const provider = new NodeTracerProvider({
      spanProcessors: [codex, collector],
      idGenerator: new CodexIdGenerator(),
    });
    const tracer = provider.getTracer(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
    this.tracer = tracer;
    this.observer = new Observer({
      spans: new SpanFactory(() => tracer, { host, counters: this.counters, itemsPerTurn: limits?.itemsPerTurn }),
      counters: this.counters,
      limits,
      capturesContent: () => capturesContent,
    });
  }

  wait(ms: number): this {
    this.now += ms;
    this.observer.advance(this.now);
    return this;
  }

  connect(options: ConnectOptions = {}): Client {
    this.#connections += 1;
    return new Client(this, `c${this.#connections}`, options);
  }

  /** The observer stops: whatever is open ends. */
  end(): this {
    this.observer.end();
    return this;
  }

  nextId(): string {
    this.#ids += 1;
    return uuid(this.#ids);
  }

  nextRequest(): number {
    this.#requests += 1;
    return this.#requests;
  }

  /** The parameters of all events of a type so far. */
  params<T extends EventType>(type: T): Event<T>['event_params'][] {
    const ofType = this.events.filter(({ event_type }) => event_type === type);
    return ofType.map(({ event_params }) => event_params as Event<T>['event_params']);
  }

  /** The types of all events so far, in their order. */
  get types(): EventType[] {
    return this.events.map((event) => event.event_type);
  }

  /** The facts of all ended spans of a type. */
  facts<T extends SpanType>(type: T): FactsOf<T>[] {
    return this.spans.map((span) => factsOf(span)).filter((facts): facts is FactsOf<T> => facts?.type === type);
  }

  /** All ended spans of a type. */
  spansOf(type: SpanType): ReadableSpan[] {
    return this.spans.filter((span) => factsOf(span)?.type === type);
  }
}

/** One connection, seen from between its two ends. */
export class Client {
  readonly session: Session;
  readonly connection;

  constructor(session: Session, id: string, { transport = 'stdio', server = '1' }: ConnectOptions) {
    this.session = session;
    this.connection = { id, transport, server };
    session.observer.open(this.connection, session.now);
  }

  close(): void {
    this.session.observer.close(this.connection, this.session.now);
  }

  /** The client says something: any message, or bytes that are none. */
  says(message: Json | string): void {
    this.#message('client', message);
  }

  /** The server says something. */
  hears(message: Json | string): void {
    this.#message('server', message);
  }

  #message(from: 'client' | 'server', message: Json | string): void {
    const bytes = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
    this.session.observer.message(this.connection, from, bytes, this.session.now);
  }

  initialize(params: Json = {}, { originator = 'codex_vscode' }: { readonly originator?: string } = {}): this {
    const clientInfo = { name: 'codex_vscode', title: 'Codex VS Code', version: '1.2.3' };
    return this.call(
      'initialize',
      { clientInfo, capabilities: { experimentalApi: true }, ...params },
      {
        userAgent: `${originator}/${this.session.version} (Debian 12.0.0; x86_64) xterm-256color (codex_vscode; 1.2.3)`,
        codexHome: '/home/dev/.codex',
        platformFamily: 'unix',
        platformOs: 'linux',
      },
    );
  }

  request(method: string, params: Json, id: number | string = this.session.nextRequest()): number | string {
    this.says({ method, id, params });
    return id;
  }

  answer(id: number | string, result: unknown): void {
    this.hears({ id, result });
  }

  refuse(id: number | string, error: Json): void {
    this.hears({ error, id });
  }

  /** A request and its result, at the same moment. */
  call(method: string, params: Json, result: unknown): this {
    this.answer(this.request(method, params), result);
    return this;
  }

  notify(method: string, params: Json, emittedAtMs: unknown = this.session.now): void {
    this.hears({ method, params, ...(emittedAtMs !== null && { emittedAtMs }) });
  }

  startThread(thread: Json = {}, result: Json = {}, params: Json = {}): Thread {
    return this.#open('thread/start', params, { id: this.session.nextId(), ...thread }, result);
  }

  resumeThread(id: string, thread: Json = {}, result: Json = {}): Thread {
    const preview = { preview: 'a secret question' };
    return this.#open('thread/resume', { threadId: id }, { id, ...preview, ...thread }, result);
  }

  forkThread(from: string, thread: Json = {}): Thread {
    const forked = { id: this.session.nextId(), forkedFromId: from, preview: 'a secret question' };
    return this.#open('thread/fork', { threadId: from }, { ...forked, ...thread }, {});
  }

  /** A thread as this connection sees it, without a word about where it comes from. */
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

export const words = [{ type: 'text', text: 'a secret question', text_elements: [] }];

export class Thread {
  readonly client: Client;
  readonly id: string;

  constructor(client: Client, id: string) {
    this.client = client;
    this.id = id;
  }

  /** The same thread on another connection. */
  on(client: Client): Thread {
    return new Thread(client, this.id);
  }

  notify(method: string, params: Json = {}, emittedAtMs?: unknown): void {
    this.client.notify(method, { threadId: this.id, ...params }, emittedAtMs);
  }

  /** A turn that its client asks for, and that begins at once. */
  startTurn(params: Json = {}, turn: Json = {}): Turn {
    const accepted = this.acceptTurn(params, turn);
    accepted.started(turn);
    return accepted;
  }

  /** `turn/start` and its answer, without the notification that the turn begins. */
  acceptTurn(params: Json = {}, turn: Json = {}): Turn {
    const id = this.client.session.nextId();
    const result = { turn: { id, rootTurnId: id, items: [], status: 'inProgress', error: null, ...turn } };
    this.client.call('turn/start', { threadId: this.id, input: words, ...params }, result);
    return new Turn(this, id);
  }

  /** A turn by its id alone. */
  turn(id: string = this.client.session.nextId()): Turn {
    return new Turn(this, id);
  }

  used(turn: Turn, total: Json, last: Json = total): void {
    this.notify('thread/tokenUsage/updated', {
      turnId: turn.id,
      tokenUsage: { total: tokens(total), last: tokens(last), modelContextWindow: 258_400 },
    });
  }
}

const tokens = (usage: Json): Json => ({
  totalTokens: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteInputTokens: 0,
  outputTokens: 0,
  reasoningOutputTokens: 0,
  ...usage,
});

export class Turn {
  readonly thread: Thread;
  readonly id: string;

  constructor(thread: Thread, id: string) {
    this.thread = thread;
    this.id = id;
  }

  get client(): Client {
    return this.thread.client;
  }

  get #now(): number {
    return this.client.session.now;
  }

  /** The same turn on another connection. */
  on(client: Client): Turn {
    return new Turn(this.thread.on(client), this.id);
  }

  notify(method: string, params: Json, emittedAtMs?: unknown): void {
    this.thread.notify(method, { turnId: this.id, ...params }, emittedAtMs);
  }

  /** `turn/started`, and the message of the user with which every turn of the recordings begins. */
  started(turn: Json = {}, emittedAtMs?: unknown): this {
    const startedAt = Math.floor(this.#now / 1000);
    const body = { id: this.id, rootTurnId: this.id, status: 'inProgress', startedAt, durationMs: null, ...turn };
    this.thread.notify('turn/started', { turn: body }, emittedAtMs);
    return this.item(userMessage(`msg-${this.id}`));
  }

  completed(turn: Json = {}, emittedAtMs?: unknown): this {
    const completedAt = Math.floor(this.#now / 1000);
    const body = { id: this.id, rootTurnId: this.id, status: 'completed', error: null, completedAt, durationMs: 1234 };
    this.thread.notify('turn/completed', { turn: { ...body, ...turn } }, emittedAtMs);
    return this;
  }

  itemStarted(item: Item, startedAtMs: unknown = this.#now): this {
    const running = item.type === 'commandExecution' || 'status' in item ? { status: 'inProgress' } : {};
    this.notify('item/started', { item: { ...item, ...running }, startedAtMs });
    return this;
  }

  itemCompleted(item: Item, completedAtMs: unknown = this.#now): this {
    this.notify('item/completed', { item, contentTokenCount: null, completedAtMs });
    return this;
  }

  /** An item from its start to its completion, at the same moment. */
  item(item: Item): this {
    return this.itemStarted(item).itemCompleted(item);
  }

  diff(diff: string): this {
    this.notify('turn/diff/updated', { diff });
    return this;
  }

  askCommand(id: number | string, itemId: string, params: Json = {}): Approval {
    return this.ask('item/commandExecution/requestApproval', id, {
      kind: 'command',
      itemId,
      reason: 'May I create a file outside the project?',
      command: "/bin/bash -lc 'touch /home/dev/secret-file.txt'",
      cwd: '/home/dev/project',
      availableDecisions: ['accept', 'cancel'],
      ...params,
    });
  }

  askPatch(id: number | string, itemId: string, params: Json = {}): Approval {
    return this.ask('item/fileChange/requestApproval', id, { itemId, reason: null, grantRoot: null, ...params });
  }

  askPermissions(id: number | string, itemId: string, permissions: Json = writeBuild): Approval {
    const reason = 'I want to write build output.';
    return this.ask('item/permissions/requestApproval', id, {
      itemId,
      cwd: '/home/dev/project',
      reason,
      permissions,
    });
  }

  ask(method: string, id: number | string, params: Json): Approval {
    const asked = { threadId: this.thread.id, turnId: this.id, startedAtMs: this.#now, ...params };
    this.client.hears({ method, id, params: asked });
    return new Approval(this, id, { method, id, params: asked });
  }

  guardianStarted(reviewId: string, targetItemId: string | null, review: Json = {}): this {
    this.notify('item/autoApprovalReview/started', {
      reviewId,
      targetItemId,
      startedAtMs: this.#now,
      review: { status: 'inProgress', riskLevel: null, userAuthorization: null, rationale: null },
      action: commandAction,
      ...review,
    });
    return this;
  }

  guardianCompleted(reviewId: string, targetItemId: string | null, status: string, review: Json = {}): this {
    this.notify('item/autoApprovalReview/completed', {
      reviewId,
      targetItemId,
      startedAtMs: this.#now,
      completedAtMs: this.#now,
      decisionSource: 'agent',
      review: { status, riskLevel: 'low', userAuthorization: 'high', rationale: 'Routine change the user asked for.' },
      action: commandAction,
      ...review,
    });
    return this;
  }
}

export const commandAction = {
  type: 'command',
  source: 'unifiedExec',
  command: "/bin/bash -lc 'touch /home/dev/secret-file.txt'",
  cwd: '/home/dev/project',
};

export const writeBuild = {
  network: null,
  fileSystem: {
    read: null,
    write: ['/home/dev/build'],
    entries: [{ path: { type: 'path', path: '/home/dev/build' }, access: 'write' }],
  },
};

/** An approval request on its way. */
export class Approval {
  readonly turn: Turn;
  readonly id: number | string;
  readonly #request: Json;

  constructor(turn: Turn, id: number | string, request: Json) {
    this.turn = turn;
    this.id = id;
    this.#request = request;
  }

  /** The server asks the same on another connection. */
  on(client: Client): Approval {
    client.hears(this.#request);
    return new Approval(this.turn.on(client), this.id, this.#request);
  }

  /** The client answers, and the server says that it needs no answer any more. */
  decide(decision: unknown): void {
    this.answer({ decision });
    this.resolved();
  }

  answer(result: unknown): void {
    this.turn.client.says({ id: this.id, result });
  }

  refuse(error: Json = { code: -32000, message: 'no user present' }): void {
    this.turn.client.says({ id: this.id, error });
  }

  resolved(emittedAtMs?: unknown): void {
    this.turn.thread.notify('serverRequest/resolved', { requestId: this.id }, emittedAtMs);
  }
}

/** A session with one initialised client and a thread. */
export function openThread(options: SessionOptions & ConnectOptions = {}) {
  const session = new Session(options);
  const client = session.connect(options).initialize();
  return { session, client, thread: client.startThread() };
}

/** The same with a turn that goes on. */
export function openTurn(options: SessionOptions & ConnectOptions = {}) {
  const opened = openThread(options);
  return { ...opened, turn: opened.thread.startTurn() };
}
