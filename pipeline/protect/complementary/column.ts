import { PRIME, times } from './modulo.ts';
import type { Sparse } from './sparse.ts';

/** A sparse combination that others are added to in place: memory is taken where it has outgrown what it has. */
export class Column {
  #at: Int32Array;
  #by: Int32Array;
  length: number;

  constructor({ at, by }: Sparse) {
    this.#at = at.slice();
    this.#by = by.slice();
    this.length = at.length;
  }

  read(): Sparse {
    return { at: this.#at.slice(0, this.length), by: this.#by.slice(0, this.length) };
  }

  /** The variable's factor; 0 where it has none. */
  factorOf(variable: number): number {
    const at = this.#at;
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (at[middle]! < variable) low = middle + 1;
      else if (at[middle]! > variable) high = middle - 1;
      else return this.#by[middle]!;
    }
    return 0;
  }

  /** True where one is a multiple of the other. Neither is empty. */
  isMultipleOf({ at, by }: Sparse): boolean {
    if (at.length !== this.length) return false;
    const [first, own] = [by[0]!, this.#by[0]!];
    // a / b = c / d without a division: a · d = b · c.
    for (let i = 0; i < at.length; i++) if (at[i] !== this.#at[i] || times(by[i]!, own) !== times(this.#by[i]!, first)) return false;
    return true;
  }

  /** Adds so much of a combination, and says which variables that brought and took away. */
  add(much: number, pivot: Sparse, changes: Changes): void {
    const { at: pivotAt, by: pivotBy } = pivot;
    const [at, by, length, pivotLength] = [this.#at, this.#by, this.length, pivotAt.length];
    const most = length + pivotLength;
    const { at: toAt, by: toBy, entered, gone } = changes.upTo(most);
    const less = PRIME - much;
    let [i, j, n, came, went] = [0, 0, 0, 0, 0];
    while (j < pivotLength) {
      const other = pivotAt[j]!;
      while (i < length && at[i]! < other) {
        toAt[n] = at[i]!;
        toBy[n++] = by[i++]!;
      }
      // Nearly all factors are 1 and −1.
      const factor = pivotBy[j++]!;
      let value = factor === 1 ? much : factor === PRIME - 1 ? less : times(much, factor);
      if (i < length && at[i] === other) {
        value += by[i++]!;
        if (value >= PRIME) value -= PRIME;
        if (value === 0) {
          gone[went++] = other;
          continue;
        }
      } else entered[came++] = other;
      toAt[n] = other;
      toBy[n++] = value;
    }
    while (i < length) {
      toAt[n] = at[i]!;
      toBy[n++] = by[i++]!;
    }
    changes.came = came;
    changes.went = went;
    this.#keep(toAt, toBy, n);
  }

  #keep(at: Int32Array, by: Int32Array, length: number): void {
    this.length = length;
    if (length > this.#at.length) [this.#at, this.#by] = [new Int32Array(length + (length >> 1)), new Int32Array(length + (length >> 1))];
    const [ownAt, ownBy] = [this.#at, this.#by];
    for (let i = 0; i < length; i++) {
      ownAt[i] = at[i]!;
      ownBy[i] = by[i]!;
    }
  }
}

/** Room to add in, and what the last addition changed. */
export class Changes {
  at = new Int32Array(1024);
  by = new Int32Array(1024);
  /** The variables that came, the first `came` of them, and those that went. */
  entered = new Int32Array(1024);
  gone = new Int32Array(1024);
  came = 0;
  went = 0;

  /** With room for so many variables. */
  upTo(most: number): this {
    if (this.at.length >= most) return this;
    this.at = new Int32Array(2 * most);
    this.by = new Int32Array(2 * most);
    this.entered = new Int32Array(2 * most);
    this.gone = new Int32Array(2 * most);
    return this;
  }
}
