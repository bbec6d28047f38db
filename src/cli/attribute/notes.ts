import type { Attribution } from '../../attribution/result.js';
import { counted } from '../view/quantities.js';

/** What could not be compared, a sentence each. */
export function* notesOf({ notes }: Attribution): Generator<string> {
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
