import { SessionView } from '../../../src/cli/view/session-view.js';
import { project } from '../../../src/events/projection/project.js';
import { idsOf } from '../../../src/events/record.js';
import type { Facts, LineageFacts } from '../../../src/session/facts/index.js';
import * as facts from '../../events/facts.js';
import { finishedSpan } from './finished-span.js';

/** Facts, or facts with the ids of their span and of its parent. */
export type Given = Facts | readonly [Facts, spanId: string, parentSpanId?: string];

/** A view that has received the spans in this order, and their events. */
export function viewOf(spans: Iterable<Given>): SessionView {
  const view = new SessionView();
  let count = 0;
  for (const given of spans) {
    const [of, spanId, parentSpanId] = 'type' in given ? ([given, `span ${count}`] as const) : given;
    count += 1;
    const span = finishedSpan(of, spanId, parentSpanId);
    view.onEnd(span);
    const endTime: [number, number] = [Math.floor(of.endMs / 1_000), (of.endMs % 1_000) * 1e6];
    for (const event of project(of))
      view.export({ event, id: 'id', spanContext: span.spanContext(), endTime, ids: idsOf(of) });
  }
  return view;
}

/** The lines of the view by its parts, without colour. */
export function shown(spans: Iterable<Given>, columns = 100) {
  return partsOf(viewOf(spans).render({ columns, color: false }));
}

export function partsOf(text: string) {
  const [headline = '', waterfall = '', events = ''] = text.split('\n\n');
  const lines = (part: string) => part.split('\n').filter((line) => line !== '');
  const rows = lines(waterfall);
  return {
    headline: lines(headline),
    waterfall: rows,
    /** The rows without bars and durations. */
    labels: rows.map((row) => row.replace(/(?<=[^ │]) {2,}.*/, '')),
    events: lines(events),
  };
}

/** The columns that a line takes: two for wide characters. Not the rule that the view itself uses. */
export function columnsOf(line: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]|\p{Emoji_Presentation}/gu;
  return Array.from(line).length + (line.match(wide)?.length ?? 0);
}

export function lineage(threadId: string, parentThreadId: string | null = null): LineageFacts {
  return { ...facts.lineage, threadId, parentThreadId };
}

export const at = (startMs: number, endMs = startMs + 100) => ({ startMs, endMs });
