import { describe, expect, it } from 'vitest';
import { openThread, threadOf } from '../session.js';

const PLAN = { mode: 'plan', settings: { model: 'gpt-plan', reasoning_effort: 'high' } };

describe('settings of a turn', () => {
  it('a turn has the settings of the response that opened its thread', () => {
    const { session, client } = openThread();
    const result = {
      model: 'gpt-x',
      modelProvider: null,
      serviceTier: 'flex',
      reasoningEffort: 'low',
      approvalPolicy: { granular: {} },
      approvalsReviewer: 'auto_review',
      sandbox: { type: 'readOnly' },
    };
    client.startThread({ modelProvider: 'mock', ephemeral: true }, result).startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([
      {
        model: 'gpt-x',
        model_provider: 'mock',
        service_tier: 'flex',
        reasoning_effort: 'low',
        reasoning_summary: null,
        approval_policy: 'granular',
        approvals_reviewer: 'auto_review',
        sandbox_policy: 'read_only',
        sandbox_network_access: false,
        collaboration_mode: 'default',
        ephemeral: true,
      },
    ]);
  });

  it('a turn has the summary and the personality of the thread/start request, which no response repeats', () => {
    const { session, client } = openThread();
    const config = { model_reasoning_summary: 'detailed', personality: 'pragmatic' };
    client.startThread({}, {}, { config, personality: 'friendly' }).startTurn().completed();
    client.startThread({}, {}, { config }).startTurn().completed();
    client.startThread({}, {}, { config: 'odd' }).startTurn().completed();
    const settings = session.params('codex_turn_event').map((params) => [params.reasoning_summary, params.personality]);
    expect(settings).toEqual([
      ['detailed', 'friendly'],
      ['detailed', 'pragmatic'],
      [null, null],
    ]);
  });

  it('a resume of a loaded thread changes none of the settings that no answer repeats, nor does the personality of a fork request', () => {
    const { session, client } = openThread();
    const thread = client.startThread({}, {}, { personality: 'friendly' });
    const ask = (method: string, id: string, params: object) => {
      const request = client.request(method, { threadId: id, personality: 'pragmatic', ...params });
      client.answer(request, { thread: threadOf({ id, preview: 'x' }, session.now), model: 'gpt-5.5' });
    };
    ask('thread/resume', thread.id, { config: { model_reasoning_summary: 'detailed' } });
    thread.startTurn().completed();
    const fork = client.thread(session.nextId());
    ask('thread/fork', fork.id, { config: { model_reasoning_summary: 'detailed' } });
    fork.startTurn().completed();
    const settings = session.params('codex_turn_event').map((params) => [params.reasoning_summary, params.personality]);
    expect(settings).toEqual([
      [null, 'friendly'],
      ['detailed', null],
    ]);
  });

  it('a setting of turn/start holds for the turns after it, and null changes nothing', () => {
    const { session, thread } = openThread();
    const given = {
      model: 'gpt-y',
      effort: 'high',
      summary: 'detailed',
      serviceTier: 'flex',
      personality: 'friendly',
      approvalPolicy: 'never',
      approvalsReviewer: 'auto_review',
      sandboxPolicy: { type: 'dangerFullAccess' },
    };
    thread.startTurn(given).completed();
    thread.startTurn().completed();
    thread
      .startTurn({
        model: null,
        effort: null,
        summary: null,
        personality: null,
        approvalPolicy: null,
        approvalsReviewer: null,
        sandboxPolicy: null,
      })
      .completed();
    const expected = {
      model: 'gpt-y',
      reasoning_effort: 'high',
      reasoning_summary: 'detailed',
      service_tier: 'flex',
      personality: 'friendly',
      approval_policy: 'never',
      approvals_reviewer: 'auto_review',
      sandbox_policy: 'full_access',
      sandbox_network_access: true,
    };
    expect(session.params('codex_turn_event')).toMatchObject([expected, expected, expected]);
  });

  it('a service tier of null resets the tier, which it does for no other setting', () => {
    const { session, thread } = openThread();
    thread.startTurn({ serviceTier: 'flex' }).completed();
    thread.startTurn({ serviceTier: null }).completed();
    thread.startTurn({ serviceTier: 'priority' }).completed();
    const tiers = session.params('codex_turn_event').map(({ service_tier: tier }) => tier);
    expect(tiers).toEqual(['flex', 'default', 'fast']);
  });

  it('thread/settings/updated changes the turns that start after it', () => {
    const { session, thread } = openThread();
    const running = thread.startTurn();
    const threadSettings = {
      model: 'gpt-z',
      modelProvider: 'other',
      effort: 'low',
      summary: 'auto',
      personality: null,
    };
    thread.notify('thread/settings/updated', { threadSettings });
    running.completed();
    thread.startTurn().completed();
    thread.notify('thread/settings/updated', { threadSettings: { effort: null, summary: null, modelProvider: null } });
    thread.startTurn().completed();
    const settings = session
      .params('codex_turn_event')
      .map((params) => [params.model, params.model_provider, params.reasoning_effort, params.reasoning_summary]);
    expect(settings).toEqual([
      ['gpt-5.5', 'openai', null, null],
      ['gpt-z', 'other', 'low', 'auto'],
      ['gpt-z', 'other', null, null],
    ]);
  });

  it('a collaboration mode sets model and effort, which the next mode keeps', () => {
    const { session, thread } = openThread();
    thread.startTurn({ collaborationMode: PLAN }).completed();
    thread.startTurn({ collaborationMode: { mode: 'execute' } }).completed();
    const settings = session
      .params('codex_turn_event')
      .map((params) => [params.collaboration_mode, params.model, params.reasoning_effort]);
    expect(settings).toEqual([
      ['plan', 'gpt-plan', 'high'],
      ['default', 'gpt-plan', 'high'],
    ]);
  });

  it('a resume of a loaded thread has the settings of its answer, and keeps those that the answer does not repeat', () => {
    const { session, client, thread } = openThread();
    thread
      .startTurn({ model: 'gpt-y', summary: 'detailed', personality: 'pragmatic', collaborationMode: { mode: 'plan' } })
      .completed();
    client.resumeThread(thread.id).startTurn().completed();
    expect(session.params('codex_turn_event')[1]).toMatchObject({
      model: 'gpt-5.5',
      reasoning_summary: 'detailed',
      personality: 'pragmatic',
      collaboration_mode: 'plan',
      initialization_mode: 'resumed',
    });
  });

  const GIVEN = { summary: 'detailed', personality: 'pragmatic', collaborationMode: { mode: 'plan' } };

  describe.each([
    ['0.168.9', { reasoning_summary: null, personality: null, collaboration_mode: 'default' }],
    ['0.169.0', { reasoning_summary: 'detailed', personality: 'pragmatic', collaboration_mode: 'plan' }],
    ['1.0.0', { reasoning_summary: 'detailed', personality: 'pragmatic', collaboration_mode: 'plan' }],
  ])('of a thread that version %s loads from the disk', (version, expected) => {
    it('a turn has the settings that are stored there, after the thread was closed', () => {
      const { session, client, thread } = openThread({ version });
      thread.startTurn(GIVEN).completed();
      thread.notify('thread/closed');
      client.resumeThread(thread.id).startTurn().completed();
      expect(session.params('codex_turn_event')[1]).toMatchObject(expected);
    });

    it.each(['stdio', 'websocket'] as const)('a turn has them in the next %s server, too', (transport) => {
      const { session, client, thread } = openThread({ version, transport });
      thread.startTurn(GIVEN).completed();
      client.close();
      const next = session.connect({ server: '2', transport }).initialize();
      next.resumeThread(thread.id).startTurn().completed();
      expect(session.params('codex_turn_event')[1]).toMatchObject(expected);
    });
  });

  it('a thread that its clients unsubscribed from stays loaded for a time, and keeps its settings at a resume', () => {
    const { session, client, thread } = openThread({ version: '0.168.0', transport: 'websocket' });
    const second = session.connect({ transport: 'websocket' }).initialize();
    second.resumeThread(thread.id);
    thread.startTurn({ summary: 'detailed' }).completed();
    for (const each of [client, second]) each.call('thread/unsubscribe', { threadId: thread.id }, {});
    second.resumeThread(thread.id).startTurn().completed();
    expect(session.params('codex_turn_event')[1]).toMatchObject({ reasoning_summary: 'detailed' });
  });

  it('a thread that was closed is loaded from the disk, with the settings of the request', () => {
    const { session, client, thread } = openThread({ version: '0.168.0' });
    thread.startTurn({ summary: 'detailed', personality: 'pragmatic' }).completed();
    thread.notify('thread/closed');
    const result = { thread: threadOf({ id: thread.id, preview: 'x' }, session.now), model: 'gpt-5.5' };
    client.call('thread/resume', { threadId: thread.id, config: { model_reasoning_summary: 'concise' } }, result);
    thread.startTurn().completed();
    expect(session.params('codex_turn_event')[1]).toMatchObject({ reasoning_summary: 'concise', personality: null });
  });

  it('a resumed thread has the collaboration mode of the answer, which has it from 0.158 on', () => {
    const { session, client } = openThread();
    const mode = { mode: 'plan', settings: { model: 'gpt-plan', reasoning_effort: 'high' } };
    client.resumeThread(session.nextId(), {}, { collaborationMode: mode }).startTurn().completed();
    client.resumeThread(session.nextId(), {}, { collaborationMode: null }).startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([
      { collaboration_mode: 'plan', model: 'gpt-5.5' },
      { collaboration_mode: 'default' },
    ]);
  });

  it.each([
    ['0.147.0', 'pragmatic'],
    ['0.148.0', null],
    ['0.169.0', null],
  ])("a fork of version %s has the personality %s of its request's configuration", (version, personality) => {
    const { session, client, thread } = openThread({ version });
    const fork = client.thread(session.nextId());
    const params = { threadId: thread.id, personality: 'friendly', config: { personality: 'pragmatic' } };
    client.call('thread/fork', params, { thread: threadOf({ id: fork.id }, session.now), model: 'gpt-5.5' });
    fork.startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ personality }]);
  });

  it.each([
    ['0.147.0', 'fast'],
    ['0.150.9', 'fast'],
    ['0.151.0', 'default'],
    ['1.0.0', 'default'],
  ])('serviceTierForTurn counts for its turn alone, from 0.151 on: %s has %s', (version, tier) => {
    const { session, thread } = openThread({ version });
    thread.startTurn({ serviceTier: 'fast' }).completed();
    thread.startTurn({ serviceTierForTurn: 'default' }).completed();
    thread.startTurn({ serviceTierForTurn: null }).completed();
    const tiers = session.params('codex_turn_event').map(({ service_tier }) => service_tier);
    expect(tiers).toEqual(['fast', tier, 'fast']);
  });

  it.each([
    ['0.156.9', { serviceTier: 'flex' }, 'default'],
    ['0.157.0', { serviceTier: 'flex' }, 'flex'],
    ['1.0.0', { serviceTierForTurn: 'flex' }, 'flex'],
    ['1.0.0', { serviceTierForTurn: 'priority' }, 'fast'],
    ['1.0.0', { serviceTierForTurn: 'fast' }, 'default'],
    ['1.0.0', { serviceTier: 'nonsense' }, 'default'],
  ])('a tier counts where Codex has it: in version %s %j is %s', (version, params, service_tier) => {
    const { session, thread } = openThread({ version });
    thread.startTurn(params).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ service_tier }]);
  });

  it('a turn event keeps the model that was asked for when the server reroutes to another model', () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn();
    turn.notify('model/rerouted', { fromModel: 'gpt-5.5', toModel: 'gpt-safe' });
    turn.completed();
    expect(session.params('codex_turn_event').map(({ model }) => model)).toEqual(['gpt-5.5']);
  });
});
