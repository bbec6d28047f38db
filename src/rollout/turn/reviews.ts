import { isUserShell } from '../../protocol/items.js';
import type { Item } from '../../protocol/schema/items.js';
import type { TurnContext } from '../records.js';

/**
 * Whether an item is known to have had no review. Nothing is recorded of approvals, so only where nobody can have been asked:
 * under the policy `never`, and of tools that need no approval. Under any other policy a rule may ask for any command.
 */
export function reviewsOf(item: Item, context: TurnContext | undefined): 'none' | null {
  if (context?.approval_policy === 'never') return 'none';
  switch (item.type) {
    case 'collabAgentToolCall':
    case 'subAgentActivity':
    case 'dynamicToolCall':
    case 'controlToolCall':
    case 'webSearch':
    case 'imageGeneration':
      return 'none';
    case 'commandExecution':
      return isUserShell(item) ? 'none' : null;
    case 'mcpToolCall':
      // The user is asked for them by elicitations, which are no reviews.
      return context?.approvals_reviewer === 'user' ? 'none' : null;
    default:
      return null;
  }
}
