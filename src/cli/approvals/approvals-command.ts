import { readFile } from 'node:fs/promises';
import { readHead } from '../../export/audit/audit-file.js';
import { verifyAuditFile } from '../../export/audit/verify.js';
import { fileFailure } from '../../wire/file-error.js';
import { CommandError, print, UsageError, writeLine, type Command, type CommandIo } from '../command.js';
import { oneOf, readOptions } from '../options.js';
import { FORMATS } from './formats.js';
import { approvalsIn } from './sources.js';

const usage = `Usage: codex-otel approvals <recording|events file|audit file|folder> … [options]
       codex-otel approvals --verify FILE

Lists who approved what: the client or the guardian, the kind of subject, the decision and for how
long it holds, how long it was waited for, and the exit status of what was approved.

  --format FORMAT    table (default), csv or json
  --verify FILE      checks an audit file that --audit wrote: names each changed, missing, reordered
                     or cut record, and ends with status 1 if there is one
`;

/** `codex-otel approvals` */
export const approvalsCommand: Command = { usage, run: approvals };

async function approvals(args: readonly string[], io: CommandIo): Promise<number> {
  const { values, positionals: sources } = readOptions(args, {
    format: { type: 'string' },
    verify: { type: 'string' },
  });
  if (values.verify !== undefined) {
    if (sources.length > 0) throw new UsageError('--verify takes one file and nothing else.');
    return verify(values.verify, io);
  }
  const format = oneOf('format', values.format, ['table', 'csv', 'json']) ?? 'table';
  if (sources.length === 0)
    throw new UsageError('Whose approvals? Give a recording, an events file, an audit file or a folder.');
  await print(io, FORMATS[format](await approvalsIn(sources)));
  return 0;
}

/** The problems found, up to so many, are printed one a line. */
const MAX_PROBLEMS = 20;

async function verify(file: string, io: CommandIo): Promise<number> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandError(`Cannot read ${file}: ${fileFailure(error as NodeJS.ErrnoException, 'file')}`);
  });
  const { records, head, problems } = verifyAuditFile(bytes, await readHead(file));
  for (const problem of problems.slice(0, MAX_PROBLEMS)) writeLine(io, problem);
  if (problems.length > MAX_PROBLEMS) writeLine(io, `and ${problems.length - MAX_PROBLEMS} more problems`);
  if (problems.length > 0) return 1;
  await print(io, `${records} records, all in their place. The last one is ${head.seq}, ${head.hash}.`);
  return 0;
}
