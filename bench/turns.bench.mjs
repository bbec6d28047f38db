// Turns of 10 commands and 2 reviews: alone, and among 19 deltas a message as Codex streams them.
import { ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { CollectingProcessor, noProcessor } from './spans.mjs';
import { chunksOf, send, Session } from './traffic.mjs';

const TURNS = 30;
const DELTAS = 19;

function workload(between) {
  const session = new Session().initialize().startThread();
  for (let n = 0; n < TURNS; n++) session.workTurn(between && (() => between(session)));
  return { chunks: chunksOf(session.lines), lines: session.lines.map(({ text }) => Buffer.from(text)) };
}

const plain = workload();
const streamed = workload((session) => {
  for (let n = 0; n < DELTAS; n++) session.delta();
});

/** One session, observed from its first byte to its last. */
function observe(chunks, tracerProvider, config) {
  const codex = new CodexInstrumentation(config);
  codex.setTracerProvider(tracerProvider);
  const connection = codex.connect();
  send(connection, chunks);
  connection.close();
  codex.disable();
}

const parse = (lines) => lines.forEach((line) => JSON.parse(line));

/** The same spans, made by hand with the SDK alone: the same parents, names, times and attributes. */
function makeByHand(spans, tracer) {
  const made = new Map();
  for (const { id, name, attributes, startTime, endTime, parentSpanContext } of spans) {
    const parent = made.get(parentSpanContext?.spanId);
    const context = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    const copy = tracer.startSpan(name, { kind: SpanKind.INTERNAL, startTime, root: !parent }, context);
    made.set(id, copy);
    copy.setAttributes(attributes);
    copy.end(endTime);
  }
}

export const claims = [
  {
    ours: 'turns of 10 commands and 2 reviews, 19 deltas a lifecycle message, spans made',
    baseline: '`JSON.parse` of every line',
    must: 0.65,
    aim: 0.45,
    missed: 'The lifecycle messages take nine tenths of it: the spans of the SDK, `JSON.parse`, and the session.',
    count: streamed.lines.length,
    subject() {
      const provider = new NodeTracerProvider({ spanProcessors: [noProcessor] });
      return { run: () => observe(streamed.chunks, provider) };
    },
    against: () => ({ run: () => parse(streamed.lines) }),
  },
  {
    ours: 'such turns without deltas, from bytes to ended spans and events',
    baseline: '`JSON.parse` of the messages and the same spans by hand with the SDK',
    must: 3.2,
    aim: 2.4,
    missed:
      'The ids of events take 5 %, their checks and projections 4 %, the collection of garbage 7 %, reading 5 %; the rest is the session, no function of which takes more than 2 %.',
    warmUp: 30,
    count: plain.lines.length,
    subject() {
      const provider = new NodeTracerProvider({ spanProcessors: [noProcessor] });
      let ids = 0;
      return { run: () => observe(plain.chunks, provider, { eventHook: (_event, { id }) => (ids += id.length) }) };
    },
    against() {
      const collecting = new CollectingProcessor();
      observe(plain.chunks, new NodeTracerProvider({ spanProcessors: [collecting] }));
      const spans = collecting.spans.map((span) => ({
        id: span.spanContext().spanId,
        name: span.name,
        attributes: span.attributes,
        startTime: span.startTime,
        endTime: span.endTime,
        parentSpanContext: span.parentSpanContext,
      }));
      const tracer = new NodeTracerProvider({ spanProcessors: [noProcessor] }).getTracer('by hand');
      return {
        run() {
          parse(plain.lines);
          makeByHand(spans, tracer);
        },
      };
    },
  },
];
