import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { uncounted } from '../../counters.js';
import type { Approval, Outcome } from '../../export/audit/approval.js';
import { ApprovalProcessor } from '../../export/audit/approval-processor.js';
import { readRecord, type ChainedRecord } from '../../export/audit/record.js';
import { replayWireLog } from '../../replay/wire-log.js';
import { recognizeRollout } from '../../rollout/sessions.js';
import { CodexIdGenerator } from '../../spans/ids.js';
import { fileFailure } from '../../wire/file-error.js';
import { isObject, parseJson } from '../../wire/json-parse.js';
import { readLines } from '../../wire/source.js';
import { CommandError } from '../command.js';
import { approvalOfEvent, outcomeOfEvent, type EventLine } from './events.js';

/** Approvals, each once and in the order of their requests, with the outcome of what was approved. */
export interface ApprovalRow extends Approval {
  readonly outcome: Outcome | null;
}

/** Approvals and outcomes of any number of sources. */
class Entries {
  readonly #approvals = new Map<string, Approval>();
  readonly #outcomes = new Map<string, Outcome>();

  /** The first source of an approval counts: a recording and its events file may lie side by side. */
  add(entry: Approval | Outcome | undefined): void {
    if (entry?.kind === 'approval') {
      const { thread_id, turn_id, review_id, item_id, requested_at_ms } = entry;
      const key = JSON.stringify([thread_id, turn_id, review_id ?? item_id, requested_at_ms]);
      if (!this.#approvals.has(key)) this.#approvals.set(key, entry);
    }
    if (entry?.kind === 'outcome') this.#outcomes.set(itemOf(entry), entry);
  }

  get rows(): ApprovalRow[] {
    return [...this.#approvals.values()]
      .sort((a, b) => a.requested_at_ms - b.requested_at_ms)
      .map((approval) => ({ ...approval, outcome: this.#outcomes.get(itemOf(approval)) ?? null }));
  }
}

const itemOf = ({ thread_id, turn_id, item_id }: Approval | Outcome) => JSON.stringify([thread_id, turn_id, item_id]);

/**
 * The approvals in recordings, events files and audit files, and in all such files of folders. A rollout has none.
 *
 * Rejects with a {@link CommandError} where a source cannot be read.
 */
export async function approvalsIn(sources: readonly string[]): Promise<ApprovalRow[]> {
  const entries = new Entries();
  const files = (await Promise.all(sources.map(filesOf))).flat();
  // The files with most members go first: the first source of an approval counts.
  const kinds = await Promise.all(files.map(async (file) => ({ file, kind: await kindOf(file) })));
  for (const wanted of ['audit', 'recording', 'events'] as const)
    for (const { file, kind } of kinds) if (kind === wanted) await READERS[kind](file, entries);
  const unknown = kinds.find(({ file, kind }) => kind === 'unknown' && sources.includes(file));
  if (unknown) throw new CommandError(`${unknown.file} is no recording, events file or audit file.`);
  return entries.rows;
}

async function filesOf(source: string): Promise<string[]> {
  try {
    if (!(await stat(source)).isDirectory()) return [source];
    const found = await readdir(source, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile() && /\.(jsonl|jsonl\.gz|audit|log)$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort();
  } catch (error) {
    throw new CommandError(`Cannot read ${source}: ${fileFailure(error as NodeJS.ErrnoException, 'file')}`);
  }
}

type Kind = 'recording' | 'events' | 'audit' | 'rollout' | 'unknown';

/** Recognises a file by its first line. */
async function kindOf(file: string): Promise<Kind> {
  if (await recognizeRollout(file).catch(() => undefined)) return 'rollout';
  const lines = linesOf(file);
  const { value: line } = await lines.next();
  await lines.return();
  const first = line && parseJson(line);
  if (!isObject(first)) return 'unknown';
  if ('event_type' in first) return 'events';
  if ('seq' in first && 'hash' in first) return 'audit';
  return 'conn' in first ? 'recording' : 'unknown';
}

/** The lines of a file, plain or gzipped, whatever its size. Throws a {@link CommandError} where it cannot be read. */
async function* linesOf(file: string): AsyncGenerator<Buffer, void, undefined> {
  const failure = (reason: string) => new CommandError(`Cannot read ${file}: ${reason}`);
  const read = (line: Buffer) => line;
  for await (const lines of readLines(file, { read, failure, counters: uncounted, maxLineBytes: undefined }))
    yield* lines;
}

const READERS: Readonly<Record<'recording' | 'events' | 'audit', (file: string, entries: Entries) => Promise<void>>> = {
  async recording(file, entries) {
    const processor = new ApprovalProcessor({ onEntry: (entry) => entries.add(entry) });
    const tracerProvider = new BasicTracerProvider({
      spanProcessors: [processor],
      idGenerator: new CodexIdGenerator(),
    });
    await replayWireLog(file, { tracerProvider }).catch((error: unknown) => {
      throw new CommandError((error as Error).message);
    });
  },
  async events(file, entries) {
    for await (const line of linesOf(file)) {
      const event = parseJson(line) as EventLine | null | undefined;
      if (event?.event_params === undefined) continue;
      entries.add(approvalOfEvent(event));
      entries.add(outcomeOfEvent(event));
    }
  },
  async audit(file, entries) {
    for await (const line of linesOf(file)) entries.add(entryOf(readRecord(line)));
  },
};

/** The members that place a record in its chain; what is listed is the rest. */
const CHAIN: ReadonlySet<string> = new Set(['seq', 'prev', 'hash']);

function entryOf(record: ChainedRecord | undefined): Approval | Outcome | undefined {
  const members = Object.entries(record?.entry ?? {}).filter(([name]) => !CHAIN.has(name));
  return record && (Object.fromEntries(members) as unknown as Approval | Outcome);
}
