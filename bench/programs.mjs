// Programs as processes of their own: the command, and what it is compared with.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const fileOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The command as it is installed, in front of another. Nothing is sent: that would measure the receiver. */
export const run = [fileOf('../dist/cli.js'), 'run', '--'];
/** The least that a program in Node can do between a client and a server. */
export const pipe = [fileOf('pipe.mjs')];

const env = { ...process.env };
for (const signal of ['TRACES', 'LOGS', 'METRICS']) env[`OTEL_${signal}_EXPORTER`] = 'none';

/** Starts Node with these arguments. Its output is read and thrown away. */
export function start(args) {
  const child = spawn(process.execPath, args, { env, cwd: fileOf('..'), stdio: 'pipe' });
  child.stdin.on('error', () => undefined);
  child.stdout.resume();
  child.stderr.resume();
  return child;
}

/** Resolves when a program has ended and everything that it wrote was read. */
export async function ended(child) {
  const [code, signal] = await new Promise((resolve) => child.once('close', (...end) => resolve(end)));
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code ?? signal}`);
}
