import { readCommits } from '../../../src/attribution/sources/commits.js';
import { Git } from '../../../src/attribution/sources/git.js';
import type { Attribution } from '../../../src/attribution/result.js';
import { lineHash } from '../../../src/diff/line-hash.js';
import type { History } from './history.js';
import { isAgents, type Origin } from './tree.js';

/** Added lines of one origin. */
interface Found {
  lines: number;
  accepted: number;
  /** Of the accepted ones: those whose turn is right. */
  rightTurn: number;
}

/** How many of the lines that commits add were attributed, by their true origin. Lines without a fingerprint are left out. */
export class Score {
  readonly origins = new Map<Origin, Found>();
  added = 0;

  /** Adds a history of a repository, and what attribution said of it. */
  async add(folder: string, history: History, attribution: Attribution): Promise<void> {
    const accepted = acceptedIn(attribution);
    let commit = '';
    let path = '';
    await readCommits(new Git(folder), ['HEAD'], {
      onCommit: ({ hash }) => void (commit = hash),
      onFile: (_before, after) => void (path = after ?? ''),
      onAdded: (text, lineNumber) => {
        this.added += 1;
        const line = history.trees.get(commit)?.get(path)?.[lineNumber - 1];
        if (line?.text !== text) throw new Error(`${commit} ${path}:${lineNumber} is ${text}, not ${line?.text}`);
        if (lineHash(text) === undefined) return;
        this.#count(line.origin, line.turnId, accepted.get(`${commit} ${path}:${lineNumber}`));
      },
    });
  }

  /** Of the lines that were accepted from the agent and kept their text: the share that was found. */
  get recall(): number {
    const { lines, accepted } = this.#sum((origin) => isSurvivor(origin));
    return accepted / lines;
  }

  /** Of the lines that were found: the share that was accepted from the agent. */
  get precision(): number {
    const right = this.#sum((origin) => isAgents({ origin })).accepted;
    return right / this.#sum(() => true).accepted;
  }

  /** Of the lines that were found rightly: the share whose turn is right. */
  get rightTurns(): number {
    const { accepted, rightTurn } = this.#sum((origin) => isSurvivor(origin));
    return rightTurn / accepted;
  }

  get table(): string {
    const rows = [...this.origins].sort().map(([origin, { lines, accepted, rightTurn }]) => {
      const share = ((100 * accepted) / lines).toFixed(1);
      return `${origin.padEnd(32)} ${String(lines).padStart(8)} lines, accepted ${String(accepted).padStart(8)} (${share} %), of the right turn ${rightTurn}`;
    });
    const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
    return [
      ...rows,
      `precision ${percent(this.precision)}, recall ${percent(this.recall)}, right turns ${percent(this.rightTurns)}`,
    ].join('\n');
  }

  #count(origin: Origin, turnId: string | null, found: string | undefined): void {
    let count = this.origins.get(origin);
    if (count === undefined) this.origins.set(origin, (count = { lines: 0, accepted: 0, rightTurn: 0 }));
    count.lines += 1;
    if (found === undefined) return;
    count.accepted += 1;
    if (found === turnId) count.rightTurn += 1;
  }

  #sum(counts: (origin: Origin) => boolean): Found {
    const sum = { lines: 0, accepted: 0, rightTurn: 0 };
    for (const [origin, found] of this.origins) {
      if (!counts(origin)) continue;
      sum.lines += found.lines;
      sum.accepted += found.accepted;
      sum.rightTurn += found.rightTurn;
    }
    return sum;
  }
}

const isSurvivor = (origin: Origin) => isAgents({ origin }) && origin !== 'agent, text changed';

/** The turn of each accepted line, by commit, path and number. */
function acceptedIn({ commits }: Attribution): Map<string, string> {
  const accepted = new Map<string, string>();
  for (const { hash, files } of commits)
    for (const { path, lines } of files)
      for (const [{ turnId }, numbers] of lines)
        for (const number of numbers) accepted.set(`${hash} ${path}:${number}`, turnId);
  return accepted;
}
