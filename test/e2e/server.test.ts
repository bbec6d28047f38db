import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import type { ReceivedSpan } from '../export/otlp.js';
import { pathWithRecordingCodex } from './codex.js';
import { expectEvents, expectThread, expectTurn, isOfType, spanOfType } from './expected.js';
import { Jaeger, SERVER } from './jaeger.js';
import { ServerExample } from './server-example.js';

const SERVICE = 'server';
const CODEX = 'codex-app-server';

const folder = inject('folder');
const collector = inject('collector');
const jaeger = new Jaeger(inject('jaeger'));

/** Codex's own spans that say what one answer of the model cost. */
const isModelCall = ({ service, attributes }: ReceivedSpan) =>
  service === CODEX && 'gen_ai.usage.input_tokens' in attributes;

const inputTokens = (span: ReceivedSpan) => Number(span.attributes['gen_ai.usage.input_tokens']);

const pointAt = ({ traceId, spanId }: ReceivedSpan) => expect.arrayContaining([{ traceId, spanId }]) as unknown;

it('a turn of a server that hosts Codex is in the trace of its HTTP request, down to the model', async () => {
  const wireLog = join(folder, 'server.wire.jsonl');
  const path = pathWithRecordingCodex(join(folder, 'server'), wireLog);
  const server = await ServerExample.start({ service: SERVICE, endpoint: collector.endpoint, path });
  const { status, body } = await server.turn({ prompt: 'Look at the system' });
  const { threadId, turnId, ...rest } = body as Record<string, string>;
  expect([status, rest]).toEqual([200, { status: 'completed', answer: 'Done: I looked at the system.' }]);
  expect(await server.stop()).toBe(0);

  const traceId = await jaeger.find(SERVICE, { 'codex.turn.id': turnId! });
  const isRoot = ({ kind, parentSpanId }: ReceivedSpan) => kind === SERVER && parentSpanId === null;
  const spans = await jaeger.trace(traceId, isRoot);
  const request = spans.find(isRoot)!;
  const turn = expectTurn(spans, wireLog);
  expect(turn.parentSpanId).toBe(request.spanId);

  const ofCodex = spans.filter(({ service }) => service === CODEX);
  expect(ofCodex.find(({ name }) => name === 'turn/start')?.parentSpanId).toBe(request.spanId);
  const ids = new Set(ofCodex.map(({ spanId }) => spanId));
  const callsThatArrived = spans.filter(({ kind, parentSpanId }) => kind === SERVER && ids.has(parentSpanId!));
  expect(callsThatArrived, 'the two calls of the model under spans of Codex').toHaveLength(2);
  const calls = spans.filter(isModelCall).map(inputTokens);
  expect(inputTokens(turn)).toBe(calls.reduce((total, tokens) => total + tokens, 0));

  const all = new Set(spans.map(({ spanId }) => spanId));
  const isLoose = ({ parentSpanId }: ReceivedSpan) => parentSpanId !== null && !all.has(parentSpanId);
  expect(spans.filter((span) => span.service === SERVICE && isLoose(span))).toEqual([]);

  // The thread's own trace and the request's point at each other.
  const threadSpans = await jaeger.trace(threadId!.replaceAll('-', ''), isOfType('thread'));
  const initialization = expectThread(threadSpans, wireLog);
  expect(spanOfType(spans, 'turn').links).toEqual(pointAt(initialization));
  expect(initialization.links).toEqual(pointAt(request));

  await expectEvents(collector, { threadId: threadId!, wireLog, spans: [...spans, ...threadSpans] });
});
