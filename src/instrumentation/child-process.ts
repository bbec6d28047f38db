import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Readable, Writable } from 'node:stream';
import type { HostGuard } from '../guard.js';
import { isSuppressed } from '../suppression.js';
import type { ProcessInfo } from './config.js';
import type { LiveConnection } from './live-connection.js';
import { recognize } from './recognize.js';
import { claim, watchReadable, watchWritable, wrap, type Release } from './tee.js';
import type { InjectTrace } from './trace-context/trace-injector.js';

const LINE_FEED = 0x0a;

export interface ChildProcessDeps {
  readonly guard: HostGuard;
  readonly isAppServer: (process: ProcessInfo) => 'observe' | 'ignore' | undefined;
  readonly open: () => LiveConnection;
  readonly inject: InjectTrace;
}

/**
 * Observes the app-servers that the host spawns. Node publishes every new child on a diagnostics channel before it is
 * spawned, so nothing is patched but that one instance, and every other child process costs one comparison.
 */
export class ChildProcesses {
  readonly #deps: ChildProcessDeps;
  readonly #observed = new Map<ChildProcess, Release>();

  constructor(deps: ChildProcessDeps) {
    this.#deps = deps;
  }

  enable(): void {
    subscribe('child_process', this.#created);
  }

  /** Detaches from every child. */
  disable(): void {
    unsubscribe('child_process', this.#created);
    for (const release of [...this.#observed.values()]) release();
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
      const spawned = () => this.#isAppServer(child) && this.observe(child);
      const release = wrap(
        child,
        'spawn',
        (spawn) =>
          function (...args) {
            release();
            const result = spawn.apply(this, args);
            guard.run('child process', spawned);
            return result;
          },
      );
    });
  };

  /** The host decides, else the command line. `codex exec` is warned of once, unless the host has decided. */
  #isAppServer(child: ChildProcess): boolean {
    if (child.pid === undefined) return false;
    const { guard, isAppServer } = this.#deps;
    const info: ProcessInfo = { file: child.spawnfile, args: child.spawnargs };
    const recognized = recognize(info);
    const answer = guard.run('isAppServerHook', () => isAppServer(info));
    if (answer === 'observe' || answer === 'ignore') return answer === 'observe';
    if (recognized === 'exec')
      guard.warnOnce(
        'codex exec',
        'The host runs `codex exec`, which does not speak the app-server protocol: nothing of it is seen.',
      );
    return recognized === 'app-server';
  }

  /**
   * Attaches to a child and returns what detaches; the same again for a child that is observed already.
   *
   * Ignore if:
   * - it could not be spawned, or its output has ended;
   * - its standard streams are not the host's to read and write;
   * - tracing is suppressed;
   * - another copy of this package observes it.
   */
  observe(child: ChildProcess): Release | undefined {
    const known = this.#observed.get(child);
    if (known !== undefined) return known;
    const { stdin, stdout } = child;
    if (child.pid === undefined || !stdin || !stdout || stdout.destroyed || isSuppressed()) return undefined;
    const unclaim = claim(child);
    if (unclaim === undefined) return undefined;
    const detach = attach(stdin, stdout, this.#deps);
    const release = () => {
      if (!this.#observed.delete(child)) return;
      detach();
      unclaim();
      child.off('close', release);
    };
    this.#observed.set(child, release);
    // Not `exit`, after which output may still be read. Not `error`, which also reports that a live child was not killed.
    child.once('close', release);
    return release;
  }
}

/** Watches the standard streams of an app-server. The release closes the connection. */
function attach(stdin: Writable, stdout: Readable, { open, inject }: ChildProcessDeps): Release {
  const connection = open();
  let startsLine = true;
  const releases = [
    watchReadable(
      stdout,
      (bytes) => connection.enqueueBytes('server', bytes),
      () => connection.drain(),
    ),
    watchWritable(stdin, {
      replace: (bytes) => inject(connection, bytes, startsLine),
      written: (bytes) => {
        startsLine = bytes[bytes.length - 1] === LINE_FEED;
        // A host may use its buffer again while the beginning of a line still waits for its end.
        connection.bytes('client', startsLine ? bytes : Uint8Array.from(bytes));
      },
    }),
  ];
  return () => {
    for (const release of releases) release();
    connection.close();
  };
}
