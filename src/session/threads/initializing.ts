import type { Answered, Notified, Requested } from '../../protocol/observation.js';
import type { SessionContext } from '../context.js';
import { threadOn } from '../lookup.js';
import type { Connection, OpeningRequest, Thread } from '../state.js';
import { countToolCompletedWhileAway } from '../turns/counts.js';
import { describeThread } from './lineage.js';
import { openThread } from './opening.js';
import { fromOpeningRequest, fromOpeningResult } from './settings.js';

const OPENINGS = {
  'thread/start': { method: 'start', mode: 'new' },
  'thread/resume': { method: 'resume', mode: 'resumed' },
  'thread/fork': { method: 'fork', mode: 'forked' },
} as const;

/** Number of opening requests that a thread remembers. `mirrors.ts` compares the openings of other connections with them. */
const RECENT_OPENINGS = 16;

/** Remembers the host's active span at the time of a request, until the request is answered. */
export function rememberHost({ spans, hosts }: SessionContext, _connection: Connection, { request }: Requested): void {
  const host = spans.hostContext();
  if (host !== undefined) hosts.set(request, host);
}

/** `thread/start`, `thread/resume`, `thread/fork`: each response is an initialisation, also for a loaded thread. */
export function threadInitialized(
  context: SessionContext,
  connection: Connection,
  answer: Answered<keyof typeof OPENINGS>,
): void {
  const { result, request, at } = answer;
  const { requestedAt } = request;
  const { method, mode } = OPENINGS[answer.method];
  const thread = threadOn(context, connection, result.thread.id, at);
  const isLoaded = thread.initializations > 0;
  describeThread(thread, result.thread);
  thread.mode = mode;
  thread.owner = connection;
  // A loaded thread goes on with the settings that it has.
  const requested = isLoaded ? {} : fromOpeningRequest(answer.method, answer.params);
  thread.settings = { ...thread.settings, ...fromOpeningResult(result), ...requested };
  thread.closing = null;
  if (thread.clientless?.to === null) {
    thread.clientless.to = requestedAt;
    for (const { turnId, item } of result.thread.turns.over) {
      const turn = thread.turns.get(turnId);
      if (turn) countToolCompletedWhileAway(turn, item);
    }
  }
  rememberOpening(thread, { method: answer.method, startMs: requestedAt, endMs: at });
  openThread(context, thread, {
    method,
    startMs: requestedAt,
    endMs: at,
    host: context.hosts.get(request),
    createdAt: result.thread.createdAt,
  });
}

/** `thread/started` describes a thread that no response described. */
export function threadStarted(
  context: SessionContext,
  connection: Connection,
  { params: { thread: info }, at }: Notified<'thread/started'>,
): void {
  const thread = threadOn(context, connection, info.id, at);
  if (thread.initializations > 0) return;
  describeThread(thread, info);
  thread.parent ??= connection.server.threads.get(thread.lineage.parentThreadId ?? '') ?? null;
}

function rememberOpening({ recentOpenings }: Thread, opening: OpeningRequest): void {
  recentOpenings.push(opening);
  if (recentOpenings.length > RECENT_OPENINGS) recentOpenings.shift();
}
