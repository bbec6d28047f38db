import { describe, expect, it } from 'vitest';
import type { RequestFacts } from '../../src/session/facts/index.js';
import { command } from './items.js';
import { MINUTE, openThread, openTurn, START, type Session, type SessionOptions } from './session.js';

/** The reviews and questions that wait, in words. */
const waiting = ({ observer }: Session) => observer.waiting.map(nameOf);
const nameOf = (facts: RequestFacts) =>
  facts.type === 'review' ? facts.reviewId : `${facts.kind} ${'requestId' in facts ? facts.requestId : ''}`;

/** A session with a turn, and the requests that were reported to the host. */
function reporting(options: Partial<SessionOptions> & { readonly transport?: 'stdio' | 'websocket' } = {}) {
  const requests: { readonly facts: RequestFacts; readonly hasSpan: boolean }[] = [];
  const onRequested = (facts: RequestFacts, span: unknown) => {
    requests.push({ facts, hasSpan: span !== undefined });
  };
  return { requests, ...openTurn({ ...options, onRequested }) };
}

describe('a review or a question that begins', () => {
  it('a review is reported at once, with the facts of its request', () => {
    const { session, turn, requests } = reporting();
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

  it('a guardian review and a question are reported as well, a question outside all turns without a turn', () => {
    const { session, turn, client, requests } = reporting();
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

  it('a review is reported without a span while nothing reported the start of its turn', () => {
    const requests: boolean[] = [];
    const onRequested = (_facts: RequestFacts, span: unknown) => void requests.push(span !== undefined);
    const { thread, session } = openThread({ onRequested });
    thread.acceptTurn().askCommand(0, 'call-1');
    expect(requests).toEqual([false]);
    expect(waiting(session)).toEqual(['user:0']);
  });

  it('a review that is put to several clients, and to one that returns, is reported once', () => {
    const { session, turn, requests } = reporting({ transport: 'websocket' });
    const approval = turn.askCommand(0, 'call-1');
    approval.on(session.connect({ transport: 'websocket' }).initialize());
    expect(requests).toHaveLength(1);
    expect(waiting(session)).toEqual(['user:0']);
  });

  it('a review of an action that analytics does not know is not reported', () => {
    const { session, turn, requests } = reporting();
    turn.guardianStarted('review-1', 'call-1', { action: { type: 'a new one' } });
    expect(requests).toEqual([]);
    expect(waiting(session)).toEqual([]);
  });
});

describe('a review or a question waits no longer', () => {
  it('once it is answered', () => {
    const { session, turn } = reporting();
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
    const { session, turn } = reporting({ transport: 'websocket' });
    turn.itemStarted(command('call-1'));
    turn.askCommand(0, 'call-1').resolved();
    expect(session.facts('review')).toEqual([]);
    expect(waiting(session)).toEqual([]);
  });

  it('once a late answer came', () => {
    const { session, turn } = reporting();
    const approval = turn.askCommand(0, 'call-1');
    turn.completed({ status: 'interrupted' });
    approval.answer({ decision: 'accept' });
    expect(waiting(session)).toEqual([]);
  });

  it('a minute after its turn ended, or its client left', () => {
    const { session, client, thread, turn } = reporting();
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
    const { session, client, turn } = reporting();
    turn.askCommand(0, 'call-1');
    client.close();
    session.end();
    expect(waiting(session)).toEqual([]);
  });

  it('once a limit ended it', () => {
    const { session, turn } = reporting({ limits: { itemsPerTurn: 2 } });
    for (const id of [0, 1, 2]) turn.askCommand(id, `call-${id}`);
    expect(waiting(session)).toEqual(['user:1', 'user:2']);
  });
});
