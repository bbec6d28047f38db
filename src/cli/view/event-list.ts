import type { EventRecord } from '../../events/record.js';
import type { CodexAnalyticsEvent } from '../../events/schema/index.js';
import { alarmOf } from './outcome.js';
import { counted, formatDuration } from './quantities.js';
import { shortId } from './row-label.js';
import type { SessionTree } from './session-tree.js';
import { fit, styled, widthOf, type Line, type Segment } from './styled-text.js';

const MAX_ROWS = 40;
const GAP = styled('  ');

/** The columns in their order: from which width of the terminal on each is shown, and the part of it that it may take. */
const COLUMNS = [
  { name: 'time', from: 60, share: 0.2 },
  { name: 'event', from: 0, share: 0.45 },
  { name: 'subject', from: 80, share: 0.25 },
  { name: 'outcome', from: 0, share: 0.5 },
  { name: 'duration', from: 100, share: 0.2 },
] as const;

/** In fewer columns, an event's type stands without the prefix and suffix that nearly all types share. */
const WHOLE_TYPES_FROM = 100;

/** The parameters that name the subject of an event, and those that hold how it ended; each event has one of them. */
const SUBJECTS = ['tool_name', 'subject_name', 'hook_name', 'skill_name', 'app_name', 'connector_id', 'goal_status'];
const OUTCOMES = [
  ...['terminal_status', 'status', 'decision', 'result', 'action'],
  ...['event_kind', 'initialization_mode', 'invoke_type'],
];

type Name = (typeof COLUMNS)[number]['name'];
type Cells = Readonly<Record<Name, Segment>>;

/** The first of a session's analytics events as a list, and the number of the others. */
export class EventList {
  readonly #records: EventRecord[] = [];
  count = 0;

  add(record: EventRecord): void {
    this.count += 1;
    if (this.#records.length < MAX_ROWS) this.#records.push(record);
  }

  /** The list's lines. The tree knows when the session began and the numbers of its turns. */
  lines(tree: SessionTree, columns: number): Line[] {
    if (this.count === 0) return [];
    const records = this.#records.toSorted((a, b) => endMsOf(a) - endMsOf(b));
    const rows = [HEADER, ...records.map((record) => cellsOf(record, tree, columns))];
    const shown = COLUMNS.filter(({ from }) => columns >= from).map(({ name, share }) => {
      const widest = Math.max(...rows.map((row) => widthOf(row[name].text)));
      return { name, width: Math.min(widest, Math.floor(columns * share)) };
    });
    const omitted = this.count - records.length;
    return [
      ...rows.map((row) => shown.flatMap(({ name, width }) => [...cell(row, name, width), GAP]).slice(0, -1)),
      ...(omitted === 0 ? [] : [[styled(`… ${counted(omitted, 'more event')}`, 'dim')]]),
    ];
  }
}

const HEADER = Object.fromEntries(COLUMNS.map(({ name }) => [name, styled(name, 'dim')])) as Cells;

function endMsOf({ endTime: [seconds, nanoseconds] }: EventRecord): number {
  return seconds * 1_000 + nanoseconds / 1_000_000;
}

function cellsOf(record: EventRecord, tree: SessionTree, columns: number): Cells {
  const { subject, status, outcome, durationMs } = summaryOf(record.event);
  const type = record.event.event_type;
  return {
    time: styled(formatDuration(endMsOf(record) - tree.startMs), 'dim'),
    event: styled(columns < WHOLE_TYPES_FROM ? type.replace(/^codex_|_event$/g, '') : type, 'cyan'),
    subject: styled(subject ?? parentOf(record, tree)),
    outcome: styled(outcome, alarmOf(status)),
    duration: styled(durationMs === null ? '' : formatDuration(durationMs)),
  };
}

/** The turn or thread that an event is about; a turn has the number of its row in the waterfall. */
function parentOf({ ids: { threadId, turnId } }: EventRecord, tree: SessionTree): string {
  if (turnId === null) return `thread ${shortId(threadId)}`;
  const turn = `turn ${tree.turnNumber(threadId, turnId) ?? shortId(turnId)}`;
  return tree.threads.find(({ id }) => id === threadId)?.isSubagent === true ? `${turn} of subagent` : turn;
}

function cell(row: Cells, name: Name, width: number): Line {
  const { text, style } = row[name];
  return fit([name === 'time' || name === 'duration' ? styled(text.padStart(width), style) : row[name]], width);
}

/** The parts of an event that a row shows. `subject` is null for an event about a turn or thread as a whole. */
export function summaryOf(event: CodexAnalyticsEvent) {
  const { event_params, ...rest } = event;
  const params: Record<string, unknown> = { ...rest, ...event_params };
  const first = (names: readonly string[]) =>
    names.map((name) => params[name]).find((value) => typeof value === 'string');
  const { exit_code: exitCode, risk_level: risk, rejection_reason: reason, reviewer, duration_ms: durationMs } = params;
  /** The protocol's word for how it ended; empty where there is none. */
  const status = first(OUTCOMES) ?? '';
  const parts = [
    event.event_type === 'codex_accepted_line_fingerprints' &&
      `+${event.event_params.accepted_added_lines} −${event.event_params.accepted_deleted_lines} lines`,
    status,
    typeof reviewer === 'string' && ` by ${reviewer}`,
    typeof exitCode === 'number' && exitCode !== 0 && `, exit ${exitCode}`,
    typeof reason === 'string' && `, ${reason}`,
    typeof risk === 'string' && `, ${risk} risk`,
  ];
  return {
    subject: first(SUBJECTS) ?? null,
    status,
    outcome: parts
      .filter((part) => part !== false)
      .join('')
      .trim()
      .replaceAll('_', ' '),
    durationMs: typeof durationMs === 'number' ? durationMs : null,
  };
}
