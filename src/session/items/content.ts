import type { ItemContent, Message } from '../../protocol/content.js';
import type { Item, Turn } from '../state.js';

const BYTES_OF_CHARACTER = 2;

/**
 * Keeps an item's content until its span ends, where the budget has room for it. The completion's content wins where it has
 * any.
 */
export function keepContent(state: Item, content: ItemContent | undefined): void {
  if (content === undefined) return;
  const { budget, counters } = state.turn.session;
  const before = state.content;
  const kept = { arguments: content.arguments ?? before?.arguments, result: content.result ?? before?.result };
  if (budget.content.take(sizeOf(kept) - sizeOf(before))) state.content = kept;
  else counters.add('state.dropped', 'content');
}

/** The item's span has its content. */
export function releaseContent(state: Item): void {
  state.turn.session.budget.content.release(sizeOf(state.content));
  state.content = undefined;
}

/** Keeps a message until its turn's span ends, where the budget has room for it. */
export function keepMessage(turn: Turn, message: Message | undefined): void {
  if (message === undefined) return;
  const { budget, counters } = turn.session;
  const bytes = BYTES_OF_CHARACTER * message.text.length;
  if (!budget.content.take(bytes)) return counters.add('state.dropped', 'content');
  turn.messageBytes += bytes;
  turn.memory.messages.add(message);
}

const sizeOf = (content: ItemContent | undefined): number =>
  BYTES_OF_CHARACTER * ((content?.arguments?.length ?? 0) + (content?.result?.length ?? 0));
