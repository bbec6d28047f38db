import type { Outbox } from './outbox.js';

/** One signal on its way to one receiver. */
export interface Shipment {
  readonly noun: 'span' | 'event';
  readonly url: string;
  readonly outbox: Pick<Outbox<never>, 'delivered' | 'lost'>;
}

/** What was not delivered, in one line. */
export interface DeliveryProblem {
  readonly text: string;
  /** False where the receiver does not have that signal at all: everything that it can take has arrived. */
  readonly isFailure: boolean;
}

/** Undefined where everything was delivered. */
export function deliveryProblem(shipments: readonly Shipment[]): DeliveryProblem | undefined {
  const losses = shipments.flatMap((shipment) =>
    [...shipment.outbox.lost].map(([reason, count]) => ({ ...shipment, reason, count })),
  );
  const [first, second] = losses;
  if (first === undefined) return undefined;
  const hasNoLogs = first.noun === 'event' && second === undefined && first.reason.startsWith('it answered 404');
  if (hasNoLogs && shipments.some(({ noun, outbox }) => noun === 'span' && outbox.delivered > 0))
    return {
      text: `The receiver takes no logs, so ${what(first)} were not sent to ${first.url}; OTEL_LOGS_EXPORTER=none leaves them out.`,
      isFailure: false,
    };
  const lost = losses.map((loss) => `${what(loss)} to ${loss.url} (${loss.reason})`).join(', ');
  const isDown = losses.some(({ reason }) => reason === 'connection refused');
  return { text: `Not delivered: ${lost}.${isDown ? ' Is the receiver running there?' : ''}`, isFailure: true };
}

const what = ({ count, noun }: { count: number; noun: string }) =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
