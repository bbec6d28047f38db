import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import process from 'node:process';
import type { HostGuard } from '../../guard.js';
import { isSuppressed } from '../../suppression.js';
import type { ProcessInfo } from '../config.js';
import type { ConnectOptions, LiveConnection } from '../live-connection.js';
import { programName } from '../recognition/codex-command.js';
import { recognize, type Recognition } from '../recognition/recognize.js';

import { tapStdio, type StdioTap } from './stdio-tap.js';
import { claim, wrap, type Release } from './tee.js';
import type { InjectTrace } from '../trace-context/trace-injector.js';

/** Advice for the case that Codex runs and cannot be observed by its command line. Each piece is logged once. */
const ADVICE: Readonly<Partial<Record<Recognition, string>>> = {
  exec: 'The host runs `codex exec`, which does not speak the app-server protocol: it is not observed.',
  listener:
    'The host runs `codex app-server --listen` with a socket: its standard streams carry no messages, so they are not observed. WebSockets of Node itself are observed when the host opens them. Hand over a WebSocket of the package ws with observeWebSocket(socket), and any other connection with connect().',
  image:
    'The host runs a container that is named after Codex, and its command line does not show whether the entry point is an app-server: it is not observed. If it is one, hand the child process over with observeChildProcess(child), or answer "observe" in isAppServerHook.',
};

/** For a runtime that publishes no child processes on the diagnostics channel. */
const NO_CHANNEL_ADVICE =
  'This runtime does not publish the child processes that the host spawns: hand each app-server over with observeChildProcess(child), right after spawn.';

interface ChildProcessDeps {
  readonly guard: HostGuard;
  readonly isAppServer: (process: ProcessInfo) => 'observe' | 'ignore' | undefined;
  readonly open: (options: Pick<ConnectOptions, 'framing' | 'server'>) => LiveConnection;
  readonly inject: InjectTrace;
}

const CHANNEL = 'child_process';

/**
 * Those who want to see each new child. They share one subscription, because Node takes longer for a channel's first and last
 * subscriber than for a session. The subscription ends as soon as the host's present step has, if nobody is left.
 */
const watchers = new Set<(message: unknown) => void>();
let isSubscribed = false;

const created = (message: unknown) => {
  for (const watch of watchers) watch(message);
};

function addWatcher(watch: (message: unknown) => void): void {
  watchers.add(watch);
  if (!isSubscribed) subscribe(CHANNEL, created);
  isSubscribed = true;
}

function removeWatcher(watch: (message: unknown) => void): void {
  watchers.delete(watch);
  if (watchers.size === 0) setImmediate(unsubscribeIfUnused).unref();
}

function unsubscribeIfUnused(): void {
  if (watchers.size > 0 || !isSubscribed) return;
  unsubscribe(CHANNEL, created);
  isSubscribed = false;
}

/**
 * Observes the app-servers that the host spawns. Node publishes every new child on a diagnostics channel before it is
 * spawned, so nothing is patched but that one instance, and every other child process costs one comparison.
 */
export class ChildProcesses {
  readonly #deps: ChildProcessDeps;
  readonly #attached = new Map<ChildProcess, { readonly release: Release; readonly stdio: StdioTap }>();

  constructor(deps: ChildProcessDeps) {
    this.#deps = deps;
  }

  enable(): void {
    addWatcher(this.#created);
    // https://github.com/oven-sh/bun: its node:child_process has no diagnostics channel.
    if ('bun' in process.versions) this.#deps.guard.warnOnce('bun', NO_CHANNEL_ADVICE);
  }

  /** Detaches from every child. */
  disable(): void {
    removeWatcher(this.#created);
    for (const { release } of [...this.#attached.values()]) release();
  }

  /**
   * Fires when a child process was constructed. Its arguments and streams exist once its own `spawn` has returned, and a
   * host may write `initialize` in the same tick, so it is attached right then.
   */
  readonly #created = (message: unknown): void => {
    const { guard } = this.#deps;
    guard.run('child process', () => {
      const { process: child } = message as { process?: ChildProcess };
      if (child === undefined || !('spawn' in child) || isSuppressed()) return;
      const release = wrap(child, 'spawn', (spawn, self, args) => {
        release();
        const result = spawn.apply(self, args);
        guard.run('child process', () => this.#spawned(child));
        return result;
      });
    });
  };

  /** The host decides, else the command line. If Codex runs and cannot be observed, that is logged once. */
  #spawned(child: ChildProcess): void {
    if (child.pid === undefined) return;
    const { guard, isAppServer } = this.#deps;
    const info: ProcessInfo = { file: child.spawnfile, args: child.spawnargs };
    const answer = guard.run('isAppServerHook', () => isAppServer(info));
    const name = `child process ${child.pid} (${programName(child.spawnfile)})`;
    if (answer === 'ignore') return guard.debug(`not attached to ${name}: isAppServerHook says ignore`);
    const recognition = answer === 'observe' ? 'app-server' : recognize(info);
    if (recognition === 'app-server' || recognition === 'possible-app-server' || recognition === 'relay') {
      const isAttached = this.#attach(child, recognition === 'app-server') !== undefined;
      const why = isAttached ? recognition : 'its streams are no pipes, or another copy of this package observes it';
      guard.debug(`${isAttached ? 'attached' : 'not attached'} to ${name}: ${why}`);
    } else {
      guard.debug(`not attached to ${name}: ${recognition ?? 'its command line runs no Codex'}`);
      const advice = recognition && ADVICE[recognition];
      if (advice !== undefined) guard.warnOnce(advice, advice);
    }
  }

  /** Attaches to a child and returns what detaches; the same again for a child that is observed already. */
  observe(child: ChildProcess): Release | undefined {
    const known = this.#attached.get(child);
    if (known?.stdio.isObserved) return known.release;
    known?.release();
    const info = { file: child.spawnfile, args: child.spawnargs };
    return this.#attach(child, recognize(info) !== 'relay');
  }

  /**
   * @param isCertain whether it is an app-server. If not, the first bytes of its client decide.
   *
   * Ignore if:
   * - it could not be spawned, or its output has ended;
   * - its standard streams are not the host's to read and write;
   * - tracing is suppressed;
   * - another copy of this package observes it.
   */
  #attach(child: ChildProcess, isCertain: boolean): Release | undefined {
    const { open } = this.#deps;
    const { stdin, stdout } = child;
    if (child.pid === undefined || !stdin || !stdout || stdout.destroyed || isSuppressed()) return undefined;
    const unclaim = claim(child);
    if (unclaim === undefined) return undefined;
    const release = () => {
      if (!this.#attached.delete(child)) return;
      stdio.detach();
      unclaim();
      child.off('close', release);
    };
    const stdio = tapStdio(stdin, stdout, {
      ...this.#deps,
      // Several proxies may lead to one app-server. The command line alone says to which.
      open: (framing) => open({ framing, server: framing === 'websocket' ? child.spawnargs.join(' ') : undefined }),
      isCertain,
      refused: release,
    });
    this.#attached.set(child, { release, stdio });
    // Not `exit`, after which output may still be read. Not `error`, which also reports that a live child was not killed.
    child.once('close', release);
    return release;
  }
}
