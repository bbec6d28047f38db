// A server that hosts Codex:
//   POST /turns {"prompt": …, "threadId"?: …}     runs a turn, answers with its last message
//   GET  /approvals                               what waits for a person
//   POST /approvals/ID {"decision": …}            what the person decided: accept, decline or cancel
import { createServer } from 'node:http';
import { createCodexHome } from '../codex-home.mjs';
import { startModel } from '../model/responses.mjs';
import { oneCommandThenAMessage } from '../model/script.mjs';
import { Approvals } from './approvals.mjs';
import { Codex } from './codex.mjs';
import { stopTelemetry } from './telemetry.mjs';

const model = await startModel(oneCommandThenAMessage);
const home = await createCodexHome({ modelUrl: model.url, otlpEndpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT });
const approvals = new Approvals();
const codex = new Codex({ home, approvals });

const ROUTES = {
  'POST /turns': async (request, { signal }) => [200, await codex.turn(await json(request), signal)],
  'GET /approvals': async () => [200, approvals.list()],
  'POST /approvals/': async (request, { id }) =>
    approvals.decide(id, (await json(request)).decision) ? [204] : [404, { error: 'Nothing of that id waits.' }],
};

const json = async (request) => JSON.parse(Buffer.concat(await request.toArray()).toString('utf8'));

const server = createServer(async (request, response) => {
  // A client that goes interrupts its turn.
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const [, path, id] = /^(\/\w+\/?)(.*)$/.exec(request.url) ?? [];
  const route = ROUTES[`${request.method} ${path}`];
  const [status, body] = (await route?.(request, { id, signal: gone.signal }).catch(failed)) ?? [404, {}];
  response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
});

const failed = ({ message }) => [502, { error: message }];

/** Codex goes first: what is still open in it ends, and then the SDK sends what is left. */
async function stop() {
  server.close();
  server.closeAllConnections();
  await codex.stop();
  await stopTelemetry();
  await model.close();
  await home.remove();
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

await codex.start();
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  console.log(`Listening on ${url}\nTry: curl -d '{"prompt":"Look at the system"}' ${url}/turns`);
});
