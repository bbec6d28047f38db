/** What must wait until something is there: steps run at once when it is, else in order as soon as it opens. */
export class Gate {
  #waiting: (() => void)[] | undefined = [];

  get isOpen(): boolean {
    return this.#waiting === undefined;
  }

  when(step: () => void): void {
    if (this.#waiting) this.#waiting.push(step);
    else step();
  }

  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const step of waiting) step();
  }
}
