import { SpanStatusCode } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { nameOf, statusOf } from '../../src/spans/attributes.js';
import { attributesOf } from './attributes-of.js';
import { ATTR } from '../../src/spans/conventions.js';
import type { Facts } from '../../src/session/facts/index.js';
import * as given from '../events/facts.js';

const EVERY: readonly Facts[] = given.everyFact;
/** The limit of attributes that SDKs have by default. */
const MAX_ATTRIBUTES = 128;

describe('attributes of every span', () => {
  it.each(EVERY.map((facts) => [nameOf(facts), facts] as const))(
    '%s has its type, its thread, its session, its agent, its client and its version',
    (_name, facts) => {
      const attributes = attributesOf(facts);
      expect(attributes).toMatchObject({
        'codex.span.type': facts.type,
        'codex.thread.id': 'thread-1',
        'gen_ai.conversation.id': 'thread-1',
        'gen_ai.agent.name': 'codex',
        'session.id': 'session-1',
        'codex.client.name': 'acme_observer',
        'codex.app_server.version': '0.169.0',
      });
    },
  );

  it.each(EVERY.map((facts) => [nameOf(facts), facts] as const))(
    '%s has the id of its thread as session.id where the session is not known',
    (_name, facts) => {
      const lineage = { ...facts.lineage, sessionId: null };
      expect(attributesOf({ ...facts, lineage })).toMatchObject({ 'session.id': 'thread-1' });
    },
  );

  it.each(EVERY.map((facts) => [nameOf(facts), facts] as const))(
    '%s has gen_ai.request.model only where it is a turn',
    (_name, facts) => {
      expect(Object.hasOwn(attributesOf(facts), 'gen_ai.request.model')).toBe(facts.type === 'turn');
    },
  );

  it.each(EVERY.map((facts) => [nameOf(facts), facts] as const))(
    '%s has few and flat attributes whose names all stand in one file',
    (_name, facts) => {
      const attributes = attributesOf(facts);
      const names: readonly string[] = Object.values(ATTR);
      expect(Object.keys(attributes).length).toBeLessThan(MAX_ATTRIBUTES / 4);
      for (const [name, value] of Object.entries(attributes)) {
        expect(names).toContain(name);
        const flat = Array.isArray(value) ? value : [value];
        for (const each of flat) expect(['string', 'number', 'boolean']).toContain(typeof each);
      }
    },
  );

  it('an unknown value has no attribute', () => {
    const lineage = { ...given.lineage, sessionId: null, threadSource: null, parentThreadId: null };
    const attributes = attributesOf(
      given.threadInitialization({ client: null, runtime: null, lineage, model: null, endReason: null }),
    );
    expect(Object.keys(attributes).sort()).toEqual([
      'codex.source',
      'codex.span.type',
      'codex.thread.id',
      'codex.thread.initialization_mode',
      'gen_ai.agent.name',
      'gen_ai.conversation.id',
      'session.id',
    ]);
  });
});

describe('attributes of a turn', () => {
  it('a turn follows the GenAI conventions, with attributes of its own beside them', () => {
    expect(attributesOf(given.turn({ diff: { addedLines: 4, deletedLines: 2 } }))).toMatchObject({
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': 'codex',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'gpt-5.5',
      'gen_ai.usage.input_tokens': 123,
      'gen_ai.usage.cache_read.input_tokens': 45,
      'gen_ai.usage.cache_creation.input_tokens': 6,
      'gen_ai.usage.output_tokens': 140,
      'gen_ai.usage.reasoning.output_tokens': 13,
      'codex.turn.id': 'turn-1',
      'codex.turn.root_id': 'turn-root',
      'codex.turn.status': 'completed',
      'codex.turn.task': 'regular',
      'codex.tool.count': 28,
      'codex.lines.added': 4,
      'codex.lines.deleted': 2,
    });
  });

  it('a turn without a provider has openai, its own root turn has no attribute, and unknown usage has none', () => {
    const attributes = attributesOf(given.turn({ modelProvider: null, rootTurnId: 'turn-1', tokenUsage: null }));
    expect(attributes['gen_ai.provider.name']).toBe('openai');
    expect(attributes).not.toHaveProperty('codex.turn.root_id');
    expect(Object.keys(attributes).filter((name) => name.startsWith('gen_ai.usage'))).toEqual([]);
  });
});

describe('attributes of a thread', () => {
  it('an initialisation has the model of its thread under a name of its own', () => {
    expect(attributesOf(given.threadInitialization())).toMatchObject({ 'codex.thread.model': 'gpt-5.5' });
  });

  it("a thread has the sums of its turns, under names that no back end adds to the turns' own", () => {
    const attributes = attributesOf(given.thread({ turnCount: 3, toolCount: 5, reviewCount: 2 }));
    expect(attributes).toMatchObject({ 'codex.turn.count': 3, 'codex.tool.count': 5, 'codex.review.count': 2 });
    expect(Object.keys(attributes).filter((name) => name.startsWith('gen_ai.usage'))).toEqual([]);
  });
});

describe('attributes of an item', () => {
  it.each([
    ['commandExecution', 'function'],
    ['fileChange', 'function'],
    ['dynamicToolCall', 'function'],
    ['collabAgentToolCall', 'function'],
    ['mcpToolCall', 'extension'],
    ['webSearch', 'extension'],
    ['imageGeneration', 'extension'],
  ] as const)('an item of kind %s follows the GenAI conventions as a tool of type %s', (kind, type) => {
    expect(attributesOf(given.item({ detail: given.details[kind], toolName: 'some_tool' }))).toMatchObject({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'some_tool',
      'gen_ai.tool.type': type,
      'gen_ai.tool.call.id': 'item-1',
      'gen_ai.provider.name': 'openai',
      'codex.item.type': kind,
      'codex.item.execution_duration': 1900,
      'codex.review.count': 0,
    });
  });

  it('a command has its source and exit code, an MCP call its server and method, and a collab call its receivers', () => {
    expect(attributesOf(given.item())).toMatchObject({
      'process.exit.code': 7,
      'codex.command.source': 'unifiedExecStartup',
    });
    expect(attributesOf(given.item({ detail: given.details.mcpToolCall }))).toMatchObject({
      'codex.mcp.server': 'codex_apps',
      'mcp.method.name': 'tools/call',
    });
    const collab = given.details.collabAgentToolCall;
    expect(attributesOf(given.item({ detail: collab }))['codex.collab.receiver_thread_ids']).toEqual([
      'thread-2',
      'thread-3',
    ]);
    const alone = attributesOf(given.item({ detail: { ...collab, receiverThreadIds: [] } }));
    expect(alone).not.toHaveProperty('codex.collab.receiver_thread_ids');
  });

  it('an item has an approval outcome when it was reviewed', () => {
    expect(attributesOf(given.item())).not.toHaveProperty('codex.item.approval_outcome');
    const reviews = { ...given.noReviews, reviewCount: 1, finalApprovalOutcome: 'user_denied' } as const;
    expect(attributesOf(given.item({ reviews }))['codex.item.approval_outcome']).toBe('user_denied');
  });

  it('a compaction has no attribute of a tool', () => {
    const compaction = given.item({ detail: given.details.contextCompaction, toolName: null });
    expect(nameOf(compaction)).toBe('codex.compaction');
    expect(Object.keys(attributesOf(compaction)).filter((name) => name.startsWith('gen_ai'))).toEqual([
      'gen_ai.conversation.id',
      'gen_ai.agent.name',
    ]);
  });
});

describe('attributes of a review', () => {
  it('a review has its reviewer, subject, trigger, status, resolution and connection', () => {
    const review = given.review({ commandSource: 'unified_exec', riskLevel: 'low', userAuthorization: 'high' });
    expect(attributesOf(review)).toMatchObject({
      'codex.review.id': 'user:41',
      'codex.review.reviewer': 'user',
      'codex.review.subject': 'command_execution',
      'codex.review.subject_name': 'command_execution',
      'codex.review.trigger': 'initial',
      'codex.review.status': 'approved',
      'codex.review.resolution': 'none',
      'codex.command.source': 'unified_exec',
      'codex.review.risk_level': 'low',
      'codex.review.user_authorization': 'high',
      'codex.connection.id': 'c1',
    });
  });
});

describe('attributes of a question to a person', () => {
  it('a question has its turn, its item, its kind, its outcome and the connection that answered', () => {
    expect(attributesOf(given.userInput())).toMatchObject({
      'codex.turn.id': 'turn-1',
      'codex.item.id': 'item-1',
      'codex.user_input.kind': 'question',
      'codex.user_input.outcome': 'answered',
      'codex.connection.id': 'c1',
    });
  });
});

describe('attributes of retries', () => {
  it('a turn without retries has no attribute of them', () => {
    const names = Object.keys(attributesOf(given.turn({ retryCount: 0, responseModel: null })));
    expect(names.filter((name) => name.startsWith('codex.retry') || name === 'gen_ai.response.model')).toEqual([]);
  });

  it('a turn has the number of its retries, the last error and the model that answered', () => {
    const error = { responseStreamDisconnected: { httpStatusCode: 502 } };
    expect(
      attributesOf(given.turn({ retryCount: 2, lastRetryError: error, responseModel: 'gpt-5.4-mini' })),
    ).toMatchObject({
      'codex.retry.count': 2,
      'codex.retry.error': 'responseStreamDisconnected',
      'gen_ai.response.model': 'gpt-5.4-mini',
    });
  });
});

describe('name of a span', () => {
  it.each<[Facts, string]>([
    [given.threadInitialization(), 'codex.thread start'],
    [given.threadInitialization({ method: 'spawn' }), 'codex.thread spawn'],
    [given.thread(), 'codex.thread'],
    [given.turn(), 'invoke_agent codex'],
    [given.item(), 'execute_tool unified_exec'],
    [given.review(), 'codex.review user'],
    [given.review({ reviewer: 'guardian' }), 'codex.review guardian'],
    [given.userInput(), 'codex.user_input question'],
    [given.userInput({ kind: 'elicitation' }), 'codex.user_input elicitation'],
    [given.userInput({ kind: 'mcp_approval' }), 'codex.user_input mcp_approval'],
    [given.steer(), 'codex.turn steer'],
    [given.threadArchive(), 'codex.thread archive'],
    [given.threadArchive({ action: 'unarchived' }), 'codex.thread unarchive'],
    [given.hook(), 'codex.hook preToolUse'],
    [given.goal(), 'codex.goal usage_accounted'],
  ])('a span has a name of few words: %#', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });

  it('a rejected steer has the turn that it expected and the reason', () => {
    const attributes = attributesOf(
      given.steer({
        acceptedTurnId: null,
        expectedTurnId: 'turn-9',
        result: 'rejected',
        rejectionReason: 'empty_input',
      }),
    );
    expect(attributes).toMatchObject({
      'codex.turn.id': 'turn-9',
      'codex.steer.result': 'rejected',
      'codex.steer.rejection_reason': 'empty_input',
    });
  });
});

describe('status of a span', () => {
  it.each<[Facts, string | undefined]>([
    [given.turn({ status: 'failed', error: 'badRequest' }), 'badRequest'],
    [
      given.turn({ status: 'failed', error: { httpConnectionFailed: { httpStatusCode: 503 } } }),
      'httpConnectionFailed',
    ],
    [given.turn({ status: 'failed', error: null }), '_OTHER'],
    [given.turn({ status: 'failed', error: {} }), '_OTHER'],
    [given.item({ terminalStatus: 'failed', failureKind: 'tool_error' }), 'tool_error'],
    [given.item({ terminalStatus: 'failed', failureKind: null }), '_OTHER'],
    [given.turn({ status: 'interrupted' }), undefined],
    [given.item({ terminalStatus: 'rejected', failureKind: 'approval_denied' }), undefined],
    [given.item({ terminalStatus: 'interrupted' }), undefined],
    [given.item({ terminalStatus: null }), undefined],
    [given.review({ status: 'denied' }), undefined],
    [given.userInput({ outcome: 'declined' }), undefined],
    [given.hook({ status: 'failed' }), undefined],
    [given.steer({ result: 'rejected' }), undefined],
  ])('only a failed turn or tool is an error, with its type: %#', (facts, errorType) => {
    expect(statusOf(facts).code).toBe(errorType === undefined ? SpanStatusCode.UNSET : SpanStatusCode.ERROR);
    expect(attributesOf(facts)['error.type']).toBe(errorType);
  });
});
