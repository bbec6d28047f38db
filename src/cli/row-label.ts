import type {
  GoalFacts,
  HookFacts,
  ItemDetailFacts,
  ItemFacts,
  ReviewFacts,
  SteerFacts,
  ThreadArchiveFacts,
  TurnErrorFacts,
  TurnFacts,
} from '../session/facts/index.js';
import type { InnerFacts, ThreadBranch } from './session-tree.js';
import { counted } from './span-counts.js';
import { run, type Style, type StyledText } from './styled-text.js';

/** What a row says, the important first: where it is too long, what comes last goes first. */
export type RowLabel = readonly StyledText[];

/** How it went, as a mark and a word; the word of what went as hoped is left out. */
interface Outcome {
  readonly mark: '✓' | '✗' | '⊘' | '○';
  readonly style: Style;
  readonly word: string | null;
}

const fine = (word: string | null = null): Outcome => ({ mark: '✓', style: 'green', word });
const bad = (word: string | null): Outcome => ({ mark: '✗', style: 'red', word });
const stopped = (word: string): Outcome => ({ mark: '⊘', style: 'yellow', word });
const unfinished: Outcome = { mark: '○', style: 'dim', word: 'no end seen' };

export function threadLabel({ id, initialization, isSubagent }: ThreadBranch): RowLabel {
  const kind = isSubagent ? 'subagent' : 'thread';
  const method = initialization?.method;
  const how = method === 'resume' ? 'resumed' : method === 'fork' ? 'forked' : null;
  return label([run(`${kind} `, 'bold'), run(shortId(id))], null, [how, initialization?.model]);
}

export function turnLabel(facts: TurnFacts | undefined, number: number): RowLabel {
  const name = [run(`turn ${number}`, 'bold')];
  if (facts === undefined) return label(name, unfinished, []);
  const { status, diff, toolCounts, tokenUsage, task } = facts;
  const outcome =
    status === 'completed'
      ? fine()
      : status === 'failed'
        ? bad(`failed: ${errorName(facts.error)}`)
        : status === 'interrupted'
          ? stopped('interrupted')
          : unfinished;
  return label(name, outcome, [
    task === 'regular' || task === 'none' ? null : task.replace('_', ' '),
    toolCounts.total > 0 ? counted(toolCounts.total, 'tool') : null,
    diff && diff.addedLines + diff.deletedLines > 0 ? `+${diff.addedLines} −${diff.deletedLines}` : null,
    tokenUsage && tokenUsage.totalTokens > 0 ? formatTokens(tokenUsage.totalTokens) : null,
  ]);
}

/** The label of a span inside a turn or thread. `inItem`: the row of its item stands above it. */
export function spanLabel(facts: InnerFacts, { inItem = false } = {}): RowLabel {
  switch (facts.type) {
    case 'item':
      return itemLabel(facts);
    case 'review':
      return reviewLabel(facts, inItem);
    case 'hook':
      return label([run(`hook ${facts.eventName}`)], hookOutcome(facts), []);
    case 'user_input':
      return label([run(facts.kind.replace('_', ' '))], null, []);
    case 'steer':
      return label([run('steer')], steerOutcome(facts), []);
    case 'goal':
      return goalLabel(facts);
    case 'thread_archive':
      return archiveLabel(facts);
  }
}

function itemLabel(facts: ItemFacts): RowLabel {
  const { toolName, detail } = facts;
  const server = detail.kind === 'mcpToolCall' ? [run(`${detail.server} `, 'dim')] : [];
  return label([...server, run(toolName ?? 'compaction')], itemOutcome(facts), [itemDetail(detail)]);
}

function itemOutcome({ terminalStatus, detail }: ItemFacts): Outcome {
  if (detail.kind === 'contextCompaction') {
    if (detail.compactionStatus === null) return unfinished;
    return detail.compactionStatus === 'completed' ? fine() : bad('failed');
  }
  switch (terminalStatus) {
    case 'completed':
      return fine();
    case 'failed':
      return bad(detail.kind === 'commandExecution' && detail.exitCode !== null ? `exit ${detail.exitCode}` : 'failed');
    case 'rejected':
      return stopped('declined');
    case 'interrupted':
      return stopped('interrupted');
    case null:
      return unfinished;
  }
}

function itemDetail(detail: ItemDetailFacts): string | null {
  switch (detail.kind) {
    case 'fileChange':
      return counted(detail.changeCount, 'file');
    case 'webSearch':
      return detail.action?.replaceAll('_', ' ') ?? null;
    case 'contextCompaction':
      return detail.trigger;
    case 'collabAgentToolCall':
      return detail.failedAgentCount > 0 ? `${counted(detail.failedAgentCount, 'agent')} failed` : null;
    default:
      return null;
  }
}

/** Who decided, and what. How long it took is the row's duration. */
function reviewLabel(facts: ReviewFacts, inItem: boolean): RowLabel {
  const { reviewer, subjectKind, resolution, trigger, riskLevel, decidedBy, client } = facts;
  const other = decidedBy !== null && decidedBy.clientName !== client?.clientName ? decidedBy.clientName : null;
  return label([run('review '), run(reviewer, REVIEWER_STYLES[reviewer])], reviewOutcome(facts), [
    resolution === null ? null : RESOLUTIONS[resolution],
    inItem ? null : subjectKind.replaceAll('_', ' '),
    other === null ? null : `by ${other}`,
    trigger === 'initial' ? null : `after ${trigger.replaceAll('_', ' ')}`,
    riskLevel === null ? null : `${riskLevel} risk`,
  ]);
}

export const REVIEWER_STYLES = { user: 'yellow', guardian: 'magenta' } as const satisfies Record<string, Style>;

const RESOLUTIONS: Record<NonNullable<ReviewFacts['resolution']>, string | null> = {
  none: null,
  session_approval: 'for the session',
  exec_policy_amendment: 'with a rule',
  network_policy_amendment: 'with a rule',
};

function reviewOutcome({ status }: ReviewFacts): Outcome {
  switch (status) {
    case 'approved':
      return fine('approved');
    case 'denied':
      return bad('denied');
    case 'aborted':
      return stopped('aborted');
    case 'timed_out':
      return bad('timed out');
    case null:
      return unfinished;
  }
}

function hookOutcome({ status }: HookFacts): Outcome {
  if (status === null) return unfinished;
  if (status === 'completed') return fine();
  return status === 'failed' ? bad('failed') : stopped(status);
}

function steerOutcome({ result, rejectionReason }: SteerFacts): Outcome {
  return result === 'accepted' ? fine() : bad(rejectionReason?.replaceAll('_', ' ') ?? 'rejected');
}

function goalLabel({ eventKind, goalStatus }: GoalFacts): RowLabel {
  return label([run(`goal ${eventKind.replaceAll('_', ' ')}`)], null, [goalStatus]);
}

function archiveLabel({ action }: ThreadArchiveFacts): RowLabel {
  return label([run(action)], null, []);
}

function errorName(error: TurnErrorFacts | null): string {
  return typeof error === 'string' ? error : (Object.keys(error ?? {})[0] ?? 'unknown error');
}

/** An id's last eight characters: of a UUIDv7 the first are its time, alike within a session. */
export function shortId(id: string): string {
  return id.length > 12 ? `…${id.slice(-8)}` : id;
}

export function formatTokens(tokens: number): string {
  if (tokens < 1_000) return counted(tokens, 'token');
  if (tokens < 999_950) return `${(tokens / 1_000).toFixed(1)}k tokens`;
  return `${(tokens / 1_000_000).toFixed(1)}M tokens`;
}

function label(name: StyledText, outcome: Outcome | null, details: readonly (string | null | undefined)[]): RowLabel {
  const told = details.filter((detail) => detail !== null && detail !== undefined);
  return [[...name, ...outcomeRuns(outcome)], ...told.map((detail) => [run(` · ${detail}`, 'dim')])];
}

function outcomeRuns(outcome: Outcome | null): StyledText {
  if (outcome === null) return [];
  const { mark, style, word } = outcome;
  return word === null ? [run(` ${mark}`, style)] : [run(` ${mark} ${word}`, style)];
}
