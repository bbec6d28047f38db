import { systemClock } from '../export/queue/clock.js';
import { runCommandLine } from './command-line.js';
import type { CommandIo } from './command.js';

// No command uses Node's own WebSocket. Node loads it at the first look, which would delay `run`.
Reflect.deleteProperty(globalThis, 'WebSocket');

process.stderr.on('error', () => undefined); // its reader has gone

const io: CommandIo = {
  // A getter, because Node opens standard input when this property is read.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signals: process,
  clock: systemClock,
};

// The build makes CommonJS of this file, which has no top-level await.
void runCommandLine(process.argv.slice(2), io).then((status) => {
  process.exitCode = status;
  // Everything was sent or given up: a connection that still hopes for an answer must not keep the process.
  setInterval(() => {
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
  }, 10).unref();
});
