import type { Notified } from '../../protocol/observation.js';
import { isEcho } from '../../protocol/items.js';
import type { RecordedItemEnd } from '../../rollout/observation.js';
import { detailOf } from '../items/details.js';
import { collectSigns, countItem, endItem, openItem } from '../items/items.js';
import { latestItem, type Occurrence } from '../items/occurrences.js';
import { recordSkillReads } from '../items/skills.js';
import type { Item, Turn } from '../state.js';
import { countControlTool, countTool } from '../turns/totals/counts.js';

/*
 * Items of a rollout. Each is reported once, so an item whose id has occurred is another one, also without a time.
 */

/** `item/started`: `at` is the start as well as it is known. */
export function itemRecorded(turn: Turn, { params, at }: Notified<'item/started'>): void {
  const { item, startedAtMs } = params;
  collectSigns(turn, item);
  if (item.type === 'counted' || isEcho(item) || openItemOf(turn, item.id)) return;
  openItem(turn, item, nextOccurrence(turn, item.id), at, startedAtMs);
}

/** `item/completed`: `at` is the end as well as it is known. */
export function itemEndRecorded(turn: Turn, { params, recorded, at }: RecordedItemEnd): void {
  const { item, completedAtMs } = params;
  collectSigns(turn, item);
  if (item.type === 'counted') return countItem(turn, item, undefined);
  if (isEcho(item)) return;
  if (item.type === 'contextCompaction') turn.signs.hasCompacted = true;
  recordSkillReads(turn, item);
  const state =
    openItemOf(turn, item.id) ??
    openItem(turn, item, nextOccurrence(turn, item.id), item.startedAtMs ?? at, item.startedAtMs);
  const detail = detailOf(turn, item, 'completed', recorded);
  if (item.type === 'controlToolCall') countControlTool(turn, item.id);
  else countTool(turn, detail.kind, item.id);
  endItem(state, item, { detail, endMs: at, completedAtMs, endReason: null, recorded });
}

function openItemOf(turn: Turn, id: string): Item | undefined {
  const latest = latestItem(turn, id);
  return latest?.hasEnded === false ? latest : undefined;
}

function nextOccurrence(turn: Turn, id: string): Occurrence {
  if (latestItem(turn, id) === undefined) return { key: id, nth: 0 };
  const nth = turn.memory.repeatedItems.get(id)?.count ?? 1;
  return { key: `${id}\0${nth}`, nth };
}
