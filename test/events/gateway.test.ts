import { Readable } from 'node:stream';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { replayWireLog } from '../../src/replay/wire-log.js';

const AT = 1_795_394_900_000;
const threadId = '019f0000-0000-7000-8000-000000000001';
const turn = { id: 'turn-1', items: [], status: 'inProgress', error: null, startedAt: 1_795_394_900 };
const item = { type: 'commandExecution', id: 'item-1', source: 'agent', commandActions: [], durationMs: 49 };

/** A session with one turn and one command, after an `initialize` that was answered with this, or none. */
function session(initialize: object | undefined): string {
  const messages: (readonly [from: 'client' | 'server', msg: object])[] = [
    ['client', { id: 2, method: 'thread/start', params: { cwd: '/w' } }],
    ['server', { id: 2, result: { thread: { id: threadId, turns: [] }, model: 'gpt-5.5' } }],
    ['client', { id: 3, method: 'turn/start', params: { threadId, input: [{ type: 'text', text: 'go' }] } }],
    ['server', { id: 3, result: { turn } }],
    ['server', { method: 'turn/started', params: { threadId, turn } }],
    ['server', { method: 'item/started', params: { threadId, turnId: turn.id, startedAtMs: AT + 42, item } }],
    [
      'server',
      {
        method: 'item/completed',
        params: {
          threadId,
          turnId: turn.id,
          completedAtMs: AT + 92,
          item: { ...item, status: 'completed', exitCode: 0 },
        },
      },
    ],
    [
      'server',
      { method: 'turn/completed', params: { threadId, turn: { ...turn, status: 'completed', durationMs: 110 } } },
    ],
  ];
  if (initialize !== undefined)
    messages.unshift(
      ['client', { id: 1, method: 'initialize', params: { clientInfo: { name: 'host', version: '1.0.0' } } }],
      ['server', { id: 1, result: initialize }],
    );
  const lines = [
    { at: AT, conn: 'c1', event: 'open', transport: 'stdio', server: 1 },
    ...messages.map(([from, msg], index) => ({ at: AT + index, conn: 'c1', from, msg })),
    { at: AT + 200, conn: 'c1', event: 'close' },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

async function eventsOf(log: string) {
  const events: CodexAnalyticsEvent[] = [];
  const counters = new Counters();
  const codex = new CodexSpanProcessor({ eventHook: (event) => events.push(event), counters });
  const tracerProvider = new NodeTracerProvider({ spanProcessors: [codex] });
  await replayWireLog(Readable.from([Buffer.from(log)]), { tracerProvider, counters });
  return { events, counters };
}

it.each(['my-broker', 'fake-codex/0.0.1', ''])(
  'a session behind a gateway that answers `initialize` as %j has its events, with a runtime of nulls',
  async (userAgent) => {
    const { events, counters } = await eventsOf(session({ userAgent }));
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'codex_thread_initialized',
      'codex_command_execution_event',
      'codex_turn_event',
    ]);
    for (const { event_params } of events)
      expect(event_params).toMatchObject({
        app_server_client: { client_name: 'host' },
        runtime: { codex_rs_version: null, runtime_os: null, runtime_os_version: null, runtime_arch: null },
      });
    expect(counters.total('events.dropped')).toBe(0);
  },
);

it('a session without `initialize` has no events, each of which is counted', async () => {
  const { events, counters } = await eventsOf(session(undefined));
  expect(events).toEqual([]);
  expect(counters.get('events.dropped', 'no client')).toBe(3);
});
