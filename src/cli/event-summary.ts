import type { CodexAnalyticsEvent } from '../events/schema/index.js';
import { shortId } from './row-label.js';
import type { Style } from './styled-text.js';

/** What one row of the event table says of an event. */
export interface EventSummary {
  /** What the event is about: a tool, a hook, an id; null for an event about a turn as a whole. */
  readonly subject: string | null;
  readonly outcome: string;
  readonly style: Style;
  readonly durationMs: number | null;
}

/** Reads a row off an event's own parameters. */
export function summaryOf(event: CodexAnalyticsEvent): EventSummary {
  switch (event.event_type) {
    case 'codex_thread_initialized': {
      const { thread_id, subagent_source, initialization_mode } = event.event_params;
      const kind = subagent_source === null ? 'thread' : 'subagent';
      return summary(`${kind} ${shortId(thread_id)}`, initialization_mode);
    }
    case 'codex_thread_archive_event':
      return summary(`thread ${shortId(event.event_params.thread_id)}`, event.event_params.action);
    case 'codex_turn_event': {
      const { status, duration_ms } = event.event_params;
      return summary(null, status, duration_ms);
    }
    case 'codex_accepted_line_fingerprints': {
      const { accepted_added_lines: added, accepted_deleted_lines: deleted } = event.event_params;
      return summary(null, `+${added} −${deleted} lines`);
    }
    case 'codex_turn_steer_event': {
      const { result, rejection_reason } = event.event_params;
      return summary(null, rejection_reason === null ? result : `${result}, ${rejection_reason}`);
    }
    case 'codex_review_event': {
      const { subject_name, status, reviewer, duration_ms } = event.event_params;
      return summary(subject_name, `${status} by ${reviewer}`, duration_ms);
    }
    case 'codex_guardian_review': {
      const { target_item_id, review_id, decision, risk_level } = event.event_params;
      const subject = target_item_id === null ? `review ${shortId(review_id)}` : `item ${shortId(target_item_id)}`;
      return summary(subject, risk_level === null ? decision : `${decision}, ${risk_level} risk`);
    }
    case 'codex_command_execution_event':
    case 'codex_file_change_event':
    case 'codex_mcp_tool_call_event':
    case 'codex_dynamic_tool_call_event':
    case 'codex_collab_agent_tool_call_event':
    case 'codex_web_search_event':
    case 'codex_image_generation_event':
      return toolSummary(event);
    case 'codex_compaction_event': {
      const { trigger, status, duration_ms } = event.event_params;
      return summary(`${trigger} compaction`, status, duration_ms);
    }
    case 'codex_hook_run':
      return summary(event.event_params.hook_name, event.event_params.status);
    case 'codex_goal_event':
      return summary(event.event_params.goal_status ?? 'goal', event.event_params.event_kind);
    case 'codex_app_mentioned':
    case 'codex_app_used': {
      const { app_name, connector_id, invoke_type } = event.event_params;
      return summary(app_name ?? connector_id ?? 'app', invoke_type);
    }
    case 'skill_invocation':
      return summary(event.skill_name, event.event_params.invoke_type);
  }
}

type ToolEvent = Extract<CodexAnalyticsEvent, { event_params: { tool_name: string } }>;

function toolSummary(event: ToolEvent): EventSummary {
  const { tool_name, terminal_status, duration_ms } = event.event_params;
  const exit = event.event_type === 'codex_command_execution_event' ? event.event_params.exit_code : null;
  const outcome = exit === null || exit === 0 ? terminal_status : `${terminal_status}, exit ${exit}`;
  return summary(tool_name, outcome, duration_ms);
}

/** Outcomes that a reader looks for, by their first word. */
const STYLES: Record<string, Style> = {
  failed: 'red',
  denied: 'red',
  timed_out: 'red',
  rejected: 'yellow',
  aborted: 'yellow',
  interrupted: 'yellow',
  stopped: 'yellow',
  blocked: 'yellow',
};

function summary(subject: string | null, told: string | null, durationMs: number | null = null): EventSummary {
  const outcome = told ?? '';
  const style = STYLES[outcome.replace(/[ ,].*/, '')] ?? 'plain';
  return { subject, outcome: outcome.replaceAll('_', ' '), style, durationMs };
}
