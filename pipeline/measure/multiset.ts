/** Whole numbers below a size, each any number of times. Adding is two steps; finding the k:th smallest takes about √size. */
export class Multiset {
  readonly #times: Int32Array;
  /** How many there are in each block of neighbouring numbers. */
  readonly #blocks: Int32Array;
  readonly #shift: number;
  /** How many there are, and how many different ones. */
  total = 0;
  distinct = 0;

  constructor(size: number) {
    this.#shift = Math.ceil(Math.log2(size + 1) / 2);
    this.#times = new Int32Array(size);
    this.#blocks = new Int32Array((size >> this.#shift) + 1);
  }

  /** Adds a number some times; a negative `times` takes it out again. */
  add(number: number, times: number): void {
    const before = this.#times[number]!;
    const after = before + times;
    this.#times[number] = after;
    this.#blocks[number >> this.#shift]! += times;
    this.total += times;
    if (before === 0) this.distinct++;
    if (after === 0) this.distinct--;
  }

  /** The number at a rank, 0 the smallest's. */
  atRank(rank: number): number {
    let block = 0;
    let below = 0;
    while (below + this.#blocks[block]! <= rank) below += this.#blocks[block++]!;
    let number = block << this.#shift;
    while (below + this.#times[number]! <= rank) below += this.#times[number++]!;
    return number;
  }
}
