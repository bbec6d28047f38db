import { join } from 'node:path';
import { PATH_WITH_CODEX } from './codex.mjs';
import { finish } from './processes.mjs';

/** Runs the proxy example: an editor's client with the proxy in the place of Codex, which writes a wire log as well. */
export async function runProxyExample({ examples, folder, endpoint }) {
  const wireLog = join(folder, 'proxy.wire.jsonl');
  const output = await finish('the proxy example', [process.execPath, 'proxy/client.mjs'], {
    cwd: examples,
    env: { PATH: PATH_WITH_CODEX, CODEX_OTEL_RECORD: wireLog, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
  });
  const [, threadId] = /^thread (\S+)$/m.exec(output) ?? [];
  return { threadId, wireLog };
}
