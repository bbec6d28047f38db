import { describe, expect, it } from 'vitest';
import { openThread, words } from '../session.js';

describe('turn that no client asked for', () => {
  it('a turn event has the trigger of its turn: queue, goal or the one in turn/start', () => {
    const { session, client, thread } = openThread();
    client.call('thread/queue/add', { threadId: thread.id, input: words }, { queuedSubmission: { id: 'q' } });
    thread.turn().started().completed();
    const goal = { status: 'active', tokenBudget: null, tokensUsed: 0, timeUsedSeconds: 0 };
    thread.notify('thread/goal/updated', { turnId: null, goal });
    thread.turn().started().completed();
    thread.startTurn({ turnTrigger: 'user' }).completed();
    const triggers = session.params('codex_turn_event').map((params) => params.turn_trigger);
    expect(triggers).toEqual(['queue', 'goal', 'user']);
  });

  it('a queued turn has the images and app mentions of its first message', () => {
    const { session, client, thread } = openThread();
    const [image, app] = [
      { type: 'image', url: 'a secret' },
      { type: 'mention', name: 'Calendar', path: 'app://calendar' },
    ];
    client.call('thread/queue/add', { threadId: thread.id, input: [] }, {});
    const queued = thread.turn();
    thread.notify('turn/started', { turn: { id: queued.id, status: 'inProgress' } });
    queued.item({ type: 'userMessage', id: 'm1', content: [image, image, app, app, 'odd'] });
    queued.item({ type: 'userMessage', id: 'm2', content: [image] }).completed();
    const asked = thread.acceptTurn({ input: [image] });
    thread.notify('turn/started', { turn: { id: asked.id, status: 'inProgress' } });
    asked.item({ type: 'userMessage', id: 'm3', content: [image, image] }).completed();
    expect(session.facts('turn').map(({ inputImageCount }) => inputImageCount)).toEqual([2, 1]);
    expect(session.params('codex_app_mentioned')).toMatchObject([{ connector_id: 'calendar' }]);
  });

  it('a queue starts as many turns as messages were queued, and none for a refused thread/queue/add', () => {
    const { session, client, thread } = openThread();
    const refused = client.request('thread/queue/add', { threadId: thread.id, input: [] });
    client.refuse(refused, { code: 1, message: 'no' });
    client.call('thread/queue/add', { threadId: thread.id, input: [] }, {});
    thread.turn().started().completed();
    thread.turn().started().completed();
    expect(session.facts('turn').map(({ trigger }) => trigger)).toEqual(['queue', null]);
  });
});
