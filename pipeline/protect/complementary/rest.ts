import { inverse, PRIME, times } from './modulo.ts';
import type { Span } from './span.ts';
import type { Sparse } from './sparse.ts';

/** Tells of any combination whether it follows from all that was shown. */
export class Rest {
  readonly #shown: Span['shown'];
  /** By variable, when it was taken to be given; -1 where it was not. */
  readonly #turn: Int32Array;
  readonly #values: Int32Array;

  constructor(variables: number, shown: Span['shown']) {
    this.#shown = shown;
    this.#turn = new Int32Array(variables).fill(-1);
    for (const [turn, { variable }] of shown.entries()) this.#turn[variable] = turn;
    this.#values = new Int32Array(variables);
  }

  /** True where nothing is left of it. */
  isNothing({ at, by }: Sparse): boolean {
    const values = this.#values;
    const touched = new Set(at);
    const turns = new Heap();
    const wait = (variable: number): void => {
      if (this.#turn[variable] !== -1) turns.add(this.#turn[variable]!);
    };
    for (const [i, variable] of at.entries()) {
      values[variable] = by[i]!;
      wait(variable);
    }
    for (let turn = turns.takeLeast(); turn !== null; turn = turns.takeLeast()) {
      const { variable, column } = this.#shown[turn]!;
      const value = values[variable]!;
      if (value === 0) continue;
      const own = column.by[column.at.indexOf(variable)]!;
      const factor = times(PRIME - value, inverse(own));
      for (const [i, other] of column.at.entries()) {
        if (!touched.has(other)) {
          touched.add(other);
          wait(other);
        }
        values[other] = (values[other]! + times(factor, column.by[i]!)) % PRIME;
      }
    }
    let nothing = true;
    for (const variable of touched) {
      if (values[variable] !== 0) nothing = false;
      values[variable] = 0;
    }
    return nothing;
  }
}

/** A binary heap of numbers. */
class Heap {
  readonly #items: number[] = [];

  add(item: number): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0 && items[(at - 1) >> 1]! > item) {
      items[at] = items[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    items[at] = item;
  }

  /** Null when it is empty. */
  takeLeast(): number | null {
    const items = this.#items;
    if (items.length === 0) return null;
    const least = items[0]!;
    const last = items.pop()!;
    if (items.length > 0) {
      let at = 0;
      for (let child = 1; child < items.length; child = 2 * at + 1) {
        if (child + 1 < items.length && items[child + 1]! < items[child]!) child++;
        if (items[child]! >= last) break;
        items[at] = items[child]!;
        at = child;
      }
      items[at] = last;
    }
    return least;
  }
}
