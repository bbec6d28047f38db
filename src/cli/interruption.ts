import { constants } from 'node:os';

/** The part of `process` that signals come from. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  off(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
  exit(status: number): unknown;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * The first SIGINT or SIGTERM asks for an end, so that what was made until then is still written and sent; the second one
 * quits at once.
 */
export class Interruption {
  readonly #source: SignalSource;
  readonly #controller = new AbortController();
  /** Aborts at the first signal. */
  readonly signal = this.#controller.signal;
  /** The exit status of a process that ended by the signal; undefined where none came. */
  exitStatus: number | undefined;

  constructor(source: SignalSource) {
    this.#source = source;
    for (const signal of SIGNALS) source.on(signal, this.#interrupt);
  }

  /** Leaves the signals to Node again. */
  stop(): void {
    for (const signal of SIGNALS) this.#source.off(signal, this.#interrupt);
  }

  readonly #interrupt = (signal: NodeJS.Signals): void => {
    const status = 128 + constants.signals[signal];
    if (this.exitStatus !== undefined) return void this.#source.exit(status);
    this.exitStatus = status;
    this.#controller.abort();
  };
}
