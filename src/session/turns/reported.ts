import { endedItemsOf } from '../../protocol/items.js';
import type { ReportedTurn, TurnInfo } from '../../protocol/schema/shapes.js';
import { completeItem } from '../items/items.js';
import type { Thread, Turn } from '../state.js';
import { decideCause } from './requests/cause.js';
import { countToolCompletedWhileAway } from './totals/counts.js';
import { completeTurn } from './ending.js';
import { turnError } from './error.js';

export function takeReport(turn: Turn, { rootTurnId, startedAt }: TurnInfo): void {
  turn.seenBeyondItems = true;
  turn.rootTurnId ??= rootTurnId;
  turn.startedAt ??= startedAt;
}

/**
 * Ends a turn whose end the server reports at `at` (Unix milliseconds). `wasMissed`: a resume or a list reports it, later
 * than it happened.
 */
export function endReportedTurn(
  turn: Turn,
  report: TurnInfo,
  { at, wasMissed }: { readonly at: number; readonly wasMissed: boolean },
): void {
  takeReport(turn, report);
  decideCause(turn);
  const status = report.status === 'inProgress' ? null : report.status;
  if (status !== 'interrupted') turn.interruptRequestedAtMs = null;
  if (status === 'interrupted') turn.thread.hasUnreportedUsage = true;
  const error = turnError(report.error?.codexErrorInfo);
  const { durationMs, completedAt } = report;
  completeTurn(turn, { status, error, durationMs, completedAt, at, wasMissed });
}

/** How a thread's history came: at `at` (Unix milliseconds), and whether the thread had no client before. */
interface HistoryReport {
  readonly at: number;
  readonly wasClientless: boolean;
}

/**
 * Takes the ends of turns that were not reported when they happened, from the history in the answer to `thread/resume`, `thread/read` or
 * `thread/turns/list`.
 */
export function takeReportedTurns(
  thread: Thread,
  reports: readonly ReportedTurn[],
  { at, wasClientless }: HistoryReport,
): void {
  for (const report of reports) {
    const turn = thread.turns.get(report.id);
    if (turn === undefined || turn.endMs !== null) continue;
    if (report.status !== 'inProgress' && report.status !== null) {
      for (const item of endedItemsOf(report.unreadItems))
        completeItem(turn, item, { completedAtMs: item.completedAtMs, at });
      endReportedTurn(turn, report, { at, wasMissed: true });
    } else if (wasClientless)
      for (const item of endedItemsOf(report.unreadItems)) countToolCompletedWhileAway(turn, item);
  }
}
