import { userMessage, type Item } from './items.js';
import type { Client } from './client.js';

type Json = Readonly<Record<string, unknown>>;

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

  /** `thread/tokenUsage/updated` */
  reportUsage(turn: Turn, total: Json, last: Json = total): void {
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
    this.client.receives({ method, id, params: asked });
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
    client.receives(this.#request);
    return new Approval(this.turn.on(client), this.id, this.#request);
  }

  /** The client answers, and the server resolves the request. */
  decide(decision: unknown): void {
    this.answer({ decision });
    this.resolved();
  }

  answer(result: unknown): void {
    this.turn.client.sends({ id: this.id, result });
  }

  refuse(error: Json = { code: -32000, message: 'no user present' }): void {
    this.turn.client.sends({ id: this.id, error });
  }

  resolved(emittedAtMs?: unknown): void {
    this.turn.thread.notify('serverRequest/resolved', { requestId: this.id }, emittedAtMs);
  }
}
