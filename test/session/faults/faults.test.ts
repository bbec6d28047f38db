import { fileURLToPath } from 'node:url';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../../src/counters.js';
import { CodexSpanProcessor } from '../../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../../src/events/schema/index.js';
import { replayWireLog } from '../../../src/replay/wire-log.js';
import { CodexIdGenerator } from '../../../src/spans/ids.js';

/**
 * Sessions that would be observed wrongly by an observer which trusts every message to come, every id to be used once and every
 * version to be a release. Each recording in this folder shows one of them; its ids and its people are made up.
 */

/** When each recording begins, Unix milliseconds. */
const BEGIN = 1_795_394_900_000;

interface Seen {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: ReadableSpan['attributes'];
}

/** The spans and events of a recording; times of spans are milliseconds since its beginning. */
async function replayed(recording: string) {
  const spans: Seen[] = [];
  const events: CodexAnalyticsEvent[] = [];
  const counters = new Counters();
  const ms = ([seconds, nanos]: readonly [number, number]) => seconds * 1000 + nanos / 1e6 - BEGIN;
  const collector = {
    onStart: () => {},
    onEnd: ({ name, startTime, endTime, attributes }: ReadableSpan) =>
      void spans.push({ name, start: ms(startTime), end: ms(endTime), attributes }),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const tracerProvider = new NodeTracerProvider({
    spanProcessors: [new CodexSpanProcessor({ eventHook: (event) => events.push(event), counters }), collector],
    idGenerator: new CodexIdGenerator(),
  });
  const file = fileURLToPath(new URL(`${recording}.jsonl`, import.meta.url));
  await replayWireLog(file, { tracerProvider, counters });
  const named = (name: string) => spans.filter((span) => span.name === name);
  const params = (type: string) =>
    events.filter(({ event_type }) => event_type === type).map(({ event_params }) => event_params);
  return { spans, events, counters, named, params };
}

describe('session that is easily misread', () => {
  it('a command that completes 85 seconds after its turn has its own end, its exit code and its event', async () => {
    const { named, params } = await replayed('command-outlives-turn');
    const [command, ...others] = named('execute_tool unified_exec');
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      end: 85_072,
      attributes: { 'codex.item.status': 'completed', 'process.exit.code': 0 },
    });
    expect(command?.attributes).not.toHaveProperty(['codex.end_reason']);
    expect(params('codex_command_execution_event')).toMatchObject([
      { duration_ms: 85_000, exit_code: 0, terminal_status: 'completed' },
    ]);
    expect(params('codex_turn_event')).toHaveLength(3);
  });

  it('three commands with one call id are three spans and three events, and their turn counts three', async () => {
    const { named, params } = await replayed('repeated-call-ids');
    const lengths = named('execute_tool shell').map(({ start, end }) => end - start);
    expect(lengths).toEqual([50, 50, 50]);
    expect(params('codex_command_execution_event')).toMatchObject([
      { exit_code: 0 },
      { exit_code: 1 },
      { exit_code: 0 },
    ]);
    expect(params('codex_turn_event')).toMatchObject([{ total_tool_call_count: 3, shell_command_count: 3 }]);
  });

  it('a session behind a gateway that answers initialize itself has its events, without a runtime', async () => {
    const { events, counters } = await replayed('gateway-answers-initialize');
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'codex_thread_initialized',
      'codex_command_execution_event',
      'codex_turn_event',
    ]);
    const nulls = { codex_rs_version: null, runtime_os: null, runtime_os_version: null, runtime_arch: null };
    for (const { event_params } of events) expect(event_params).toMatchObject({ runtime: nulls });
    expect(counters.total('events.dropped')).toBe(0);
  });

  it('a Codex that was built from source (0.0.0) has the events of a release', async () => {
    const withoutVersion = (events: readonly CodexAnalyticsEvent[]) =>
      events.map(({ event_type, event_params }) => [event_type, { ...event_params, runtime: null }]);
    const { events } = await replayed('built-from-source');
    expect(events).toHaveLength(5);
    expect(withoutVersion(events)).toEqual(withoutVersion((await replayed('release')).events));
  });

  it("a client whose name holds a version does not hide the server's own", async () => {
    const { params } = await replayed('client-name-with-version');
    expect(params('codex_thread_initialized')).toMatchObject([
      {
        app_server_client: { client_name: 'acme/2.0.1 (beta; x)', product_client_id: 'acme/2.0.1 (beta; x)' },
        runtime: { codex_rs_version: '0.171.0', runtime_os_version: '12.0.0', runtime_arch: 'x86_64' },
      },
    ]);
  });

  it('a turn whose completion never comes ends at its last message, and not with the session', async () => {
    const { named, params } = await replayed('turn-without-completion');
    const [first, ...rest] = named('invoke_agent codex');
    expect(first).toMatchObject({ attributes: { 'codex.turn.id': 'u1', 'codex.end_reason': 'superseded' } });
    expect(first?.end).toBeLessThan(100);
    expect(rest.map(({ start, end }) => end - start)).toEqual([1000, 1000]);
    expect(params('codex_turn_event')).toMatchObject([
      { turn_id: 'u2', is_first_turn: false },
      { turn_id: 'u3', is_first_turn: false },
    ]);
  });

  it('a turn that ended while its client was unsubscribed ends as the answer to thread/resume reports', async () => {
    const { named, params } = await replayed('end-missed-while-unsubscribed');
    const [turn] = named('invoke_agent codex');
    expect(turn && turn.end - turn.start).toBe(9000);
    expect(turn?.attributes).toMatchObject({ 'codex.turn.id': 'u1', 'codex.turn.status': 'completed' });
    expect(turn?.attributes).not.toHaveProperty(['codex.end_reason']);
    expect(named('execute_tool shell')).toMatchObject([
      { start: 42, end: 4042, attributes: { 'process.exit.code': 0 } },
    ]);
    expect(params('codex_turn_event')).toMatchObject([
      { turn_id: 'u1', duration_ms: 9000, is_first_turn: true },
      { turn_id: 'u2', is_first_turn: false },
    ]);
  });

  it('a compaction that was interrupted has an event in 0.171', async () => {
    const { params } = await replayed('interrupted-compaction');
    expect(params('codex_compaction_event')).toMatchObject([
      { trigger: 'manual', status: 'interrupted', duration_ms: 390 },
    ]);
  });

  it('a recording that begins with a byte order mark is read as one without', async () => {
    const { params, counters } = await replayed('byte-order-mark');
    expect(params('codex_thread_initialized')).toMatchObject([{ app_server_client: { rpc_transport: 'websocket' } }]);
    expect(counters.total('lines.broken')).toBe(0);
  });

  it('a turn reports how often its requests were sent again, why, and which model answered at last', async () => {
    const { named } = await replayed('retries-and-reroute');
    expect(named('invoke_agent codex')).toMatchObject([
      {
        attributes: {
          'codex.retry.count': 3,
          'codex.retry.error': 'responseStreamDisconnected',
          'gen_ai.request.model': 'gpt-5.5',
          'gen_ai.response.model': 'gpt-5.4-mini',
        },
      },
    ]);
  });
});
