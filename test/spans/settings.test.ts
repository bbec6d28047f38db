import { describe, expect, it } from 'vitest';
import { openThread, threadOf } from '../acceptance/session.js';

const PLAN = { mode: 'plan', settings: { model: 'gpt-plan', reasoning_effort: 'high' } };

describe('what a turn runs with', () => {
  it('is what the thread was opened with', () => {
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

  it('is what its client asked for where no answer repeats it', () => {
    const { session, client } = openThread();
    const config = { model_reasoning_summary: 'detailed', personality: 'dry' };
    client.startThread({}, {}, { config, personality: 'friendly' }).startTurn().completed();
    client.startThread({}, {}, { config }).startTurn().completed();
    client.startThread({}, {}, { config: 'odd' }).startTurn().completed();
    const told = session.params('codex_turn_event').map((params) => [params.reasoning_summary, params.personality]);
    expect(told).toEqual([
      ['detailed', 'friendly'],
      ['detailed', 'dry'],
      [null, null],
    ]);
  });

  it('is not what a fork asked to be like, nor what a thread that goes on was asked for again', () => {
    const { session, client } = openThread();
    const thread = client.startThread({}, {}, { personality: 'friendly' });
    const ask = (method: string, id: string, params: object) => {
      const request = client.request(method, { threadId: id, personality: 'dry', ...params });
      client.answer(request, { thread: threadOf({ id, preview: 'x' }, session.now), model: 'gpt-5.5' });
    };
    ask('thread/resume', thread.id, { config: { model_reasoning_summary: 'detailed' } });
    thread.startTurn().completed();
    const fork = client.thread(session.nextId());
    ask('thread/fork', fork.id, { config: { model_reasoning_summary: 'detailed' } });
    fork.startTurn().completed();
    const told = session.params('codex_turn_event').map((params) => [params.reasoning_summary, params.personality]);
    expect(told).toEqual([
      [null, null],
      ['detailed', null],
    ]);
  });

  it('sticks: what one turn is started with holds for the turns after it', () => {
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

  it('is reset by null where only the service tier can be', () => {
    const { session, thread } = openThread();
    thread.startTurn({ serviceTier: 'flex' }).completed();
    thread.startTurn({ serviceTier: null }).completed();
    thread.startTurn({ serviceTier: 'priority' }).completed();
    const tiers = session.params('codex_turn_event').map(({ service_tier: tier }) => tier);
    expect(tiers).toEqual(['flex', 'default', 'fast']);
  });

  it('changes when the server says so, for the turns that begin then', () => {
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
    const told = session
      .params('codex_turn_event')
      .map((params) => [params.model, params.model_provider, params.reasoning_effort, params.reasoning_summary]);
    expect(told).toEqual([
      ['gpt-5.5', 'openai', null, null],
      ['gpt-z', 'other', 'low', 'auto'],
      ['gpt-z', 'other', null, null],
    ]);
  });

  it('comes with the mode of collaboration, and leaves with it', () => {
    const { session, thread } = openThread();
    thread.startTurn({ collaborationMode: PLAN }).completed();
    thread.startTurn({ collaborationMode: { mode: 'execute' } }).completed();
    const told = session
      .params('codex_turn_event')
      .map((params) => [params.collaboration_mode, params.model, params.reasoning_effort]);
    expect(told).toEqual([
      ['plan', 'gpt-plan', 'high'],
      ['default', 'gpt-plan', 'high'],
    ]);
  });

  it('begins anew when the thread is resumed', () => {
    const { session, client, thread } = openThread();
    thread.startTurn({ model: 'gpt-y', summary: 'detailed' }).completed();
    client.resumeThread(thread.id).startTurn().completed();
    expect(session.params('codex_turn_event')[1]).toMatchObject({
      model: 'gpt-5.5',
      reasoning_summary: null,
      initialization_mode: 'resumed',
    });
  });

  it('has the model that was asked for, also where the service answers with another one', () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn();
    turn.notify('model/rerouted', { fromModel: 'gpt-5.5', toModel: 'gpt-safe' });
    turn.completed();
    expect(session.params('codex_turn_event').map(({ model }) => model)).toEqual(['gpt-5.5']);
  });

  it.each([
    ['0.131.0', 'guardian_subagent'],
    ['0.147.0', 'auto_review'],
  ])('names the automatic reviewer as its version %s does', (version, approvals_reviewer) => {
    const { session, thread } = openThread({ version });
    thread.startTurn({ approvalsReviewer: 'auto_review' }).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ approvals_reviewer }]);
  });

  it('says what kind of workspace it is for', () => {
    const { session, thread } = openThread();
    thread.startTurn({ responsesapiClientMetadata: { workspace_kind: 'project' } }).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ workspace_kind: 'project' }]);
  });
});

describe('the control tools of a turn, of which no item tells,', () => {
  it.each([
    ['0.169.0', 4],
    ['0.147.0', 0],
  ])('count by their effect where the version %s counts them', (version, total_tool_call_count) => {
    const { session, client, thread } = openThread({ version });
    const turn = thread.startTurn();
    const asked = { threadId: thread.id, turnId: turn.id, itemId: 'call-1', questions: [] };
    for (const id of [0, 1]) client.hears({ method: 'item/tool/requestUserInput', id, params: asked });
    turn.item({ type: 'imageView', id: 'call-2', path: '/x.png' });
    const goal = (status: string, tokensUsed: number) =>
      thread.notify('thread/goal/updated', { turnId: turn.id, goal: { status, tokensUsed } });
    goal('active', 0);
    goal('active', 5);
    goal('budgetLimited', 5);
    goal('complete', 5);
    turn.completed();
    client.hears({ method: 'item/tool/requestUserInput', id: 2, params: { ...asked, itemId: 'call-3' } });
    expect(session.params('codex_turn_event')).toMatchObject([{ total_tool_call_count, shell_command_count: 0 }]);
  });
});
