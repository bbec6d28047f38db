import { pathHash } from '../../src/diff/fingerprint.js';
import { lineHash } from '../../src/diff/line-hash.js';

/** Added lines by path. */
export type Added = Readonly<Record<string, readonly string[]>>;

export interface TurnOptions {
  readonly threadId?: string;
  readonly turnId?: string;
  readonly model?: string | null;
  readonly repoHash?: string | null;
  /** Unix seconds. */
  readonly startedAt?: number;
  readonly completedAt: number;
}

export const THREAD = '01a2214d-7d05-71e1-aef5-d87e1e17dff0';
export const TURN = '01a2214d-7d32-7482-8464-ad9a0f44a2fd';

/** The event of a turn, with the fields that matter here. */
export function turnEvent({ threadId = THREAD, turnId = TURN, completedAt, startedAt = completedAt - 5 }: TurnOptions) {
  return {
    event_type: 'codex_turn_event',
    event_params: { thread_id: threadId, turn_id: turnId, model_provider: 'openai', started_at: startedAt },
  };
}

/** The event of the lines that a turn added. */
export function acceptedLinesEvent(added: Added, options: TurnOptions) {
  const { threadId = THREAD, turnId = TURN, model = 'gpt-5.5', repoHash = null, completedAt } = options;
  return {
    event_type: 'codex_accepted_line_fingerprints',
    event_params: {
      event_type: 'codex.accepted_line_fingerprints',
      turn_id: turnId,
      thread_id: threadId,
      product_surface: 'codex',
      model_slug: model,
      completed_at: completedAt,
      repo_hash: repoHash,
      accepted_added_lines: Object.values(added).flat().length,
      accepted_deleted_lines: 0,
      line_fingerprints: Object.entries(added).flatMap(([path, lines]) =>
        lines.flatMap((line) => {
          const hash = lineHash(line);
          return hash === undefined ? [] : [{ path_hash: pathHash(path), line_hash: hash }];
        }),
      ),
    },
  };
}

/** Both events of a turn, as lines of an event file. */
export function eventLines(added: Added, options: TurnOptions): string {
  return `${JSON.stringify(turnEvent(options))}\n${JSON.stringify(acceptedLinesEvent(added, options))}\n`;
}

/** The same events as the Collector's file exporter writes them: one request of log records. */
export function collectorLine(
  ...events: readonly { readonly event_type: string; readonly event_params: object }[]
): string {
  const logRecords = events.map(({ event_type: type, event_params: params }) => ({
    timeUnixNano: '1795400000000000000',
    eventName: 'codex.any',
    body: anyValue(params),
    attributes: [{ key: 'codex.event.type', value: { stringValue: type } }],
  }));
  return `${JSON.stringify({ resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords }] }] })}\n`;
}

function anyValue(value: unknown): object {
  if (value === null) return {};
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  if (typeof value === 'object')
    return { kvlistValue: { values: Object.entries(value).map(([key, each]) => ({ key, value: anyValue(each) })) } };
  return typeof value === 'number' ? { intValue: String(value) } : { stringValue: value as string };
}
