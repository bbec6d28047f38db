import { stat } from 'node:fs/promises';
import path from 'node:path';
import { findRollouts } from '../../rollout/files/folder.js';
import { recognizeRollout, type RolloutFile } from '../../rollout/sessions.js';
import { rolloutsHeldBy } from './held-open.js';
import { RolloutFollower, type RolloutFollowerOptions } from './rollout-follower.js';

/** How often the process and its files are looked at. */
const LOOK_MS = 100;

export interface ProcessRolloutsOptions extends Pick<
  RolloutFollowerOptions,
  'sessions' | 'drained' | 'counters' | 'onUnreadable'
> {
  readonly pid: number;
  /** When it was started, Unix milliseconds. */
  readonly startedAt: number;
  /** The folder of Codex's own files, for what the process does not show. */
  readonly home: string;
  /** The folder that the process was started in. */
  readonly cwd: string;
  /** Codex's name for itself in what it writes: `codex_exec`. */
  readonly originator: string;
}

/**
 * Follows the rollouts of one process. They are found by what the process holds open; where it shows nothing, by folder, time
 * and originator once it has ended. A session that existed before goes on: only what is recorded from now on leaves.
 */
export class ProcessRollouts {
  readonly #options: ProcessRolloutsOptions;
  readonly #follower: RolloutFollower;
  readonly #found = new Map<string, RolloutFile>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  constructor(options: ProcessRolloutsOptions) {
    this.#options = options;
    this.#follower = new RolloutFollower({
      ...options,
      markOf: () => undefined,
      since: options.startedAt,
      filesOf: () => [],
      isPrompt: false,
    });
    this.#timer = setInterval(() => void this.#look(), LOOK_MS).unref();
  }

  /** The process has ended: takes the rest. Resolves with the number of rollouts that were found. */
  async end(): Promise<number> {
    clearInterval(this.#timer);
    await this.#looking;
    const home = path.join(this.#options.home, 'sessions');
    const written = await findRollouts(home, { since: this.#options.startedAt }).catch(() => []);
    const sessions = new Set([...this.#found.values()].map(({ sessionId }) => sessionId));
    for (const file of written) {
      const rollout = await recognizeRollout(file).catch(() => undefined);
      if (rollout === undefined) continue;
      // Agents' threads may have come and gone between two looks.
      if (sessions.size > 0 ? sessions.has(rollout.sessionId) : this.#isLikely(rollout)) await this.#follow(rollout);
    }
    await this.#follower.look();
    await this.#follower.drained();
    this.#follower.close();
    return this.#found.size;
  }

  #look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      for (const file of rolloutsHeldBy(this.#options.pid)) {
        if (this.#found.has(file)) continue;
        const rollout = await recognizeRollout(file).catch(() => undefined);
        if (rollout !== undefined) await this.#follow(rollout);
      }
      await this.#follower.look();
    });
    return this.#looking;
  }

  async #follow(rollout: RolloutFile): Promise<void> {
    const { file, id } = rollout;
    if (this.#found.has(file) || (await stat(file).catch(() => undefined)) === undefined) return;
    this.#found.set(file, rollout);
    await this.#follower.written(file, id);
  }

  #isLikely({ cwd, originator, at }: RolloutFile): boolean {
    const options = this.#options;
    return originator === options.originator && cwd === options.cwd && at >= options.startedAt;
  }
}
