import { join } from 'node:path';
import { pathWithRecordingCodex } from './codex.mjs';
import { request } from './http.mjs';
import { eventually, freePorts, start } from './processes.mjs';

/** The service name of the server; Codex names its own spans' service itself. */
export const SERVICE = 'codex-server-example';

/** Runs the server example, asks it for one turn, and ends it, so that what was open is sent. */
export async function runServerExample({ examples, folder, endpoint }) {
  const wireLog = join(folder, 'server.wire.jsonl');
  const path = await pathWithRecordingCodex(join(folder, 'bin'), wireLog);
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}/turns`;
  const server = start(
    'the server example',
    [process.execPath, '--import', './server/telemetry.mjs', 'server/server.mjs'],
    {
      cwd: examples,
      env: { PATH: path, PORT: String(port), OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
    },
  );
  await eventually('the server', () => request(url), { process: server });
  const { status, text } = await request(url, {
    method: 'POST',
    body: JSON.stringify({ prompt: 'Look at the system' }),
    timeoutMs: 60_000,
  });
  const exitCode = await server.stop();
  if (status !== 200) throw new Error(`The server answered ${status}: ${text}\n${server.output()}`);
  return { ...JSON.parse(text), wireLog, exitCode };
}
