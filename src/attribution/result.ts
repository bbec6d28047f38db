/** A turn whose accepted lines are in the event files. */
export interface AcceptedTurn {
  readonly threadId: string;
  readonly turnId: string;
  /** Null where the event does not have it. */
  readonly model: string | null;
  /** The turn event's; null without that event. */
  modelProvider: string | null;
  /** Unix seconds: the turn event's start, else the end of the turn. */
  startedAt: number;
  /** Lines that it added and that have a fingerprint. */
  lines: number;
}

/** Numbers of added lines. */
export interface LineCounts {
  /** All lines that a commit adds. */
  added: number;
  /** Lines that a turn added before. */
  accepted: number;
  /** Lines without a fingerprint: they are too short, or have no letter, digit or underscore. */
  unknown: number;
}

/** Lines that a commit adds to a file. */
export class AttributedFile implements LineCounts {
  added = 0;
  unknown = 0;
  /** The accepted lines of each turn, as line numbers in the file after the commit. */
  readonly lines = new Map<AcceptedTurn, number[]>();

  constructor(readonly path: string) {}

  get accepted(): number {
    let sum = 0;
    for (const lines of this.lines.values()) sum += lines.length;
    return sum;
  }

  accept(line: number, turn: AcceptedTurn): void {
    const lines = this.lines.get(turn);
    if (lines === undefined) this.lines.set(turn, [line]);
    else lines.push(line);
  }
}

export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** As the mailmap has it: `Name <address>`. */
  readonly author: string;
  /** Unix seconds: when it was made, amended or moved last. */
  readonly committedAt: number;
  readonly subject: string;
}

export interface AttributedCommit extends Commit {
  readonly files: AttributedFile[];
}

/** Why lines, turns or events were not compared. */
export interface Notes {
  /** Turns with accepted lines that were compared, or that have counts alone. */
  turns: number;
  /** Turns whose event names another repository. */
  otherRepositories: number;
  /** Turns whose event names no repository: they were compared. */
  noRepository: number;
  /** Turns whose events have counts alone: fingerprints were off. */
  withoutFingerprints: number;
  /** Lines of the event files that are no JSON, or too long. */
  brokenLines: number;
  /** Added lines that turns accepted in many other files, so that they say nothing. */
  everywhere: number;
  /** Whether no turn began before the last commit, so that times were not compared. */
  ignoresTimes: boolean;
}

/** The result of `attribute`. */
export interface Attribution {
  /** In the order of the history, the oldest first. */
  readonly commits: readonly AttributedCommit[];
  /** Those that have lines which the commits may have; with `present` all of them. */
  readonly turns: readonly AcceptedTurn[];
  readonly notes: Notes;
}

/** The sum over several files. */
export function sumOf(files: Iterable<LineCounts>): LineCounts {
  const sum = { added: 0, accepted: 0, unknown: 0 };
  for (const { added, accepted, unknown } of files) {
    sum.added += added;
    sum.accepted += accepted;
    sum.unknown += unknown;
  }
  return sum;
}

/** The accepted lines among those that can be known, from 0 to 1; null where there are none. */
export function shareOf({ added, accepted, unknown }: LineCounts): number | null {
  return added === unknown ? null : accepted / (added - unknown);
}
