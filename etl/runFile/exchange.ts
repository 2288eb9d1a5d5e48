/** Hands out what has come back, or waits for it: a thread is so many batches ahead of the next one, and no more. */
export class Exchange<T> {
  readonly #free: T[];
  #waiting: ((one: T) => void) | null = null;

  constructor(free: T[]) {
    this.#free = free;
  }

  giveBack(one: T): void {
    if (this.#waiting) this.#waiting(one);
    else this.#free.push(one);
    this.#waiting = null;
  }

  take(): Promise<T> {
    const one = this.#free.pop();
    if (one !== undefined) return Promise.resolve(one);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}
