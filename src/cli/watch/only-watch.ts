import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isListening } from '../../watch/relay/listening.js';
import { CommandError } from '../command.js';

/**
 * Keeps a second process from using the same state file: both would send the same. The lock is a local socket, so it goes
 * with its process, however that ends. Returns a function that gives it up. Rejects with a {@link CommandError} where
 * another process has it.
 */
export async function lockState(stateFile: string): Promise<() => void> {
  const name = `codex-otel-${createHash('sha256').update(stateFile).digest('hex').slice(0, 16)}`;
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
  let server = await listen(address);
  if (server === undefined && !(await isListening({ path: address }))) {
    // Left behind by a process that was killed.
    unlinkSync(address);
    server = await listen(address);
  }
  if (server === undefined)
    throw new CommandError(`Another codex-otel watch uses ${stateFile}: stop it, or give another file with --state.`);
  server.unref();
  return () => server.close();
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
  });
}
