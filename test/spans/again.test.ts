import { Readable } from 'node:stream';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import type { Facts } from '../../src/session/facts/index.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { replayWireLog, type ReplayOptions } from '../../src/replay.js';
import { Counters } from '../../src/counters.js';
import { command, spawn, type Item } from '../acceptance/items.js';
import { START, threadOf, uuid } from '../acceptance/session.js';

const MINUTE = 60_000;
const [THREAD, OTHER, CHILD, TURN, NEXT] = [1, 2, 3, 4, 5].map(uuid) as [string, string, string, string, string];
const RUN = { id: 'h', eventName: 'preToolUse', source: 'user', status: 'completed', durationMs: 5 };

type Json = Readonly<Record<string, unknown>>;

/** A wire log, written down line by line. */
class Log {
  readonly #lines: string[] = [];
  #now = START;
  #conn = '';
  #connections = 0;
  #requests = 100;

  wait(ms: number): this {
    this.#now += ms;
    return this;
  }

  /** A client connects to the one WebSocket server that there is. */
  open(): this {
    this.#connections += 1;
    this.#conn = `c${this.#connections}`;
    const userAgent = 'codex_vscode/0.169.0 (Debian 12.0.0; x86_64) xterm-256color (codex_vscode; 1.2.3)';
    this.#line({ event: 'open', transport: 'websocket', server: 1 });
    return this.call('initialize', { clientInfo: { name: 'codex_vscode' } }, { userAgent, platformOs: 'linux' });
  }

  close(): this {
    return this.#line({ event: 'close' });
  }

  call(method: string, params: Json, result: Json): this {
    const id = (this.#requests += 1);
    return this.says({ method, id, params }).hears({ id, result });
  }

  /** `thread/start` or `thread/resume`. */
  opens(method: string, id: string): this {
    return this.call(method, { threadId: id }, { thread: threadOf({ id }, this.#now), model: 'gpt-5.5' });
  }

  says(msg: Json): this {
    return this.#line({ from: 'client', msg });
  }

  hears(msg: Json): this {
    return this.#line({ from: 'server', msg });
  }

  tells(method: string, params: Json, turnId = TURN, threadId = THREAD): this {
    return this.hears({ method, params: { threadId, turnId, ...params }, emittedAtMs: this.#now });
  }

  begins(turnId = TURN, threadId = THREAD): this {
    return this.tells('turn/started', { turn: { id: turnId, status: 'inProgress' } }, turnId, threadId);
  }

  completes(turnId = TURN, threadId = THREAD): this {
    const turn = { id: turnId, status: 'completed', completedAt: Math.floor(this.#now / 1000), durationMs: 5 };
    return this.tells('turn/completed', { turn }, turnId, threadId);
  }

  starts(item: Item, turnId = TURN, threadId = THREAD): this {
    return this.tells('item/started', { item, startedAtMs: this.#now }, turnId, threadId);
  }

  ends(item: Item, turnId = TURN, threadId = THREAD): this {
    return this.tells('item/completed', { item, completedAtMs: this.#now }, turnId, threadId);
  }

  /** Asks for the approval of a command that began with the session. */
  asks(id: number): this {
    const params = { threadId: THREAD, turnId: TURN, itemId: 'call-1', startedAtMs: START };
    return this.hears({ method: 'item/commandExecution/requestApproval', id, params });
  }

  #line(record: Json): this {
    this.#lines.push(`${JSON.stringify({ at: this.#now, conn: this.#conn, ...record })}\n`);
    return this;
  }

  async replay(limits?: ReplayOptions['limits']) {
    const spans: ReadableSpan[] = [];
    const events: CodexAnalyticsEvent[] = [];
    const counters = new Counters();
    const collector = {
      onStart: () => undefined,
      onEnd: (span: ReadableSpan) => void spans.push(span),
      forceFlush: async () => {},
      shutdown: async () => {},
    };
    const tracerProvider = new NodeTracerProvider({
      idGenerator: new CodexIdGenerator(),
      spanProcessors: [collector, new CodexSpanProcessor({ eventHook: (event) => events.push(event) })],
    });
    await replayWireLog(Readable.from(this.#lines), { tracerProvider, counters, limits });
    const ids = spans.map((span) => span.spanContext().spanId);
    expect(new Set(ids).size, 'one span for one span id').toBe(ids.length);
    return { spans, events, counters, facts: spans.map((span) => factsOf(span)!) };
  }
}

const endsOf = (facts: readonly Facts[], type: Facts['type']) =>
  facts.filter((each) => each.type === type).map(({ endReason }) => endReason);
const turnEvents = (events: readonly CodexAnalyticsEvent[]) =>
  events.flatMap(({ event_type, event_params }) =>
    event_type === 'codex_turn_event' ? [[event_params.turn_id, event_params.status]] : [],
  );

/** A client opens a thread; its turn has a command, a review of it and a hook, all going on. */
const openEverything = () =>
  new Log()
    .open()
    .opens('thread/start', THREAD)
    .begins()
    .starts(command('call-1'))
    .asks(0)
    .tells('hook/started', { run: RUN });

/** What the turn has open goes on, and something more of each kind comes. */
const everythingGoesOn = (log: Log) =>
  log
    .asks(0)
    .says({ id: 0, result: { decision: 'accept' } })
    .tells('serverRequest/resolved', { requestId: 0 })
    .ends(command('call-1'))
    .tells('hook/completed', { run: RUN })
    .starts(command('call-2'))
    .tells('item/autoApprovalReview/completed', { reviewId: 'r', startedAtMs: START, review: { status: 'approved' } })
    .ends(command('call-2'))
    .tells('turn/diff/updated', { diff: '@@ -0,0 +1 @@\n+x\n' })
    .completes();

const ONCE = ['item', 'review', 'hook', 'turn'] as const;

describe('a turn that the observer ended is not made again by what is told of it later, nor is anything in it', () => {
  it('where its client comes back after more than a minute', async () => {
    const log = openEverything()
      .wait(100)
      .close()
      .wait(MINUTE + 1)
      .open()
      .opens('thread/resume', THREAD);
    everythingGoesOn(log).begins(NEXT).ends(command('call-3'), NEXT).wait(5).completes(NEXT).close();
    const { facts, events, counters } = await log.replay();
    expect(endsOf(facts, 'turn')).toEqual(['connection_closed', null]);
    for (const type of ['review', 'hook'] as const) expect(endsOf(facts, type), type).toEqual(['connection_closed']);
    expect(endsOf(facts, 'item')).toEqual(['connection_closed', null]);
    expect(endsOf(facts, 'thread_initialization')).toEqual([null, null]);
    expect(endsOf(facts, 'thread')).toEqual(['connection_closed', 'connection_closed']);
    expect(facts.filter(({ type }) => type === 'thread')).toMatchObject([{}, { turnCount: 1, addedLines: 0 }]);
    expect(turnEvents(events)).toEqual([[NEXT, 'completed']]);
    expect(counters.get('messages.skipped', 'after the turn')).toBe(10);
  });

  it('where its client comes back and does not ask for the thread: nothing is made at all', async () => {
    const log = openEverything()
      .close()
      .wait(MINUTE + 1)
      .open();
    const { facts } = await everythingGoesOn(log).close().replay();
    for (const type of [...ONCE, 'thread'] as const) expect(endsOf(facts, type), type).toEqual(['connection_closed']);
  });

  it('where a limit dropped its thread', async () => {
    const log = openEverything().wait(1).opens('thread/start', OTHER);
    const { facts, events, counters } = await everythingGoesOn(log).close().replay({ threads: 1 });
    for (const type of ONCE) expect(endsOf(facts, type), type).toEqual(['limit_reached']);
    expect(turnEvents(events)).toEqual([]);
    expect(counters.get('messages.skipped', 'after the turn')).toBe(10);
  });

  it('where a limit dropped the turn', async () => {
    const log = openEverything().begins(NEXT).ends(command('call-3'), NEXT);
    const { facts } = await everythingGoesOn(log).completes(NEXT).close().replay({ turnsPerThread: 1 });
    expect(endsOf(facts, 'turn')).toEqual(['limit_reached', null]);
    expect(endsOf(facts, 'item')).toEqual(['limit_reached', null]);
  });

  it('where its thread was closed, and opened again after more than a minute', async () => {
    const log = openEverything()
      .tells('thread/closed', {})
      .wait(MINUTE + 1)
      .opens('thread/resume', THREAD);
    const { facts } = await everythingGoesOn(log).close().replay();
    for (const type of ONCE) expect(endsOf(facts, type), type).toEqual(['thread_closed']);
    expect(endsOf(facts, 'thread')).toEqual([null, 'connection_closed']);
  });
});

describe('a turn that completed is not made again', () => {
  it('by a command that it left running, whose client came back after more than a minute', async () => {
    const log = openEverything()
      .wait(5)
      .completes()
      .close()
      .wait(MINUTE + 1)
      .open()
      .opens('thread/resume', THREAD)
      .ends(command('call-1'))
      .close();
    const { facts, events } = await log.replay();
    expect(endsOf(facts, 'turn')).toEqual([null]);
    expect(endsOf(facts, 'item')).toEqual(['turn_ended']);
    expect(turnEvents(events)).toEqual([[TURN, 'completed']]);
  });

  it('until more turns ended than are remembered, which is counted', async () => {
    const log = openEverything().completes().begins(NEXT).ends(command('call-3'), NEXT).completes(NEXT).close();
    const { counters } = await log
      .wait(MINUTE + 1)
      .open()
      .close()
      .replay({ endedTurns: 1 });
    expect(counters.get('state.dropped', 'ended turn')).toBe(1);
  });
});

it('a goal is not made again where a client that came back is told what goal its thread has', async () => {
  const goal = (tokensUsed: number) => ({ status: 'active', tokensUsed, createdAt: START / 1000 });
  const log = openEverything()
    .tells('thread/goal/updated', { goal: goal(0) })
    .wait(5)
    .completes()
    .close();
  log
    .wait(MINUTE + 1)
    .open()
    .opens('thread/resume', THREAD)
    .tells('thread/goal/updated', { goal: goal(7) })
    .tells('thread/goal/updated', { goal: goal(9) })
    .tells('thread/goal/cleared', {})
    .close();
  const { events } = await log.replay();
  const kinds = events.flatMap(({ event_type, event_params }) =>
    event_type === 'codex_goal_event' ? [event_params.event_kind] : [],
  );
  expect(kinds).toEqual(['created', 'usage_accounted', 'cleared']);
});

it('a subagent that a turn spawns after the observer ended it is told whole, in the trace of its parent', async () => {
  const log = openEverything()
    .close()
    .wait(MINUTE + 1)
    .open()
    .opens('thread/resume', THREAD)
    .ends(spawn('call-4', CHILD))
    .begins(NEXT, CHILD)
    .ends(command('call-5'), NEXT, CHILD)
    .wait(5)
    .completes(NEXT, CHILD)
    .close();
  const { spans, events } = await log.replay();
  const named = (name: string) => spans.filter((span) => span.name === name);
  const [spawned] = named('codex.thread spawn');
  const [resumed] = named('codex.thread resume');
  expect(spawned?.parentSpanContext?.spanId).toBe(resumed?.spanContext().spanId);
  const turn = named('invoke_agent codex').find((span) => span.attributes['codex.thread.id'] === CHILD);
  expect(turn?.parentSpanContext?.spanId).toBe(spawned?.spanContext().spanId);
  expect(turn?.spanContext().traceId).toBe(THREAD.replaceAll('-', ''));
  expect(turnEvents(events)).toEqual([[NEXT, 'completed']]);
});
