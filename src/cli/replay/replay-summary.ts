import type { Shipment } from '../../export/queue/delivery-report.js';
import type { Counters, CounterName } from '../../counters.js';
import type { BrokenLine, LogCounter } from './log-counter.js';
import { counted, formatCount } from '../view/quantities.js';

export interface ReplaySummary {
  readonly log: Pick<LogCounter, 'messages' | 'connections' | 'rollouts' | 'firstBrokenLine' | 'hasForeignFile'>;
  readonly spans: number;
  readonly counters: Counters;
  readonly shipments: readonly Shipment[];
  readonly isInterrupted: boolean;
}

/** State whose loss loses nothing: a turn id that review mode made up, and ids of turns and connections that ended. */
const EXPECTED_DROPS: ReadonlySet<string | undefined> = new Set([
  'turn id of review mode',
  'ended turn',
  'closed connection',
]);

/** Reasons of one loss that are named. */
const REASONS = 3;

/**
 * The result of a replay, in one line:
 *
 *     Replayed 32 messages of 1 connection: 4 spans, 3 events. 2 broken lines skipped (first: line 17).
 */
export function replaySummary({ log, spans, counters, shipments, isInterrupted }: ReplaySummary): string {
  const { messages, connections, rollouts, firstBrokenLine } = log;
  const replayed = [
    (connections > 0 || rollouts === 0) && `${counted(messages, 'message')} of ${counted(connections, 'connection')}`,
    rollouts > 0 && counted(rollouts, 'rollout'),
  ];
  const events = counters.total('events.emitted');
  const broken = counters.total('lines.broken');
  const delivered = shipments.filter(({ queue }) => queue.delivered > 0);
  return [
    isInterrupted && 'Interrupted.',
    `Replayed ${replayed.filter((part) => part !== false).join(' and ')}: ` +
      `${counted(spans, 'span')}, ${counted(events, 'event')}.`,
    delivered.length > 0 &&
      `Delivered ${delivered.map(({ noun, url, queue }) => `${counted(queue.delivered, noun)} to ${url}`).join(', ')}.`,
    broken > 0 && `${counted(broken, 'broken line')} skipped (first: ${placeOf(firstBrokenLine)}).`,
    log.hasForeignFile && 'Is it a wire log or a rollout?',
    unknownSenders(counters),
    lost(counters, 'lines.oversized', 'overlong line', 'skipped'),
    lost(counters, 'messages.undecodable', 'message', 'not understood'),
    lost(counters, 'state.dropped', 'time', 'a limit was reached'),
    lost(counters, 'spans.dropped', 'span', 'dropped'),
    lost(counters, 'events.dropped', 'event', 'dropped'),
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

const placeOf = ({ line, file }: BrokenLine = { line: 1, file: undefined }) =>
  `line ${line}${file === undefined ? '' : ` of ${file}`}`;

function unknownSenders(counters: Counters): string | false {
  const count = counters.get('messages.skipped', 'of an unknown sender');
  if (count === 0) return false;
  return `${counted(count, 'message')} skipped: nothing says who sent them. Give --from client or --from server.`;
}

function lost(counters: Counters, name: CounterName, noun: string, fate: string): string | false {
  const losses = [...counters].filter((entry) => entry.name === name && !EXPECTED_DROPS.has(entry.reason));
  const count = losses.reduce((sum, { value }) => sum + value, 0);
  if (count === 0) return false;
  const reasons = losses.flatMap(({ reason }) => reason ?? []);
  const named = reasons.slice(0, REASONS).join(', ');
  const more = reasons.length > REASONS ? ` and ${formatCount(reasons.length - REASONS)} more` : '';
  return `${counted(count, noun)} ${fate}${named === '' ? '' : ` (${named}${more})`}.`;
}
