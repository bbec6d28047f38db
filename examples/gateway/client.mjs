import { once } from 'node:events';
import { WebSocket } from 'ws';
import { AppServerClient } from '../app-server.mjs';

/** A client of the gateway: one thread, one turn. It knows nothing of OpenTelemetry. */
export async function runClient({ url, name, cwd }) {
  const socket = new WebSocket(url);
  const client = new AppServerClient((text) => socket.send(text));
  socket.on('message', (data) => client.receive(data.toString()));
  socket.on('close', () => client.close());
  await once(socket, 'open');
  client.onRequest('item/commandExecution/requestApproval', () => ({ decision: 'accept' }));
  await client.initialize(`client_${name}`);
  const { thread } = await client.request('thread/start', { cwd });
  const { answer } = await client.turn(thread.id, 'Look at the system');
  socket.close();
  return { name, threadId: thread.id, answer };
}
