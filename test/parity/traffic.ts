import path from 'node:path';
import type { Message, Params, WireLine } from './recordings.js';

/**
 * Reads from the lines of a recording which spans there must be, with their times and parents. It shares no code with the
 * package, so that both agree only when both are right.
 */

/** All times are Unix milliseconds. */
interface Opening {
  readonly thread: string;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface Spawn {
  readonly child: string;
  readonly parent: string;
  readonly turn: string;
  readonly item: string;
  readonly startMs: number | undefined;
  /** When the child's first turn began. */
  endMs?: number;
}

export interface SeenTurn {
  readonly thread: string;
  readonly turn: string;
  startMs?: number;
  completed?: { readonly at: number; readonly status: string; readonly durationMs: number | null };
  /** Something but `turn/started` has this id: in review mode, `turn/started` alone has an id that no turn has. */
  isReal: boolean;
  reportedUsage: boolean;
}

export interface SeenItem {
  readonly thread: string;
  readonly turn: string;
  readonly item: string;
  readonly type: string;
  startMs?: number;
  endMs?: number;
  failed?: boolean;
}

export interface SeenReview {
  readonly thread: string;
  readonly turn: string;
  readonly review: string;
  readonly startMs: number;
  /** The item that it must hang under; without one it hangs under its turn. */
  readonly item: string | undefined;
  /** Possible ends: the moment when the client sent its answer, or when the resolution was emitted or observed. */
  readonly ends: number[];
}

export interface SeenUserInput {
  readonly thread: string;
  readonly turn: string | null;
  readonly kind: 'question' | 'elicitation' | 'mcp_approval';
  readonly startMs: number;
  /** When the first client answered, else when the server resolved the question. */
  endMs?: number;
}

interface Exchange {
  readonly name: string;
  readonly thread: string;
  readonly turn: string | undefined;
  readonly startMs: number;
  readonly endMs: number;
}

const OPENINGS = new Set(['thread/start', 'thread/resume', 'thread/fork']);
const ARCHIVES = new Set(['thread/archive', 'thread/unarchive']);
const APPROVALS = /^item\/(commandExecution|fileChange|permissions)\/requestApproval$/;
const QUESTIONS = new Set(['item/tool/requestUserInput', 'mcpServer/elicitation/request']);
export const TOOLS: ReadonlySet<string> = new Set([
  'commandExecution',
  'fileChange',
  'mcpToolCall',
  'dynamicToolCall',
  'collabAgentToolCall',
  'webSearch',
  'imageGeneration',
]);
const OTHERS_WITH_A_SPAN = new Set(['contextCompaction', 'subAgentActivity']);

export class Traffic {
  readonly openings: Opening[] = [];
  readonly spawns = new Map<string, Spawn>();
  readonly turns = new Map<string, SeenTurn>();
  readonly items = new Map<string, SeenItem>();
  readonly reviews = new Map<string, SeenReview>();
  readonly userInputs: SeenUserInput[] = [];
  readonly exchanges: Exchange[] = [];
  /** For each turn (or thread), the durations of the hook runs that each connection received, in milliseconds. */
  readonly hooks = new Map<string, Map<string, number[]>>();
  readonly threads = new Set<string>();
  /** The first characters of each line of content. */
  readonly content = new Set<string>();
  lastMs = 0;

  readonly #servers = new Map<string, number>();
  readonly #requests = new Map<string, { readonly message: Message; readonly at: number }>();
  readonly #asked = new Map<string, SeenReview>();
  readonly #questions = new Map<string, SeenUserInput>();

  constructor(lines: readonly WireLine[]) {
    for (const line of lines) {
      this.lastMs = Math.max(this.lastMs, line.at);
      if (line.event === 'open') this.#servers.set(line.conn, line.server ?? 1);
      if (line.msg === undefined) continue;
      this.#gather(line.msg.params);
      this.#gather(line.msg.result);
      if (line.from === 'client') this.#client(line, line.msg);
      else this.#server(line, line.msg);
    }
  }

  /** A request's id is unique on its connection, an approval's in its server. */
  #onServer(line: WireLine, id: unknown): string {
    return `${this.#servers.get(line.conn) ?? 1} ${JSON.stringify(id)}`;
  }

  #client(line: WireLine, message: Message): void {
    if (message.method !== undefined) {
      this.#requests.set(`${line.conn} ${JSON.stringify(message.id)}`, { message, at: line.at });
      return;
    }
    const question = this.#questions.get(this.#onServer(line, message.id));
    if (question) question.endMs ??= line.at;
    const review = this.#asked.get(this.#onServer(line, message.id));
    if (review === undefined || review.ends.length > 0) return;
    // The server ignores an answer that comes after its turn ended: the resolution counts as well.
    review.ends.push(line.at);
    if (this.#turn(review.thread, review.turn).completed === undefined)
      this.#asked.delete(this.#onServer(line, message.id));
  }

  #server(line: WireLine, message: Message): void {
    if (message.method === undefined) this.#answer(line, message);
    else if (APPROVALS.test(message.method)) this.#approval(line, message);
    else if (QUESTIONS.has(message.method)) this.#question(line, message);
    else this.#notification(line, message, message.emittedAtMs ?? line.at);
  }

  #answer(line: WireLine, { id, result, error }: Message): void {
    const request = this.#requests.get(`${line.conn} ${JSON.stringify(id)}`);
    const method = request?.message.method;
    if (request === undefined || method === undefined) return;
    const exchange = { name: `codex.${method.replace('/', ' ')}`, startMs: request.at, endMs: line.at };
    const { threadId: thread, expectedTurnId } = request.message.params ?? {};
    if (OPENINGS.has(method) && result?.thread) {
      this.threads.add(result.thread.id);
      this.openings.push({ ...exchange, thread: result.thread.id });
    } else if (thread !== undefined && this.threads.has(thread)) {
      if (method === 'turn/steer' && expectedTurnId)
        this.exchanges.push({ ...exchange, thread, turn: error === undefined ? result?.turnId : undefined });
      if (ARCHIVES.has(method) && error === undefined) this.exchanges.push({ ...exchange, thread, turn: undefined });
    }
  }

  #approval(line: WireLine, { id, params = {} }: Message): void {
    const review = this.#review(params, `user:${String(id)}`, params.itemId);
    if (review.ends.length === 0) this.#asked.set(this.#onServer(line, id), review);
  }

  #question(line: WireLine, { id, method, params = {} }: Message): void {
    const key = this.#onServer(line, id);
    if (this.#questions.has(key)) return;
    const { threadId: thread = '', turnId, startedAtMs, _meta: meta } = params;
    const form = meta?.codex_approval_kind === 'mcp_tool_call' ? 'mcp_approval' : 'elicitation';
    const kind = method === 'item/tool/requestUserInput' ? 'question' : form;
    const question: SeenUserInput = { thread, turn: turnId ?? null, kind, startMs: startedAtMs ?? line.at };
    this.#questions.set(key, question);
    this.userInputs.push(question);
    if (turnId) this.#turn(thread, turnId).isReal = true;
  }

  #notification(line: WireLine, { method, params = {} }: Message, at: number): void {
    const { threadId: thread = '', turnId, turn, run } = params;
    switch (method) {
      case 'serverRequest/resolved': {
        const key = this.#onServer(line, params.requestId);
        this.#asked.get(key)?.ends.push(at, line.at);
        this.#asked.delete(key);
        const question = this.#questions.get(key);
        if (question) question.endMs ??= at;
        this.#questions.delete(key);
        break;
      }
      case 'turn/started': {
        if (turn) this.#turn(thread, turn.id).startMs ??= at;
        const spawn = this.spawns.get(thread);
        if (spawn) spawn.endMs ??= at;
        break;
      }
      case 'turn/completed':
        if (turn === undefined) break;
        this.#turn(thread, turn.id).isReal = true;
        this.#turn(thread, turn.id).completed ??= { at, status: turn.status, durationMs: turn.durationMs };
        break;
      case 'thread/tokenUsage/updated': {
        const used = this.turns.get(`${thread} ${turnId ?? ''}`);
        if (used && used.completed === undefined) used.reportedUsage = true;
        break;
      }
      case 'item/started':
      case 'item/completed':
        this.#item(method, params);
        break;
      case 'item/autoApprovalReview/started':
      case 'item/autoApprovalReview/completed': {
        const review = this.#review(params, params.reviewId ?? '', params.targetItemId ?? undefined);
        if (method === 'item/autoApprovalReview/completed') review.ends.push(params.completedAtMs ?? Number.NaN);
        break;
      }
      case 'hook/completed': {
        const key = `${thread} ${turnId ?? ''}`;
        const runs = this.hooks.get(key) ?? new Map<string, number[]>();
        this.hooks.set(key, runs);
        runs.set(line.conn, [...(runs.get(line.conn) ?? []), run?.durationMs ?? 0]);
        break;
      }
      default:
    }
  }

  #item(method: string, { threadId: thread = '', turnId, item, startedAtMs, completedAtMs }: Params): void {
    const turn = turnId ?? '';
    this.#turn(thread, turn).isReal = true;
    if (item === undefined || !(TOOLS.has(item.type) || OTHERS_WITH_A_SPAN.has(item.type))) return;
    if (item.type === 'subAgentActivity' && item.kind === 'completed') return;
    const key = `${thread} ${turn} ${item.id}`;
    const seen: SeenItem = this.items.get(key) ?? { thread, turn, item: item.id, type: item.type };
    this.items.set(key, seen);
    const start = method === 'item/started' ? startedAtMs : item.startedAtMs;
    if (typeof start === 'number') seen.startMs ??= start;
    if (method === 'item/completed' && seen.endMs === undefined && completedAtMs !== undefined) {
      seen.endMs = completedAtMs;
      seen.failed = item.status === 'failed' || item.status === 'error';
    }
    const { startMs } = seen;
    for (const child of childrenOf(item))
      if (!this.spawns.has(child)) this.spawns.set(child, { child, parent: thread, turn, item: item.id, startMs });
  }

  #turn(thread: string, turn: string): SeenTurn {
    const key = `${thread} ${turn}`;
    const seen = this.turns.get(key) ?? { thread, turn, isReal: false, reportedUsage: false };
    this.turns.set(key, seen);
    return seen;
  }

  #review({ threadId: thread = '', turnId, startedAtMs = 0 }: Params, review: string, item?: string): SeenReview {
    const turn = turnId ?? '';
    const key = `${thread} ${turn} ${review}`;
    const under = this.items.get(`${thread} ${turn} ${item ?? ''}`)?.startMs === undefined ? undefined : item;
    const seen = this.reviews.get(key) ?? { thread, turn, review, startMs: startedAtMs, item: under, ends: [] };
    this.reviews.set(key, seen);
    this.#turn(thread, turn).isReal = true;
    return seen;
  }

  /** Gathers content: strings whose member, or a member around it, has a name for content. */
  #gather(value: unknown, name = '', everything = false): void {
    if (typeof value === 'string') {
      if (everything || CONTENT.has(name)) this.#keep(name, value);
    } else if (Array.isArray(value)) {
      for (const each of value) this.#gather(each, name, everything);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) this.#gather(each, key, everything || FREE_FORM.has(key));
    }
  }

  #keep(name: string, text: string): void {
    if (/^(data:|[0-9a-f-]{30,}$)/i.test(text)) return;
    // The folder of a working directory is content, too: it names a person's home.
    for (const line of name === 'cwd' ? [text, path.dirname(text)] : text.split('\n'))
      if (line.trim().length >= (name === 'host' ? 6 : 9)) this.content.add(line.trim().slice(0, 40));
  }
}

const CONTENT = new Set(
  `text content command aggregatedOutput prompt query queries path cwd diff rationale reason host files target
   revisedPrompt savedPath review preview objective instructions url stdin output message delta summary fragments`.split(
    /\s+/,
  ),
);
const FREE_FORM = new Set(['arguments', 'answers', 'contentItems', 'structuredContent', 'fileSystem', 'questions']);

/** The threads that an item spawns. */
function childrenOf(item: NonNullable<Params['item']>): readonly string[] {
  if (item.tool === 'spawnAgent') return item.receiverThreadIds ?? [];
  const spawns = item.type === 'subAgentActivity' && item.kind === 'started' && item.agentThreadId !== undefined;
  return spawns ? [item.agentThreadId] : [];
}
