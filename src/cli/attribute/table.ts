import { shareOf, sumOf, type AttributedCommit, type Attribution, type LineCounts } from '../../attribution/result.js';
import { printable } from '../../export/printable.js';
import { counted, formatCount } from '../view/quantities.js';
import { addTo, totalsOf } from './totals.js';

/** Rows of a part of the table; JSON and CSV have all of them. */
const MAX_ROWS = 40;
const MAX_NAME = 60;
const UNNAMED = 'a model without a name';

/** The result for people: commits, files, authors and models, and a closing line. */
export function* attributionTable(attribution: Attribution): Generator<string> {
  const { total, files, authors, models } = totalsOf(attribution);
  yield* part('Commit', attribution.commits.map(commitRow).reverse());
  yield* part('File', files);
  yield* part('Author', authors);
  for (const [model, accepted] of models)
    yield `${counted(accepted, 'line')} from ${printable(model === '' ? UNNAMED : model)}`;
  yield `${formatCount(total.accepted)} of ${counted(total.added - total.unknown, 'line')} (${percent(shareOf(total))}) were accepted from Codex.`;
  if (total.unknown > 0)
    yield `${counted(total.unknown, 'further line')} cannot be known: they are too short, or have no letter or digit.`;
  yield* notesOf(attribution);
}

/** The result of `--survival` for people. */
export function* survivalTable(attribution: Attribution): Generator<string> {
  const { total, turns, files } = totalsOf(attribution);
  const [commit] = attribution.commits;
  const lines = attribution.turns.reduce((sum, turn) => sum + turn.lines, 0);
  const models = new Map<string, LineCounts>();
  for (const turn of attribution.turns)
    addTo(models, turn.model ?? UNNAMED, { added: turn.lines, accepted: turns.get(turn) ?? 0, unknown: 0 });
  yield* part(
    'File',
    files.filter(([, { accepted }]) => accepted > 0),
  );
  yield* part('Model', [...models], ['accepted', 'present']);
  yield `${formatCount(total.accepted)} of ${counted(lines, 'accepted line')} (${percent(lines === 0 ? null : total.accepted / lines)}) are there at ${commit?.hash.slice(0, 10) ?? 'no commit'}.`;
  yield* notesOf(attribution);
}

const commitRow = ({ hash, subject, files }: AttributedCommit) =>
  [`${hash.slice(0, 10)} ${subject}`, sumOf(files)] as const;

function* part(
  title: string,
  rows: readonly (readonly [name: string, counts: LineCounts])[],
  [first, second]: readonly [string, string] = ['added', 'accepted'],
): Generator<string> {
  if (rows.length === 0) return;
  const shown = rows.slice(0, MAX_ROWS).map(([name, counts]) => ({ name: cut(printable(name)), counts }));
  const width = Math.max(title.length, ...shown.map(({ name }) => name.length));
  yield `${title.padEnd(width)}  ${first.padStart(10)}  ${second.padStart(10)}   share`;
  for (const { name, counts } of shown) {
    const numbers = [counts.added, counts.accepted].map((count) => formatCount(count).padStart(10)).join('  ');
    yield `${name.padEnd(width)}  ${numbers}  ${percent(shareOf(counts)).padStart(6)}`;
  }
  if (rows.length > MAX_ROWS) yield `… ${formatCount(rows.length - MAX_ROWS)} more`;
  yield '';
}

const cut = (name: string) => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1)}…` : name);
const percent = (share: number | null) => (share === null ? '–' : `${(100 * share).toFixed(0)} %`);

/** A sentence for each kind of lines and turns that could not be compared. */
function* notesOf({ notes }: Attribution): Generator<string> {
  if (notes.turns === 0) yield 'The event files have no turn of this repository with accepted lines.';
  if (notes.withoutFingerprints > 0)
    yield `${counted(notes.withoutFingerprints, 'turn')} had no fingerprints: they are off by default (--accepted-lines fingerprints).`;
  if (notes.otherRepositories > 0) yield `${counted(notes.otherRepositories, 'turn')} of other repositories: left out.`;
  if (notes.noRepository > 0)
    yield `${counted(notes.noRepository, 'turn')} without a repository: compared all the same.`;
  if (notes.everywhere > 0)
    yield `${counted(notes.everywhere, 'line')} that turns accepted in many files: counted only in those files.`;
  if (notes.ignoresTimes) yield 'No turn began before the last of these commits, so times were not compared.';
  if (notes.brokenLines > 0) yield `${counted(notes.brokenLines, 'broken line')} of the event files skipped.`;
}
