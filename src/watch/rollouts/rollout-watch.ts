import type { CounterSink } from '../../counters.js';
import { recognizeRollout, type RolloutFile } from '../../rollout/sessions.js';
import { RolloutFollower, type SessionModels } from './rollout-follower.js';
import { SessionsFolders, type FoundFile } from './sessions-folders.js';
import { StateFile } from './state-file.js';

/** Files are looked at so often, for notices of changes may be lost; all folders less often. */
const LOOK_MS = 1_000;
const LOOKS_PER_SCAN = 30;

export interface RolloutWatchOptions {
  /** Folders such as `~/.codex`. */
  readonly homes: readonly string[];
  readonly stateFile: string;
  /** Unix milliseconds: what was recorded since is observed. Default: since the first start with this state file. */
  readonly since: number | undefined;
  readonly sessions: SessionModels;
  /** Waits until the queues can take more. */
  readonly drained: () => Promise<void>;
  readonly counters: CounterSink;
  /** Called with what hinders the watch, once each; it goes on. */
  readonly onTrouble: (error: Error) => void;
}

/** Follows the rollouts of a machine, and goes on where an earlier process was. */
export class RolloutWatch {
  readonly #options: RolloutWatchOptions;
  readonly #folders: SessionsFolders;
  readonly #state: StateFile;
  readonly #follower: RolloutFollower;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #looks = 0;
  #cannotRemember = false;

  private constructor(options: RolloutWatchOptions, folders: SessionsFolders, isPrompt: boolean) {
    this.#options = options;
    this.#folders = folders;
    this.#state = StateFile.open(options.stateFile, options.since, (id) => folders.has(id));
    this.#follower = new RolloutFollower({
      ...options,
      markOf: (id) => this.#state.markOf(id),
      since: this.#state.since,
      filesOf: (threadId) => folders.filesOf(threadId),
      onUnreadable: options.onTrouble,
      isPrompt,
    });
  }

  /** Begins to follow. Rejects where the state file cannot be written. */
  static async start(options: RolloutWatchOptions): Promise<RolloutWatch> {
    // A file of which a notice comes before is found by the catching up.
    let watch: RolloutWatch | undefined;
    const folders = new SessionsFolders(options.homes, (found) => {
      if (watch) watch.#written(found);
    });
    await folders.open();
    const rollouts = (watch = new RolloutWatch(options, folders, true));
    rollouts.#timer = setInterval(() => void rollouts.#look(), LOOK_MS);
    void rollouts.#catchUp();
    return rollouts;
  }

  /** Finds what is there, for {@link takeAll}. Rejects where the state file cannot be written. */
  static async once(options: RolloutWatchOptions): Promise<RolloutWatch> {
    const folders = new SessionsFolders(options.homes);
    await folders.open();
    return new RolloutWatch(options, folders, false);
  }

  /** Takes what is there, and no more. */
  async takeAll(): Promise<void> {
    await this.#catchUp();
    await this.#follower.drained();
    await this.#follower.look();
  }

  /** The number of rollouts that are there. */
  get fileCount(): number {
    return this.#folders.fileCount;
  }

  /** Remembers what is delivered. Call it whenever a queue gets on. */
  remember(): void {
    const { delivery } = this.#options.sessions;
    try {
      this.#state.write(delivery.takeChanged().map((thread) => delivery.markOf(thread)));
    } catch (error) {
      // The next process would send again what this one sent: better than to send nothing.
      if (!this.#cannotRemember) this.#options.onTrouble(error as Error);
      this.#cannotRemember = true;
    }
  }

  /** Reads nothing more. Open turns and threads stay open, for the next process to go on with. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#folders.close();
    await this.#looking;
    await this.#follower.stop();
  }

  close(): void {
    this.remember();
    this.#state.close();
  }

  /** Reads what was recorded while nobody watched. */
  async #catchUp(): Promise<void> {
    const rollouts: RolloutFile[] = [];
    for (const found of [...this.#folders.files]) {
      if (!this.#isOfUse(found) || this.#follower.follows(found.id)) continue;
      const rollout = await recognizeRollout(found.file).catch(() => undefined);
      if (rollout !== undefined) rollouts.push(rollout);
    }
    // At once: a session whose agents' rollouts came later would be closed, and read again with them.
    this.#follower.later(rollouts);
  }

  #written(found: FoundFile): void {
    if (this.#isOfUse(found)) void this.#follower.written(found.file, found.id);
  }

  #isOfUse({ id, writtenAt, size }: FoundFile): boolean {
    const mark = this.#state.markOf(id);
    if (mark === undefined) return writtenAt >= this.#state.since;
    return !mark.isClosed || mark.size !== size;
  }

  async #look(): Promise<void> {
    this.#looking ??= this.#lookNow().finally(() => (this.#looking = undefined));
    await this.#looking;
  }

  async #lookNow(): Promise<void> {
    this.#looks += 1;
    const isMissing = await this.#follower.look();
    if (isMissing || this.#folders.hasNewRoot || this.#looks % LOOKS_PER_SCAN === 0) await this.#folders.scan();
    this.remember();
  }
}
