import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { closeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommandIo } from '../command.js';
import { endOf, startOf, type Ending } from './ending.js';
import { forwardSignals } from './signal-forwarding.js';
import { watchOver } from './watchdog.js';

type Server = ChildProcessByStdio<Writable, Readable, null>;

/** More than a pipe holds: bytes beyond it were written after the app-server's end, by a process that it left behind. */
const MAX_PIPE = 4 * 1024 * 1024;

interface ServerDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly io: CommandIo;
  /** Called with the process right after it was spawned, before its first output. */
  readonly spawned: (child: ChildProcess) => void;
}

/**
 * Runs an app-server between the client's streams, and resolves when it has ended and its output was passed on. Rejects with
 * a `CommandError` where it cannot be started.
 */
export async function runServer(
  [file, ...args]: readonly [string, ...string[]],
  { env, io, spawned }: ServerDeps,
): Promise<Ending> {
  // A process group of its own on POSIX, so that a terminal's signals reach it once; on Windows that opens a window.
  const child = spawn(file, args, { env, stdio: ['pipe', 'pipe', 'inherit'], detached: process.platform !== 'win32' });
  spawned(child);
  const started = startOf(child, file);
  const ended = endOf(child);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.on('error', () => undefined); // a signal that it may not be sent
  const release = connect(child, io);
  try {
    await started;
    const endWatch = watchOver(child.pid);
    const ending = await ended;
    endWatch();
    await outputOf(child, io.stdout);
    halfClose(io);
    child.stdout.destroy(); // a process that it left behind may hold the other end
    await closed;
    return ending;
  } finally {
    release();
  }
}

/** Puts the client's ends and the app-server's together: `pipe` keeps the back-pressure, an end on one side is passed on. */
function connect(child: Server, io: CommandIo): () => void {
  const { stdin, stdout } = child;
  const release = forwardSignals(child, io.signals);
  // Each side learns of the other's end from its own stream.
  stdin.on('error', () => undefined);
  stdout.on('error', () => undefined);
  io.stdout.on('error', () => stdout.destroy());
  io.stdin.pipe(stdin);
  stdout.pipe(io.stdout, { end: false });
  stdout.once('end', () => halfClose(io));
  return () => {
    release();
    io.stdin.unpipe(stdin);
    io.stdin.destroy();
  };
}

/**
 * Resolves when everything that an app-server wrote before it ended was read and passed on. That was in its pipe when it
 * ended, so the pipe is empty once the event loop has looked and found nothing; its end may never come.
 */
async function outputOf({ stdout }: Server, client: Writable): Promise<void> {
  const bytesRead = () => (stdout instanceof Socket ? stdout.bytesRead : 0);
  const atEnd = bytesRead();
  for (let idleTurns = 0; idleTurns < 3 && bytesRead() - atEnd < MAX_PIPE;) {
    if (stdout.destroyed || stdout.readableEnded) return;
    const before = bytesRead();
    if (client.writableNeedDrain) await anyOf(client, 'drain', 'close', 'error');
    await nextTurn();
    const isIdle = bytesRead() === before && stdout.readableLength === 0 && !client.writableNeedDrain;
    idleTurns = isIdle ? idleTurns + 1 : 0;
  }
}

function anyOf(stream: Writable, ...events: string[]): Promise<void> {
  return new Promise((resolve) => {
    for (const event of events) stream.once(event, () => resolve());
  });
}

const halfClosed = new WeakSet<Writable>();

/** Node never closes its own standard output; a client that waits for its end would wait for the process instead. */
function halfClose({ stdout }: CommandIo): void {
  if (halfClosed.has(stdout)) return;
  halfClosed.add(stdout);
  if (stdout !== process.stdout) stdout.end();
  else stdout.write('', () => closeSync(1));
}
