import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { spansOf, type ReceivedSpan } from '../export/otlp.js';
import { Mlflow, type MlflowSpan, type MlflowTrace } from './mlflow.js';
import { finish } from './processes.js';

/** A session in MLflow, sent by OTLP and read back by MLflow's own client. docs/back-ends.md says what this shows. */

const folder = inject('folder');
const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const recording = (name: string) => fileURLToPath(new URL(`../recordings/0.169.0/${name}/wire.jsonl`, import.meta.url));

/** Sends a recording to an experiment. */
async function send(mlflow: Mlflow, experiment: string, name: string): Promise<void> {
  await finish('the replay', [process.execPath, COMMAND, 'replay', recording(name), '--endpoint', mlflow.endpoint], {
    env: {
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: `x-mlflow-experiment-id=${experiment}`,
      OTEL_LOGS_EXPORTER: 'none',
      // A server that has just started takes its time.
      OTEL_EXPORTER_OTLP_TIMEOUT: '120000',
      OTEL_BSP_EXPORT_TIMEOUT: '240000',
    },
  });
}

/** The spans of a recording, as a replay writes them into a file. */
async function replayed(name: string): Promise<ReceivedSpan[]> {
  const file = join(folder, `${name}.traces.jsonl`);
  await finish('the replay', [process.execPath, COMMAND, 'replay', recording(name), '--traces', file]);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => spansOf(JSON.parse(line)));
}

const isTurn = ({ attributes }: ReceivedSpan) => attributes['codex.span.type'] === 'turn';
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('MLflow', () => {
  let running: Mlflow | undefined;
  const sent = new Map<string, { readonly traces: MlflowTrace[]; readonly expected: ReceivedSpan[] }>();
  const spansIn = (name: string): readonly MlflowSpan[] => sent.get(name)!.traces.flatMap(({ spans }) => spans);

  beforeAll(async () => {
    const mlflow = (running = await Mlflow.start(folder, (line) => console.log(line)));
    for (const name of ['approval-accept', 'collab-spawn-wait-close', 'turn-fails-http-500']) {
      const experiment = await mlflow.experiment(name);
      await send(mlflow, experiment, name);
      await send(mlflow, experiment, name); // nothing comes twice
      sent.set(name, { traces: await mlflow.traces(experiment), expected: await replayed(name) });
    }
  }, 600_000);
  afterAll(() => running?.process.stop());

  it.each(['approval-accept', 'collab-spawn-wait-close', 'turn-fails-http-500'])(
    '%s, sent twice: has each trace once, with each span once and under its parent',
    (name) => {
      const { traces, expected } = sent.get(name)!;
      expect(traces.map(({ traceId }) => traceId).sort()).toEqual(
        [...new Set(expected.map(({ traceId }) => traceId))].sort(),
      );
      const identity = ({ spanId, parent, name }: { spanId: string; parent: string | null; name: string }) =>
        `${spanId} under ${String(parent)}: ${name}`;
      expect(
        spansIn(name)
          .map((span) => identity({ ...span, parent: span.parentId }))
          .sort(),
      ).toEqual(expected.map((span) => identity({ ...span, parent: span.parentSpanId })).sort());
    },
  );

  it('groups the traces of a session by the id of its thread', () => {
    for (const { traces, expected } of sent.values()) {
      const sessions = new Set(expected.map(({ attributes }) => attributes['session.id']));
      expect(new Set(traces.map(({ session }) => session))).toEqual(sessions);
    }
  });

  it('shows turns as agents, tools as tools, and nothing as a call of a model', () => {
    const spans = [...sent.keys()].flatMap(spansIn);
    const typesOf = (pattern: RegExp) =>
      new Set(spans.filter(({ name }) => pattern.test(name)).map(({ type }) => type));
    expect(typesOf(/^invoke_agent /)).toEqual(new Set(['AGENT']));
    expect(typesOf(/^execute_tool /)).toEqual(new Set(['TOOL']));
    expect(typesOf(/^codex\./)).toEqual(new Set([null]));
  });

  it('has the tokens of each turn on the turn alone, and their sum on the trace, less those of subagents', () => {
    for (const [name, { traces, expected }] of sent) {
      const turns = new Map(expected.filter(isTurn).map((span) => [span.spanId, span]));
      for (const { spanId, tokens } of spansIn(name)) {
        const attributes = turns.get(spanId)?.attributes;
        expect(tokens?.['input_tokens']).toBe(attributes?.['gen_ai.usage.input_tokens']);
        expect(tokens?.['output_tokens']).toBe(attributes?.['gen_ai.usage.output_tokens']);
      }
      // MLflow takes the tokens of a span that has some for those of all spans under it, so a subagent's are left out.
      const isSubagent = ({ attributes }: ReceivedSpan) => attributes['codex.thread.parent_id'] !== undefined;
      const own = [...turns.values()].filter((span) => !isSubagent(span));
      const input = sum(own.map(({ attributes }) => Number(attributes['gen_ai.usage.input_tokens'] ?? 0)));
      expect(sum(traces.map(({ tokens }) => tokens?.['input_tokens'] ?? 0)), name).toBe(input);
    }
  });

  it('marks the failed turn as an error, and no other span', () => {
    const failed = [...sent.keys()].flatMap(spansIn).filter(({ status }) => status === 'ERROR');
    expect(new Set(failed.map(({ name }) => name))).toEqual(new Set(['invoke_agent codex']));
  });

  it('has neither inputs nor outputs: no content leaves by default', () => {
    for (const { inputs, outputs } of [...sent.keys()].flatMap(spansIn))
      expect([inputs, outputs]).toEqual([null, null]);
  });
});
