import { describe, expect, it } from 'vitest';
import { project } from '../../src/events/projection/project.js';
import * as given from './facts.js';
import { context } from './facts.js';
import { paramsOf } from './projected.js';

describe('a thread that is started, resumed or forked', () => {
  it('has one event with the client, the model and the lineage of its response', () => {
    expect(project(given.threadInitialization())).toEqual([
      {
        event_type: 'codex_thread_initialized',
        event_params: {
          thread_id: 'thread-1',
          session_id: 'session-1',
          ...context,
          model: 'gpt-5.5',
          ephemeral: false,
          thread_source: 'user',
          initialization_mode: 'new',
          subagent_source: null,
          parent_thread_id: null,
          forked_from_thread_id: null,
          created_at: 1_795_397_934,
        },
      },
    ]);
  });

  it('has the mode of its initialisation, and the thread from which it was forked', () => {
    const lineage = { ...given.lineage, forkedFromThreadId: 'thread-0', threadSource: 'automation-x' };
    expect(paramsOf(given.threadInitialization({ method: 'fork', mode: 'forked', lineage }))).toMatchObject([
      { initialization_mode: 'forked', forked_from_thread_id: 'thread-0', thread_source: 'automation-x' },
    ]);
    expect(paramsOf(given.threadInitialization({ method: 'resume', mode: 'resumed' }))).toMatchObject([
      { initialization_mode: 'resumed' },
    ]);
  });

  it('has null for what the response did not report', () => {
    const lineage = { ...given.lineage, sessionId: null, threadSource: null };
    const facts = given.threadInitialization({ model: null, ephemeral: null, createdAt: null, lineage });
    expect(paramsOf(facts)).toMatchObject([
      { model: null, ephemeral: null, created_at: null, session_id: null, thread_source: null },
    ]);
  });

  it('has no event without an answer', () => {
    expect(project(given.threadInitialization({ endReason: 'observation_ended' }))).toEqual([]);
  });
});

describe("a subagent's thread", () => {
  const spawned = (facts: Parameters<typeof given.threadInitialization>[0] = {}) =>
    given.threadInitialization({ method: 'spawn', lineage: given.subagentLineage, ...facts });

  it("is in process, new, and bears its parent's client", () => {
    expect(paramsOf(spawned())).toEqual([
      {
        thread_id: 'thread-1',
        session_id: 'session-1',
        app_server_client: {
          ...context.app_server_client,
          rpc_transport: 'in_process',
          experimental_api_enabled: null,
        },
        runtime: context.runtime,
        model: 'gpt-5.5',
        ephemeral: false,
        thread_source: 'subagent',
        initialization_mode: 'new',
        subagent_source: 'thread_spawn',
        parent_thread_id: 'thread-parent',
        forked_from_thread_id: null,
        created_at: 1_795_397_934,
      },
    ]);
  });

  it.each(['review', 'thread_spawn', 'memory_consolidation', 'guardian'])('names its source: %s', (subagentSource) => {
    const lineage = { ...given.subagentLineage, subagentSource, parentThreadId: null };
    expect(paramsOf(spawned({ lineage }))).toMatchObject([
      { subagent_source: subagentSource, parent_thread_id: null, thread_source: 'subagent' },
    ]);
  });

  it('has its event even where it never began a turn', () => {
    expect(project(spawned({ endReason: 'connection_closed' }))).toHaveLength(1);
  });

  it('has no event while its model, its creation or whether it is ephemeral is not known', () => {
    expect(project(spawned({ model: null }))).toEqual([]);
    expect(project(spawned({ ephemeral: null }))).toEqual([]);
    expect(project(spawned({ createdAt: null }))).toEqual([]);
  });
});

describe('an archived thread', () => {
  it('has one event with the time of the notification', () => {
    expect(project(given.threadArchive())).toEqual([
      {
        event_type: 'codex_thread_archive_event',
        event_params: {
          thread_id: 'thread-1',
          action: 'archived',
          occurred_at_ms: 1_795_398_035_442,
          ...context,
          thread_source: 'user',
          parent_thread_id: null,
        },
      },
    ]);
  });

  it('is never dropped: what is not known is null', () => {
    const lineage = { ...given.lineage, isComplete: false, threadSource: null };
    expect(paramsOf(given.threadArchive({ action: 'unarchived', client: null, runtime: null, lineage }))).toEqual([
      {
        thread_id: 'thread-1',
        action: 'unarchived',
        occurred_at_ms: 1_795_398_035_442,
        app_server_client: null,
        runtime: null,
        thread_source: null,
        parent_thread_id: null,
      },
    ]);
  });

  it.each([
    ['subagent', 'subagent'],
    ['memory_consolidation', 'memory_consolidation'],
    ['guardian_review', 'guardian_review'],
    ['automation', 'automation'],
    ['automation-x', null],
    ['my feature', null],
  ])('with the source %s has the source %s', (threadSource, reported) => {
    expect(paramsOf(given.threadArchive({ lineage: { ...given.lineage, threadSource } }))).toMatchObject([
      { thread_source: reported },
    ]);
  });
});

it('a thread that ends has no event', () => {
  expect(project(given.thread())).toEqual([]);
});

it('facts of a type that a later version may add have no event', () => {
  expect(project({ ...given.thread(), type: 'realtime' } as never)).toEqual([]);
});
