import { shortenList } from '../wire/shorten.js';
import { item as readItem } from './readers.js';
import type { Item, SpanItem } from './schema/items.js';

/** Whether the item reports a subagent's end on its parent's thread, which is not a call of the parent. */
export const isEcho = (item: Item): boolean => item.type === 'subAgentActivity' && item.kind === 'completed';

/** Whether the item is a command that the user ran. */
export const isUserShell = (item: Item): boolean => item.type === 'commandExecution' && item.source === 'userShell';

/** The threads of the subagents that an item spawns. */
export const spawnedBy = (item: Item): readonly string[] => threadsOf(item, 'spawnAgent', 'started');

/** The threads of the subagents that an item sends input to. */
export const addressedBy = (item: Item): readonly string[] => threadsOf(item, 'sendInput', 'interacted');

/** The threads that a call of this tool, or an activity of this kind, is about. */
function threadsOf(item: Item, tool: string, activity: string): readonly string[] {
  if (item.type === 'collabAgentToolCall') return item.tool === tool ? item.receiverThreadIds : [];
  if (item.type !== 'subAgentActivity' || item.kind !== activity) return [];
  return item.agentThreadId === null ? [] : [item.agentThreadId];
}

/** Whether the item itself reports that it is over. */
const isOver = (item: SpanItem) =>
  'status' in item ? item.status !== null && item.status !== 'inProgress' : item.completedAtMs !== null;

/** Reads the items of a reported turn that have a life of their own and are reported as ended. */
export function endedItemsOf(unreadItems: readonly unknown[]): SpanItem[] {
  const items = unreadItems.map(readItem).filter((each) => each !== undefined);
  return shortenList(items).filter((each): each is SpanItem => each.type !== 'counted' && isOver(each));
}
