import { isDeepStrictEqual } from 'node:util';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import type { Message, SentEvent, WireLine } from './recordings.js';

/**
 * Compares our events with those that the Codex binary sent for the same traffic. Every field of our schema must be equal.
 * The other fields of Codex's events never cross the wire; `test/events/internal.ts` lists them.
 */

/** The fields that distinguish two events of a family, beside the ids. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  codex_thread_initialized: ['initialization_mode'],
  codex_thread_archive_event: ['action'],
  codex_turn_steer_event: ['expected_turn_id', 'result'],
  codex_hook_run: ['hook_name', 'hook_source', 'status'],
  codex_goal_event: ['event_kind'],
  codex_app_mentioned: ['connector_id'],
  codex_app_used: ['connector_id'],
  skill_invocation: ['skill_name', 'invoke_type'],
};
const IDS = ['thread_id', 'turn_id', 'item_id', 'review_id'];

/** Families of events about things that never cross the wire. */
const NOT_ON_THE_WIRE: ReadonlySet<string> = new Set([
  'codex_control_tool_call_event',
  'codex_plugin_installed',
  'codex_plugin_uninstalled',
  'codex_plugin_used',
]);

/** How far two clocks may differ where Codex's clock stamps one event and the observer's the other, in the field's unit. */
const CLOCKS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  codex_thread_initialized: { created_at: 1 },
  codex_thread_archive_event: { occurred_at_ms: 100 },
  codex_turn_event: { explicit_client_interrupt_requested_at_ms: 100 },
  codex_turn_steer_event: { created_at: 1 },
  codex_review_event: { completed_at_ms: 100, duration_ms: 100 },
  codex_accepted_line_fingerprints: { completed_at: 2 },
  codex_compaction_event: { started_at: 1, completed_at: 1, duration_ms: 50 },
  codex_goal_event: { cumulative_time_accounted_seconds: 1 },
};

/** Fields that may have a value where Codex has null: the usage of an interrupted turn, the duration of a collab call. */
const MAY_BE_RICHER: Readonly<Record<string, ReadonlySet<string>>> = {
  codex_turn_event: new Set([
    'input_tokens',
    'cached_input_tokens',
    'cache_write_input_tokens',
    'output_tokens',
    'reasoning_output_tokens',
    'total_tokens',
  ]),
  codex_collab_agent_tool_call_event: new Set(['execution_duration_ms']),
  codex_guardian_review: new Set(['risk_level', 'user_authorization']),
};

/** Fields that may be null where Codex has a value, because the wire has it only sometimes. */
const MAY_BE_UNKNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  // The remotes of the working directory are on the disk.
  codex_accepted_line_fingerprints: new Set(['repo_hash']),
  // A reviewer that failed is reported as a denial.
  codex_guardian_review: new Set(['terminal_status']),
  // The notification names a turn where Codex's event does not, and the other way round.
  codex_goal_event: new Set(['turn_id']),
  // A project's skill is identified by the project's remote.
  skill_invocation: new Set(['plugin_id']),
};

/** Fields that never cross the wire. */
const ONLY_IN_ROLLOUTS: ReadonlySet<string> = new Set([
  'parent_turn_id',
  'multi_agent_version',
  'originating_response_id',
  'subsequent_response_id',
  'parent_call_id',
  'phase',
  'active_context_tokens_after',
]);

/** The first minor version in which a message has the default personality of a thread. */
const REPORTS_PERSONALITY = 169;

/** A client that opted out of this notification never receives the usage. */
const USAGE = 'thread/tokenUsage/updated';

/** How our events differ from those that Codex sent, one line a difference, in order. */
export function differences(
  sent: readonly SentEvent[],
  ours: readonly CodexAnalyticsEvent[],
  wire: readonly WireLine[],
  version: string,
): string[] {
  const traffic = new Endings(wire);
  const reportsPersonality = Number(version.split('.')[1]) >= REPORTS_PERSONALITY;
  const isReported = (difference: string) => reportsPersonality || !/: personality is .*, ours null$/.test(difference);
  const found: string[] = [];
  const ourGroups = grouped(ours);
  const sentGroups = grouped(sent.filter(({ event_type }) => !NOT_ON_THE_WIRE.has(event_type)));
  for (const [key, theirs] of sentGroups) {
    const mine = ourGroups.get(key) ?? [];
    for (const [n, event] of theirs.entries()) {
      const our = mine[n];
      if (our !== undefined) found.push(...fieldsOf(event, our, traffic).map((field) => `${key}: ${field}`));
      else if (traffic.reportsEndOf(event)) found.push(`missing ${key}`);
    }
  }
  for (const [key, mine] of ourGroups) {
    const surplus = mine.length - (sentGroups.get(key)?.length ?? 0);
    if (surplus > 0) found.push(`surplus ${key}`);
  }
  return found.filter(isReported).sort();
}

function grouped<E extends SentEvent | CodexAnalyticsEvent>(events: readonly E[]): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const event of events) groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event]);
  return groups;
}

function keyOf(event: SentEvent | CodexAnalyticsEvent): string {
  const { event_type, event_params } = event;
  const params: Readonly<Record<string, unknown>> = { ...event, ...event_params };
  const identity = [...IDS, ...(IDENTITY[event_type] ?? [])].map((name) => params[name]);
  // The two sides do not name the same turn in a goal event.
  if (event_type === 'codex_goal_event') identity[1] = undefined;
  return [event_type, ...identity.filter((value) => typeof value === 'string')].join(' ');
}

function fieldsOf(sent: SentEvent, our: CodexAnalyticsEvent, traffic: Endings): string[] {
  const type = sent.event_type;
  const withoutUsage = type === 'codex_turn_event' && !traffic.methods.has(USAGE);
  return Object.entries(our.event_params).flatMap(([field, value]: [string, unknown]) => {
    const want = sent.event_params[field];
    // The event of an older version has no such field.
    if (want === undefined || isDeepStrictEqual(value, want)) return [];
    if (want === null && MAY_BE_RICHER[type]?.has(field)) return [];
    if (value === null && (MAY_BE_UNKNOWN[type]?.has(field) || ONLY_IN_ROLLOUTS.has(field))) return [];
    if (withoutUsage && MAY_BE_RICHER.codex_turn_event?.has(field)) return [];
    if (isNear(type, field, value, want) && !isGuardians(our)) return [];
    return [`${field} is ${JSON.stringify(want)}, ours ${JSON.stringify(value)}`];
  });
}

function isNear(type: string, field: string, value: unknown, want: unknown): boolean {
  const tolerance = CLOCKS[type]?.[field];
  return (
    tolerance !== undefined &&
    typeof value === 'number' &&
    typeof want === 'number' &&
    Math.abs(value - want) <= tolerance
  );
}

/** A guardian review has the times of the protocol: they must be equal. */
const isGuardians = (event: CodexAnalyticsEvent) =>
  event.event_type === 'codex_review_event' && event.event_params.reviewer === 'guardian';

/** The things whose end the traffic reports. No observer of the traffic can know of an event about anything else. */
class Endings {
  readonly methods = new Set<string>();
  readonly #text: string;
  readonly #turns = new Set<string>();
  readonly #started = new Set<string>();
  readonly #items = new Set<string>();
  readonly #reviews = new Set<string>();

  constructor(wire: readonly WireLine[]) {
    this.#text = JSON.stringify(wire).replace(/(network#[^#"]*#[^#"]*#)[^#"]*#/g, '$1#');
    for (const { msg, from } of wire) if (msg) this.#read(msg, from);
  }

  reportsEndOf({ event_type: type, event_params: params }: SentEvent): boolean {
    const ids = IDS.filter((name) => name !== 'review_id').map((name) => params[name]);
    if (ids.some((id) => typeof id === 'string' && !this.#text.includes(id))) return false;
    const { turn_id: turn, item_id: item, review_id: review } = params;
    if (type === 'codex_turn_event') return typeof turn === 'string' && this.#turns.has(turn);
    if (typeof review === 'string') return this.#reviews.has(review);
    return typeof item !== 'string' || this.#items.has(item);
  }

  #read({ id, method, params }: Message, from: WireLine['from']): void {
    if (method === undefined) {
      if (from === 'client') this.#reviews.add(`user:${String(id)}`);
      return;
    }
    this.methods.add(method);
    const { turn, item, requestId, reviewId } = params ?? {};
    if (method === 'turn/completed' && turn) this.#turns.add(turn.id);
    if (item && (method === 'item/started' || typeof item.startedAtMs === 'number')) this.#started.add(item.id);
    if (item && method === 'item/completed' && this.#started.has(item.id)) this.#items.add(item.id);
    if (method === 'serverRequest/resolved') this.#reviews.add(`user:${String(requestId)}`);
    if (method === 'item/autoApprovalReview/completed' && reviewId !== undefined) this.#reviews.add(reviewId);
  }
}
