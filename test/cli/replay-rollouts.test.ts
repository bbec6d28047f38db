import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { spansOf } from '../export/otlp.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';
import { recording } from './recordings.js';

const root = temporaryFolder();
let runs = 0;
let folder: string;
beforeEach(() => {
  folder = join(root, `${runs++}`);
  mkdirSync(folder);
});

const recorded = (scenario: string): string[] => {
  const at = fileURLToPath(new URL(`../recordings/${scenario}/rollouts/`, import.meta.url));
  return readdirSync(at).map((name) => join(at, name));
};
const [edited = ''] = recorded('0.171.0/patch-same-file-twice');
const EVENTS_OF_EDITED = [
  'codex_thread_initialized',
  'codex_file_change_event',
  'codex_file_change_event',
  'codex_command_execution_event',
  'codex_turn_event',
  'codex_accepted_line_fingerprints',
  'codex_file_change_event',
  'codex_turn_event',
  'codex_accepted_line_fingerprints',
];
const agents = recorded('0.171.0/multi-agent-v2');

async function eventsOf(...sources: string[]) {
  const { status, stdout, said } = await codexOtel(['replay', ...sources, '--events', '-']);
  const events = stdout.split('\n').filter(Boolean);
  return { status, said, events, types: events.map((line) => (JSON.parse(line) as { event_type: string }).event_type) };
}

describe('codex-otel replay of rollouts', () => {
  it('makes the events of a rollout', async () => {
    const { status, types, said } = await eventsOf(edited);
    expect({ status, said }).toEqual({
      status: 0,
      said: [expect.stringMatching(/^Replayed 1 rollout: \d+ spans, \d+ events\.$/)],
    });
    expect(types).toEqual(EVENTS_OF_EDITED);
  });

  it('makes the same events of the plain file', async () => {
    const plain = join(folder, 'any-name');
    writeFileSync(plain, gunzipSync(readFileSync(edited)));
    expect((await eventsOf(plain)).events).toEqual((await eventsOf(edited)).events);
  });

  it('reads all files of a thread, which goes on in another one after a revert', async () => {
    const [meta = '', ...lines] = gunzipSync(readFileSync(edited)).toString().split('\n').filter(Boolean);
    const at = lines.findLastIndex((line) => line.includes('"task_started"'));
    const { timestamp } = JSON.parse(lines[at]!) as { timestamp: string };
    const { payload, ...rest } = JSON.parse(meta) as { payload: object };
    const history_base = { thread_id: 'any', end_ordinal_exclusive: at };
    const revised = JSON.stringify({ ...rest, timestamp, payload: { ...payload, timestamp, history_base } });
    const name = 'rollout-2026-11-28T08-00-00-01a2';
    writeFileSync(join(folder, `${name}.jsonl`), [meta, ...lines.slice(0, at), ''].join('\n'));
    writeFileSync(join(folder, `${name}_01a3.jsonl`), [revised, ...lines.slice(at), ''].join('\n'));
    const { status, events, types } = await eventsOf(folder);
    expect({ status, types }).toEqual({ status: 0, types: EVENTS_OF_EDITED });
    expect(events).toEqual((await eventsOf(edited)).events);
  });

  it('shows the session without an option for the output', async () => {
    const { status, stdout } = await codexOtel(['replay', edited]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/apply_patch/);
    expect(stdout).toMatch(/codex_file_change_event/);
  });

  it('takes all rollouts of a folder, in one run, in any order of the arguments', async () => {
    for (const file of agents) cpSync(file, join(folder, file.split('/').at(-1)!));
    const inFolder = await eventsOf(folder);
    expect(inFolder.types).toContain('codex_collab_agent_tool_call_event');
    expect(inFolder.said[0]).toMatch(/^Replayed 2 rollouts: /);
    expect((await eventsOf(...agents.toReversed())).events).toEqual(inFolder.events);
  });

  it('hangs a subagent under the item that spawned it, in the trace of its session', async () => {
    const traces = join(folder, 'traces.jsonl');
    await codexOtel(['replay', ...agents, '--traces', traces]);
    const spans = spansOf(JSON.parse(readFileSync(traces, 'utf8')));
    const spawn = spans.find(({ name }) => name === 'codex.thread spawn');
    expect(spans.find(({ spanId }) => spanId === spawn?.parentSpanId)?.name).toBe('execute_tool spawn_agent');
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect(new Set(spans.map(({ attributes }) => attributes['codex.source']))).toEqual(new Set(['rollout']));
  });

  it('puts a subagent into the trace of its session also where its parent is missing', async () => {
    const traces = join(folder, 'traces.jsonl');
    await codexOtel(['replay', agents[1]!, '--traces', traces]);
    const [first] = spansOf(JSON.parse(readFileSync(traces, 'utf8')));
    expect(agents[0]!.replaceAll('-', '')).toContain(first?.traceId);
  });

  it('passes over what was written before --since', async () => {
    const [old, current] = agents.map((file) => join(folder, file.split('/').at(-1)!));
    cpSync(agents[0]!, old!);
    cpSync(agents[1]!, current!);
    utimesSync(old!, new Date('2026-11-20T12:00Z'), new Date('2026-11-20T12:00Z'));
    utimesSync(current!, new Date('2026-11-28T12:00Z'), new Date('2026-11-28T12:00Z'));
    expect((await eventsOf(folder, '--since', '2026-11-21')).said[0]).toMatch(/^Replayed 1 rollout: /);
    expect((await eventsOf(folder, '--since', '2026-11-19T00:00Z')).said[0]).toMatch(/^Replayed 2 rollouts: /);
  });

  it('replays wire logs and rollouts in one call, each by its own kind', async () => {
    const traces = join(folder, 'traces.jsonl');
    const { status, said } = await codexOtel(['replay', edited, recording('approval-accept'), '--traces', traces]);
    expect(status).toBe(0);
    expect(said[0]).toMatch(/^Replayed 32 messages of 1 connection and 1 rollout: /);
    const sources = spansOf(JSON.parse(readFileSync(traces, 'utf8'))).map(
      ({ attributes }) => attributes['codex.source'],
    );
    expect(new Set(sources)).toEqual(new Set(['wire', 'rollout']));
  });

  it('goes on where a rollout ends too early, names it and fails', async () => {
    const cut = join(folder, 'rollout-cut.jsonl.gz');
    writeFileSync(cut, readFileSync(agents[0]!).subarray(0, 20_000));
    const { status, types, said } = await eventsOf(cut, edited);
    expect(status).toBe(1);
    expect(types).toContain('codex_file_change_event');
    expect(said[1]).toBe(`Cannot read the rollout ${cut}: its gzip data ends too early.`);
  });

  it('names the file of a broken line where there are several', async () => {
    const lines = gunzipSync(readFileSync(edited)).toString().split('\n');
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, [lines[0], '{"half', ...lines.slice(1)].join('\n'));
    const { said } = await eventsOf(broken, agents[0]!);
    expect(said[0]).toContain(`1 broken line skipped (first: line 2 of ${broken}).`);
  });

  it.each([
    [['--since', 'yesterday'], '--since yesterday is no date such as 2026-11-28 or 2026-11-28T08:00Z.'],
    [[], 'There is no rollout in '],
  ])('refuses a folder with %j that cannot be replayed', async (options, message) => {
    const { status, said } = await codexOtel(['replay', folder, ...options]);
    expect(status).not.toBe(0);
    expect(said.join('\n')).toContain(message);
  });
});
