// A server that hosts Codex: `POST /turns {"prompt": …, "threadId"?: …}` runs a turn and answers with its last message.
import { createServer } from 'node:http';
import { spawnAppServer } from '../app-server.mjs';
import { createCodexHome } from '../codex-home.mjs';
import { startModel } from '../model/responses.mjs';
import { oneCommandThenAMessage } from '../model/script.mjs';
import { approve } from './approve.mjs';
import { sdk } from './telemetry.mjs';

const model = await startModel(oneCommandThenAMessage);
const home = await createCodexHome({ modelUrl: model.url, otlpEndpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT });
const codex = spawnAppServer({ env: home.env, cwd: home.project });
codex.client.onRequest('item/commandExecution/requestApproval', approve);
await codex.client.initialize('codex_server_example');

const server = createServer((request, response) => {
  answer(request).then(
    ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error) => response.writeHead(500).end(error.message),
  );
});

async function answer(request) {
  if (request.method !== 'POST' || request.url !== '/turns') return { status: 404, body: {} };
  const { prompt, threadId } = JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));
  const thread = threadId ?? (await startThread());
  return { status: 200, body: { threadId: thread, ...(await codex.client.turn(thread, prompt)) } };
}

async function startThread() {
  const { thread } = await codex.client.request('thread/start', { cwd: home.project });
  return thread.id;
}

/** Codex goes first: what is still open in it ends, and then the SDK sends what is left. */
async function stop() {
  server.close();
  server.closeAllConnections();
  await codex.stop();
  await sdk.shutdown();
  await model.close();
  await home.remove();
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  console.log(`Listening on ${url}\nTry: curl -d '{"prompt":"Look at the system"}' ${url}/turns`);
});
