import type { Item } from '../protocol/schema/items.js';
import * as legacy from './legacy-items.js';
import * as paginated from './paginated-items.js';
import type { RolloutRecord } from './records.js';
import type { RecordedThread } from './thread/recorded-thread.js';
import { itemOf } from './turn/items.js';
import { RecordedTurn } from './turn/recorded-turn.js';

/**
 * Reads the records of a thread. A paginated rollout (from 0.153 on) has whole items with their times, an ordinal on every
 * line, and the model's responses with their ids. A legacy rollout has of a tool the call, the output and, for some tools, a
 * record of the end; most of its records name no turn, because they belong to the one that is open.
 */
export class RecordedTurns {
  readonly #thread: RecordedThread;
  #turn: RecordedTurn | undefined;
  /** Items may end after their turn. */
  #lastTurn: RecordedTurn | undefined;
  /** Turns of code reviewers, which this rollout repeats, and the turn of this thread that they work for. */
  readonly #reviewers = new Map<string, RecordedTurn>();
  /** The last response, until the next records show whether a compaction asked for it. */
  #response: { readonly id: string; readonly turn: RecordedTurn } | undefined;
  /** The usage of a response was recorded since the last count. From 0.153 on, a count without one repeats what was used. */
  #hasUsed = false;
  /** Tokens of the last count. Before 0.153, a count of the same number repeats what was used. */
  #total: number | null = null;
  readonly #recordsUsage: boolean;
  /** Whether turns are recorded with what started them, and failures with their errors: from 0.171 on. */
  #attributesTurns: boolean;

  constructor(thread: RecordedThread) {
    this.#thread = thread;
    this.#recordsUsage = thread.isPaginated && thread.release >= 153;
    this.#attributesTurns = thread.isPaginated && thread.release >= 171;
  }

  take(record: RolloutRecord): void {
    const { isPaginated, role, settings } = this.#thread;
    if (isPaginated && role === 'reviewer') return this.#takeOfReviewer(record);
    if (record.kind !== 'token_count' && record.kind !== 'compacted') this.#responded();
    switch (record.kind) {
      case 'turn_context':
        settings.context = record.payload;
        if (this.#turn) this.#turn.hasContext = true;
        break;
      case 'thread_settings_applied':
        settings.applied = record.payload.thread_settings;
        if (role === 'user') this.#thread.start(null);
        break;
      case 'task_started':
        this.#started(record);
        break;
      case 'token_count':
        this.#used(record);
        break;
      case 'token_usage_record': {
        this.#hasUsed = true;
        const { turn_id: turnId, response_id: id } = record.payload;
        if (this.#turn?.id === turnId && id !== null) this.#response = { id, turn: this.#turn };
        break;
      }
      case 'compacted':
        this.#compacted(record);
        break;
      case 'call': {
        const turn = this.#turnOf(record.payload.turnId);
        if (turn) this.#thread.worked(turn);
        turn?.calls.called(record.payload, record.at);
        break;
      }
      case 'call_output':
        this.#returned(record);
        break;
      case 'item_completed':
        if (isPaginated) this.#item(record);
        break;
      case 'task_complete':
      case 'turn_aborted':
        this.#ended(record);
        break;
      case 'thread_rolled_back':
        this.#thread.reverted(record.at, null);
        break;
      default: // of tools and messages in legacy rollouts
        if (!isPaginated && this.#turn) legacy.take(this.#thread, this.#turn, record);
    }
  }

  /** Takes a record that a fork repeats of the thread that it is made of. */
  takeOfAncestor(record: RolloutRecord): void {
    if (record.kind === 'token_count') this.#total = record.payload.info?.total_token_usage.totalTokens ?? null;
  }

  /** Observes the ends of items that wait for the model's next response. */
  release(): void {
    for (const end of this.#turn?.calls.release() ?? []) this.#thread.observe(end);
  }

  /** The rollout is over; a turn that goes on is left as it is. */
  end(at: number): void {
    this.#responded();
    this.#leave();
    this.#thread.close(at);
  }

  /** All that a code reviewer does is recorded in its parent's rollout, too, as the parent's. */
  #takeOfReviewer(record: RolloutRecord): void {
    if (record.kind === 'task_started') this.#turn ??= new RecordedTurn(record, this.#thread.counters);
    if (record.kind !== 'turn_context') return;
    this.#thread.settings.context = record.payload;
    this.#thread.start(this.#turn?.parentTurnId ?? null);
    this.#turn = undefined;
  }

  #started(record: RolloutRecord<'task_started'>): void {
    const { turn_attribution: attribution, root_turn_id: rootTurnId, turn_id: id } = record.payload;
    if (attribution !== null) this.#attributesTurns = true;
    const current = this.#turn;
    if (current?.isReview === true && (attribution?.parent_turn_id ?? rootTurnId) === current.id) {
      this.#reviewers.set(id, current);
      return;
    }
    this.#leave();
    this.#turn = new RecordedTurn(record, this.#thread.counters);
    // Standalone compactions are the only turns without an attribution.
    this.#turn.isCompaction = attribution === null && this.#attributesTurns;
  }

  /** In review mode no beginning of the turn is recorded. */
  #startedReview(id: string, at: number): RecordedTurn {
    this.#leave();
    const payload = { turn_id: id, root_turn_id: null, started_at: null, turn_attribution: null };
    const turn = new RecordedTurn({ at, payload }, this.#thread.counters);
    turn.isReview = true;
    this.#turn = turn;
    this.#thread.begin(turn);
    return turn;
  }

  #ended(record: RolloutRecord<'task_complete' | 'turn_aborted'>): void {
    const turn = this.#turn;
    if (turn === undefined || (record.payload.turn_id ?? turn.id) !== turn.id) return;
    const status = this.#statusOf(record);
    if (status === 'failed' || status === 'interrupted') this.#cutShort(turn, status, record.at);
    this.#finish(turn);
    this.#thread.end(turn, record, status);
  }

  /**
   * A turn failed, or was interrupted: in a compaction, which has no record of its own, if it was to do nothing else or its
   * context was not recorded yet.
   */
  #cutShort(turn: RecordedTurn, status: 'failed' | 'interrupted', at: number): void {
    const { isPaginated, role } = this.#thread;
    turn.endedBeforeWork =
      isPaginated && role === 'user' && !turn.isCompaction && !turn.isReview && !turn.hasContext && !turn.ranUserShell;
    // A turn may be interrupted before it compacts: a compaction that began repeats what was used.
    const wasCompacting = turn.isCompaction || (turn.endedBeforeWork && (status === 'failed' || turn.repeatedUsage));
    if (wasCompacting && !turn.hasCompaction) paginated.unfinishedCompaction(this.#thread, turn, status, at);
  }

  /** Null where it is unknown: older versions record no error, but a turn that failed has no last message. */
  #statusOf({ kind, payload }: RolloutRecord<'task_complete' | 'turn_aborted'>) {
    if (kind === 'turn_aborted') return 'interrupted';
    if (payload.error !== null) return 'failed';
    return this.#attributesTurns || payload.last_agent_message ? 'completed' : null;
  }

  /** A turn whose end is not recorded: its server was killed, or it goes on. */
  #leave(): void {
    if (this.#turn) this.#finish(this.#turn);
  }

  #finish(turn: RecordedTurn): void {
    this.#thread.finish(turn);
    this.#reviewers.clear();
    this.#lastTurn = turn;
    this.#turn = undefined;
  }

  #used(record: RolloutRecord<'token_count'>): void {
    const total = record.payload.info?.total_token_usage.totalTokens ?? null;
    const repeats = this.#recordsUsage ? !this.#hasUsed : total === this.#total;
    this.#hasUsed = false;
    this.#total = total;
    const turn = this.#turn;
    if (turn === undefined) return;
    if (repeats) turn.repeatedUsage = true;
    const { compaction } = turn;
    if (compaction.hasWindow) compaction.tokens ??= record.payload.info?.last_token_usage.totalTokens ?? null;
    this.#thread.used(turn, record, repeats);
  }

  #compacted({ payload }: RolloutRecord<'compacted'>): void {
    if (this.#response?.id === payload.compaction_response_id) this.#response = undefined;
    else this.#responded();
    if (this.#turn) this.#turn.compaction = { hasWindow: payload.window_number !== null, tokens: null };
  }

  /** No compaction asked for the last response: it is one of the turn's. */
  #responded(): void {
    const response = this.#response;
    if (response === undefined) return;
    this.#response = undefined;
    for (const end of response.turn.calls.responded(response.id)) this.#thread.observe(end);
  }

  #turnOf(id: string | null): RecordedTurn | undefined {
    return [this.#turn, this.#lastTurn].find((turn) => turn !== undefined && (id === null || turn.id === id));
  }

  /** Reports a call that has no item, by its output. */
  #returned({ at, payload }: RolloutRecord<'call_output'>): void {
    const { isPaginated } = this.#thread;
    for (const turn of [this.#turn, this.#lastTurn]) {
      const call = turn?.calls.returned(payload.id, payload.outcome);
      if (turn === undefined || call === undefined) continue;
      if (call.hasItem) return;
      const item = isPaginated
        ? paginated.itemOfOutput(this.#thread, call)
        : legacy.itemOfOutput(this.#thread, turn, call, payload.agents);
      if (item === undefined) return;
      call.hasItem = true;
      const hasActions = !isPaginated || item.type !== 'commandExecution';
      this.#thread.item(turn, { item, startAt: call.at, endAt: at }, call, () => ({ hasActions }));
      return;
    }
  }

  #item(record: RolloutRecord<'item_completed'>): void {
    const { thread_id: threadId, turn_id: turnId, item: recorded } = record.payload;
    const item = itemOf(recorded);
    if (item === undefined) return this.#thread.counters.add('messages.undecodable', 'item');
    const reviewed = this.#reviewers.get(turnId);
    if (reviewed !== undefined && item.type !== 'counted' && item.type !== 'contextCompaction')
      return paginated.ofReviewer(this.#thread, reviewed, item, record);
    if (threadId !== this.#thread.id) return;
    const turn = this.#turnOf(turnId) ?? (isReviewMode(item) ? this.#startedReview(turnId, record.at) : undefined);
    if (turn === undefined) return;
    if (item.type === 'counted') return paginated.counted(this.#thread, turn, item, record);
    if (item.type !== 'contextCompaction') return paginated.tool(this.#thread, turn, item, record);
    // Older versions do not record the cause of a turn: a turn that does nothing else is a standalone compaction.
    const isManual = () => turn.isCompaction || (!this.#attributesTurns && !turn.hasWork);
    paginated.compaction(this.#thread, turn, item, record, () => (isManual() ? 'manual' : 'auto'));
  }
}

const isReviewMode = (item: Item) => item.type === 'counted' && item.itemType === 'enteredReviewMode';
