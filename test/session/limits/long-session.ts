import { pipeline } from '../pipeline.js';
import type { Observer } from '../../../src/observer.js';

/**
 * A long session, run with `--expose-gc`: prints as JSON how many bytes are held while it goes on and when it is over. Many
 * of its requests are never answered, and much of its work never ends.
 */
const MESSAGES = 14_000;
/** Nearly four hours in all: what a client leaves behind is kept for one. */
const MESSAGE_MS = 1000;
/** Turns of one thread. */
const TURNS = 300;

let events = 0;
const { observer, counters } = pipeline({ limits: { endedTurns: 50 }, onEvent: () => (events += 1) });
const stdio = { id: 'c1', server: '1', transport: 'stdio' } as const;

let now = 1_795_400_000_000;
let sent = 0;
const send = (from: 'client' | 'server', message: object, connection: Parameters<Observer['open']>[0] = stdio) => {
  now += MESSAGE_MS;
  sent += 1;
  observer.message(connection, from, Buffer.from(JSON.stringify(message)), now);
};

let requests = 0;
const call = (method: string, params: object, result: object, connection = stdio) => {
  requests += 1;
  send('client', { method, id: requests, params }, connection);
  send('server', { id: requests, result }, connection);
};

function turn(threadId: string, turnId: string, isLost: boolean): void {
  const ids = { threadId, turnId };
  const notify = (method: string, params: object) =>
    send('server', { method, params: { ...ids, ...params }, emittedAtMs: now });
  call(
    'turn/start',
    { threadId, input: [{ type: 'skill', name: 'x', path: '/x/SKILL.md' }] },
    { turn: { id: turnId } },
  );
  notify('turn/started', { turn: { id: turnId, status: 'inProgress', startedAt: 1 } });
  for (const id of ['a', 'b', 'c']) {
    const item = { type: 'commandExecution', id: `${turnId} ${id}`, source: 'agent', status: 'completed' };
    notify('item/started', { item, startedAtMs: now });
    send('server', {
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
    send('client', { id: `${turnId} ${id}`, result: { decision: 'accept' } });
    notify('serverRequest/resolved', { requestId: `${turnId} ${id}` });
    notify('item/completed', { item, completedAtMs: now });
    notify('hook/completed', { run: { id: `hook ${turnId} ${id}`, eventName: 'preToolUse', durationMs: 1 } });
  }
  notify('turn/diff/updated', { diff: `@@ -0,0 +1,50 @@\n${'+a line that was added\n'.repeat(50)}` });
  notify('thread/goal/updated', { goal: { status: 'active', tokensUsed: sent } });
  // No one answers the interrupt, and the steer comes when its turn is nearly over.
  if (isLost) send('client', { method: 'turn/interrupt', id: 'again', params: ids });
  call('turn/steer', { threadId, expectedTurnId: turnId, input: [] }, { turnId });
  notify('turn/completed', { turn: { id: turnId, status: 'completed', durationMs: 5 } });
}

/** A WebSocket client that starts a turn and leaves it behind. */
function visitor(name: string): void {
  const connection = { id: name, server: `server of ${name}`, transport: 'websocket' } as const;
  observer.open(connection, now);
  const thread = { id: `visit of ${name}`, turns: [] };
  send('client', { method: 'thread/start', id: 1, params: {} }, connection);
  send('server', { id: 1, result: { thread, model: 'gpt-5.5' } }, connection);
  const params = { threadId: thread.id, turn: { id: `turn of ${name}`, status: 'inProgress' } };
  send('server', { method: 'turn/started', params }, connection);
  observer.close(connection, now);
}

const held = () => {
  global.gc?.();
  return process.memoryUsage().heapUsed;
};

/** From the opening of the connection until an hour after its end. Returns the bytes held early on and at the end. */
function session(name: string, messages: number): { readonly early: number; readonly late: number } {
  sent = 0;
  observer.open(stdio, now);
  const userAgent = 'codex/0.169.0 (Debian 12.0.0; x86_64)';
  call('initialize', { clientInfo: { name: 'x', version: '1' } }, { userAgent, platformOs: 'linux' });
  let early = 0;
  for (let n = 0; sent < messages; n++) {
    const threadId = `${name} ${Math.floor(n / TURNS)}`;
    if (n % TURNS === 0) call('thread/start', {}, { thread: { id: threadId, turns: [] }, model: 'gpt-5.5' });
    turn(threadId, `${name} turn ${n}`, n % 25 === 0);
    if (n % TURNS === TURNS - 1) send('server', { method: 'thread/closed', params: { threadId } });
    if (n % 10 === 0) visitor(`${name} ${n}`);
    if (early === 0 && sent > messages * 0.3) early = held();
  }
  const late = held();
  observer.close(stdio, now);
  now += 3_601_000;
  observer.advance(now);
  return { early, late };
}

// Long enough to fill the tables that the process keeps, which are bounded, and to have the code compiled.
session('warm-up', 16_000);
const before = held();
const { early, late } = session('long', MESSAGES);
const open = { ...observer.openCounts, deadline: observer.nextDeadline ?? null };
const after = held();
const beyond = { early: early - before, late: late - before, after: after - before };
const dropped = counters.total('state.dropped') - counters.get('state.dropped', 'ended turn');
process.stdout.write(JSON.stringify({ sent, events, dropped, ...beyond, open }));
