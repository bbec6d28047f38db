import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** An event as the Codex binary itself sent it. */
export interface RecordedEvent {
  readonly version: string;
  readonly scenario: string;
  readonly event: { readonly event_type: string; readonly event_params: Readonly<Record<string, unknown>> };
}

const root = new URL('../recordings/', import.meta.url);

/** The newest Codex version recorded: its events have the shape that the schemas follow. */
export const NEWEST = '0.171.0';

/** The events of all recordings that the tests carry. */
export function recordedEvents(): RecordedEvent[] {
  return directories(root).flatMap((version) =>
    directories(new URL(`${version}/`, root)).flatMap((scenario) =>
      lines(new URL(`${version}/${scenario}/events.jsonl`, root)).map((line) => {
        const { event } = JSON.parse(line) as Pick<RecordedEvent, 'event'>;
        return { version, scenario, event };
      }),
    ),
  );
}

function directories(at: URL): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function lines(file: URL): string[] {
  const zipped = new URL(`${file.href}.gz`);
  const text = existsSync(file) ? readFileSync(file) : existsSync(zipped) ? gunzipSync(readFileSync(zipped)) : '';
  return text.toString().split('\n').filter(Boolean);
}
