import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../examples/node_modules/.bin', import.meta.url));

/** The PATH as `npm run` makes it in the examples: their `codex` and `codex-otel` first. */
export const PATH_WITH_CODEX = `${BIN}:${process.env.PATH}`;

/**
 * A PATH with a `codex` that writes a wire log and is the real one in everything else. It makes no spans: what is observed
 * is the host's own doing, and the log is what it is held against.
 */
export async function pathWithRecordingCodex(folder, wireLog) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'codex');
  const command = `codex-otel run --record "${wireLog}" -- "${BIN}/codex" "$@"`;
  await writeFile(file, `#!/bin/sh\nOTEL_SDK_DISABLED=true exec ${command}\n`);
  await chmod(file, 0o755);
  return `${folder}:${PATH_WITH_CODEX}`;
}
