import type { Writable } from 'node:stream';
import type { ReadProgress } from '../../wire/log/reader.js';
import { counted } from './quantities.js';
import type { OutputStream } from './terminal.js';

/** Milliseconds before the first line: a short replay shows none. */
const QUIET_MS = 500;
/** Milliseconds between two lines. */
const PACE_MS = 100;
const ERASE = '\r\u{1b}[2K';
const MB = 1_000_000;

/** Shows on a terminal how far a long replay is, in one line that is overwritten and erased in the end. */
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

  show(read: ReadProgress, spans: number): void {
    this.report(() => `${shareRead(read)}, ${counted(spans, 'span')}`);
  }

  read(read: ReadProgress): void {
    this.report(() => shareRead(read));
  }

  /** Shows a text, unless another one was shown just now. */
  report(text: () => string): void {
    if (!this.#isSeen || this.#now() < this.#next) return;
    this.#next = this.#now() + PACE_MS;
    this.#write(text());
  }

  /** Shows a text if the wait takes long. */
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

function shareRead({ bytes, total }: ReadProgress): string {
  const share = total === undefined || total === 0 ? '' : `${Math.floor((100 * bytes) / total)} % of `;
  return `${share}${((total ?? bytes) / MB).toFixed(1)} MB read`;
}
