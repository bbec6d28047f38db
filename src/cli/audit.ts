import type { CounterSink } from '../counters.js';
import { ApprovalProcessor } from '../export/audit/approval-processor.js';
import { AuditFile } from '../export/audit/audit-file.js';
import type { CommandIo } from './command.js';
import type { AuditOptions } from './options.js';
import { reportedEnd } from './session-file.js';

/** The audit of a command, as the pipeline and the instrumentation need it. */
export interface Audit {
  /** Stands in the pipeline before the processors that send. */
  readonly spanProcessors: readonly ApprovalProcessor[];
  /** Whether content is captured; undefined leaves that to the environment. */
  readonly captureContent: true | undefined;
  /** Writes what is left. Never rejects. */
  end(): Promise<void>;
}

/**
 * Opens an audit file where one was asked for. A file that cannot be written is reported at once, and the command goes on.
 *
 * @param sendsContent whether content may be on the spans that leave: the user switched that on by the environment
 */
export function openAudit(
  { audit, auditsContent }: AuditOptions,
  sendsContent: boolean,
  counters: CounterSink,
  io: CommandIo,
): Audit {
  if (audit === undefined) return { spanProcessors: [], captureContent: undefined, end: () => Promise.resolve() };
  const file = new AuditFile(audit, { counters });
  const content = auditsContent ? (sendsContent ? 'copy' : 'move') : 'none';
  return {
    spanProcessors: [new ApprovalProcessor({ onEntry: (entry) => file.append(entry), content })],
    captureContent: auditsContent || undefined,
    end: reportedEnd(file, 'Nothing is audited.', io),
  };
}
