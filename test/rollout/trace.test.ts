import { fileURLToPath } from 'node:url';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { uncounted } from '../../src/counters.js';
import type { RolloutObservation } from '../../src/rollout/observation.js';
import { readTrace } from '../../src/rollout/trace.js';
import { Session } from '../../src/session/session.js';
import { SpanFactory } from '../../src/spans/factory.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';

/** Traces that the real binaries wrote of `codex exec --ephemeral`: a command, a patch and an answer. */
const traceOf = (version: string) => fileURLToPath(new URL(`traces/${version}.jsonl`, import.meta.url));

async function spansOf(version: string): Promise<ReadableSpan[]> {
  const spans: ReadableSpan[] = [];
  const collector = {
    onStart: () => undefined,
    onEnd: (span: ReadableSpan) => void spans.push(span),
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
  const provider = new NodeTracerProvider({ idGenerator: new CodexIdGenerator(), spanProcessors: [collector] });
  const session = new Session({ spans: new SpanFactory(() => provider.getTracer('test')), counters: uncounted });
  await readTrace(traceOf(version), { observe: (observation) => session.observe(observation) });
  session.end();
  return spans;
}

const millisecondsOf = ({ duration: [seconds, nanos] }: ReadableSpan) => 1_000 * seconds + nanos / 1e6;

describe.each(['0.144.0', '0.171.0'])("Codex %s's own trace of an ephemeral session", (version) => {
  it('gives its thread, its turn with its model, and its tools, with their times', async () => {
    const spans = await spansOf(version);
    const named = spans.map(({ name, attributes }) => [name, attributes['gen_ai.tool.call.id'] ?? null]);
    expect(named).toEqual([
      ['codex.thread start', null],
      ['execute_tool unified_exec', 'call_1'],
      ['execute_tool apply_patch', 'call_p2'],
      ['invoke_agent codex', null],
      ['codex.thread', null],
    ]);
    const turn = spans.find(({ name }) => name === 'invoke_agent codex')!;
    expect(turn.attributes).toMatchObject({
      'gen_ai.request.model': 'gpt-5.5',
      'gen_ai.provider.name': 'scripted',
      'codex.turn.status': 'completed',
      'codex.source': 'rollout',
    });
    for (const span of spans) expect(span.status.code).not.toBe(2);
    expect(millisecondsOf(spans.find(({ name }) => name === 'execute_tool unified_exec')!)).toBeGreaterThan(100);
    expect(millisecondsOf(turn)).toBeGreaterThan(500);
  });

  it('gives nothing of its content', async () => {
    const observations: RolloutObservation[] = [];
    await readTrace(traceOf(version), { observe: (observation) => observations.push(observation) });
    expect(JSON.stringify(observations)).not.toContain('CANARY');
  });
});
