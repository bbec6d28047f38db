const path = require('node:path');
const process = require('node:process');
const { linesOf } = require('./play.cjs');

const spanJson = (span) => ({
  ...contextJson(span.spanContext()),
  parent: span.parentSpanContext?.spanId ?? null,
  name: span.name,
  kind: span.kind,
  start: span.startTime,
  end: span.endTime,
  status: span.status,
  attributes: span.attributes,
  links: span.links.map(({ context, attributes }) => ({ ...contextJson(context), attributes })),
  events: span.events,
  scope: span.instrumentationScope,
});

const logJson = (record) => ({
  ...contextJson(record.spanContext),
  eventName: record.eventName,
  body: record.body,
  attributes: record.attributes,
  severity: [record.severityNumber, record.severityText],
  time: record.hrTime,
  scope: record.instrumentationScope,
});

const contextJson = ({ traceId, spanId, traceFlags }) => ({ traceId, spanId, traceFlags });

/** Gives a recording to the instrumentation as a gateway would that holds the bytes itself. */
exports.byHand = (codex, recording) => {
  const connections = new Map();
  let at = 0;
  for (const line of linesOf(recording)) {
    at = line.at;
    const { conn, from, msg } = line;
    if (line.event === 'open') {
      connections.set(conn, codex.connect({ server: String(line.server), transport: line.transport, now: () => at }));
    } else if (line.event === 'close') connections.get(conn).close();
    else connections.get(conn)[from === 'client' ? 'fromClient' : 'fromServer'](`${JSON.stringify(msg)}\n`);
  }
  // Ends what the recording left open.
  codex.disable();
  codex.enable();
};

/**
 * Replays the recordings named on the command line and gives them to the instrumentation by hand; prints the spans and
 * log records that came out, as JSON.
 */
exports.printSessions = async ({ codex, replayWireLog, tracerProvider, spans, logs, onSpan }) => {
  const take = () => {
    const taken = {
      spans: spans.getFinishedSpans().map(spanJson),
      logs: logs.getFinishedLogRecords().map(logJson),
    };
    spans.reset();
    logs.reset();
    return taken;
  };
  const told = {};
  for (const recording of process.argv.slice(2)) {
    const name = path.basename(path.dirname(recording));
    await replayWireLog(recording, { tracerProvider, onSpan });
    told[`${name}, replayed`] = take();
    exports.byHand(codex, recording);
    told[`${name}, by hand`] = take();
  }
  process.stdout.write(`${JSON.stringify(told)}\n`);
};
