import { systemClock } from '../export/queue/clock.js';
import { runCommandLine } from './command-line.js';

// No command opens a WebSocket of Node's own, and to look for it loads it: 15 ms before an app-server is run.
Reflect.deleteProperty(globalThis, 'WebSocket');

process.stderr.on('error', () => undefined); // whoever read it has gone

process.exitCode = await runCommandLine(process.argv.slice(2), {
  // Asked for only where it is read: to ask is to open it.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signals: process,
  clock: systemClock,
});

// Everything was sent or given up: a connection that still hopes for an answer must not keep the process.
setInterval(() => {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
}, 10).unref();
