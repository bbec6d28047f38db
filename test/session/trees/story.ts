import { SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { project } from '../../../src/events/projection/project.js';
import { factsOf } from '../../../src/spans/facts-on-span.js';

/** The attributes that a tree shows, each with the word that stands for it. */
const SHOWN: readonly (readonly [attribute: string, word: string])[] = [
  ['codex.thread.initialization_mode', 'mode'],
  ['codex.thread.model', 'model'],
  ['gen_ai.request.model', 'model'],
  ['codex.thread.source', 'source'],
  ['codex.client.name', 'client'],
  ['codex.turn.task', 'task'],
  ['codex.turn.status', 'status'],
  ['codex.turn.trigger', 'trigger'],
  ['codex.turn.count', 'turns'],
  ['codex.tool.count', 'tools'],
  ['codex.review.count', 'reviews'],
  ['codex.steer.count', 'steers'],
  ['codex.retry.count', 'retries'],
  ['gen_ai.usage.input_tokens', 'in'],
  ['gen_ai.usage.output_tokens', 'out'],
  ['codex.thread.usage.input_tokens', 'in'],
  ['codex.thread.usage.output_tokens', 'out'],
  ['codex.item.id', 'item'],
  ['codex.item.status', 'status'],
  ['process.exit.code', 'exit'],
  ['codex.item.approval_outcome', 'approval'],
  ['codex.compaction.trigger', 'trigger'],
  ['codex.review.id', 'review'],
  ['codex.review.subject', 'subject'],
  ['codex.review.trigger', 'trigger'],
  ['codex.review.status', 'status'],
  ['codex.review.resolution', 'resolution'],
  ['codex.user_input.outcome', 'outcome'],
  ['codex.connection.id', 'answered_on'],
  ['codex.steer.result', 'result'],
  ['codex.steer.rejection_reason', 'reason'],
  ['codex.hook.status', 'status'],
  ['codex.goal.status', 'status'],
  ['codex.lines.added', 'added'],
  ['codex.lines.deleted', 'deleted'],
  ['error.type', 'error'],
  ['codex.end_reason', 'end_reason'],
];

/** A tree leaves these words out when they are zero. */
const COUNTS = new Set(['tools', 'reviews', 'steers', 'added', 'deleted']);

const msOf = ([seconds, nanos]: readonly [number, number]) => seconds * 1000 + nanos / 1e6;

/**
 * A session as a tree of text, one line a span: milliseconds since the session's first span, its duration, its name under
 * its parent's, its attributes, and the analytics events that it became.
 */
export function story(spans: readonly ReadableSpan[]): string {
  const first = Math.min(...spans.map((span) => msOf(span.startTime)));
  const threads = [...new Set(byStart(spans).map((span) => span.attributes['codex.thread.id']))];
  const clients = new Set(spans.map((span) => span.attributes['codex.client.name']));
  const lines = ['start ms  duration  span', ''];
  const show = (span: ReadableSpan, depth: number): void => {
    const start = msOf(span.startTime);
    const columns = `${String(start - first).padStart(8)}  ${String(msOf(span.endTime) - start).padStart(8)}`;
    const thread = String.fromCharCode('A'.charCodeAt(0) + threads.indexOf(span.attributes['codex.thread.id']));
    const which = threads.length > 1 ? [`thread=${thread}`] : [];
    const failed = span.status.code === SpanStatusCode.ERROR ? ['ERROR'] : [];
    const words = [span.name, ...failed, ...which, ...attributesOf(span, clients.size > 1), ...eventsOf(span)];
    lines.push(`${columns}  ${'    '.repeat(depth)}${words.join(' ')}`);
    for (const child of byStart(spans))
      if (child.parentSpanContext?.spanId === span.spanContext().spanId) show(child, depth + 1);
  };
  for (const span of byStart(spans)) if (span.parentSpanContext === undefined) show(span, 0);
  return `${lines.join('\n')}\n`;
}

function byStart(spans: readonly ReadableSpan[]): ReadableSpan[] {
  const key = (span: ReadableSpan) => `${span.name} ${span.spanContext().spanId}`;
  return [...spans].sort((a, b) => msOf(a.startTime) - msOf(b.startTime) || (key(a) < key(b) ? -1 : 1));
}

function attributesOf(span: ReadableSpan, showsClient: boolean): string[] {
  return SHOWN.flatMap(([attribute, word]) => {
    const value = span.attributes[attribute];
    if (value === undefined || (value === 0 && COUNTS.has(word))) return [];
    if (word === 'client' && !showsClient) return [];
    // Ids that the server makes up anew would change with each recording.
    const text = String(value).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
    return [`${word}=${text}`];
  });
}

function eventsOf(span: ReadableSpan): string[] {
  const facts = factsOf(span);
  const types = facts ? project(facts).map(({ event_type }) => event_type.replace(/^codex_|_event$/g, '')) : [];
  return types.length === 0 ? [] : [`→ ${types.join(', ')}`];
}
