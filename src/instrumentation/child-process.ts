import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Readable, Writable } from 'node:stream';
import type { ProcessInfo } from './options.js';
import { recognize } from './recognize.js';
import { claim, watchReadable, watchWritable, wrap, type Release } from './tee.js';
import type { HostGuard } from '../guard.js';
import type { LiveConnection } from './connection.js';
import { isSuppressed } from '../suppression.js';

const LINE_FEED = 0x0a;

export interface ChildProcessWatch {
  readonly guard: HostGuard;
  readonly observeProcess: (process: ProcessInfo) => boolean | undefined;
  readonly connect: () => LiveConnection;
  /** Other bytes for a chunk that the host writes: its requests with trace context. */
  readonly inject: (connection: LiveConnection, bytes: Uint8Array, startsLine: boolean) => Uint8Array | undefined;
}

/**
 * Observes the app-servers that the host spawns. Node tells of every new child on a diagnostics channel before it is
 * spawned, so nothing is patched but that one instance, and every other child process costs one comparison.
 */
export class ChildProcesses {
  readonly #watch: ChildProcessWatch;
  readonly #releases = new Set<Release>();

  constructor(watch: ChildProcessWatch) {
    this.#watch = watch;
  }

  enable(): void {
    subscribe('child_process', this.#created);
  }

  /** Lets go of every child that is observed. */
  disable(): void {
    unsubscribe('child_process', this.#created);
    for (const release of this.#releases) release();
    this.#releases.clear();
  }

  /**
   * A child process was created. Its arguments and streams are there once its own `spawn` has returned, and a host may
   * write `initialize` in the same tick, so it is attached right then.
   */
  readonly #created = (message: unknown): void => {
    const { guard } = this.#watch;
    guard.run('child process', () => {
      const { process: child } = message as { process?: ChildProcess };
      if (child === undefined || !('spawn' in child) || isSuppressed()) return;
      const attach = () => this.#spawned(child);
      const release = wrap(
        child,
        'spawn',
        (spawn) =>
          function (...args) {
            release();
            const result = spawn.apply(this, args);
            guard.run('child process', attach);
            return result;
          },
      );
    });
  };

  /**
   * Ignore if:
   * - it could not be spawned;
   * - it is no app-server (Codex run in another way is said once);
   * - its standard streams are not the host's to read and write;
   * - another copy of this package observes it.
   */
  #spawned(child: ChildProcess): void {
    if (child.pid === undefined) return;
    const { guard, observeProcess } = this.#watch;
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
    const { connect, inject } = this.#watch;
    const connection = connect();
    let startsLine = true;
    const releases = [
      unclaim,
      watchReadable(
        stdout,
        (bytes) => connection.announce('server', bytes),
        () => connection.drain(),
      ),
      watchWritable(stdin, {
        replace: (bytes) => inject(connection, bytes, startsLine),
        written: (bytes) => {
          startsLine = bytes[bytes.length - 1] === LINE_FEED;
          // A host may use its buffer again while we still wait for the rest of the line.
          connection.pass('client', startsLine ? bytes : Uint8Array.from(bytes));
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
    // After all of its output was read. `error` says less: also that the child, alive, could not be killed.
    child.once('close', release);
  }
}
