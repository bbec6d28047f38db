// No back end at all: the analytics events of a session, one JSON object a line, in events.jsonl.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { spawnAppServer } from '../app-server.mjs';
import { createCodexHome } from '../codex-home.mjs';
import { startModel } from '../model/responses.mjs';
import { oneCommandThenAMessage } from '../model/script.mjs';

const path = process.argv[2] ?? 'events.jsonl';
const file = createWriteStream(path);
const codex = new CodexInstrumentation({
  eventHook: (event) => file.write(`${JSON.stringify(event)}\n`),
});

const model = await startModel(oneCommandThenAMessage);
const home = await createCodexHome({ modelUrl: model.url });
const server = spawnAppServer({ env: home.env, cwd: home.project });
server.client.onRequest('item/commandExecution/requestApproval', () => ({ decision: 'accept' }));
try {
  await server.client.initialize('codex_events_example');
  const { thread } = await server.client.request('thread/start', { cwd: home.project });
  await server.client.turn(thread.id, 'Look at the system');
} finally {
  await server.stop();
  codex.disable();
  file.end();
  await finished(file);
  await model.close();
  await home.remove();
}
console.log(`Events are in ${path}.`);
