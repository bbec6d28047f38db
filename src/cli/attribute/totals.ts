import { type AcceptedTurn, sumOf, type Attribution, type LineCounts } from '../../attribution/result.js';

/** The lines of all commits together, of each file, author, turn and model, the largest numbers of accepted lines first. */
export function totalsOf({ commits }: Attribution) {
  const files = new Map<string, LineCounts>();
  const authors = new Map<string, LineCounts>();
  const turns = new Map<AcceptedTurn, number>();
  for (const { author, files: changed } of commits) {
    for (const file of changed) {
      addTo(files, file.path, file);
      addTo(authors, author, file);
      for (const [turn, lines] of file.lines) turns.set(turn, (turns.get(turn) ?? 0) + lines.length);
    }
  }
  const models = new Map<string, number>();
  for (const [{ model }, accepted] of turns) models.set(model ?? '', (models.get(model ?? '') ?? 0) + accepted);
  return {
    total: sumOf(files.values()),
    files: byAccepted(files),
    authors: byAccepted(authors),
    turns,
    models: [...models].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  };
}

const byAccepted = (sums: ReadonlyMap<string, LineCounts>) =>
  [...sums].sort(([a, x], [b, y]) => y.accepted - x.accepted || (a < b ? -1 : 1));

/** Adds counts to the sum under a key. */
export function addTo(sums: Map<string, LineCounts>, key: string, counts: LineCounts): void {
  sums.set(key, sumOf([sums.get(key) ?? { added: 0, accepted: 0, unknown: 0 }, counts]));
}
