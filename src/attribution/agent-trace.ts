import { hash } from 'node:crypto';
import { VERSION as PACKAGE_VERSION } from '../version.js';
import type { AcceptedTurn, AttributedCommit, AttributedFile } from './result.js';

/** The version of the public RFC that the records follow: https://github.com/cursor/agent-trace. */
const VERSION = '0.1.0';
/** The longest `model_id`. */
const MAX_MODEL = 250;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The record of a commit: which lines of its files came from which conversation; undefined where no line was accepted. */
export function traceRecord(commit: AttributedCommit) {
  const files = commit.files.filter(({ accepted }) => accepted > 0).map(fileOf);
  if (files.length === 0) return undefined;
  return {
    version: VERSION,
    id: uuidOf(`${commit.hash} ${JSON.stringify(files)}`),
    // The same commits make the same records.
    timestamp: new Date(commit.committedAt * 1000).toISOString(),
    vcs: { type: 'git', revision: commit.hash },
    // The tool that made the record; the model that made the code stands with its lines.
    tool: { name: 'codex-otel', version: PACKAGE_VERSION },
    files,
  };
}

function fileOf({ path, lines }: AttributedFile) {
  return {
    path,
    conversations: [...lines].map(([turn, numbers]) => ({
      contributor: { type: 'ai', ...modelOf(turn) },
      ranges: rangesOf(numbers).map(([start, end]) => ({ start_line: start, end_line: end })),
      related: [urn('thread', turn.threadId), urn('turn', turn.turnId)].filter((each) => each !== undefined),
    })),
  };
}

/** Line numbers as ranges, from the first line to the last. */
export function rangesOf(numbers: readonly number[]): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}

/** As models.dev names them: provider and model. */
function modelOf({ model, modelProvider }: AcceptedTurn): { model_id?: string } {
  if (model === null) return {};
  const name = model.includes('/') ? model : `${modelProvider ?? 'openai'}/${model}`;
  return name.length > MAX_MODEL ? {} : { model_id: name };
}

function urn(type: string, id: string): { type: string; url: string } | undefined {
  return UUID.test(id) ? { type, url: `urn:uuid:${id.toLowerCase()}` } : undefined;
}

/** A UUID of version 8, whose bits are those of a hash. */
function uuidOf(text: string): string {
  const hex = hash('sha256', text);
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
