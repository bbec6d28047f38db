import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { RECORDINGS, replayed, wireLines } from './recordings.js';
import { TOOLS, Traffic } from './traffic.js';

const attr = (span: ReadableSpan | undefined, name: string) => span?.attributes[name];
const typeOf = (span: ReadableSpan | undefined) => attr(span, 'codex.span.type');
const idOf = (span: ReadableSpan) => span.spanContext().spanId;
const msOf = ([seconds, nanos]: readonly [number, number]) => seconds * 1000 + Math.round(nanos / 1e3) / 1e3;
const times = (span: ReadableSpan | undefined) => span && [msOf(span.startTime), msOf(span.endTime)];

const NAMES: Readonly<Record<string, RegExp>> = {
  thread_initialization: /^codex\.thread (start|resume|fork|spawn)$/,
  thread: /^codex\.thread$/,
  turn: /^invoke_agent codex$/,
  item: /^(execute_tool [\w.-]+|codex\.compaction)$/,
  review: /^codex\.review (user|guardian)$/,
  user_input: /^codex\.user_input (question|elicitation|mcp_approval)$/,
  steer: /^codex\.turn steer$/,
  thread_archive: /^codex\.thread (un)?archive$/,
  hook: /^codex\.hook \w+$/,
  goal: /^codex\.goal \w+$/,
};

const everyId = new Map<string, string>();

describe.each(RECORDINGS)('spans of %s', (recording) => {
  const traffic = new Traffic(wireLines(recording));
  let spans: readonly ReadableSpan[];
  let text: string;
  beforeAll(async () => {
    ({ spans, text } = await replayed(recording));
  });

  const of = (type: string) => spans.filter((span) => typeOf(span) === type);
  const find = (type: string, ids: Readonly<Record<string, unknown>>) => {
    const found = of(type).filter((span) => Object.entries(ids).every(([name, id]) => attr(span, name) === id));
    expect(found.length, `${type} ${JSON.stringify(ids)}`).toBe(1);
    return found[0]!;
  };
  const parentOf = (span: ReadableSpan) => spans.find((other) => idOf(other) === span.parentSpanContext?.spanId);
  const turnSpan = (thread: string, turn: string) => find('turn', { 'codex.thread.id': thread, 'codex.turn.id': turn });
  const itemSpan = (thread: string, turn: string, item: string) =>
    find('item', { 'codex.thread.id': thread, 'codex.turn.id': turn, 'codex.item.id': item });

  it('each answered opening of a thread is one initialisation span from the request to the response', () => {
    const expected = traffic.openings.map(({ thread, name, startMs, endMs }) => [thread, name, startMs, endMs]);
    const openings = of('thread_initialization').filter(({ name }) => name !== 'codex.thread spawn');
    const ours = openings.map((span) => [attr(span, 'codex.thread.id'), span.name, ...times(span)!]);
    expect(ours.sort()).toEqual(expected.sort());
    expect(openings.filter((span) => span.parentSpanContext !== undefined)).toEqual([]);
  });

  it('each thread that an item spawned and that had a turn is one spawn span under that item', () => {
    const spawns = [...traffic.spawns.values()].filter(({ endMs }) => endMs !== undefined);
    for (const { child, parent, turn, item, startMs, endMs } of spawns) {
      const span = find('thread_initialization', { 'codex.thread.id': child });
      expect([span.name, ...times(span)!]).toEqual(['codex.thread spawn', startMs, endMs]);
      expect(parentOf(span)).toBe(itemSpan(parent, turn, item));
      expect(attr(span, 'codex.thread.parent_id')).toBe(parent);
    }
    expect(of('thread_initialization')).toHaveLength(traffic.openings.length + spawns.length);
  });

  it('each thread has one thread span at a time, which covers its turns', () => {
    for (const thread of new Set(of('turn').map((span) => attr(span, 'codex.thread.id')))) {
      const own = of('thread').filter((span) => attr(span, 'codex.thread.id') === thread);
      const ordered = own.map((span) => times(span)!).sort(([a], [b]) => a! - b!);
      for (const [n, [start]] of ordered.entries())
        if (n > 0) expect(start).toBeGreaterThanOrEqual(ordered[n - 1]![1]!);
      for (const turn of of('turn').filter((span) => attr(span, 'codex.thread.id') === thread)) {
        const [from, to] = times(turn)!;
        const covers = ordered.some(([start, end]) => start! <= from! && end! >= to!);
        expect(covers || ordered.length > 1, `thread of turn ${String(attr(turn, 'codex.turn.id'))}`).toBe(true);
      }
      const opening = of('thread_initialization').find((span) => attr(span, 'codex.thread.id') === thread);
      for (const span of own) expect(typeOf(parentOf(span))).toBe(opening && 'thread_initialization');
    }
  });

  it('each turn is one span as long as its duration, under the latest initialisation of its thread', () => {
    const turns = [...traffic.turns.values()].filter(({ isReal }) => isReal);
    for (const { thread, turn, startMs, completed, reportedUsage } of turns) {
      const span = turnSpan(thread, turn);
      const [start, end] = times(span)!;
      const derived = completed && completed.at - (completed.durationMs ?? 0);
      expect(start, `start of ${turn}`).toBe(startMs ?? derived ?? start);
      if (typeof completed?.durationMs === 'number') expect(end! - start!).toBe(completed.durationMs);
      if (completed === undefined) expect(attr(span, 'codex.end_reason')).toBeDefined();
      else expect(attr(span, 'codex.turn.status')).toBe(completed.status);
      if (reportedUsage) expect(attr(span, 'gen_ai.usage.input_tokens')).toBeTypeOf('number');
      const parent = parentOf(span)!;
      expect(attr(parent, 'codex.thread.id')).toBe(thread);
      const opened = of('thread_initialization').filter((other) => attr(other, 'codex.thread.id') === thread);
      const before = opened.filter((other) => msOf(other.endTime) <= start!);
      const latest = Math.max(...before.map((other) => msOf(other.startTime)));
      if (before.length > 0) expect(msOf(parent.startTime)).toBe(latest);
      else expect(typeOf(parent)).toBe(opened.length > 0 ? 'thread_initialization' : 'thread');
    }
    expect(of('turn')).toHaveLength(turns.length);
  });

  it("each tool item and compaction is one span from the protocol's start to its end, under its turn", () => {
    for (const { thread, turn, item, type, startMs, endMs, failed } of traffic.items.values()) {
      const span = itemSpan(thread, turn, item);
      const [start, end] = times(span)!;
      if (startMs !== undefined) expect(start).toBe(startMs);
      if (endMs === undefined) expect(attr(span, 'codex.end_reason')).toBeDefined();
      else if (type !== 'subAgentActivity') expect(end).toBe(endMs);
      expect(parentOf(span)).toBe(turnSpan(thread, turn));
      expect(span.status.code === SpanStatusCode.ERROR).toBe(failed === true);
      const isTool = TOOLS.has(type) || type === 'subAgentActivity';
      expect(span.name).toBe(isTool ? `execute_tool ${String(attr(span, 'gen_ai.tool.name'))}` : 'codex.compaction');
      if (isTool)
        expect(span.attributes).toMatchObject({
          'gen_ai.operation.name': 'execute_tool',
          'gen_ai.tool.call.id': item,
          'gen_ai.tool.type': expect.stringMatching(/^(function|extension)$/) as unknown,
        });
    }
    expect(of('item')).toHaveLength(traffic.items.size);
  });

  it('each review is one span from its request to its answer, under its item or its turn', () => {
    for (const { thread, turn, review, item, startMs, ends } of traffic.reviews.values()) {
      const span = find('review', { 'codex.thread.id': thread, 'codex.turn.id': turn, 'codex.review.id': review });
      const [start, end] = times(span)!;
      expect(start).toBe(startMs);
      if (ends.length > 0) expect(ends, `end of ${review}`).toContain(end);
      else expect(attr(span, 'codex.end_reason')).toBeDefined();
      expect(parentOf(span)).toBe(item === undefined ? turnSpan(thread, turn) : itemSpan(thread, turn, item));
      expect(span.name).toBe(review.startsWith('user:') ? 'codex.review user' : 'codex.review guardian');
    }
    expect(of('review')).toHaveLength(traffic.reviews.size);
  });

  it('each question to a person is one span from its request to its answer, else to its resolution', () => {
    const expected = traffic.userInputs.map(({ thread, turn, kind, startMs, endMs }) => [
      thread,
      turn ?? undefined,
      `codex.user_input ${kind}`,
      startMs,
      endMs,
    ]);
    const ours = of('user_input').map((span) => [
      attr(span, 'codex.thread.id'),
      attr(span, 'codex.turn.id'),
      span.name,
      ...times(span)!,
    ]);
    expect(ours.sort()).toEqual(expected.sort());
    for (const span of of('user_input')) expect(['item', 'turn']).toContain(typeOf(parentOf(span)));
  });

  it('each answered steer and archive is one span from the request to the response', () => {
    const exchanges = [...of('steer'), ...of('thread_archive')];
    const ours = exchanges.map((span) => [attr(span, 'codex.thread.id'), span.name, ...times(span)!]);
    const expected = traffic.exchanges.map(({ thread, name, startMs, endMs }) => [thread, name, startMs, endMs]);
    expect(ours.sort()).toEqual(expected.sort());
    for (const { thread, turn, startMs } of traffic.exchanges) {
      const span = exchanges.find((each) => msOf(each.startTime) === startMs)!;
      if (turn !== undefined) expect(parentOf(span)).toBe(turnSpan(thread, turn));
      else expect(['turn', 'thread_initialization']).toContain(typeOf(parentOf(span)));
    }
  });

  it('each hook run is one span as long as its duration, however many clients received it', () => {
    const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
    let expected = 0;
    for (const [key, runs] of traffic.hooks) {
      const [thread, turn] = key.split(' ');
      const most = sorted([...runs.values()].reduce((a, b) => (b.length > a.length ? b : a)));
      const own = of('hook').filter(
        (span) => attr(span, 'codex.thread.id') === thread && (attr(span, 'codex.turn.id') ?? '') === turn,
      );
      expect(sorted(own.map((span) => times(span)![1]! - times(span)![0]!))).toEqual(most);
      for (const span of own) if (turn) expect(parentOf(span)).toBe(turnSpan(thread!, turn));
      expected += most.length;
    }
    expect(of('hook')).toHaveLength(expected);
  });

  it('each span without an end of its own ends with its turn and has an end reason', () => {
    const open = spans.filter((span) => attr(span, 'codex.end_reason') !== undefined && typeOf(span) !== 'thread');
    for (const span of open) {
      expect(attr(span, 'codex.end_reason')).toMatch(
        /^(turn_ended|connection_closed|server_closed|observation_ended|thread_closed)$/,
      );
      const turn = traffic.turns.get(`${String(attr(span, 'codex.thread.id'))} ${String(attr(span, 'codex.turn.id'))}`);
      if (typeOf(span) === 'turn' || turn?.completed === undefined) continue;
      const turnEnd = msOf(turnSpan(turn.thread, turn.turn).endTime);
      expect(msOf(span.endTime)).toBe(Math.max(turnEnd, msOf(span.startTime)));
    }
  });

  it('each span has valid ids, possible times, the kind INTERNAL and a known name', () => {
    for (const span of spans) {
      const { traceId, spanId } = span.spanContext();
      const thread = String(attr(span, 'codex.thread.id'));
      expect(traceId).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
      expect(spanId).toMatch(/^(?!0+$)[0-9a-f]{16}$/);
      expect(everyId.get(spanId) ?? recording, 'a span id of another recording').toBe(recording);
      everyId.set(spanId, recording);
      const parent = parentOf(span);
      expect(span.parentSpanContext === undefined).toBe(parent === undefined);
      expect(traceId).toBe(parent ? parent.spanContext().traceId : thread.replaceAll('-', ''));
      const [start, end] = times(span)!;
      expect(start).toBeGreaterThan(1.6e12);
      expect(end).toBeGreaterThanOrEqual(start!);
      expect(end).toBeLessThanOrEqual(traffic.lastMs + 1000);
      expect(span.kind).toBe(SpanKind.INTERNAL);
      expect(NAMES).toHaveProperty(String(typeOf(span)));
      expect(span.name).toMatch(NAMES[String(typeOf(span))]!);
      expect(attr(span, 'gen_ai.conversation.id')).toBe(thread);
      expect(attr(span, 'session.id')).toBeTypeOf('string');
      expect(attr(span, 'gen_ai.agent.name')).toBe('codex');
      if (typeOf(span) !== 'turn') expect(span.attributes).not.toHaveProperty(['gen_ai.request.model']);
      expect(span.instrumentationScope.name).toBe('opentelemetry-instrumentation-codex');
    }
    expect(new Set(spans.map(idOf)).size).toBe(spans.length);
  });

  it('only spans of failed turns and tools are errors', () => {
    for (const span of spans) {
      const failed =
        (typeOf(span) === 'turn' && attr(span, 'codex.turn.status') === 'failed') ||
        attr(span, 'codex.item.status') === 'failed';
      expect(span.status.code === SpanStatusCode.ERROR).toBe(failed);
      expect(attr(span, 'error.type') !== undefined).toBe(failed);
    }
  });

  it('no span and no event has content of the session', () => {
    const escaped = (words: string) => JSON.stringify(words).slice(1, -1);
    expect([...traffic.content].filter((words) => text.includes(words) || text.includes(escaped(words)))).toEqual([]);
    expect(traffic.content.size).toBeGreaterThan(0);
  });

  it('a second replay writes the same bytes', async () => {
    expect((await replayed(recording, { again: true })).text).toBe(text);
  });
});
