import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The examples' folder. */
export const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

const BIN = join(EXAMPLES, 'node_modules/.bin');

/** The PATH as `npm run` makes it in the examples: their `codex` and `codex-otel` first. */
export const PATH_WITH_CODEX = [BIN, process.env['PATH']].join(delimiter);

/**
 * A PATH with a `codex` that writes a wire log and is the real one in everything else. It makes no spans: what is
 * observed is the host's own doing, and the log is what it is held against.
 */
export function pathWithRecordingCodex(folder: string, wireLog: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'codex');
  const command = `codex-otel run --record "${wireLog}" -- "${BIN}/codex" "$@"`;
  writeFileSync(file, `#!/bin/sh\nOTEL_SDK_DISABLED=true exec ${command}\n`);
  chmodSync(file, 0o755);
  return [folder, PATH_WITH_CODEX].join(delimiter);
}
