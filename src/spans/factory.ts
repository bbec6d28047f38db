import {
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanOptions,
  type Tracer,
} from '@opentelemetry/api';
import { uncounted, type CounterSink } from '../counters.js';
import type { Facts, RequestFacts } from '../session/facts/index.js';
import { limitsOf, type Limits } from '../session/limits.js';
import type { HostContext, OpenSpan, SpanContent, SpanSink, SpanStart } from '../session/span-sink.js';
import { nameOf, setAttributesOf, startAttributesOf, statusOf } from './attributes.js';
import { contentAttributes, type Redact } from './content.js';
import { attachFacts } from './facts-on-span.js';
import { IdsOfSpan, withIds } from './ids.js';
import { QueuedSpan, type SpanMaker } from './open-span.js';
import { hrTime } from './time.js';

/** Runs the host's code; returns undefined where that threw. */
export type RunHostCode = <T>(step: () => T) => T | undefined;

/** The host's side of span making. Its functions must not throw. */
interface SpanHooks {
  /** Called when a review or a question begins; without a span where that still waits for its parent. */
  readonly requested?: ((facts: RequestFacts, span: Span | undefined) => void) | undefined;
  /** Called right before a span's end, when attributes may still be added. */
  readonly beforeEnd?: ((span: Span, facts: Facts) => void) | undefined;
  readonly afterEnd?: ((span: Span, facts: Facts) => void) | undefined;
  /**
   * Asked at each end whether the span may leave. One that may not is never ended: it only has been the parent of others.
   * Default: all may.
   */
  readonly leaves?: ((facts: Facts) => boolean) | undefined;
  /**
   * Runs the host's tracer, and the span processors behind it. Where they throw there is no span, but its facts, and the
   * spans under it, go on. Default: exceptions come out.
   */
  readonly runHostCode?: RunHostCode | undefined;
  /** Changes captured content before it is put on a span. Default: it leaves as it is. */
  readonly redact?: Redact | undefined;
}

/** Where the host's own spans come in. There is no host in a replay, or behind a proxy. */
export interface Host {
  /** The host's active context at the moment when its request is observed. */
  readonly activeContext: () => Context;
  /** Whether a turn hangs under the host's active span, or under its thread all the same. */
  readonly turnParent: () => 'active' | 'thread';
}

export interface SpanFactoryOptions extends SpanHooks {
  readonly host?: Host | undefined;
  readonly counters?: CounterSink | undefined;
  /** Limits of the spans that may wait for their parents. */
  readonly limits?: Partial<Limits> | undefined;
}

/** A turn waits with the beginnings and the ends of its items, its reviews and its hooks. */
const STEPS_PER_ITEM = 6;

/** Makes OpenTelemetry's spans of the session's. It alone ends them: attributes first, then facts, then the end. */
export class SpanFactory implements SpanSink, SpanMaker {
  readonly #tracer: () => Tracer;
  #lastParent: Span | undefined;
  #lastContext = ROOT_CONTEXT;
  readonly #options: SpanFactoryOptions;
  readonly #runHostCode: RunHostCode;
  readonly waitingSteps: SpanMaker['waitingSteps'];

  /** @param tracer asked at each start, so that a provider may be set later. */
  constructor(tracer: () => Tracer, options: SpanFactoryOptions = {}) {
    const { counters = uncounted } = options;
    const { itemsPerTurn } = limitsOf(options.limits);
    this.#tracer = tracer;
    this.#options = options;
    this.#runHostCode = options.runHostCode ?? ((step) => step());
    this.waitingSteps = { size: STEPS_PER_ITEM * itemsPerTurn, what: 'waiting span', counters };
  }

  open(): QueuedSpan {
    return new QueuedSpan(this);
  }

  hostContext(): HostContext | undefined {
    const context = this.#options.host?.activeContext();
    return context && trace.getSpan(context) && context;
  }

  requested(open: OpenSpan, facts: RequestFacts): void {
    this.#options.requested?.(facts, this.spanOf(open));
  }

  /** The span of OpenTelemetry behind a span of the session; undefined until it has started. */
  spanOf(open: OpenSpan | undefined): Span | undefined {
    return open instanceof QueuedSpan ? open.span : undefined;
  }

  start(start: SpanStart, parent: Span | undefined): Span {
    const { context, linked } = this.#placeOf(start, parent);
    const options: SpanOptions = {
      kind: SpanKind.INTERNAL,
      startTime: hrTime(start.startMs),
      root: context === ROOT_CONTEXT,
      attributes: startAttributesOf(start),
    };
    if (linked) options.links = [{ context: linked.spanContext() }];
    const begin = () => this.#tracer().startSpan(nameOf(start.subject), options, context);
    const span = this.#runHostCode(() => withIds(new IdsOfSpan(start), begin));
    return span ?? trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  }

  end(span: Span, facts: Facts, content?: SpanContent): Span {
    const { beforeEnd, afterEnd, leaves } = this.#options;
    this.#runHostCode(() => {
      span.updateName(nameOf(facts));
      setAttributesOf(span, facts);
      if (content) span.setAttributes(contentAttributes(content, this.#options.redact));
      const status = statusOf(facts);
      if (status.code !== SpanStatusCode.UNSET) span.setStatus(status);
    });
    attachFacts(span, facts);
    beforeEnd?.(span, facts);
    if (leaves?.(facts) === false) return span;
    // A clock may put the protocol's end before the start. OpenTelemetry does not allow that; the facts keep it.
    this.#runHostCode(() => span.end(hrTime(Math.max(facts.startMs, facts.endMs))));
    afterEnd?.(span, facts);
    return this.#kept(span, facts);
  }

  /**
   * The session remembers what a turn did for as long as the turn. Then it needs no more than the ids of a span, not its
   * attributes and its facts.
   */
  #kept(span: Span, { type }: Facts): Span {
    if (type !== 'item' && type !== 'review') return span;
    return this.#runHostCode(() => trace.wrapSpanContext(span.spanContext())) ?? span;
  }

  /** A turn hangs under the host's active span or links to it, as the host chooses. Every other span links to it. */
  #placeOf({ subject, host }: SpanStart, parent: Span | undefined): { context: Context; linked: Span | undefined } {
    const hostContext = host as Context | undefined;
    if (hostContext !== undefined && subject.type === 'turn' && this.#options.host?.turnParent() === 'active')
      return { context: hostContext, linked: parent };
    const context = parent ? this.#contextUnder(parent) : ROOT_CONTEXT;
    return { context, linked: hostContext && trace.getSpan(hostContext) };
  }

  /** Most spans have the same parent as the one before: the items of a turn. */
  #contextUnder(parent: Span): Context {
    if (parent !== this.#lastParent) {
      this.#lastParent = parent;
      this.#lastContext = trace.setSpan(ROOT_CONTEXT, parent);
    }
    return this.#lastContext;
  }
}
