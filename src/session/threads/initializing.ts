import type { Answered, Notified, Requested } from '../../protocol/observation.js';
import { threadOn } from '../lookup.js';
import type { Connection, Thread } from '../state.js';
import { takeReportedTurns } from '../turns/reported.js';
import { describeThread, storedThread } from './lineage.js';
import { openThread } from './opening.js';
import type { OpeningRequest, StoredThread } from './records.js';
import { fromDisk, fromOpeningRequest, fromOpeningResult, type Settings } from './settings.js';

const OPENINGS = {
  'thread/start': { method: 'start', mode: 'new' },
  'thread/resume': { method: 'resume', mode: 'resumed' },
  'thread/fork': { method: 'fork', mode: 'forked' },
} as const;

/** Number of opening requests that a thread remembers. `mirrors.ts` compares the openings of other connections with them. */
const RECENT_OPENINGS = 16;

/** Remembers the host's active span at the time of a request, until the request is answered. */
export function rememberHost({ server }: Connection, { request }: Requested): void {
  const { spans, hosts } = server.session;
  const host = spans.hostContext();
  if (host !== undefined) hosts.set(request, host);
}

/** `thread/start`, `thread/resume`, `thread/fork`: each response is an initialisation, also for a loaded thread. */
export function threadInitialized(connection: Connection, answer: Answered<keyof typeof OPENINGS>): void {
  const { result, request, at } = answer;
  const { requestedAt } = request;
  const { method, mode } = OPENINGS[answer.method];
  const thread = threadOn(connection, result.thread.id, at);
  describeThread(thread, result.thread, hadTurns(connection, answer));
  const wasClientless = thread.clientless?.to === null;
  if (thread.clientless?.to === null) thread.clientless.to = requestedAt;
  // What ended before belongs to the thread as it was then.
  takeReportedTurns(thread, result.thread.turns, { at, wasClientless });
  const stored = storedThread(thread, mode === 'forked' ? (thread.lineage.forkedFromThreadId ?? '') : thread.id);
  if (thread.initializations === 0) thread.originator ??= stored?.originator ?? null;
  thread.settings = settingsOf(thread, connection, answer, stored);
  thread.mode = mode;
  thread.owner = connection;
  thread.isLoaded = true;
  thread.closing = null;
  rememberOpening(thread, { method: answer.method, startMs: requestedAt, endMs: at });
  openThread(thread, {
    method,
    startMs: requestedAt,
    endMs: at,
    host: thread.session.hosts.get(request),
    createdAt: result.thread.createdAt,
  });
}

/**
 * Whether an opened thread had turns. A thread that began with a message had some, unless it went back to before them all; a
 * legacy thread remembers that it had. A fork that is wanted without its turns has those of the thread that it is made of.
 */
function hadTurns({ server }: Connection, { method, params, result }: Answered<keyof typeof OPENINGS>): boolean | null {
  const { turns, preview, historyMode } = result.thread;
  if (turns.length > 0 || params.history) return true;
  const isWithoutTurns = params.excludeTurns === true || params.attachToSource === true;
  if (historyMode === 'paginated' && !isWithoutTurns) return false;
  if (preview || method !== 'thread/fork' || !isWithoutTurns) return preview;
  return server.threads.get(params.threadId ?? '')?.hadTurns ?? null;
}

/** A loaded thread keeps the settings that the response does not repeat. */
function settingsOf(
  { settings, isLoaded }: Thread,
  { dialect }: Connection,
  { method, params, result }: Answered<keyof typeof OPENINGS>,
  stored: StoredThread | undefined,
): Settings {
  if (isLoaded) return fromOpeningResult(result, settings);
  const requested = fromOpeningRequest(method, params, dialect);
  const isFromDisk = method === 'thread/resume' && stored !== undefined;
  return fromOpeningResult(result, isFromDisk ? fromDisk(stored.settings, requested, dialect) : requested);
}

/** `thread/unsubscribe` was answered. Without a subscriber the thread stays loaded for a time. */
export function unsubscribed(connection: Connection, { params }: Answered<'thread/unsubscribe'>): void {
  connection.server.threads.get(params.threadId)?.connections.delete(connection);
}

/** `thread/started` describes a thread that no response described. */
export function threadStarted(
  connection: Connection,
  { params: { thread: info }, at }: Notified<'thread/started'>,
): void {
  const thread = threadOn(connection, info.id, at);
  if (thread.initializations > 0) return;
  describeThread(thread, info);
  thread.parent ??= connection.server.threads.get(thread.lineage.parentThreadId ?? '') ?? null;
  // Beside the daemon's clients nobody sees the response that opened the thread.
  if (connection.source === 'daemon') thread.owner ??= connection;
}

function rememberOpening({ recentOpenings }: Thread, opening: OpeningRequest): void {
  recentOpenings.push(opening);
  if (recentOpenings.length > RECENT_OPENINGS) recentOpenings.shift();
}
