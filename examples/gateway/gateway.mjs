// A gateway: each client that connects gets a connection of its own to one app-server behind it. Here two clients come,
// have a turn each at the same time, and go.
import { once } from 'node:events';
import { WebSocket, WebSocketServer } from 'ws';
import { createCodexHome } from '../codex-home.mjs';
import { startModel } from '../model/responses.mjs';
import { oneCommandThenAMessage } from '../model/script.mjs';
import { startAppServer } from './app-server.mjs';
import { runClient } from './client.mjs';
import { codex, stopTelemetry } from './telemetry.mjs';

const model = await startModel(oneCommandThenAMessage);
const home = await createCodexHome({ modelUrl: model.url, otlpEndpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT });
const appServer = await startAppServer({ env: home.env, cwd: home.project });

const gateway = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
await once(gateway, 'listening');
gateway.on('connection', (client) => {
  const upstream = new WebSocket(appServer.url);
  // The one line that a gateway adds: what passes here is a connection to this app-server.
  codex.observeWebSocket(upstream, { server: appServer.url });
  relay(client, upstream);
});

/** Passes messages on, both ways, and closes one end with the other. */
function relay(client, upstream) {
  const open = once(upstream, 'open');
  client.on('message', (data, isBinary) => open.then(() => upstream.send(data, { binary: isBinary })).catch(() => {}));
  upstream.on('message', (data, isBinary) => client.send(data, { binary: isBinary }));
  for (const [end, other] of [
    [client, upstream],
    [upstream, client],
  ]) {
    end.on('close', () => other.close());
    end.on('error', () => other.close());
  }
}

const url = `ws://127.0.0.1:${gateway.address().port}`;
try {
  const results = await Promise.all(['ada', 'grace'].map((name) => runClient({ url, name, cwd: home.project })));
  for (const { name, threadId, answer } of results) console.log(`${name}: ${answer} (thread ${threadId})`);
} finally {
  gateway.close();
  await appServer.stop();
  await stopTelemetry();
  await model.close();
  await home.remove();
}
