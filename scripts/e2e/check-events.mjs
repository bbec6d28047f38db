import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from './processes.mjs';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = promisify(execFile);

/** The thread's events are in the Collector's file: those of the wire log, each once, each with its span's context. */
export async function checkEvents({ report, collector, turn, spans }) {
  const expected = await replayed(turn.wireLog);
  const received = await eventually('the events', async () => {
    const events = await collector.events(turn.threadId);
    return events.length >= expected.length ? events : undefined;
  });
  const types = (events) => events.map(({ type }) => type).sort();
  report.equal('the Collector has the events that the wire log tells of', types(received), types(expected));
  report.equal('each event came once', new Set(received.map(({ id }) => id)).size, received.length);
  const ids = new Set(spans.map(({ traceId, spanId }) => `${traceId}/${spanId}`));
  report.check(
    'each event stands under a span of the traces',
    received.every(({ traceId, spanId }) => ids.has(`${traceId}/${spanId}`)),
  );
  for (const { type, params } of expected) {
    const other = received.find((event) => event.type === type);
    if (other)
      report.equal(`${type} says what a replay of the wire log says`, comparable(other), comparable({ type, params }));
  }
}

/** The events of a wire log, as the package's own replay makes them: the same happening, observed again. */
async function replayed(wireLog) {
  const { stdout } = await run(process.execPath, [COMMAND, 'replay', wireLog, '--events', '-']);
  return stdout
    .trim()
    .split('\n')
    .map(JSON.parse)
    .map(({ event_type: type, event_params: params }) => ({ type, params }));
}

/** What two observers of one session say alike. A review's end is when each of them saw the answer. */
function comparable({ type, params }) {
  const { completed_at_ms, duration_ms, ...same } = params;
  return sorted(type === 'codex_review_event' ? { ...same, begins: completed_at_ms - duration_ms } : params);
}

const sorted = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      )
    : value;
