import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { systemClock } from '../../src/export/queue/clock.js';
import type { Step } from '../instrumentation/conversation.js';
import { testIo, type TestIo } from './io.js';

const fakeCodex = fileURLToPath(new URL('../instrumentation/fake-codex/codex', import.meta.url));

/** `codex-otel run` before a server that plays one connection of a wire log. The test is its client. */
export class PlayedRun {
  readonly #io: TestIo;
  readonly #stdin = new PassThrough();
  readonly #status: Promise<number>;
  #server: ChildProcess | undefined;
  #isOver = false;
  #received = 0;

  constructor(wireLog: string, options: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.#io = testIo({ stdin: this.#stdin, env, clock: systemClock });
    vi.stubEnv('FAKE_CODEX_RECORDING', wireLog);
    const onSpawn = (message: unknown) => {
      const { process: child } = message as { process: ChildProcess };
      child.once('spawn', () => {
        if (child.spawnfile === fakeCodex) this.#server = child;
      });
    };
    subscribe('child_process', onSpawn);
    this.#status = runCommandLine(['run', ...options, '--', fakeCodex, 'app-server'], this.#io).finally(() => {
      this.#isOver = true;
      unsubscribe('child_process', onSpawn);
    });
  }

  /** The client sends each of its messages after all that came before it. Returns when all was received. */
  async play(steps: readonly Step[]): Promise<void> {
    for (const { from, text } of steps) {
      if (from === 'server') this.#received += 1;
      else {
        await this.#caughtUp();
        this.send({ text });
      }
    }
    await this.#caughtUp();
  }

  /** The client sends a message now. */
  send({ text }: Pick<Step, 'text'>): void {
    this.#stdin.write(`${text}\n`);
  }

  async #caughtUp(): Promise<void> {
    while (this.#io.stdout.lines.length < this.#received && !this.#isOver) await setImmediate();
  }

  killServer(): void {
    this.#server!.kill('SIGKILL');
  }

  /** The client leaves, if it has not, and the command ends. */
  async end(): Promise<{ readonly status: number; readonly said: readonly string[] }> {
    this.#stdin.end();
    return { status: await this.#status, said: this.#io.stderr.lines };
  }
}

/** Writes a wire log of one connection that a {@link PlayedRun} can play. */
export function writeWireLog(path: string, steps: readonly Step[]): void {
  const lines = steps.map(({ from, at, text }) => `{"at":${at},"from":"${from}","conn":"c1","msg":${text}}\n`);
  writeFileSync(path, lines.join(''));
}
