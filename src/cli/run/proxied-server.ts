import type { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import { closeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CommandIo } from '../command.js';
import { endOf, startOf, type Ending } from './ending.js';
import { forwardSignals } from './signal-forwarding.js';
import { spawnCommand } from './spawn-command.js';
import { watchOver } from './watchdog.js';

type Server = ChildProcessByStdio<Writable, Readable, null>;

/** More than a pipe holds: bytes beyond it were written after the app-server's end, by a process that it left behind. */
const MAX_PIPE = 4 * 1024 * 1024;

interface ServerDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly io: CommandIo;
  /** Called with the process when it has started. Nothing is read of its output, or written to it, until this resolves. */
  readonly observe: (child: ChildProcess) => Promise<void>;
}

/**
 * Runs an app-server between the client's streams, and resolves when it has ended and its output was passed on. Rejects with
 * a `CommandError` where it cannot be started.
 */
export async function runServer(
  [file, ...args]: readonly [string, ...string[]],
  { env, io, observe }: ServerDeps,
): Promise<Ending> {
  // A process group of its own on POSIX, so that a terminal's signals reach it once; on Windows that opens a window.
  const child = spawnCommand(file, args, {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const started = startOf(child, file);
  const ended = endOf(child);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.on('error', () => undefined); // a signal that it may not be sent
  // Each side learns of the other's end from its own stream.
  child.stdin.on('error', () => undefined);
  child.stdout.on('error', () => undefined);
  io.stdout.on('error', () => child.stdout.destroy());
  const release = forwardSignals(child, io.signals);
  try {
    await started;
    const unhold = hold(child.stdout);
    await observe(child);
    unhold();
    connect(child, io);
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
    io.stdin.unpipe();
    io.stdin.destroy();
  }
}

/**
 * Keeps the output of a process in its stream and its pipe, until the function is called that this returns. Without a
 * listener, Node throws away whatever waits there when the process ends.
 */
function hold(stdout: Readable): () => void {
  const wait = () => undefined;
  stdout.on('readable', wait);
  return () => void stdout.off('readable', wait);
}

/** Puts the client's ends and the app-server's together: `pipe` keeps the back-pressure, an end on one side is passed on. */
function connect({ stdin, stdout }: Server, io: CommandIo): void {
  io.stdin.pipe(stdin);
  stdout.pipe(io.stdout, { end: false });
  stdout.once('end', () => halfClose(io));
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
