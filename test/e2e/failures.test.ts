import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';
import type { ReceivedSpan } from '../export/otlp.js';
import { startCollector } from './collector.js';
import { isOfType, spanOfType } from './expected.js';
import { Jaeger } from './jaeger.js';
import { eventually } from './processes.js';
import { ServerExample, type Answer, type ServerOptions } from './server-example.js';

const folder = inject('folder');
const { endpoint } = inject('collector');
const jaeger = new Jaeger(inject('jaeger'));

/** The server that tells what its HTTP clients get where nobody observes its Codex. */
const UNOBSERVED = preload('disabled');

/** A prompt after which a person is asked. */
const ASKING = { prompt: 'Run `touch it`' };

function preload(name: string): string {
  return fileURLToPath(new URL(`preload/${name}.mjs`, import.meta.url));
}

/** What is the same in every run of a story. */
function asSeen({ status, body }: Answer): Answer {
  const { threadId, turnId, ...rest } = (body ?? {}) as Record<string, unknown>;
  return { status, body: { ...rest, thread: typeof threadId, turn: typeof turnId } };
}

/** Tells a story to a server; resolves with what its HTTP clients got, and how it ended. */
async function tell(
  options: Partial<ServerOptions> & { readonly service: string },
  story: (server: ServerExample) => Promise<readonly Answer[]>,
) {
  const server = await ServerExample.start({ endpoint, ...options });
  const answers = await story(server);
  return { answers, seen: { answers: answers.map(asSeen), exitCode: await server.stop() } };
}

/** The trace of the turn that did not come to its end. */
async function openTrace(service: string, endReason: string): Promise<ReceivedSpan[]> {
  const traceId = await jaeger.find(service, { 'codex.span.type': 'turn', 'codex.end_reason': endReason });
  return jaeger.trace(traceId, isOfType('turn'));
}

const endReasons = (spans: readonly ReceivedSpan[]) =>
  (['turn', 'item', 'review'] as const).map((type) => spanOfType(spans, type).attributes['codex.end_reason']);

it('Codex is killed while a person is asked: its clients are told so, and the next one gets another Codex', async () => {
  const story = async (server: ServerExample) => {
    const turn = server.turn(ASKING);
    await server.approval();
    server.killCodex();
    return [await turn, await server.turn({ prompt: 'Look at the system' })];
  };
  const { seen } = await tell({ service: 'unobserved', preload: [UNOBSERVED] }, story);
  expect(seen.answers.map(({ status }) => status)).toEqual([502, 200]);
  expect(await tell({ service: 'killed' }, story)).toMatchObject({ seen });
  expect(endReasons(await openTrace('killed', 'server_closed'))).toEqual(Array(3).fill('server_closed'));
});

it('the server ends while a person is asked: it ends as ever, and what was open is sent', async () => {
  const story = async (server: ServerExample) => {
    const turn = server.turn(ASKING);
    turn.catch(() => {});
    await server.approval();
    return [];
  };
  const { seen } = await tell({ service: 'unobserved', preload: [UNOBSERVED] }, story);
  expect(seen.exitCode).toBe(0);
  expect(await tell({ service: 'ended' }, story)).toMatchObject({ seen });
  expect(endReasons(await openTrace('ended', 'server_closed'))).toEqual(Array(3).fill('server_closed'));
});

it('a client hangs up while a person is asked: its turn is interrupted, its review is aborted', async () => {
  const story = async (server: ServerExample) => {
    const { body } = await server.turn({ prompt: 'Look at the system' });
    const { threadId } = body as { threadId: string };
    const client = new AbortController();
    const turn = server.turn({ ...ASKING, threadId }, client.signal).catch(() => ({ status: 0, body: 'hung up' }));
    const approval = await server.approval();
    client.abort();
    await eventually('its end', async () => (await server.approvals()).length === 0 || undefined);
    const next = await server.turn({ prompt: 'Look at the system', threadId });
    return [await turn, await server.decide(approval, 'accept'), next];
  };
  const { seen } = await tell({ service: 'unobserved', preload: [UNOBSERVED] }, story);
  expect(seen.answers.map(({ status }) => status)).toEqual([0, 404, 200]);
  expect(await tell({ service: 'hung up' }, story)).toMatchObject({ seen });

  const spans = await jaeger.trace(
    await jaeger.find('hung up', { 'codex.turn.status': 'interrupted' }),
    isOfType('turn'),
  );
  expect(spanOfType(spans, 'review').attributes['codex.review.status']).toBe('aborted');
  expect(spanOfType(spans, 'turn').attributes['codex.end_reason']).toBeUndefined();
});

it('the Collector stops: nobody notices, and what comes after its return is there again', async () => {
  const file = join(folder, 'returning-collector.jsonl');
  const options = { file, jaegerEndpoint: inject('jaeger').otlp };
  let answers: Answer[] = [];
  const story = (stop: () => Promise<unknown>, goOn: () => Promise<unknown>) => async (server: ServerExample) => {
    const before = await server.turn({ prompt: 'Look at the system' });
    await stop();
    const meanwhile = await server.turn({ prompt: 'Look at the system' });
    await goOn();
    return (answers = [before, meanwhile, await server.turn({ prompt: 'Look at the system' })]);
  };
  const nothing = async () => {};
  const { seen } = await tell({ service: 'unobserved', preload: [UNOBSERVED] }, story(nothing, nothing));

  let running = await startCollector(inject('collectorBinary'), options);
  const stop = () => running.process.stop();
  const goOn = async () =>
    (running = await startCollector(inject('collectorBinary'), { ...options, endpoint: running.endpoint }));
  expect(await tell({ service: 'collector', endpoint: running.endpoint }, story(stop, goOn))).toMatchObject({ seen });
  for (const { body } of [answers[0]!, answers[2]!]) {
    const { turnId } = body as { turnId: string };
    await jaeger.find('collector', { 'codex.turn.id': turnId });
  }
  await running.process.stop();
});

it('nobody ever takes what is sent: nobody notices, and the server ends as ever', async () => {
  const story = async (server: ServerExample) => [await server.turn({ prompt: 'Look at the system' })];
  // The SDK's own exporters try for ten seconds at the end, where nobody tells them otherwise.
  const nobody = { endpoint: 'http://127.0.0.1:9', env: { OTEL_EXPORTER_OTLP_TIMEOUT: '1000' } };
  const { seen } = await tell({ ...nobody, service: 'unobserved', preload: [UNOBSERVED] }, story);
  expect(await tell({ ...nobody, service: 'nobody' }, story)).toMatchObject({ seen });
});

it("hooks of the host's that throw cost nothing, not even telemetry", async () => {
  const story = async (server: ServerExample) => [await server.turn({ prompt: 'Look at the system' })];
  const { seen } = await tell({ service: 'unobserved', preload: [UNOBSERVED] }, story);
  const { answers, ...rest } = await tell({ service: 'hooks', preload: [preload('throwing-hooks')] }, story);
  expect(rest).toEqual({ seen });
  const { turnId } = answers[0]!.body as { turnId: string };
  const spans = await jaeger.trace(await jaeger.find('hooks', { 'codex.turn.id': turnId }), isOfType('turn'));
  expect(endReasons(spans)).toEqual([undefined, undefined, undefined]);
});
