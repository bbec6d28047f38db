import { NoopSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import type { EventExporter, EventRecord } from '../../events/record.js';
import { factsOf } from '../../spans/facts-on-span.js';
import { EventList } from './event-list.js';
import { counted, formatDuration, formatTokens } from './quantities.js';
import { SessionTree } from './session-tree.js';
import { fit, joinParts, paint, styled, type Line } from './styled-text.js';
import type { Terminal } from './terminal.js';
import { waterfall } from './waterfall.js';

/**
 * Shows a session in a terminal. It receives the spans as a span processor and the analytics events as an exporter. The
 * text has names, shortened ids, statuses and times, never content. A session of any size is kept in part, and the rest is
 * counted.
 */
export class SessionView extends NoopSpanProcessor implements EventExporter {
  readonly #tree = new SessionTree();
  readonly #events = new EventList();

  override onEnd(span: ReadableSpan): void {
    const facts = factsOf(span);
    if (facts === undefined) return;
    const { spanId } = span.spanContext();
    this.#tree.add({ facts, spanId, parentSpanId: span.parentSpanContext?.spanId ?? null });
  }

  export(record: EventRecord): void {
    this.#events.add(record);
  }

  /** The id of the first thread that no other thread spawned. */
  get rootThreadId(): string | null {
    return this.#tree.threads.find(({ isSubagent }) => !isSubagent)?.id ?? null;
  }

  /** The session's headline, waterfall and events. No line is wider than the terminal. */
  render({ columns, color }: Terminal): string {
    const lines = [
      ...headline(this.#tree, columns),
      [],
      ...waterfall(this.#tree, columns),
      [],
      [styled(counted(this.#events.count, 'analytics event'), 'bold')],
      ...this.#events.lines(this.#tree, columns),
    ];
    return lines.map((line) => `${paint(fit(line, columns), color)}\n`).join('');
  }
}

/** The owner of the session and the counts of what happened in it, on as many lines as the columns ask for. */
function headline(tree: SessionTree, columns: number): Line[] {
  const { origin, startMs, endMs, tokens } = tree;
  if (tree.threads.length === 0) return [[styled('No Codex session here', 'bold')]];
  const session = [
    'Codex session',
    ...(origin ? [origin.client.clientName, `Codex ${origin.runtime.codexVersion}`] : []),
    `${new Date(startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    formatDuration(endMs - startMs),
    tokens > 0 ? formatTokens(tokens) : null,
  ];
  return [
    ...joinParts(session, columns).map((line) => [styled(line, 'bold')]),
    ...joinParts(happenings(tree), columns).map((line) => [styled(line)]),
  ];
}

function happenings({ threads, omitted, totals }: SessionTree): (string | null)[] {
  const subagents = threads.filter(({ isSubagent }) => isSubagent).length;
  return [
    counted(threads.length - subagents + omitted.get('thread'), 'thread'),
    subagents > 0 ? counted(subagents, 'subagent') : null,
    ...totals.inWords(),
  ];
}
