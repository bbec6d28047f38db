import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import { SpanFactory } from '../../src/spans/finish.js';
import { Observer } from '../../src/observer.js';
import { Counters } from '../../src/counters.js';

/**
 * A session of a hundred thousand messages, run with `--expose-gc`: what is held in memory while it goes on and when it is
 * over, as JSON on standard output. Nothing of it is ever answered twice, and much of it never ends.
 */
const MESSAGES = 100_000;
const MESSAGE_MS = 100;
/** Turns of one thread. */
const TURNS = 1_500;

const counters = new Counters();
let events = 0;
const codex = new CodexSpanProcessor({ eventHook: () => (events += 1), counters });
const tracer = new NodeTracerProvider({ spanProcessors: [codex] }).getTracer('test');
const observer = new Observer({ spans: new SpanFactory(() => tracer), counters });
const stdio = { id: 'c1', server: '1', transport: 'stdio' } as const;

let now = 1_795_400_000_000;
let told = 0;
const tell = (from: 'client' | 'server', message: object, connection: Parameters<Observer['open']>[0] = stdio) => {
  now += MESSAGE_MS;
  told += 1;
  observer.message(connection, from, Buffer.from(JSON.stringify(message)), now);
};

let requests = 0;
const call = (method: string, params: object, result: object, connection = stdio) => {
  requests += 1;
  tell('client', { method, id: requests, params }, connection);
  tell('server', { id: requests, result }, connection);
};

function turn(threadId: string, turnId: string, isLost: boolean): void {
  const ids = { threadId, turnId };
  const notify = (method: string, params: object) =>
    tell('server', { method, params: { ...ids, ...params }, emittedAtMs: now });
  call(
    'turn/start',
    { threadId, input: [{ type: 'skill', name: 'x', path: '/x/SKILL.md' }] },
    { turn: { id: turnId } },
  );
  notify('turn/started', { turn: { id: turnId, status: 'inProgress', startedAt: 1 } });
  for (const id of ['a', 'b', 'c']) {
    const item = { type: 'commandExecution', id: `${turnId} ${id}`, source: 'agent', status: 'completed' };
    notify('item/started', { item, startedAtMs: now });
    tell('server', {
      method: 'item/commandExecution/requestApproval',
      id: `${turnId} ${id}`,
      params: { ...ids, itemId: item.id, startedAtMs: now },
    });
    notify('item/autoApprovalReview/started', {
      reviewId: `${turnId} ${id}`,
      startedAtMs: now,
      review: { status: 'x' },
    });
    notify('hook/started', { run: { id: `hook ${turnId} ${id}`, eventName: 'preToolUse' } });
    if (isLost) continue;
    tell('client', { id: `${turnId} ${id}`, result: { decision: 'accept' } });
    notify('serverRequest/resolved', { requestId: `${turnId} ${id}` });
    notify('item/completed', { item, completedAtMs: now });
    notify('hook/completed', { run: { id: `hook ${turnId} ${id}`, eventName: 'preToolUse', durationMs: 1 } });
  }
  notify('turn/diff/updated', { diff: `@@ -0,0 +1,50 @@\n${'+a line that was added\n'.repeat(50)}` });
  notify('thread/goal/updated', { goal: { status: 'active', tokensUsed: told } });
  // Answered by nobody, and steering what is over.
  tell('client', { method: 'turn/interrupt', id: 'again', params: ids });
  call('turn/steer', { threadId, expectedTurnId: turnId, input: [] }, { turnId });
  notify('turn/completed', { turn: { id: turnId, status: 'completed', durationMs: 5 } });
}

/** A client that comes by WebSocket, starts something and leaves it behind. */
function visitor(name: string): void {
  const connection = { id: name, server: `server of ${name}`, transport: 'websocket' } as const;
  observer.open(connection, now);
  const thread = { id: `visit of ${name}`, turns: [] };
  tell('client', { method: 'thread/start', id: 1, params: {} }, connection);
  tell('server', { id: 1, result: { thread, model: 'gpt-5.5' } }, connection);
  const params = { threadId: thread.id, turn: { id: `turn of ${name}`, status: 'inProgress' } };
  tell('server', { method: 'turn/started', params }, connection);
  observer.close(connection, now);
}

const held = () => {
  global.gc?.();
  return process.memoryUsage().heapUsed;
};

/** From the connection's opening until a minute after its end. Returns what was held early on and at the end. */
function session(name: string, messages: number): { readonly early: number; readonly late: number } {
  told = 0;
  observer.open(stdio, now);
  const userAgent = 'codex/0.169.0 (Debian 12.0.0; x86_64)';
  call('initialize', { clientInfo: { name: 'x', version: '1' } }, { userAgent, platformOs: 'linux' });
  let early = 0;
  for (let n = 0; told < messages; n++) {
    const threadId = `${name} ${Math.floor(n / TURNS)}`;
    if (n % TURNS === 0) call('thread/start', {}, { thread: { id: threadId, turns: [] }, model: 'gpt-5.5' });
    turn(threadId, `${name} turn ${n}`, n % 5 === 0);
    if (n % TURNS === TURNS - 1) tell('server', { method: 'thread/closed', params: { threadId } });
    if (n % 10 === 0) visitor(`${name} ${n}`);
    if (early === 0 && told > messages / 10) early = held();
  }
  const late = held();
  observer.close(stdio, now);
  now += 61_000;
  observer.advance(now);
  return { early, late };
}

session('warm-up', 5_000);
const before = held();
const { early, late } = session('long', MESSAGES);
const open = { ...observer.openCounts, deadline: observer.nextDeadline ?? null };
const after = held();
const beyond = { early: early - before, late: late - before, after: after - before };
const dropped = counters.total('state.dropped');
process.stdout.write(JSON.stringify({ told, events, dropped, ...beyond, open }));
