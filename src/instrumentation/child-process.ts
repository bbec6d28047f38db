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
  readonly observeProcess: (process: ProcessInfo) => boolean | undefined;
  readonly open: () => LiveConnection;
  readonly inject: InjectTrace;
}

/**
 * Observes the app-servers that the host spawns. Node publishes every new child on a diagnostics channel before it is
 * spawned, so nothing is patched but that one instance, and every other child process costs one comparison.
 */
export class ChildProcesses {
  readonly #deps: ChildProcessDeps;
  readonly #releases = new Set<Release>();

  constructor(deps: ChildProcessDeps) {
    this.#deps = deps;
  }

  enable(): void {
    subscribe('child_process', this.#created);
  }

  /** Detaches from every child. */
  disable(): void {
    unsubscribe('child_process', this.#created);
    for (const release of this.#releases) release();
    this.#releases.clear();
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
      const spawned = () => this.#spawned(child);
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

  /**
   * Ignore if:
   * - it could not be spawned;
   * - it is no app-server (`codex exec` is warned of once);
   * - its standard streams are not the host's to read and write;
   * - another copy of this package observes it.
   */
  #spawned(child: ChildProcess): void {
    if (child.pid === undefined) return;
    const { guard, observeProcess } = this.#deps;
    const info: ProcessInfo = { file: child.spawnfile, args: child.spawnargs };
    const recognized = recognize(info);
    const answer = guard.run('observeProcess', () => observeProcess(info));
    if (answer !== true && (answer === false || recognized !== 'app-server')) {
      if (answer !== false && recognized === 'exec')
        guard.warnOnce(
          'codex exec',
          'The host runs `codex exec`, which does not speak the app-server protocol: nothing of it is seen.',
        );
      return;
    }
    const { stdin, stdout } = child;
    if (stdin === null || stdout === null) return;
    const unclaim = claim(child);
    if (unclaim) this.#attach(child, stdin, stdout, unclaim);
  }

  #attach(child: ChildProcess, stdin: Writable, stdout: Readable, unclaim: Release): void {
    const { open, inject } = this.#deps;
    const connection = open();
    let startsLine = true;
    const releases = [
      unclaim,
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
    const release = () => {
      for (const each of releases) each();
      connection.close();
      this.#releases.delete(release);
      child.off('close', release);
    };
    this.#releases.add(release);
    // Not `exit`, after which output may still be read. Not `error`, which also reports that a live child was not killed.
    child.once('close', release);
  }
}
