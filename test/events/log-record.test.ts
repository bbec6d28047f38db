import { trace, TraceFlags } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { expect, it } from 'vitest';
import { eventName, logEmitter, toLogRecord, type EventLoggerProvider } from '../../src/events/log-record.js';
import type { EventRecord } from '../../src/events/record.js';
import { eventSchemas, type EventType } from '../../src/events/schema/index.js';
import { SCHEMA_URL } from '../../src/spans/conventions.js';
import { anyEvent } from './any-event.js';

const spanContext = {
  traceId: '01a2060e5c187110ba01ba39efe1673e',
  spanId: '0af7651916cd43dd',
  traceFlags: TraceFlags.SAMPLED,
};

function recordOf(type: EventType, ids: Partial<EventRecord['ids']> = {}): EventRecord {
  return {
    event: anyEvent(type),
    id: 'ab'.repeat(32),
    spanContext,
    endTime: [1_795_397_934, 243_000_000],
    ids: { threadId: 'thread-1', turnId: null, itemId: null, reviewId: null, ...ids },
  };
}

it('names each event after its type', () => {
  expect(Object.fromEntries((Object.keys(eventSchemas) as EventType[]).map((type) => [type, eventName(type)]))).toEqual(
    {
      codex_thread_initialized: 'codex.thread_initialized',
      codex_thread_archive_event: 'codex.thread_archive',
      codex_turn_event: 'codex.turn',
      codex_accepted_line_fingerprints: 'codex.accepted_line_fingerprints',
      codex_turn_steer_event: 'codex.turn_steer',
      codex_review_event: 'codex.review',
      codex_guardian_review: 'codex.guardian_review',
      codex_command_execution_event: 'codex.command_execution',
      codex_file_change_event: 'codex.file_change',
      codex_mcp_tool_call_event: 'codex.mcp_tool_call',
      codex_dynamic_tool_call_event: 'codex.dynamic_tool_call',
      codex_collab_agent_tool_call_event: 'codex.collab_agent_tool_call',
      codex_web_search_event: 'codex.web_search',
      codex_image_generation_event: 'codex.image_generation',
      codex_control_tool_call_event: 'codex.control_tool_call',
      codex_compaction_event: 'codex.compaction',
      codex_hook_run: 'codex.hook_run',
      codex_goal_event: 'codex.goal',
      codex_app_mentioned: 'codex.app_mentioned',
      codex_app_used: 'codex.app_used',
      skill_invocation: 'codex.skill_invocation',
      codex_review_requested: 'codex.review.requested',
    },
  );
});

it("is an INFO record at the span's end with the span's context, its parameters in the body", () => {
  const record = recordOf('codex_review_event', { turnId: 'turn-1', itemId: 'item-1', reviewId: 'user:41' });
  const { context, ...rest } = toLogRecord(record);
  expect(trace.getSpanContext(context)).toEqual(spanContext);
  expect(rest).toEqual({
    eventName: 'codex.review',
    timestamp: [1_795_397_934, 243_000_000],
    severityNumber: 9,
    severityText: 'INFO',
    body: record.event.event_params,
    attributes: {
      'codex.event.type': 'codex_review_event',
      'codex.event.id': 'ab'.repeat(32),
      'codex.event.version': 1,
      'codex.thread.id': 'thread-1',
      'codex.turn.id': 'turn-1',
      'codex.item.id': 'item-1',
      'codex.review.id': 'user:41',
    },
  });
});

it('leaves out the ids that do not apply', () => {
  expect(Object.keys(toLogRecord(recordOf('codex_thread_initialized')).attributes)).toEqual([
    'codex.event.type',
    'codex.event.id',
    'codex.event.version',
    'codex.thread.id',
  ]);
});

it("has a skill's id and name in the body, too", () => {
  expect(toLogRecord(recordOf('skill_invocation')).body).toMatchObject({
    skill_id: null,
    skill_name: 'gardener:mower',
    invoke_type: 'explicit',
  });
});

it("arrives at a real logger provider under this package's scope, nulls and objects whole", () => {
  const exporter = new InMemoryLogRecordExporter();
  const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] });
  const record = recordOf('codex_turn_event', { turnId: 'turn-1' });
  expect(logEmitter(provider)(record)).toBe(true);
  const [log] = exporter.getFinishedLogRecords();
  expect(log).toMatchObject({
    eventName: 'codex.turn',
    hrTime: [1_795_397_934, 243_000_000],
    severityNumber: 9,
    spanContext,
    body: { submission_type: null, app_server_client: { client_name: 'acme_observer' } },
    instrumentationScope: {
      name: 'opentelemetry-instrumentation-codex',
      version: '0.1.0',
      schemaUrl: SCHEMA_URL,
    },
  });
  expect(log?.body).toEqual(record.event.event_params);
});

it('asks its provider for a logger once', () => {
  let asked = 0;
  const provider: EventLoggerProvider = {
    getLogger: () => {
      asked += 1;
      return { emit: () => {} };
    },
  };
  const emit = logEmitter(provider);
  expect(asked).toBe(0);
  emit(recordOf('codex_turn_event'));
  emit(recordOf('codex_turn_event'));
  expect(asked).toBe(1);
});

it.each<[what: string, provider: EventLoggerProvider]>([
  ['is none', logs.getLoggerProvider()],
  ['leads nowhere', new LoggerProvider()],
])('is not taken by a provider that %s', (_what, provider) => {
  expect(logEmitter(provider)(recordOf('codex_turn_event'))).toBe(false);
});
