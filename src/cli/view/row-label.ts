import type { ItemDetailFacts, ItemFacts, ReviewFacts, TurnFacts } from '../../session/facts/index.js';
import { outcomeOf, statusOf } from './outcome.js';
import { counted, formatTokens } from './quantities.js';
import type { InnerFacts, Row, ThreadRow } from './session-tree.js';
import { styled, type Line } from './styled-text.js';

/** The words of a row. */
export interface Label {
  /** The name of the span, and how it ended. */
  readonly name: Line;
  /** Less important words, the most important first. */
  readonly details: Line;
}

export function rowLabel(row: Row): Label {
  switch (row.type) {
    case 'thread':
      return threadLabel(row);
    case 'turn':
      return turnLabel(row.number, row.facts);
    case 'span':
      return spanLabel(row.facts);
  }
}

function threadLabel({ id, facts, isSubagent }: ThreadRow): Label {
  const name = [styled(isSubagent ? 'subagent ' : 'thread ', 'bold'), styled(shortId(id))];
  const method = facts?.method;
  return label(name, method === 'resume' ? 'resumed' : method === 'fork' ? 'forked' : null, facts?.model);
}

function turnLabel(number: number, facts: TurnFacts | null): Label {
  const name = styled(`turn ${number}`, 'bold');
  if (facts === null) return label([name, outcomeOf(null)]);
  const { status, error, diff, toolCounts, tokenUsage, task } = facts;
  return label(
    [name, outcomeOf(status, status === 'failed' ? `failed: ${errorName(error)}` : status)],
    task === 'regular' || task === 'none' ? null : words(task),
    toolCounts.total ? counted(toolCounts.total, 'tool') : null,
    diff && diff.addedLines + diff.deletedLines > 0 ? `+${diff.addedLines} −${diff.deletedLines}` : null,
    tokenUsage && tokenUsage.totalTokens > 0 ? formatTokens(tokenUsage.totalTokens) : null,
  );
}

function errorName(error: TurnFacts['error']): string {
  return typeof error === 'string' ? error : (Object.keys(error ?? {})[0] ?? 'unknown error');
}

function spanLabel(facts: InnerFacts): Label {
  switch (facts.type) {
    case 'item':
      return itemLabel(facts);
    case 'review':
      return reviewLabel(facts);
    case 'user_input':
      return label([styled(facts.kind.replace('_', ' ')), outcomeOf(facts.outcome)]);
    case 'hook':
      return label([styled(`hook ${facts.eventName}`), outcomeOf(facts.status)]);
    case 'steer':
      return label([styled('steer'), outcomeOf(facts.result, facts.rejectionReason ?? facts.result)]);
    case 'goal':
      return label([styled(`goal ${words(facts.eventKind)}`)], facts.goalStatus);
    case 'thread_archive':
      return label([styled(facts.action)]);
  }
}

function itemLabel(facts: ItemFacts): Label {
  const { toolName, detail } = facts;
  const server = detail.kind === 'mcpToolCall' ? [styled(`${detail.server} `, 'dim')] : [];
  const status = statusOf(facts);
  const exitCode = detail.kind === 'commandExecution' && status === 'failed' ? detail.exitCode : null;
  const word = exitCode !== null ? `exit ${exitCode}` : status === 'rejected' ? 'declined' : status;
  return label([...server, styled(toolName ?? 'compaction'), outcomeOf(status, word)], itemDetail(detail));
}

function itemDetail(detail: ItemDetailFacts): string | null {
  switch (detail.kind) {
    case 'fileChange':
      return counted(detail.changeCount, 'file');
    case 'webSearch':
      return detail.action && words(detail.action);
    case 'contextCompaction':
      return detail.trigger;
    case 'collabAgentToolCall':
      return detail.failedAgentCount > 0 ? `${counted(detail.failedAgentCount, 'agent')} failed` : null;
    default:
      return null;
  }
}

const RESOLUTIONS: Record<NonNullable<ReviewFacts['resolution']>, string | null> = {
  none: null,
  session_approval: 'for the session',
  exec_policy_amendment: 'with a rule',
  network_policy_amendment: 'with a rule',
};

/** The decision, and its reviewer. */
function reviewLabel(facts: ReviewFacts): Label {
  const { reviewer, itemId, subjectKind, status, resolution, trigger, riskLevel, decidedBy, client } = facts;
  const other = decidedBy?.clientName === client?.clientName ? null : decidedBy?.clientName;
  return label(
    [styled(`review ${reviewer}`), outcomeOf(status)],
    resolution && RESOLUTIONS[resolution],
    itemId === null ? words(subjectKind) : null,
    other && `by ${other}`,
    trigger === 'initial' ? null : `after ${words(trigger)}`,
    riskLevel && `${riskLevel} risk`,
  );
}

/** An id's last eight characters: the first ones of a UUIDv7 are its time, and alike within a session. */
export function shortId(id: string): string {
  return id.length > 12 ? `…${id.slice(-8)}` : id;
}

function label(name: Line, ...details: readonly (string | null | undefined)[]): Label {
  return { name, details: details.flatMap((text) => (text ? [styled(` · ${text}`, 'dim')] : [])) };
}

const words = (text: string) => text.replaceAll('_', ' ');
