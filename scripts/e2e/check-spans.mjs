import { timesOf } from './wire-log.mjs';

/**
 * Milliseconds by which two observers of one message may differ: the wire log's writer and the instrumentation see it in
 * two processes.
 */
const OBSERVERS_APART = 100;

/** The one span with this `codex.span.type`; undefined where there is none, or more. */
export function spanOfType(spans, type) {
  const found = spans.filter(({ attributes }) => attributes['codex.span.type'] === type);
  return found.length === 1 ? found[0] : undefined;
}

/** The last span of a thread to come. */
export const isThread = ({ attributes }) => attributes['codex.span.type'] === 'thread';

/** Turn, item and review hang in one another and have the protocol's times. */
export async function checkTurn(report, spans, wireLog) {
  const [turn, item, review] = ['turn', 'item', 'review'].map((type) => spanOfType(spans, type));
  report.check('the trace has one turn, one item and one review', turn && item && review);
  if (!(turn && item && review)) return;
  report.equal('the review hangs under its item', review.parentSpanId, item.spanId);
  report.equal('the item hangs under its turn', item.parentSpanId, turn.spanId);
  report.equal('the review was accepted', review.attributes['codex.review.status'], 'approved');

  const times = await timesOf(wireLog);
  report.equal(
    "the turn's times are the protocol's",
    [turn.startMs, turn.endMs],
    [times.turn.startMs, times.turn.endMs],
  );
  report.equal(
    "the item's times are the protocol's",
    [item.startMs, item.endMs],
    [times.item.startMs, times.item.endMs],
  );
  report.equal("the review's start is the protocol's", review.startMs, times.review.startMs);
  checkObserved(report, "the review's end is the answer's time", review.endMs, times.review.observedEndMs);
}

/** The thread's own trace: its initialization as the root, and the thread under it. */
export async function checkThread(report, spans, wireLog) {
  const [initialization, thread] = ['thread_initialization', 'thread'].map((type) => spanOfType(spans, type));
  report.check("the thread's trace has its initialization and the thread", initialization && thread);
  if (!(initialization && thread)) return undefined;
  report.equal('the initialization is the root', initialization.parentSpanId, undefined);
  report.equal('the thread hangs under its initialization', thread.parentSpanId, initialization.spanId);
  const times = await timesOf(wireLog);
  const { observedStartMs, observedEndMs } = times.initialization;
  checkObserved(report, "the initialization's start is the request's time", initialization.startMs, observedStartMs);
  checkObserved(report, "the initialization's end is the response's time", initialization.endMs, observedEndMs);
  return initialization;
}

function checkObserved(report, promise, actual, observed) {
  report.check(promise, Math.abs(actual - observed) <= OBSERVERS_APART, `${actual}, in the wire log ${observed}`);
}
