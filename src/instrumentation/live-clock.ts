import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import type { HostGuard } from '../guard.js';
import type { Observer } from '../observer.js';
import { isTime } from '../wire/time.js';

/** The shortest wait: deadlines that are due at about the same time share one timer. */
const SHORTEST_MS = 1_000;
/** The longest wait: most deadlines are a minute away when they are set. A farther one takes several waits. */
const LONGEST_MS = 60_000;

type ObservedTime = Pick<Observer, 'nextDeadline' | 'advance'>;

/**
 * The observer's time between two observations. It starts from the latest time that any connection's clock showed, and
 * goes on with a clock that cannot jump. So a minute of real time expires every deadline, also if the clock of the machine
 * or of a connection stands still or steps, forward or back. Its timer keeps no process alive.
 */
export class LiveClock {
  readonly #observer: ObservedTime;
  readonly #guard: HostGuard;
  /** Milliseconds from any moment on. */
  readonly #monotonic: () => number;
  /** The latest time that was read, and when, by the monotonic clock. */
  #latest = { time: 0, at: 0 };
  #timer: NodeJS.Timeout | undefined;

  constructor(observer: ObservedTime, guard: HostGuard, monotonic = () => performance.now()) {
    this.#observer = observer;
    this.#guard = guard;
    this.#monotonic = monotonic;
  }

  /**
   * Reads the clock of a connection, as whole milliseconds: a wire log has no others, so a recording replays to the same
   * spans. A host's clock may throw, or return a value that no span may get; the time of day replaces it.
   */
  read(now: () => number): number {
    const reading = this.#guard.run('now', now);
    const time = isTime(reading) ? Math.floor(reading) : Date.now();
    if (time > this.#latest.time) {
      const at = this.#monotonic();
      if (time > this.#timeAt(at)) this.#latest = { time, at };
    }
    return time;
  }

  /** Sets a timer for the observer's next deadline. */
  schedule(): void {
    if (this.#timer !== undefined) return;
    const { nextDeadline } = this.#observer;
    if (nextDeadline === undefined) return;
    const wait = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, nextDeadline - this.#time()));
    // A timer keeps the context that is active when it is made. The host's active span has nothing to do with it.
    this.#timer = context.with(ROOT_CONTEXT, () => setTimeout(() => this.#wake(), wait).unref());
  }

  /** Unix milliseconds, now. Never throws. */
  now(): number {
    return this.#latest.time === 0 ? Date.now() : this.#time();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #time(): number {
    return this.#timeAt(this.#monotonic());
  }

  #timeAt(moment: number): number {
    const { time, at } = this.#latest;
    return Math.ceil(time + moment - at);
  }

  #wake(): void {
    this.#timer = undefined;
    this.#guard.run('observation', () => this.#observer.advance(this.#time()));
    this.schedule();
  }
}
