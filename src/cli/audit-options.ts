import { UsageError } from './command.js';

/** The options of a command that writes an audit file, for Node's parser. */
export const AUDIT_OPTIONS = { audit: { type: 'string' }, 'with-content': { type: 'boolean' } } as const;

export interface AuditOptions {
  /** A file for the approvals. */
  readonly audit: string | undefined;
  /** Whether the file also gets the commands, patches and arguments under approval. */
  readonly auditsContent: boolean;
}

/** Throws a {@link UsageError} where the options make no sense. */
export function auditOptions(values: {
  readonly audit?: string | undefined;
  readonly 'with-content'?: boolean | undefined;
}): AuditOptions {
  const { audit, 'with-content': auditsContent = false } = values;
  if (audit === '' || audit === '-') throw new UsageError('--audit takes a file.');
  if (auditsContent && audit === undefined) throw new UsageError('--with-content is for --audit alone.');
  return { audit, auditsContent };
}
