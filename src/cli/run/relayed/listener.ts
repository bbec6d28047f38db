import type { ChildProcess } from 'node:child_process';
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import type { NetConnectOpts } from 'node:net';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import {
  connectOptions,
  daemonSocket,
  codexHome,
  listenOptions,
  readAddress,
  writeAddress,
  type ServerAddress,
} from '../../../watch/relay/address.js';
import { isListening, untilListening } from '../../../watch/relay/listening.js';
import { PrivateFolder } from '../../../watch/relay/private-folder.js';
import { Relay } from '../../../watch/relay/relay.js';
import { report } from '../../command.js';
import { hasEnded, type Ending } from '../ending.js';
import { runInherited } from '../inherited-command.js';
import type { ObservedRun } from '../observed-run.js';
import { Banner } from './banner.js';
import { launchOf, type Launch } from './launch.js';

/**
 * `codex app-server --listen ADDRESS`: a relay takes the address, and the app-server one of its own. If the address cannot
 * be taken, the app-server runs as it is, so that its own words say why.
 */
export async function relayedListener(run: ObservedRun): Promise<Ending> {
  const { io, env, options } = run;
  const asItIs = () => runInherited(options.command, { env, io });
  const launch = launchOf(run);
  const listen = launch && findListen(launch.words);
  const address = listen && readAddress(listen.address, env);
  if (!launch || !listen || !address) {
    report(io, 'Not observed: no relay can stand before the address of this app-server.');
    return asItIs();
  }
  if (address.kind === 'unix' && address.path === daemonSocket(codexHome(env))) {
    report(io, 'Not observed: this is the local daemon, which codex-otel watch observes.');
    return asItIs();
  }
  const relayed = await RelayedServer.start(address, run);
  if (relayed === undefined) return asItIs();
  try {
    return await relayed.run(withListen(launch, listen.at, relayed.ownAddress));
  } finally {
    await relayed.close();
  }
}

/** A relay at an address, and behind it an app-server at another. */
class RelayedServer {
  /** The address that the app-server gets. */
  readonly ownAddress: ServerAddress;
  readonly #address: ServerAddress;
  readonly #run: ObservedRun;
  readonly #folder: PrivateFolder;
  readonly #relay: Relay;
  readonly #ready: Ready;

  private constructor(
    { address, folder, relay, ready }: { address: ServerAddress; folder: PrivateFolder; relay: Relay; ready: Ready },
    run: ObservedRun,
  ) {
    this.#address = address;
    this.#run = run;
    this.#relay = relay;
    this.#ready = ready;
    this.#folder = folder;
    // At the same IP, so that the app-server applies its rules for it: it refuses one of a network without authentication.
    this.ownAddress = address.kind === 'ws' ? { ...address, port: 0 } : { kind: 'unix', path: folder.file('s') };
  }

  /** Takes the address. Undefined where it cannot be taken, or nothing can be observed. */
  static async start(address: ServerAddress, run: ObservedRun): Promise<RelayedServer | undefined> {
    const codex = (await run.telemetry())?.codex;
    const folder = codex && PrivateFolder.make(run.env);
    if (!codex || !folder) return undefined;
    const ready = new Ready();
    try {
      if (address.kind === 'ws' || (await clearPath(address))) {
        const observe = () => codex.connect({ server: 'listener', framing: 'websocket' });
        const relay = await Relay.start({ listen: listenOptions(address), upstream: () => ready.address, observe });
        return new RelayedServer({ address, folder, relay, ready }, run);
      }
    } catch {
      // The app-server meets the same trouble, and names it.
    }
    folder.remove();
    return undefined;
  }

  async run(command: readonly [string, ...string[]]): Promise<Ending> {
    const { env, io } = this.#run;
    let errors: Promise<void> | undefined;
    const ending = await runInherited(command, {
      env,
      io,
      ...(this.ownAddress.kind === 'ws' && { stdio: ['inherit', 'inherit', 'pipe'] }),
      leftovers: [this.#folder.path, ...(this.#address.kind === 'unix' ? [this.#address.path] : [])],
      spawned: (child) => {
        child.once('close', () => this.#ready.fail());
        if (this.ownAddress.kind === 'ws') errors = this.#passErrors(child, this.ownAddress);
        else void this.#waitFor(child, connectOptions(this.ownAddress));
      },
    });
    await errors;
    return ending;
  }

  async close(): Promise<void> {
    await this.#relay.close();
    this.#folder.remove();
  }

  async #waitFor(child: ChildProcess, address: NetConnectOpts): Promise<void> {
    if (await untilListening(address, () => hasEnded(child))) this.#ready.succeed(address);
  }

  /** The app-server names its port on standard error. Resolves when everything there was passed on. */
  async #passErrors(child: ChildProcess, own: ServerAddress & { kind: 'ws' }): Promise<void> {
    const found = (port: number) => this.#ready.succeed(connectOptions({ ...own, port }));
    const banner = new Banner(own.host, () => this.#relay.port ?? 0, found);
    const replaced = new Transform({
      transform: (chunk: Buffer, _encoding, done) => done(null, banner.push(chunk)),
      flush: (done) => done(null, banner.end()),
    });
    child.stderr?.pipe(replaced).pipe(this.#run.io.stderr, { end: false });
    child.once('exit', () => setTimeout(() => child.stderr?.destroy(), GRACE_MS).unref());
    await finished(replaced).catch(() => undefined);
  }
}

/** How long a process that an app-server left behind may hold its standard error. */
const GRACE_MS = 500;

/** The address of an app-server that is starting. */
class Ready {
  readonly address: Promise<NetConnectOpts>;
  succeed: (address: NetConnectOpts) => void = () => undefined;
  fail: () => void = () => undefined;

  constructor() {
    this.address = new Promise((resolve, reject) => {
      this.succeed = resolve;
      this.fail = () => reject(new Error('The app-server has ended.'));
    });
    this.address.catch(() => undefined); // nobody may be waiting
  }
}

/** Whether a socket can be made at a path: nothing is there, or a socket that nobody listens on, which is removed. */
async function clearPath({ path }: ServerAddress & { kind: 'unix' }): Promise<boolean> {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (stats === undefined) return true;
  if (!(stats.isSocket() || stats.isSymbolicLink()) || (await isListening({ path }))) return false;
  rmSync(path);
  return true;
}

interface ListenOption {
  /** The index of its word. */
  readonly at: number;
  readonly address: string;
}

function findListen(words: readonly string[]): ListenOption | undefined {
  const at = words.findIndex((word) => word === '--listen' || word.startsWith('--listen='));
  const word = words[at] ?? '';
  return at === -1 ? undefined : { at, address: word === '--listen' ? (words[at + 1] ?? '') : word.slice(9) };
}

function withListen({ codex, words }: Launch, at: number, address: ServerAddress): [string, ...string[]] {
  const behind = words[at] === '--listen' ? at + 2 : at + 1;
  return [...codex, ...words.slice(0, at), '--listen', writeAddress(address), ...words.slice(behind)];
}
