import { formatTick } from './duration.js';

export interface Tick {
  readonly column: number;
  readonly label: string;
}

/** Round steps between the ticks, in milliseconds. Beyond them, days double. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 20, 30].map((seconds) => seconds * 1_000),
  ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * 60_000),
  ...[1, 2, 6, 12, 24].map((hours) => hours * 3_600_000),
];
/** Columns from tick to tick, at least: for a label and a gap, and no more ticks than help. */
const LEAST_GAP = 7;
const MOST_TICKS = 8;

/** Maps times to the columns of a bar chart. A column has two halves, so bars are twice as exact as characters. */
export class TimeAxis {
  readonly columns: number;
  readonly #startMs: number;
  readonly #rangeMs: number;

  constructor(startMs: number, endMs: number, columns: number) {
    this.columns = columns;
    this.#startMs = startMs;
    this.#rangeMs = Math.max(endMs - startMs, 1);
  }

  /** The ticks whose labels fit, the first at the start. */
  get ticks(): readonly Tick[] {
    const step = this.#step();
    const ticks: Tick[] = [];
    for (let ms = 0; ms <= this.#rangeMs; ms += step) {
      const column = Math.floor((ms / this.#rangeMs) * this.columns);
      const label = formatTick(ms, step);
      if (column + label.length <= this.columns) ticks.push({ column, label });
    }
    return ticks;
  }

  /** The half columns that a span covers, from first to before last: one at least, so that nothing is invisible. */
  halves(startMs: number, endMs: number): { readonly from: number; readonly to: number } {
    const halves = this.columns * 2;
    const at = (ms: number) => Math.round(((ms - this.#startMs) / this.#rangeMs) * halves);
    const from = Math.min(Math.max(at(startMs), 0), halves - 1);
    const to = Math.min(Math.max(at(endMs), from + 1), halves);
    return { from, to };
  }

  #step(): number {
    const least = this.#rangeMs * Math.max(LEAST_GAP / this.columns, 1 / MOST_TICKS);
    const round = STEPS.find((step) => step >= least);
    if (round !== undefined) return round;
    let days = 1;
    while (days * 86_400_000 < least) days *= 2;
    return days * 86_400_000;
  }
}
