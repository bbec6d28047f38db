import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Starts `codex app-server` behind a WebSocket on a free port of loopback, and waits until it listens. */
export async function startAppServer({ env, cwd }) {
  const port = await freePort();
  const url = `ws://127.0.0.1:${port}`;
  const child = spawn('codex', ['app-server', '--listen', url], { env, cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  const exited = once(child, 'exit');
  for (let tries = 0; !(await isReady(port)); tries++) {
    if (tries === 100 || child.exitCode !== null) throw new Error(`The app-server does not listen on ${url}.`);
    await sleep(100);
  }
  return {
    url,
    async stop() {
      child.kill();
      await exited;
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** An app-server behind a WebSocket tells by HTTP on the same port when it is ready. */
const isReady = (port) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
