import type { SpanItem } from '../../protocol/schema/items.js';
import type { EndReason, ItemFacts } from '../facts/index.js';

type Outcome = Pick<ItemFacts, 'terminalStatus' | 'failureKind'>;

const UNKNOWN: Outcome = { terminalStatus: null, failureKind: null };
const OUTCOMES = new Map<string, Outcome>([
  ['completed', { terminalStatus: 'completed', failureKind: null }],
  ['failed', { terminalStatus: 'failed', failureKind: 'tool_error' }],
  ['declined', { terminalStatus: 'rejected', failureKind: 'approval_denied' }],
  ['interrupted', { terminalStatus: 'interrupted', failureKind: null }],
]);

/** How the item ended. Unknown for an item that the observer ended, or whose status is `inProgress`. */
export function outcomeOf(item: SpanItem, endReason: EndReason | null): Outcome {
  const status = endReason === null ? statusOf(item) : null;
  return (status && OUTCOMES.get(status)) || UNKNOWN;
}

function statusOf(item: SpanItem): string | null {
  if (item.type === 'imageGeneration')
    return item.status === 'failed' || item.status === 'error' ? 'failed' : 'completed';
  return 'status' in item ? item.status : 'completed';
}
