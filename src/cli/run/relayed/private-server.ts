import { execFile, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { connectOptions, writeAddress, type ServerAddress } from '../../../watch/relay/address.js';
import { untilListening } from '../../../watch/relay/listening.js';
import type { PrivateFolder } from '../../../watch/relay/private-folder.js';
import { hasEnded } from '../ending.js';
import { signalGroup } from '../signal-forwarding.js';
import { spawnCommand } from '../spawn-command.js';
import { watchOver } from '../watchdog.js';
import { Banner } from './banner.js';
import type { Launch } from './launch.js';

/** An app-server that is idle ends within 30 ms of a SIGTERM; one with a running turn waits for the next. */
const SECOND_SIGNAL_MS = 100;
const KILL_MS = 2_000;
/** How often its end is looked for. */
const INTERVAL_MS = 10;

interface PrivateServerOptions {
  readonly launch: Launch;
  /** Options of `codex app-server`. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** For its socket; the folder goes with this process. */
  readonly folder: PrivateFolder;
}

/** An app-server of our own for one client, in a process group of its own. It ends with this process. */
export class PrivateServer {
  /** Its address, once it listens; undefined where it ended before. */
  readonly address: Promise<ServerAddress | undefined>;
  /** The token that a client must send; undefined on a Unix socket, which nobody else can reach. */
  readonly token: string | undefined;
  readonly #child: ChildProcess;
  readonly #endWatch: () => void;

  constructor(options: PrivateServerOptions) {
    const { launch, args, env, folder } = options;
    const [file, ...before] = launch.codex;
    // On Windows it listens on loopback.
    const token = process.platform === 'win32' ? randomBytes(32).toString('hex') : undefined;
    const unix: ServerAddress = { kind: 'unix', path: folder.file('s') };
    const listen = token === undefined ? ['--listen', writeAddress(unix)] : listenWithToken(folder, token);
    const child = spawnCommand(file, [...before, 'app-server', ...listen, ...args], {
      env,
      // The terminal belongs to its client; what the app-server logs would be written across the screen.
      stdio: ['ignore', 'ignore', token === undefined ? 'ignore' : 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    child.on('error', () => undefined);
    this.token = token;
    this.#child = child;
    this.#endWatch = watchOver(child.pid, [folder.path]);
    this.address = token === undefined ? unixReady(child, unix) : portOf(child);
  }

  /** Ends the app-server. A turn that still runs ends with it, as it does with a terminal interface of its own. */
  async end(): Promise<void> {
    const child = this.#child;
    if (child.pid === undefined) return;
    if (process.platform === 'win32') await endTree(child.pid);
    terminate(child);
    if (!(await endsWithin(child, SECOND_SIGNAL_MS))) terminate(child);
    if (!(await endsWithin(child, KILL_MS))) {
      killGroup(child);
      await endsWithin(child, KILL_MS);
    }
    this.#endWatch();
  }
}

function terminate(child: ChildProcess): void {
  if (hasEnded(child)) signalGroup(child, 'SIGTERM');
  else child.kill('SIGTERM');
}

async function endsWithin(child: ChildProcess, ms: number): Promise<boolean> {
  for (let waited = 0; isAlive(child); waited += INTERVAL_MS) {
    if (waited >= ms) return false;
    await wait(INTERVAL_MS);
  }
  return true;
}

/** A launcher that a signal ended, as it ends a shell, may have left the app-server in its process group. */
function isAlive(child: ChildProcess): boolean {
  if (!hasEnded(child)) return true;
  return child.signalCode !== null && process.platform !== 'win32' && signalGroup(child, 0);
}

/** On Windows a signal ends one process, and the app-server of a launcher would go on. */
async function endTree(pid: number): Promise<void> {
  await promisify(execFile)('taskkill', ['/pid', String(pid), '/t', '/f']).catch(() => undefined);
}

/** A launcher that hangs may have left the real app-server behind. */
function killGroup(child: ChildProcess): void {
  if (process.platform !== 'win32') signalGroup(child, 'SIGKILL');
  child.kill('SIGKILL');
}

async function unixReady(child: ChildProcess, address: ServerAddress): Promise<ServerAddress | undefined> {
  if (child.pid === undefined) return undefined;
  return (await untilListening(connectOptions(address), () => hasEnded(child))) ? address : undefined;
}

function listenWithToken(folder: PrivateFolder, token: string): string[] {
  const file = folder.file('token');
  writeFileSync(file, token, { mode: 0o600 });
  return ['--listen', 'ws://127.0.0.1:0', '--ws-auth', 'capability-token', '--ws-token-file', file];
}

function portOf(child: ChildProcess): Promise<ServerAddress | undefined> {
  const host = '127.0.0.1';
  return new Promise((resolve) => {
    const found = (port: number) => resolve({ kind: 'ws', host, port });
    const banner = new Banner(host, () => 0, found);
    child.stderr?.on('data', (chunk: Buffer) => banner.push(chunk));
    child.once('exit', () => resolve(undefined)).once('error', () => resolve(undefined));
  });
}
