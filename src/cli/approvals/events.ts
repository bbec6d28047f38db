import { DURATIONS, type Approval, type Outcome } from '../../export/audit/approval.js';

/** A line of an events file; any tool may have written it. */
export interface EventLine {
  readonly event_type: string;
  readonly event_params?: Readonly<Record<string, unknown>>;
}

/** The approval of a `codex_review_event`. Such an event knows neither the connection nor the source of the command. */
export function approvalOfEvent({ event_type: type, event_params: params = {} }: EventLine): Approval | undefined {
  if (type !== 'codex_review_event') return undefined;
  const client = (params['app_server_client'] ?? {}) as Readonly<Record<string, unknown>>;
  const [requested, decided] = [Number(params['started_at_ms']), Number(params['completed_at_ms'])];
  const decision = text(params['status']) as Approval['decision'];
  const isDecided = decision === 'approved' || decision === 'denied';
  return {
    kind: 'approval',
    id: '',
    thread_id: text(params['thread_id']) ?? '',
    turn_id: text(params['turn_id']),
    item_id: text(params['item_id']),
    review_id: text(params['review_id']),
    reviewer: params['reviewer'] === 'guardian' ? 'guardian' : 'user',
    client_name: text(client['client_name']),
    client_version: text(client['client_version']),
    connection_id: null,
    subject: text(params['subject_kind']) as Approval['subject'],
    subject_name: text(params['subject_name']),
    trigger: text(params['trigger']) as Approval['trigger'],
    command_source: null,
    decision,
    duration: isDecided
      ? ((DURATIONS as Readonly<Record<string, Approval['duration']>>)[String(params['resolution'])] ?? null)
      : null,
    end_reason: null,
    risk_level: null,
    user_authorization: null,
    requested_at_ms: requested,
    decided_at_ms: decided,
    wait_ms: Math.max(0, decided - requested),
  };
}

/** The outcome of the event of a tool. */
export function outcomeOfEvent({ event_params: params = {} }: EventLine): Outcome | undefined {
  const [thread, turn, item] = [params['thread_id'], params['turn_id'], params['item_id']].map(text);
  if (!thread || !turn || !item || !('terminal_status' in params && 'tool_name' in params)) return undefined;
  return {
    kind: 'outcome',
    thread_id: thread,
    turn_id: turn,
    item_id: item,
    status: text(params['terminal_status']) as Outcome['status'],
    exit_code: typeof params['exit_code'] === 'number' ? params['exit_code'] : null,
    tool_name: text(params['tool_name']),
    ended_at_ms: Number(params['completed_at_ms']),
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
