import { describe, expect, it } from 'vitest';
import type { RequestFacts } from '../../src/session/facts/index.js';
import { command } from './items.js';
import { MINUTE, openThread, openTurn, START, type Session, type SessionOptions } from './session.js';

/** What waits, in words. */
const waiting = ({ observer }: Session) => observer.waiting.map(nameOf);
const nameOf = (facts: RequestFacts) =>
  facts.type === 'review' ? facts.reviewId : `${facts.kind} ${'requestId' in facts ? facts.requestId : ''}`;

/** A session with a turn, and the requests that were announced. */
function announced(options: Partial<SessionOptions> & { readonly transport?: 'stdio' | 'websocket' } = {}) {
  const requests: { readonly facts: RequestFacts; readonly hasSpan: boolean }[] = [];
  const onRequested = (facts: RequestFacts, span: unknown) => {
    requests.push({ facts, hasSpan: span !== undefined });
  };
  return { requests, ...openTurn({ ...options, onRequested }) };
}

describe('a review or a question that begins', () => {
  it('a review is announced at once, with the facts of its request', () => {
    const { session, turn, requests } = announced();
    turn.itemStarted(command('call-1'));
    session.wait(7);
    turn.askCommand(0, 'call-1');
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      hasSpan: true,
      facts: {
        type: 'review',
        startMs: START + 7,
        turnId: turn.id,
        itemId: 'call-1',
        reviewId: 'user:0',
        reviewer: 'user',
        subjectKind: 'command_execution',
        trigger: 'initial',
        lineage: { threadId: turn.thread.id },
        client: { clientName: 'codex_vscode' },
      },
    });
    expect(waiting(session)).toEqual(['user:0']);
  });

  it('a guardian review and a question are announced as well, a question outside all turns without a turn', () => {
    const { session, turn, client, requests } = announced();
    turn.guardianStarted('review-1', 'call-1');
    turn.ask('item/tool/requestUserInput', 4, { itemId: 'call-2', questions: [] });
    client.receives({
      method: 'mcpServer/elicitation/request',
      id: 5,
      params: { threadId: turn.thread.id, turnId: null, serverName: 'helper', mode: 'form', message: 'a secret' },
    });
    expect(waiting(session)).toEqual(['review-1', 'question 4', 'elicitation 5']);
    expect(requests.map(({ facts }) => facts.turnId)).toEqual([turn.id, turn.id, null]);
    expect(JSON.stringify(requests)).not.toContain('secret');
  });

  it('a review is announced without a span while nothing reported the start of its turn', () => {
    const requests: boolean[] = [];
    const onRequested = (_facts: RequestFacts, span: unknown) => void requests.push(span !== undefined);
    const { thread, session } = openThread({ onRequested });
    thread.acceptTurn().askCommand(0, 'call-1');
    expect(requests).toEqual([false]);
    expect(waiting(session)).toEqual(['user:0']);
  });

  it('a review that is put to several clients, and to one that returns, is announced once', () => {
    const { session, turn, requests } = announced({ transport: 'websocket' });
    const approval = turn.askCommand(0, 'call-1');
    approval.on(session.connect({ transport: 'websocket' }).initialize());
    expect(requests).toHaveLength(1);
    expect(waiting(session)).toEqual(['user:0']);
  });

  it('a review of an action that analytics does not know is not announced', () => {
    const { session, turn, requests } = announced();
    turn.guardianStarted('review-1', 'call-1', { action: { type: 'a new one' } });
    expect(requests).toEqual([]);
    expect(waiting(session)).toEqual([]);
  });
});

describe('a review or a question waits no longer', () => {
  it('once it is answered', () => {
    const { session, turn } = announced();
    const [review, question] = [
      turn.askCommand(0, 'call-1'),
      turn.ask('item/tool/requestUserInput', 1, { itemId: 'call-2', questions: [] }),
    ];
    review.answer({ decision: 'accept' });
    expect(waiting(session)).toEqual(['question 1']);
    question.answer({ answers: {} });
    expect(waiting(session)).toEqual([]);
  });

  it('once the server resolved it, also where another client answered and nothing reports how', () => {
    const { session, turn } = announced({ transport: 'websocket' });
    turn.itemStarted(command('call-1'));
    turn.askCommand(0, 'call-1').resolved();
    expect(session.facts('review')).toEqual([]);
    expect(waiting(session)).toEqual([]);
  });

  it('once a late answer came', () => {
    const { session, turn } = announced();
    const approval = turn.askCommand(0, 'call-1');
    turn.completed({ status: 'interrupted' });
    approval.answer({ decision: 'accept' });
    expect(waiting(session)).toEqual([]);
  });

  it('a minute after its turn ended, or its client left', () => {
    const { session, client, thread, turn } = announced();
    turn.askCommand(0, 'call-1');
    turn.completed();
    session.wait(MINUTE + 1);
    expect(waiting(session)).toEqual([]);
    thread.startTurn().askCommand(1, 'call-2');
    client.close();
    session.wait(MINUTE + 1);
    expect(waiting(session)).toEqual([]);
  });

  it('once its server goes, and once the observer stops', () => {
    const { session, client, turn } = announced();
    turn.askCommand(0, 'call-1');
    client.close();
    session.end();
    expect(waiting(session)).toEqual([]);
  });

  it('once a limit ended it', () => {
    const { session, turn } = announced({ limits: { itemsPerTurn: 2 } });
    for (const id of [0, 1, 2]) turn.askCommand(id, `call-${id}`);
    expect(waiting(session)).toEqual(['user:1', 'user:2']);
  });
});
