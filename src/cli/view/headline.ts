import { counted, formatDuration, formatTokens } from './quantities.js';
import type { SessionTree } from './session-tree.js';
import { fit, joinParts, styled, type Line } from './styled-text.js';

/** The owner of the session and the counts of what happened in it, on as many lines as the columns ask for. */
export function headline(tree: SessionTree, columns: number): Line[] {
  const { origin, startMs, endMs, tokens } = tree;
  if (tree.threads.length === 0) return [[styled('No Codex session here', 'bold')]];
  const session = [
    'Codex session',
    ...(origin ? [origin.client.clientName, `Codex ${origin.runtime.codexVersion}`] : []),
    `${new Date(startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    formatDuration(endMs - startMs),
    tokens > 0 ? formatTokens(tokens) : null,
  ];
  return [
    ...joinParts(session, columns).map((line) => [styled(line, 'bold')]),
    ...joinParts(happenings(tree), columns).map((line) => [styled(line)]),
  ].map((line) => fit(line, columns));
}

function happenings({ threads, omitted, totals }: SessionTree): (string | null)[] {
  const subagents = threads.filter(({ isSubagent }) => isSubagent).length;
  return [
    counted(threads.length - subagents + omitted.get('thread'), 'thread'),
    subagents > 0 ? counted(subagents, 'subagent') : null,
    ...totals.inWords(),
  ];
}
