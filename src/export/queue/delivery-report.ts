import type { ExportQueue } from './export-queue.js';

/** One signal on its way to one receiver. */
export interface Shipment {
  readonly noun: 'span' | 'event';
  /** The receiver's, without what may be secret in it. */
  readonly url: string;
  readonly queue: Pick<ExportQueue<never>, 'delivered' | 'losses' | 'serverAnswered'> &
    Partial<Pick<ExportQueue<never>, 'trouble'>>;
}

/** A line that reports what was not delivered. */
interface DeliveryProblem {
  readonly text: string;
  /** False where the receiver does not have that signal at all: everything that it can take has arrived. */
  readonly isFailure: boolean;
}

/** Undefined where everything was delivered. */
export function deliveryProblem(shipments: readonly Shipment[]): DeliveryProblem | undefined {
  const losses = shipments.flatMap((shipment) => shipment.queue.losses.map((loss) => ({ ...shipment, ...loss })));
  const [first, second] = losses;
  if (first === undefined) return undefined;
  const hasNoLogs = first.noun === 'event' && first.status === 404 && second === undefined;
  if (hasNoLogs && shipments.some(({ noun, queue }) => noun === 'span' && queue.delivered > 0))
    return {
      text: `The receiver takes no logs, so ${amount(first)} were not sent to ${first.url}; OTEL_LOGS_EXPORTER=none leaves them out.`,
      isFailure: false,
    };
  const lost = losses.map((loss) => `${amount(loss)} to ${loss.url} (${loss.reason})`).join(', ');
  const isDown = losses.some(({ reason }) => reason === 'connection refused');
  return { text: `Not delivered: ${lost}.${isDown ? ' Is the receiver running there?' : ''}`, isFailure: true };
}

function amount({ count, noun }: { readonly count: number; readonly noun: string }): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
