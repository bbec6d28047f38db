import { execFile } from 'node:child_process';
import type { NetConnectOpts } from 'node:net';
import { promisify } from 'node:util';
import {
  codexHome,
  connectOptions,
  daemonSocket,
  readAddress,
  type ServerAddress,
} from '../../../watch/relay/address.js';
import { isListening } from '../../../watch/relay/listening.js';
import type { PrivateFolder } from '../../../watch/relay/private-folder.js';
import type { Launch } from './launch.js';
import { PrivateServer } from './private-server.js';
import type { TerminalOptions } from './terminal-options.js';

/** The environment variable that carries the token of a private app-server to the terminal interface, on Windows. */
const TOKEN_VARIABLE = 'CODEX_OTEL_RELAY_TOKEN';

/** An app-server that the terminal interface is to use, and how. */
export interface Upstream {
  /** Its address, once it listens; undefined where it could not start. */
  readonly address: Promise<ServerAddress | undefined>;
  /** Options that the terminal interface needs for it. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Ends it, if it is ours. */
  readonly end?: () => Promise<void>;
}

/**
 * Finds the app-server of a terminal interface: the one that `--remote` names, the local daemon if plain `codex` would use that,
 * else one of its own.
 */
export async function findUpstream(
  launch: Launch,
  terminal: TerminalOptions,
  env: NodeJS.ProcessEnv,
  folder: PrivateFolder,
): Promise<Upstream> {
  const remote = terminal.remote === undefined ? undefined : readAddress(terminal.remote, env);
  if (remote !== undefined) return { address: Promise.resolve(remote), args: [] };
  const address: ServerAddress = { kind: 'unix', path: daemonSocket(codexHome(env)) };
  if (!terminal.avoidsDaemon && (await hasDaemon(launch, connectOptions(address), env)))
    // The daemon's working directory is that of its first client.
    return { address: Promise.resolve(address), args: terminal.hasDirectory ? [] : ['-C', process.cwd()] };
  const server = new PrivateServer({ launch, args: terminal.server, env, folder });
  const { token } = server;
  return {
    address: server.address,
    args: token === undefined ? [] : ['--remote-auth-token-env', TOKEN_VARIABLE],
    env: token === undefined ? {} : { [TOKEN_VARIABLE]: token },
    end: () => server.end(),
  };
}

/** Whether plain `codex` would use the local daemon, which it starts if need be. */
async function hasDaemon(
  { codex: [file, ...before] }: Launch,
  address: NetConnectOpts,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  const codex = (...args: string[]) => promisify(execFile)(file, [...before, ...args], { env });
  try {
    const { stdout } = await codex('features', 'list');
    const isOn = /^daemon_auto_start\s.*\s(true|false)\s*$/m.exec(stdout)?.[1];
    if (isOn === undefined) return false;
    if (await isListening(address)) return true;
    if (isOn === 'false') return false;
    await codex('app-server', 'daemon', 'start');
    return await isListening(address);
  } catch {
    return false;
  }
}
