import {
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Link,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { attributesOf, nameOf, statusOf } from './attributes.js';
import { ATTR } from './conventions.js';
import type { Facts, SpanType } from '../session/facts/index.js';
import { attachFacts, type SpanAttributes } from './facts-on-span.js';
import { spanIdOf, traceIdOf, withIds } from './ids.js';
import { hrTime } from './time.js';

export interface SpanStart {
  readonly type: SpanType;
  readonly name: string;
  readonly startMs: number;
  /** The span's parent; a root of the thread's own trace without one. */
  readonly parent: Span | undefined;
  /** The host's context as parent instead. */
  readonly parentContext?: Context | undefined;
  readonly links?: readonly Link[] | undefined;
  readonly threadId: string;
  /** What tells this span from all others, beside its type and thread; a hash of it becomes the span id. */
  readonly identity: readonly (string | number | null)[];
  /** What samplers may decide by. */
  readonly model?: string | null | undefined;
}

/** Who is told of every span: right before its end, when attributes may still be added, and after it. Must not throw. */
export interface SpanWatch {
  readonly ending?: ((span: Span, facts: Facts) => void) | undefined;
  readonly ended?: ((span: Span, facts: Facts) => void) | undefined;
  /**
   * Runs what is the host's: its tracer, and the span processors behind it. Undefined where that threw: the span is then
   * none, and its facts, and the spans under it, go on. By default what is thrown comes out.
   */
  readonly guard?: (<T>(step: () => T) => T | undefined) | undefined;
}

const OPERATIONS: Partial<Record<SpanType, string>> = { turn: 'invoke_agent' };

/** Starts spans, and alone ends them: attributes, then facts, then the end, in that order. */
export class SpanFactory {
  readonly #tracer: () => Tracer;
  readonly #watch: SpanWatch;
  readonly #guard: <T>(step: () => T) => T | undefined;

  /** @param tracer asked at each start, so that a provider may come later. */
  constructor(tracer: () => Tracer, watch: SpanWatch = {}) {
    this.#tracer = tracer;
    this.#watch = watch;
    this.#guard = watch.guard ?? ((step) => step());
  }

  start(start: SpanStart): Span {
    const { type, threadId, parent } = start;
    const context = start.parentContext ?? (parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT);
    const operation = start.name.startsWith('execute_tool') ? 'execute_tool' : OPERATIONS[type];
    const options = {
      kind: SpanKind.INTERNAL,
      startTime: hrTime(start.startMs),
      root: parent === undefined && start.parentContext === undefined,
      ...(start.links !== undefined && start.links.length > 0 && { links: [...start.links] }),
      attributes: {
        [ATTR.spanType]: type,
        ...(operation !== undefined && { [ATTR.operationName]: operation }),
        ...(typeof start.model === 'string' && { [ATTR.requestModel]: start.model }),
      },
    };
    const ids = { traceId: traceIdOf(threadId), spanId: spanIdOf(type, threadId, ...start.identity) };
    const span = this.#guard(() => withIds(ids, () => this.#tracer().startSpan(start.name, options, context)));
    return span ?? trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  }

  /** @param content attributes that hold content, where its capture is on: facts never do. */
  finish(span: Span, facts: Facts, content?: SpanAttributes): void {
    this.#guard(() => {
      span.updateName(nameOf(facts));
      span.setAttributes(attributesOf(facts));
      if (content) span.setAttributes(content);
      const status = statusOf(facts);
      if (status.code !== SpanStatusCode.UNSET) span.setStatus(status);
    });
    attachFacts(span, facts);
    this.#watch.ending?.(span, facts);
    // The protocol's end, even where a clock puts it before the start: a span cannot bear that, its facts do.
    this.#guard(() => span.end(hrTime(Math.max(facts.startMs, facts.endMs))));
    this.#watch.ended?.(span, facts);
  }

  /** A span whose start and end are both known by now. */
  record(facts: Facts, place: Pick<SpanStart, 'parent' | 'links' | 'identity' | 'model'>): Span {
    const { type, startMs, lineage } = facts;
    const span = this.start({ ...place, type, name: nameOf(facts), startMs, threadId: lineage.threadId });
    this.finish(span, facts);
    return span;
  }
}
