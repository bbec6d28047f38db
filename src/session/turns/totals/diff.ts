import type { DiffFacts } from '../../facts/index.js';

/** `@@ -start,length +start,length @@`; a length that is left out is one. */
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/**
 * Counts the added and deleted lines of a unified diff by the lengths that its hunk headers announce. The first characters
 * of a line alone decide nothing: an added line may itself begin with `++ `, `-- `, `@@ ` or `diff --git`.
 */
export function countLines(diff: string): DiffFacts {
  let addedLines = 0;
  let deletedLines = 0;
  let oldLeft = 0;
  let newLeft = 0;
  for (let start = 0; start < diff.length;) {
    const newline = diff.indexOf('\n', start);
    const end = newline === -1 ? diff.length : newline;
    if (oldLeft > 0 || newLeft > 0) {
      switch (diff[start]) {
        case '+':
          addedLines += 1;
          newLeft -= 1;
          break;
        case '-':
          deletedLines += 1;
          oldLeft -= 1;
          break;
        case '\\': // "\ No newline at end of file" belongs to no side
          break;
        default:
          oldLeft -= 1;
          newLeft -= 1;
      }
    } else if (diff.startsWith('@@ ', start)) {
      const hunk = HUNK.exec(diff.slice(start, Math.min(end, start + 200)));
      oldLeft = hunk ? Number(hunk[1] ?? 1) : 0;
      newLeft = hunk ? Number(hunk[2] ?? 1) : 0;
    }
    start = end + 1;
  }
  return { addedLines, deletedLines };
}
