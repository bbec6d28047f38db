import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { replayWireLog } from '../../src/replay/wire-log.js';

/** Recorded sessions of real app-servers, and the spans and events that this package makes of them. */

const root = new URL('../recordings/', import.meta.url);

const foldersIn = (at: URL): string[] =>
  readdirSync(at, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Every recording of a wire in the repository: `0.169.0/approval-accept` …; some recordings are of rollouts alone. */
export const RECORDINGS: readonly string[] = foldersIn(root)
  .flatMap((version) => foldersIn(new URL(`${version}/`, root)).map((scenario) => `${version}/${scenario}`))
  .filter((recording) => existsSync(new URL(`${recording}/wire.jsonl`, root)))
  .sort();

/** An event as Codex sent it: fields that are not ours, and values of any kind. */
export interface SentEvent {
  readonly event_type: string;
  readonly event_params: Readonly<Record<string, unknown>>;
}

/** One line of a wire log. */
export interface WireLine {
  readonly at: number;
  readonly conn: string;
  readonly event?: 'open' | 'close';
  readonly server?: number;
  readonly transport?: 'stdio' | 'websocket' | 'in_process';
  readonly from?: 'client' | 'server';
  readonly msg?: Message;
}

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: { readonly thread?: { readonly id: string }; readonly turnId?: string };
  readonly error?: unknown;
  readonly emittedAtMs?: number;
}

/** The members of messages that the tests read; no message has all of them. */
export interface Params {
  readonly threadId?: string;
  readonly turnId?: string | null;
  readonly expectedTurnId?: string;
  readonly itemId?: string;
  readonly reviewId?: string;
  readonly targetItemId?: string | null;
  readonly requestId?: number | string;
  readonly startedAtMs?: number;
  readonly completedAtMs?: number;
  readonly _meta?: { readonly codex_approval_kind?: string } | null;
  readonly turn?: { readonly id: string; readonly status: string; readonly durationMs: number | null };
  readonly run?: { readonly durationMs: number | null };
  readonly item?: {
    readonly id: string;
    readonly type: string;
    readonly status?: string;
    readonly kind?: string;
    readonly tool?: string;
    readonly startedAtMs?: number | null;
    readonly receiverThreadIds?: readonly string[];
    readonly agentThreadId?: string;
  };
}

const fileOf = (recording: string, file: string) => fileURLToPath(new URL(`${recording}/${file}`, root));
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

export const wireFile = (recording: string): string => fileOf(recording, 'wire.jsonl');

/** The records of a recording. */
export function wireLines(recording: string): WireLine[] {
  return linesOf(wireFile(recording)).map((line) => JSON.parse(line) as WireLine);
}

/**
 * The events that the Codex binary itself sent in the recorded session. The made-up item id of a network approval names the
 * host. Our events leave the host out of it, so it is cut out here, too.
 */
export function sentEvents(recording: string): SentEvent[] {
  return linesOf(fileOf(recording, 'events.jsonl')).map((line) => {
    const hostless = line.replace(/(network#[^#"]*#[^#"]*#)[^#"]*#/g, '$1#');
    return (JSON.parse(hostless) as { event: SentEvent }).event;
  });
}

export interface Replayed {
  readonly spans: readonly ReadableSpan[];
  readonly events: readonly CodexAnalyticsEvent[];
  /** The whole output: OTLP/JSON of the spans, and the events. */
  readonly text: string;
}

const done = new Map<string, Promise<Replayed>>();

/** Spans and events of a recording. Every call returns the same object, unless it asks to replay `again`. */
export function replayed(recording: string, { again = false } = {}): Promise<Replayed> {
  const known = done.get(recording);
  if (known !== undefined && !again) return known;
  const made = replay(recording);
  done.set(recording, known ?? made);
  return made;
}

async function replay(recording: string): Promise<Replayed> {
  const spans: ReadableSpan[] = [];
  const events: CodexAnalyticsEvent[] = [];
  const collector = {
    onStart: () => {},
    onEnd: (span: ReadableSpan) => void spans.push(span),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const tracerProvider = new NodeTracerProvider({
    spanProcessors: [new CodexSpanProcessor({ eventHook: (event) => events.push(event) }), collector],
    idGenerator: new CodexIdGenerator(),
  });
  await replayWireLog(wireFile(recording), { tracerProvider });
  const otlp = Buffer.from(JsonTraceSerializer.serializeRequest(spans) ?? []).toString('utf8');
  return { spans, events, text: `${otlp}\n${events.map((event) => JSON.stringify(event)).join('\n')}` };
}
