import type { SpanItem } from '../../protocol/schema/items.js';
import type { Item, Turn } from '../state.js';

/*
 * Some model providers use one call id for several items of a turn. The first item of an id stands in `turn.items` under the
 * id itself, a later one under the id and its start. Messages of several connections about one item have the same start. A
 * rollout reports each item once, so there an item whose id has occurred is another one, also without a start.
 */

/** The key of an item in its turn, and which item of its id it is. */
export interface Occurrence {
  readonly key: string;
  readonly nth: number;
}

const keyOf = (id: string, startedAtMs: number) => `${id}\0${String(startedAtMs)}`;

/** Whether a completion is the first report of it; it is remembered. */
export function isNewCompletion({ memory: { completions } }: Turn, id: string, completedAtMs: number | null): boolean {
  const first = completions.get(id);
  if (first === completedAtMs) return false;
  const key = first === undefined ? id : `${id}\0${String(completedAtMs)}`;
  if (completions.has(key)) return false;
  completions.set(key, completedAtMs);
  return true;
}

/** The latest item of this id. */
export function latestItem(turn: Turn, id: string): Item | undefined {
  return turn.items.get(turn.memory.repeatedItems.get(id)?.latestKey ?? id);
}

/** The item of this id that started at this time. */
function itemStartedAt(turn: Turn, id: string, startedAtMs: number): Item | undefined {
  const first = turn.items.get(id);
  return first?.startedAtMs === startedAtMs ? first : turn.items.get(keyOf(id, startedAtMs));
}

/** The item that a completion ends: the one of that start, else the oldest of its id that is open. */
export function itemToComplete(turn: Turn, id: string, startedAtMs: number | null): Item | undefined {
  const started = startedAtMs === null ? undefined : itemStartedAt(turn, id, startedAtMs);
  const open = started?.hasEnded === true && turn.openItems > 0 ? latestItem(turn, id) : started;
  if (open) return open;
  const first = turn.items.get(id);
  if (first && !first.hasEnded) return first;
  const latest = latestItem(turn, id);
  if (turn.openItems <= 1 || latest === first) return latest && !latest.hasEnded ? latest : undefined;
  for (const each of turn.items.values()) if (each.item.id === id && !each.hasEnded) return each;
  return undefined;
}

/** Where an item that starts now belongs; undefined for one that is known, because the message repeats its start. */
export function nextOccurrence(turn: Turn, id: string, startedAtMs: number | null): Occurrence | undefined {
  const latest = latestItem(turn, id);
  if (latest === undefined) return turn.memory.evicted.has(id) ? undefined : { key: id, nth: 0 };
  const nth = turn.memory.repeatedItems.get(id)?.count ?? 1;
  if (turn.recorded !== null) return latest.hasEnded ? { key: keyOf(id, nth), nth } : undefined;
  // Without both starts, a message about a known id counts as repeated.
  if (startedAtMs === null || latest.startedAtMs === null) return undefined;
  const started = itemStartedAt(turn, id, startedAtMs);
  // From 0.164 on a call bears the start of a refused one of its id. Several connections may report one start; a single one
  // does not report it again after the item's end.
  if (started !== undefined && (!started.hasEnded || turn.thread.reporters.size > 1)) return undefined;
  const key = started === undefined ? keyOf(id, startedAtMs) : `${keyOf(id, startedAtMs)}\0${String(nth)}`;
  return turn.memory.evicted.has(key) ? undefined : { key, nth };
}

/** Remembers that the item of this key is now the latest of its id. */
export function rememberOccurrence({ memory }: Turn, id: string, { key, nth }: Occurrence): void {
  if (nth > 0) memory.repeatedItems.set(id, { count: nth + 1, latestKey: key, startIsTaken: false });
}

/**
 * The start that Codex's analytics has for an item that completes: from 0.169 on the completed item has it, too. Analytics
 * remembers one start for an id, the last one, and a completion takes it (`codex-rs/analytics/src/reducer.rs`,
 * `tool_items_started_at_ms`). So of calls that run at the same time under one id, the one that completes first has the last
 * start, and the others have none and no event.
 */
export function takeReportedStart({ turn, startedAtMs }: Item, completed: SpanItem): number | null {
  const repeated = turn.memory.repeatedItems.get(completed.id);
  if (repeated === undefined) return startedAtMs === null ? null : (completed.startedAtMs ?? startedAtMs);
  if (repeated.startIsTaken) return null;
  repeated.startIsTaken = true;
  return latestItem(turn, completed.id)?.startedAtMs ?? startedAtMs;
}

/** The open call of this MCP tool, the latest where there are several; without a tool, the only open call of the server. */
export function findOpenMcpCall(turn: Turn, mcpTool: { server: string; tool: string | null }): Item | undefined {
  const { server, tool } = mcpTool;
  if (turn.openItems === 0) return undefined;
  const calls = [...turn.items.values()].filter(
    ({ item, hasEnded }) =>
      !hasEnded && item.type === 'mcpToolCall' && item.server === server && (tool === null || item.tool === tool),
  );
  return tool === null && calls.length > 1 ? undefined : calls.at(-1);
}
