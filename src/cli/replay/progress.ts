import type { Writable } from 'node:stream';
import type { ReadProgress } from '../../wire/log/reader.js';
import { counted } from '../span-counts.js';
import type { OutputStream } from '../terminal.js';

/** Milliseconds without a word: what is over by then needs none. */
const QUIET_MS = 500;
/** Milliseconds between two words. */
const PACE_MS = 100;
const ERASE = '\r\u{1b}[2K';
const MB = 1_000_000;

/** How far a long replay is, in one line on a terminal that is written over and erased in the end. */
export class Progress {
  readonly #output: Writable;
  readonly #now: () => number;
  readonly #isSeen: boolean;
  #next: number;
  #isShown = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(output: Writable & OutputStream, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
    this.#isSeen = output.isTTY === true;
    this.#next = this.#isSeen ? now() + QUIET_MS : Infinity;
  }

  show({ bytes, total }: ReadProgress, spans: number): void {
    if (!this.#isSeen || this.#now() < this.#next) return;
    this.#next = this.#now() + PACE_MS;
    const share = total === undefined || total === 0 ? '' : `${Math.floor((100 * bytes) / total)} % of `;
    this.#write(`${share}${((total ?? bytes) / MB).toFixed(1)} MB read, ${counted(spans, 'span')}`);
  }

  /** Says what is waited for, once that takes long. */
  wait(text: string): void {
    if (this.#isSeen) this.#timer = setTimeout(() => this.#write(text), QUIET_MS);
  }

  erase(): void {
    clearTimeout(this.#timer);
    if (this.#isShown) this.#output.write(ERASE);
    this.#isShown = false;
  }

  #write(text: string): void {
    this.#isShown = true;
    this.#output.write(`${ERASE}${text}`);
  }
}
