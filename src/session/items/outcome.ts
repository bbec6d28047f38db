import type { SpanItem } from '../../protocol/schema/items.js';
import type { EndReason, ItemFacts } from '../facts/index.js';

type Outcome = Pick<ItemFacts, 'terminalStatus' | 'failureKind'>;
const COMPLETED: Outcome = { terminalStatus: 'completed', failureKind: null };
const FAILED: Outcome = { terminalStatus: 'failed', failureKind: 'tool_error' };
const DECLINED: Outcome = { terminalStatus: 'rejected', failureKind: 'approval_denied' };
const INTERRUPTED: Outcome = { terminalStatus: 'interrupted', failureKind: null };
const UNKNOWN: Outcome = { terminalStatus: null, failureKind: null };

/** How the item ended. Unknown for an item that the observer ended, or whose status is `inProgress`. */
export function outcomeOf(item: SpanItem, endReason: EndReason | null): Outcome {
  if (endReason !== null) return UNKNOWN;
  if (item.type === 'webSearch' || item.type === 'contextCompaction' || item.type === 'subAgentActivity')
    return COMPLETED;
  if (item.type === 'imageGeneration') return item.status === 'failed' || item.status === 'error' ? FAILED : COMPLETED;
  switch (item.status) {
    case 'completed':
      return COMPLETED;
    case 'failed':
      return FAILED;
    case 'declined':
      return DECLINED;
    case 'interrupted':
      return INTERRUPTED;
    default:
      return UNKNOWN;
  }
}
