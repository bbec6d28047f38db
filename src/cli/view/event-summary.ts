import type { CodexAnalyticsEvent } from '../../events/schema/index.js';

/** The parameters that name the subject of an event, and those that say how it ended; each event has one of them. */
const SUBJECTS = ['tool_name', 'subject_name', 'hook_name', 'skill_name', 'app_name', 'connector_id', 'goal_status'];
const OUTCOMES = [
  ...['terminal_status', 'status', 'decision', 'result', 'action'],
  ...['event_kind', 'initialization_mode', 'invoke_type'],
];

/** The parts of an event that a row of the event list shows. */
interface EventSummary {
  /** Null for an event about a turn or thread as a whole. */
  readonly subject: string | null;
  /** The protocol's word for how it ended; empty where there is none. */
  readonly status: string;
  readonly outcome: string;
  readonly durationMs: number | null;
}

export function summaryOf(event: CodexAnalyticsEvent): EventSummary {
  const { event_params, ...rest } = event;
  const params: Record<string, unknown> = { ...rest, ...event_params };
  const first = (names: readonly string[]) =>
    names.map((name) => params[name]).find((value) => typeof value === 'string');
  const { exit_code: exitCode, risk_level: risk, rejection_reason: reason, reviewer, duration_ms: durationMs } = params;
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
