import { trace, type Context } from '@opentelemetry/api';
import type { Params } from '../protocol/schema/messages.js';
import type { Answered, Refused, Requested, Unanswered } from '../protocol/observation.js';
import type { ConnectionState } from './connections.js';
import type { Exchanges } from './exchanges.js';
import { countImages } from './input.js';
import type { Lifecycle } from './lifecycle.js';
import { linkTo } from './links.js';
import type { Room } from './room.js';
import { askedFor, openedWith, overriddenBy } from './settings.js';
import { mention } from './skills.js';
import type { ThreadState } from './threads.js';
import type { TurnState } from './turns.js';
import { isBefore } from './versions.js';

const OPENINGS = {
  'thread/start': { method: 'start', mode: 'new' },
  'thread/resume': { method: 'resume', mode: 'resumed' },
  'thread/fork': { method: 'fork', mode: 'forked' },
} as const;

const ARCHIVES = { 'thread/archive': 'archived', 'thread/unarchive': 'unarchived' } as const;

/** What clients ask for and what the server answers. */
export class Requests {
  readonly #room: Room;
  readonly #lifecycle: Lifecycle;
  readonly #exchanges: Exchanges;
  /** By the request's parameters, which its answer comes with. */
  readonly #hosts = new WeakMap<object, Context>();

  constructor(room: Room, lifecycle: Lifecycle, exchanges: Exchanges) {
    this.#room = room;
    this.#lifecycle = lifecycle;
    this.#exchanges = exchanges;
  }

  /** Some requests matter before they are answered: what they cause may be told first. */
  requested(connection: ConnectionState, { method, params, at }: Requested): void {
    this.#rememberHost(method, params);
    switch (method) {
      case 'turn/start':
      case 'thread/compact/start':
      case 'thread/queue/add':
      case 'thread/goal/set':
      case 'thread/archive':
      case 'thread/unarchive':
      case 'thread/revert':
        threadOf(connection, params)?.requested.add(params, method);
        break;
      case 'turn/interrupt': {
        const turn = interrupted(connection, params);
        if (turn?.completion === null) turn.interruptRequestedAtMs ??= at;
        break;
      }
      default:
    }
  }

  answered(connection: ConnectionState, answer: Answered): void {
    switch (answer.method) {
      case 'initialize':
        connection.initialized(answer);
        break;
      case 'thread/start':
      case 'thread/resume':
      case 'thread/fork':
        this.#opened(connection, answer);
        break;
      case 'thread/archive':
      case 'thread/unarchive':
        this.#archived(connection, answer);
        break;
      case 'thread/revert':
        threadOf(connection, answer.params)?.revert(answer.result.turnsBackwardsCursor);
        break;
      case 'turn/start':
        this.#turnAccepted(connection, answer);
        break;
      case 'turn/steer':
        this.#steered(connection, answer);
        break;
      case 'review/start':
        this.#reviewStarted(connection, answer);
        break;
      default:
    }
  }

  refused(connection: ConnectionState, refusal: Refused): void {
    this.unanswered(connection, refusal);
    if (refusal.method === 'turn/steer') this.#steered(connection, refusal);
    if (refusal.method !== 'turn/interrupt') return;
    const turn = interrupted(connection, refusal.params);
    if (turn?.interruptRequestedAtMs === refusal.requestedAt) turn.interruptRequestedAtMs = null;
  }

  /** Nothing is expected of the request any more. */
  unanswered(connection: ConnectionState, { params }: Unanswered | Refused): void {
    threadOf(connection, params)?.requested.delete(params);
  }

  /** `thread/start`, `thread/resume`, `thread/fork`: each response is an initialisation, also of a loaded thread. */
  #opened(connection: ConnectionState, answer: Answered<keyof typeof OPENINGS>): void {
    const { result, requestedAt, at } = answer;
    const { method, mode } = OPENINGS[answer.method];
    const thread = this.#lifecycle.threadOn(connection, result.thread.id, at);
    const isLoaded = thread.isInitialized;
    thread.describe(result.thread);
    thread.mode = mode;
    thread.owner = connection;
    const asked = isLoaded ? {} : askedFor(answer.method, answer.params);
    thread.settings = { ...thread.settings, ...openedWith(result), ...asked };
    thread.closing = null;
    if (thread.alone?.to === Infinity) {
      thread.alone = { from: thread.alone.from, to: requestedAt };
      for (const { turnId, item } of result.thread.turns.over) thread.turns.get(turnId)?.countMissed(item);
    }
    thread.openedBy({ request: answer.method, startMs: requestedAt, endMs: at });
    thread.open({
      method,
      startMs: requestedAt,
      endMs: at,
      links: linkTo(this.#hosts.get(answer.params)),
      createdAt: result.thread.createdAt,
    });
  }

  /** The host's span at the time of a request, until the request is answered. */
  #rememberHost(method: Requested['method'], params: object): void {
    if (this.#room.host === undefined || (method !== 'turn/start' && !(method in OPENINGS))) return;
    const context = this.#room.host.activeContext();
    if (trace.getSpan(context) !== undefined) this.#hosts.set(params, context);
  }

  #turnAccepted(connection: ConnectionState, { params, result, at }: Answered<'turn/start'>): void {
    const thread = this.#lifecycle.threadOn(connection, params.threadId, at);
    thread.requested.delete(params);
    thread.settings = overriddenBy(thread.settings, params);
    const turn = this.#lifecycle.turn(thread, result.turn.id);
    turn.known = true;
    turn.rootTurnId ??= result.turn.rootTurnId;
    mention(turn, params.input);
    // Asked for while the turn is active it only steers; but Codex takes the turn for that of whoever asked last.
    turn.origin = connection;
    turn.inputImages = countImages(params.input);
    if (turn.request !== null || turn.startedByItself) return;
    turn.request = params;
    turn.trigger = params.turnTrigger;
    turn.hostContext = this.#hosts.get(params);
  }

  #steered(connection: ConnectionState, steer: Answered<'turn/steer'> | Refused<'turn/steer'>): void {
    const { threadId, expectedTurnId } = steer.params;
    const thread = connection.server.threads.get(threadId);
    // Codex refuses a steer that expects no turn without a word to analytics; of a thread it does not know it has none.
    if (thread === undefined || !expectedTurnId) return;
    const id = steer.type === 'answered' ? steer.result.turnId : expectedTurnId;
    const turn = thread.turns.get(id) ?? null;
    if (turn !== null && steer.type === 'answered') {
      this.#lifecycle.touch(turn);
      if (turn.completion === null) turn.steers += 1;
    }
    this.#exchanges.steered(thread, turn?.isReal === true ? turn : null, steer, connection);
  }

  #archived(connection: ConnectionState, answer: Answered<keyof typeof ARCHIVES>): void {
    const thread = connection.server.threads.get(answer.params.threadId);
    if (thread === undefined) return;
    const action = ARCHIVES[answer.method];
    thread.requested.delete(answer.params);
    thread.archive = action;
    this.#exchanges.archived(thread, action, answer.requestedAt, answer.at);
  }

  /** `review/start` names the turn; `turn/started` will bear another id, and a detached review another thread. */
  #reviewStarted(connection: ConnectionState, { params, result, at }: Answered<'review/start'>): void {
    const { server } = connection;
    const id = result.reviewThreadId ?? params.threadId;
    const isNew = !server.threads.has(id);
    const thread = this.#lifecycle.threadOn(connection, id, at);
    if (isNew && id !== params.threadId) thread.parent = server.threads.get(params.threadId) ?? null;
    thread.hasReviewMode = true;
    const turn = this.#lifecycle.turn(thread, result.turn.id);
    turn.known = !isBefore(connection.runtime, 'items of reviews count');
    turn.isReview = true;
  }
}

const threadOf = ({ server }: ConnectionState, params: Requested['params']): ThreadState | undefined =>
  'threadId' in params ? server.threads.get(params.threadId) : undefined;

const interrupted = (connection: ConnectionState, params: Params<'turn/interrupt'>): TurnState | undefined =>
  params.turnId === null ? undefined : threadOf(connection, params)?.turns.get(params.turnId);
