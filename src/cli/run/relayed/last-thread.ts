import type { CodexInstrumentation } from '../../../instrumentation/instrumentation.js';

type Facts = Parameters<NonNullable<ReturnType<CodexInstrumentation['getConfig']>['spanEndHook']>>[1];

/** The thread that a terminal interface showed last, as far as its session can be continued. */
export class LastThread {
  #id: string | undefined;
  #isStored = false;

  constructor(codex: CodexInstrumentation) {
    codex.setConfig({ ...codex.getConfig(), spanEndHook: (_span, facts) => this.#ended(facts) });
  }

  /** Its id, once everything that it had open was ended; undefined if Codex has stored nothing of it. */
  get resumable(): string | undefined {
    return this.#isStored ? this.#id : undefined;
  }

  #ended(facts: Facts): void {
    const { threadId } = facts.lineage;
    // The interface opens threads of its own, for titles; a spawned thread is an agent's.
    if (facts.type === 'thread_initialization' && facts.method !== 'spawn' && facts.ephemeral !== true) {
      this.#id = threadId;
      this.#isStored = facts.method !== 'start';
    }
    // Codex stores a new thread with its first turn.
    if (facts.type === 'turn' && threadId === this.#id) this.#isStored = true;
  }
}
