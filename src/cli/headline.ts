import { formatDuration } from './duration.js';
import { formatTokens } from './row-label.js';
import type { SessionTree } from './session-tree.js';
import { counted, inWords } from './span-counts.js';
import { fit, run, widthOf, type StyledText } from './styled-text.js';

/** What session it is, and what happened in it: in as many lines as the columns ask for. */
export function headline(tree: SessionTree, columns: number): StyledText[] {
  const { origin, startMs, endMs, tokens } = tree;
  if (tree.threads.size === 0) return [[run('No Codex session here', 'bold')]];
  const about = [
    'Codex session',
    ...(origin ? [origin.client.clientName, `Codex ${origin.runtime.codexVersion}`] : []),
    `${new Date(startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    formatDuration(endMs - startMs),
    tokens > 0 ? formatTokens(tokens) : null,
  ];
  return [
    ...flow(about, columns).map((line) => [run(line, 'bold')]),
    ...flow(happenings(tree), columns).map((line) => [run(line)]),
  ].map((line) => fit(line, columns));
}

function happenings({ threads, beyond, totals }: SessionTree): (string | null)[] {
  const subagents = [...threads.values()].filter(({ isSubagent }) => isSubagent).length;
  return [
    // One thread may have several spans: those that are kept count themselves.
    counted(threads.size - subagents + beyond.threads, 'thread'),
    subagents > 0 ? counted(subagents, 'subagent') : null,
    ...inWords(totals),
  ];
}

/** The parts between dots, on a further line where one is full. */
function flow(parts: readonly (string | null)[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (part === null || part === '') continue;
    const longer = line === '' ? part : `${line} · ${part}`;
    if (widthOf(longer) <= columns) line = longer;
    else {
      lines.push(line);
      line = part;
    }
  }
  return [...lines, line];
}
