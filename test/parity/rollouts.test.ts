import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { replayRollouts } from '../../src/replay/rollouts.js';
import { recognizeRollout } from '../../src/rollout/sessions.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';

/** Rollouts of real Codex binaries, against the events that the same binary sent. */

const root = fileURLToPath(new URL('../recordings/', import.meta.url));
const RECORDINGS = readdirSync(root)
  .flatMap((version) => readdirSync(`${root}${version}`).map((scenario) => `${version}/${scenario}`))
  .filter((recording) => existsSync(`${root}${recording}/rollouts`));

interface SentEvent {
  readonly event_type: string;
  readonly event_params: Readonly<Record<string, unknown>>;
}

async function replayed(recording: string) {
  const events: CodexAnalyticsEvent[] = [];
  const spans: ReadableSpan[] = [];
  const codex = new CodexSpanProcessor({ eventHook: (event) => void events.push(event) });
  const tracerProvider = new NodeTracerProvider({ idGenerator: new CodexIdGenerator(), spanProcessors: [codex] });
  const folder = `${root}${recording}/rollouts/`;
  const files = await Promise.all(readdirSync(folder).map((name) => recognizeRollout(folder + name)));
  const onSpan = (span: unknown) => void spans.push(span as ReadableSpan);
  await replayRollouts(
    files.filter((file) => file !== undefined),
    { tracerProvider, onSpan },
  );
  return { events, spans };
}

function sent(recording: string): SentEvent[] {
  const lines = readFileSync(`${root}${recording}/events.jsonl`, 'utf8').split('\n').filter(Boolean);
  const events = lines.map((line) => (JSON.parse(line) as { event: SentEvent }).event);
  // No rollout has a resume.
  return events.filter(({ event_params: params }) => params['initialization_mode'] !== 'resumed' || 'status' in params);
}

const keyOf = ({ event_type: type, event_params: params }: SentEvent) =>
  [type, ...['thread_id', 'turn_id', 'item_id'].map((name) => params[name])].join(' ');

/** Values that both sides have and that differ. Moments in seconds may differ by one where two clocks stamp them. */
function differences(theirs: Readonly<Record<string, unknown>>, ours: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(ours).flatMap(([name, value]) => {
    const other = theirs[name];
    if (value === null || other === null || other === undefined || name === 'runtime') return [];
    if (name === 'app_server_client') return [];
    const isNear = name.endsWith('_at') || name === 'duration_ms';
    if (isNear && Math.abs(Number(value) - Number(other)) <= (name === 'duration_ms' ? 50 : 1)) return [];
    return JSON.stringify(value) === JSON.stringify(other)
      ? []
      : [`${name}: ${JSON.stringify(other)} ${JSON.stringify(value)}`];
  });
}

describe.each(RECORDINGS)('rollouts of %s', (recording) => {
  it('make no event that Codex did not send, and no value that differs', async () => {
    const theirs = new Map(sent(recording).map((event) => [keyOf(event), event]));
    const { events } = await replayed(recording);
    expect(events.length).toBeGreaterThan(1);
    for (const event of events as unknown as SentEvent[]) {
      const key = keyOf(event);
      const other = theirs.get(key);
      expect(other, key).toBeDefined();
      expect(differences(other!.event_params, event.event_params), key).toEqual([]);
    }
  });

  it('have a turn event for each that Codex sent', async () => {
    const turns = (events: readonly { readonly event_type: string }[]) =>
      (events as readonly SentEvent[])
        .filter(({ event_type: type }) => type === 'codex_turn_event')
        .map(({ event_params: { turn_id: id } }) => id)
        .sort();
    expect(turns((await replayed(recording)).events)).toEqual(turns(sent(recording)));
  });

  it('make spans with ids of their own, all of which end', async () => {
    const { spans } = await replayed(recording);
    const ids = spans.map((span) => span.spanContext().spanId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(spans.every(({ ended }) => ended)).toBe(true);
  });
});
