// Stands in for an editor: a client that knows nothing of OpenTelemetry, and whose Codex executable is ./codex beside
// this file. The proxy in it makes the spans and events.
import { fileURLToPath } from 'node:url';
import { spawnAppServer } from '../app-server.mjs';
import { createCodexHome } from '../codex-home.mjs';
import { startModel } from '../model/responses.mjs';
import { oneCommandThenAMessage } from '../model/script.mjs';

/** The editor's setting. */
const CODEX_EXECUTABLE = fileURLToPath(new URL('codex', import.meta.url));

const model = await startModel(oneCommandThenAMessage);
const home = await createCodexHome({ modelUrl: model.url, otlpEndpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT });
const editor = spawnAppServer({ env: home.env, cwd: home.project, command: [CODEX_EXECUTABLE, 'app-server'] });
editor.client.onRequest('item/commandExecution/requestApproval', () => ({ decision: 'accept' }));
try {
  await editor.client.initialize('codex_editor_example');
  const { thread } = await editor.client.request('thread/start', { cwd: home.project });
  const { answer } = await editor.client.turn(thread.id, 'Look at the system');
  console.log(`${answer}\nthread ${thread.id}\ntrace  ${thread.id.replaceAll('-', '')}`);
} finally {
  await editor.stop();
  await model.close();
  await home.remove();
}
