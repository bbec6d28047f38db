import { LF, linesOf, NO_HEAD, readRecord, type Head } from './record.js';

/**
 * Follows the chain of an audit file: each changed, missing, reordered or cut record is a problem. Records cut off at the end
 * leave the chain whole, so the end is held against `head`, which stands in a file of its own.
 *
 * @param head null where there is none
 * @returns the number of records, the head that they make, and the problems in words, each with its line
 */
export function verifyAuditFile(bytes: Buffer, head: Head | null) {
  const problems: string[] = [];
  let last = NO_HEAD;
  let records = 0;
  let hashAtHead = head?.seq === 0 ? head.hash : undefined;
  const lines = linesOf(bytes);
  const isCut = lines.length > 0 && bytes.at(-1) !== LF;
  for (const [index, line] of lines.entries()) {
    const lineNumber = index + 1;
    if (isCut && lineNumber === lines.length) {
      problems.push(`Line ${lineNumber} is cut: it has no end.`);
      break;
    }
    const record = readRecord(line);
    if (record === undefined) {
      problems.push(`Line ${lineNumber} was changed: it is not the record that its hash was made of.`);
      last = { seq: last.seq + 1, hash: '' };
      continue;
    }
    records += 1;
    const { seq, prev } = record;
    if (seq > last.seq + 1)
      problems.push(`Line ${lineNumber}: ${missing(seq - last.seq - 1)} missing before record ${seq}.`);
    else if (seq <= last.seq) problems.push(`Line ${lineNumber}: record ${seq} is not in its place.`);
    else if (last.hash !== '' && prev !== last.hash)
      problems.push(`Line ${lineNumber}: record ${seq} does not follow the record before it.`);
    if (seq === head?.seq) hashAtHead = record.hash;
    last = { seq, hash: record.hash };
  }
  return { records, head: last, problems: [...problems, ...ofEnd(last, head, hashAtHead)] };
}

const missing = (count: number) => (count === 1 ? '1 record is' : `${count} records are`);

/** A process that dies between a record and its head leaves the head one record behind. */
function ofEnd(last: Head, head: Head | null, hashAtHead: string | undefined): string[] {
  if (head === null)
    return last.seq === 0 ? [] : ['The head is missing: nobody can say whether records were cut off at the end.'];
  if (head.seq > last.seq) return [`${missing(head.seq - last.seq)} missing at the end.`];
  if (hashAtHead !== undefined && hashAtHead !== head.hash)
    return [`Record ${head.seq} is not the one that the head names.`];
  return last.seq > head.seq + 1 ? [`The head names record ${head.seq}, and the file goes on to ${last.seq}.`] : [];
}
