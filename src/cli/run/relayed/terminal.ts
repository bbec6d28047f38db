import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import type { ConnectOptions } from '../../../instrumentation/live-connection.js';
import {
  codexHome,
  connectOptions,
  listenOptions,
  readAddress,
  writeAddress,
  type ServerAddress,
} from '../../../watch/relay/address.js';
import { connectLate } from '../../../watch/relay/late-connection.js';
import { PrivateFolder } from '../../../watch/relay/private-folder.js';
import { Relay } from '../../../watch/relay/relay.js';
import { report } from '../../command.js';
import type { Ending } from '../ending.js';
import { runInherited } from '../inherited-command.js';
import type { Observe, ObservedRun } from '../observed-run.js';
import { LastThread } from './last-thread.js';
import { launchOf, type Launch } from './launch.js';
import { readTerminalOptions, type TerminalOptions } from './terminal-options.js';
import { findUpstream, type Upstream } from './upstream.js';

/**
 * The terminal interface behind a relay. A session that cannot be relayed is observed by its rollout; one line reports that
 * before the screen opens.
 */
export async function relayedTerminal(run: ObservedRun, byRollout: Observe): Promise<Ending> {
  const { io, env, options } = run;
  // Without a terminal no interface opens: Codex itself reports that.
  if (![0, 1].every(isatty)) return runInherited(options.command, { env, io });
  const launch = launchOf(run);
  const terminal = launch && readTerminalOptions(launch.words, process.cwd());
  const obstacle = terminal && obstacleIn(terminal, env);
  const relayed = launch && terminal && obstacle === undefined ? await runRelayed(launch, terminal, run) : undefined;
  if (relayed) return relayed;
  const subject = obstacle ?? (launch ? 'This Codex' : 'A Codex that another program starts');
  report(io, `${subject} cannot be relayed. The session is observed by its rollout, which has no approvals.`);
  return byRollout(run);
}

function obstacleIn({ obstacle, profile, remote }: TerminalOptions, env: NodeJS.ProcessEnv): string | undefined {
  if (obstacle !== undefined) return obstacle;
  if (profile !== undefined && !isNarrow(profile, env)) return `--profile ${profile}`;
  if (remote !== undefined && readAddress(remote, env) === undefined) return `--remote ${remote}`;
  return undefined;
}

/** The settings of a profile that the interface sends to any app-server. It keeps all others to itself. */
const SENT = /^(?:model|approval_policy|sandbox_mode)\s*=/;

function isNarrow(profile: string, env: NodeJS.ProcessEnv): boolean {
  try {
    const text = readFileSync(join(codexHome(env), `${profile}.config.toml`), 'utf8');
    return text.split('\n').every((line) => /^\s*(?:#|$)/.test(line) || SENT.test(line.trimStart()));
  } catch {
    return false;
  }
}

/** Runs the interface behind a relay. Undefined where something that it needs cannot be started. */
async function runRelayed(launch: Launch, terminal: TerminalOptions, run: ObservedRun): Promise<Ending | undefined> {
  const { io, env, telemetry } = run;
  let folder: PrivateFolder | undefined;
  let upstream: Upstream | undefined;
  let relay: Relay | undefined;
  let ending: Ending;
  let resumable: string | undefined;
  try {
    folder = PrivateFolder.make(env);
    if (folder === undefined) return undefined;
    // The observer is loaded while the app-server and the interface start.
    const loaded = telemetry().then((observer) => observer && { ...observer, last: new LastThread(observer.codex) });
    upstream = await findUpstream(launch, terminal, env, folder);
    const server = upstream.address;
    const failure = { isThere: false };
    // The interface starts at the same time, and waits at the relay.
    const ready = server.then((found) => {
      if (found !== undefined) return connectOptions(found);
      failure.isThere = true;
      throw new Error('The app-server could not start.');
    });
    ready.catch(() => undefined);
    if (!hasDatabases(codexHome(env))) await server;
    const address = relayAddress(folder, terminal.hasToken);
    const connecting = loaded.then(
      (observer) =>
        observer &&
        (({ now }: Pick<ConnectOptions, 'now'>) =>
          observer.codex.connect({ server: 'app-server', framing: 'websocket', now })),
    );
    relay = await Relay.start({
      listen: listenOptions(address),
      upstream: () => ready,
      observe: () => connectLate(connecting),
    }).catch(() => undefined);
    if (relay === undefined) return undefined;
    const remote = writeAddress(address.kind === 'ws' ? { ...address, port: relay.port ?? 0 } : address);
    ending = await runInherited([...launch.codex, '--remote', remote, ...upstream.args, ...terminal.client], {
      env: { ...env, ...upstream.env },
      io,
      leftovers: [folder.path],
    });
    if (failure.isThere) return undefined;
    const observer = await loaded;
    observer?.codex.disable();
    resumable = observer?.last.resumable;
  } finally {
    await upstream?.end?.();
    await relay?.close();
    folder?.remove();
  }
  // Codex's own line has the relay's address, which is gone.
  if (resumable !== undefined) {
    const remote = terminal.remote === undefined ? '' : `--remote ${terminal.remote} `;
    report(io, `To continue this session, run codex ${remote}resume ${resumable}`);
  }
  return ending;
}

/** Where there are none yet, Codex 0.144 makes them, and fails if two of its processes do so at once. */
function hasDatabases(home: string): boolean {
  try {
    return readdirSync(home).some((name) => /^state_\d+\.sqlite$/.test(name));
  } catch {
    return false;
  }
}

/** A token goes to a port alone; whoever else connects there has none. */
function relayAddress(folder: PrivateFolder, hasToken: boolean): ServerAddress {
  if (hasToken || process.platform === 'win32') return { kind: 'ws', host: '127.0.0.1', port: 0 };
  return { kind: 'unix', path: folder.file('r') };
}
