// Prints a version's section of CHANGELOG.md, for the notes of its release: node scripts/release-notes.mjs 0.2.0
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The section without its heading; undefined where the changelog has no such version, or nothing about it. */
export function releaseNotes(changelog, version) {
  const sections = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  // References to other versions stand at the end of the file.
  const notes = section
    ?.slice(section.indexOf('\n'))
    .replace(/^\[[^\]]+\]: .*$/gm, '')
    .trim();
  return notes === '' ? undefined : notes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , version] = process.argv;
  const changelog = await readFile(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  const notes = releaseNotes(changelog, version);
  if (notes === undefined) {
    console.error(`CHANGELOG.md has no section "## [${version}]" with notes in it.`);
    process.exitCode = 1;
  } else {
    console.log(notes);
  }
}
