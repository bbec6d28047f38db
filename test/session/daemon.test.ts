import { describe, expect, it } from 'vitest';
import type { RequestFacts } from '../../src/session/facts/index.js';
import { START, Session, uuid } from './session.js';

const THREAD = uuid(500);
const TURN = uuid(501);
const AGENT = uuid(502);

interface Requested {
  readonly facts: RequestFacts;
  readonly spanId: string | undefined;
  readonly traceId: string | undefined;
}

/** A connection of the observer's own to the daemon. Nothing of what the daemon's clients send is seen. */
function beside() {
  const requests: Requested[] = [];
  const session = new Session({
    onRequested: (facts, span) => {
      const { spanId, traceId } = span?.spanContext() ?? {};
      requests.push({ facts, spanId, traceId });
    },
  });
  const daemon = session.connect({ transport: 'websocket', source: 'daemon' });
  daemon.initialize({ clientInfo: { name: 'codex_app_server_daemon', version: '1' } }, { originator: 'codex_tui' });
  const notify = (method: string, params: object) => daemon.receives({ method, params, emittedAtMs: session.now });
  const thread = (id = THREAD, more: object = {}) =>
    notify('thread/started', {
      thread: { id, sessionId: THREAD, parentThreadId: null, source: 'vscode', turns: [], ...more },
    });
  const turn = (threadId = THREAD) =>
    notify('turn/started', { threadId, turn: { id: TURN, status: 'inProgress', startedAt: START / 1000 } });
  const status = (type: string, ...activeFlags: string[]) =>
    notify('thread/status/changed', { threadId: THREAD, status: { type, activeFlags } });
  const ask = (threadId = THREAD) =>
    daemon.receives({
      id: 0,
      method: 'item/commandExecution/requestApproval',
      params: { threadId, turnId: TURN, itemId: 'call-1', startedAtMs: session.now },
    });
  return { session, daemon, requests, notify, thread, turn, status, ask };
}

describe('a thread of the daemon that waits for a person', () => {
  it('is reported by its status, in the turn that runs, once', () => {
    const { session, requests, thread, turn, status } = beside();
    thread();
    turn();
    status('active');
    session.wait(5);
    status('active', 'waitingOnApproval');
    status('active', 'waitingOnApproval');
    expect(requests).toMatchObject([
      {
        facts: { type: 'waiting', kind: 'approval', startMs: START + 5, turnId: TURN, connectionSource: 'daemon' },
        traceId: THREAD.replaceAll('-', ''),
        spanId: expect.any(String) as string,
      },
    ]);
    expect(session.observer.waiting).toHaveLength(1);
    status('active');
    expect(session.observer.waiting).toEqual([]);
    status('active', 'waitingOnUserInput', 'waitingOnApproval');
    expect(requests.map(({ facts }) => facts.type === 'waiting' && facts.kind)).toEqual([
      'approval',
      'approval',
      'user_input',
    ]);
    status('idle');
    expect(session.observer.waiting).toEqual([]);
  });

  it('waits no more when it is closed, or the daemon is gone', () => {
    const closed = beside();
    closed.status('active', 'waitingOnApproval');
    closed.notify('thread/closed', { threadId: THREAD });
    closed.session.wait(60_000);
    expect(closed.session.observer.waiting).toEqual([]);
    const gone = beside();
    gone.status('active', 'waitingOnApproval');
    gone.daemon.close();
    expect(gone.session.observer.waiting).toEqual([]);
  });

  it('is of no interest where the questions themselves are seen', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const params = { threadId: THREAD, status: { type: 'active', activeFlags: ['waitingOnApproval'] } };
    client.receives({ method: 'thread/status/changed', params });
    expect(session.observer.waiting).toEqual([]);
    expect(session.observer.openCounts.threads).toBe(0);
  });
});

describe('an approval that the daemon asks an observer, too', () => {
  it('is attributed to the originator of the thread, and to no client: nobody knows which of them answers', () => {
    const { session, requests, thread, turn, ask, notify } = beside();
    thread(THREAD, { originator: 'codex_vscode' });
    turn();
    const item = { type: 'commandExecution', id: 'call-1', command: 'ls', status: 'inProgress', source: 'agent' };
    notify('item/started', { threadId: THREAD, turnId: TURN, item, startedAtMs: session.now });
    ask();
    session.wait(20);
    notify('serverRequest/resolved', { threadId: THREAD, requestId: 0 });
    expect(session.observer.waiting).toEqual([]);
    session.wait(20);
    notify('item/completed', { threadId: THREAD, turnId: TURN, item: { ...item, status: 'completed', exitCode: 0 } });
    expect(requests).toHaveLength(1);
    expect(session.facts('review')).toMatchObject([
      {
        status: 'approved',
        resolution: null,
        startMs: START,
        endMs: START + 20,
        decidedBy: null,
        client: { productClientId: 'codex_vscode', clientName: null, clientVersion: null, rpcTransport: null },
        connectionSource: 'daemon',
      },
    ]);
    expect(session.params('codex_review_event')).toHaveLength(1);
  });

  it('of an agent whose parent was not seen is in the trace of the session', () => {
    const { requests, thread, turn, ask } = beside();
    thread(AGENT, { parentThreadId: THREAD });
    turn(AGENT);
    ask(AGENT);
    expect(requests).toMatchObject([{ facts: { type: 'review' }, traceId: THREAD.replaceAll('-', '') }]);
  });

  it('ends with the daemon, for the next one knows nothing of it', () => {
    const { session, daemon, thread, turn, ask } = beside();
    thread();
    turn();
    ask();
    daemon.close();
    expect(session.facts('review')).toMatchObject([{ status: null, endReason: 'server_closed' }]);
  });
});
