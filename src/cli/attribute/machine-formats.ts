import {
  type AcceptedTurn,
  shareOf,
  sumOf,
  type AttributedCommit,
  type AttributedFile,
  type Attribution,
  type LineCounts,
} from '../../attribution/result.js';
import { rangesOf, traceRecord } from '../../attribution/agent-trace.js';
import { csvRecord } from '../csv.js';
import { totalsOf } from './totals.js';

/** One JSON object: a line for each commit, because a history may be larger than a string can be. */
export function* attributionJson(attribution: Attribution): Generator<string> {
  const { total, files, authors, turns, models } = totalsOf(attribution);
  yield '{"version":1,';
  yield* list('commits', attribution.commits, commitJson);
  yield* list('files', files, ([path, counts]) => ({ path, ...countsJson(counts) }));
  yield* list('authors', authors, ([author, counts]) => ({ author, ...countsJson(counts) }));
  yield* list('models', models, ([model, accepted]) => ({ model: model === '' ? null : model, accepted }));
  yield* list('turns', turns, ([turn, accepted]) => ({ ...turnJson(turn), accepted_in_turn: turn.lines, accepted }));
  yield `"total":${JSON.stringify(countsJson(total))},`;
  yield `"notes":${JSON.stringify(notesJson(attribution))}}`;
}

/** A row for each commit, file and origin of lines. */
export function* attributionCsv({ commits }: Attribution): Generator<string> {
  yield 'commit,committed_at,author,path,origin,thread_id,turn_id,model,lines';
  for (const { hash, committedAt, author, files } of commits) {
    const commit = [hash, timeOf(committedAt), author];
    for (const file of files) {
      const row = (origin: string, lines: number, turn?: AcceptedTurn) =>
        csvRecord([...commit, file.path, origin, turn?.threadId, turn?.turnId, turn?.model, lines]);
      for (const [turn, lines] of file.lines) yield row('accepted', lines.length, turn);
      const others = file.added - file.unknown - file.accepted;
      if (others > 0) yield row('other', others);
      if (file.unknown > 0) yield row('unknown', file.unknown);
    }
  }
}

/** Records of Agent Trace, one a line. */
export function* agentTrace({ commits }: Attribution): Generator<string> {
  for (const commit of commits) {
    const record = traceRecord(commit);
    if (record !== undefined) yield JSON.stringify(record);
  }
}

/** `--survival` as JSON. */
export function* survivalJson(attribution: Attribution): Generator<string> {
  const { total, turns } = totalsOf(attribution);
  const lines = attribution.turns.reduce((sum, turn) => sum + turn.lines, 0);
  yield `{"version":1,"commit":${JSON.stringify(attribution.commits[0]?.hash ?? null)},"accepted":${lines},"present":${total.accepted},`;
  yield* list('turns', attribution.turns, (turn) => ({
    ...turnJson(turn),
    accepted: turn.lines,
    present: turns.get(turn) ?? 0,
  }));
  yield `"notes":${JSON.stringify(notesJson(attribution))}}`;
}

/** `--survival` as CSV: a row for each turn. */
export function* survivalCsv(attribution: Attribution): Generator<string> {
  const { turns } = totalsOf(attribution);
  yield 'thread_id,turn_id,model,accepted,present';
  for (const turn of attribution.turns)
    yield csvRecord([turn.threadId, turn.turnId, turn.model, turn.lines, turns.get(turn) ?? 0]);
}

function* list<T>(name: string, values: Iterable<T>, toJson: (value: T) => object): Generator<string> {
  yield `"${name}":[`;
  let waiting: string | undefined;
  for (const value of values) {
    if (waiting !== undefined) yield `${waiting},`;
    waiting = JSON.stringify(toJson(value));
  }
  yield `${waiting ?? ''}],`;
}

const commitJson = ({ hash, subject, author, committedAt, files }: AttributedCommit) => ({
  commit: hash,
  subject,
  author,
  committed_at: timeOf(committedAt),
  ...countsJson(sumOf(files)),
  files: files.map(fileJson),
});

const fileJson = (file: AttributedFile) => ({
  path: file.path,
  ...countsJson(file),
  turns: [...file.lines].map(([turn, lines]) => ({
    ...turnJson(turn),
    accepted: lines.length,
    ranges: rangesOf(lines),
  })),
});

const countsJson = ({ added, accepted, unknown }: LineCounts) => ({
  added,
  accepted,
  unknown,
  share: shareOf({ added, accepted, unknown }),
});

const turnJson = ({ threadId, turnId, model }: AcceptedTurn) => ({ thread_id: threadId, turn_id: turnId, model });

const notesJson = ({ notes }: Attribution) => ({
  other_repositories: notes.otherRepositories,
  no_repository: notes.noRepository,
  without_fingerprints: notes.withoutFingerprints,
  broken_lines: notes.brokenLines,
  everywhere: notes.everywhere,
  ignores_times: notes.ignoresTimes,
});

const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString();
