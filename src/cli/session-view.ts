import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { EventExporter, EventRecord } from '../events/record.js';
import { factsOf } from '../spans/facts-on-span.js';
import { EventTable } from './event-table.js';
import { headline } from './headline.js';
import { SessionTree } from './session-tree.js';
import { counted } from './span-counts.js';
import { run, toLine } from './styled-text.js';
import type { Terminal } from './terminal.js';
import { waterfall } from './waterfall.js';

/**
 * A session for a person's eyes: give it the spans as a span processor and the analytics events as an exporter, then
 * ask for the text. Shows names, shortened ids, statuses and times, never content; keeps a bounded part of a session of
 * any size and counts the rest.
 */
export class SessionView implements SpanProcessor, EventExporter {
  readonly #tree = new SessionTree();
  readonly #events = new EventTable();

  onStart(): void {
    return;
  }

  onEnd(span: ReadableSpan): void {
    const facts = factsOf(span);
    if (facts === undefined) return;
    this.#tree.add({ facts, spanId: span.spanContext().spanId }, span.parentSpanContext?.spanId ?? null);
  }

  export(record: EventRecord): void {
    this.#events.add(record);
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }

  /** The first thread that no other thread spawned, by whose id the session is found in a trace back end. */
  get rootThreadId(): string | null {
    const roots = [...this.#tree.threads.values()].filter(({ isSubagent }) => !isSubagent);
    return roots.sort((a, b) => a.startMs - b.startMs)[0]?.id ?? null;
  }

  /** The session's waterfall and its events, no line wider than the terminal. */
  render({ columns, color }: Terminal): string {
    const lines = [
      ...headline(this.#tree, columns),
      [],
      ...waterfall(this.#tree, columns),
      [],
      [run(counted(this.#events.count, 'analytics event'), 'bold')],
      ...(this.#events.count === 0 ? [] : this.#events.lines(this.#tree, columns)),
    ];
    return lines.map((line) => `${toLine(line, color)}\n`).join('');
  }
}
