import { PRIME, times } from './modulo.ts';
import type { Shown } from './span.ts';
import type { Sparse } from './sparse.ts';

/** Tells of any combination whether it follows from all that was shown. */
export class Rest {
  readonly #shown: readonly Shown[];
  /** By variable, when it was taken to be given; -1 where it was not. */
  readonly #turn: Int32Array;
  readonly #values: Int32Array;
  /** By variable, the last question that had to do with it. */
  readonly #touched: Int32Array;
  #asked = 0;
  readonly #turns = new Heap();

  constructor(variables: number, shown: readonly Shown[]) {
    this.#shown = shown;
    this.#turn = new Int32Array(variables).fill(-1);
    for (const [turn, { variable }] of shown.entries()) this.#turn[variable] = turn;
    this.#values = new Int32Array(variables);
    this.#touched = new Int32Array(variables);
  }

  /** True where nothing is left of it. */
  isNothing({ at, by }: Sparse): boolean {
    const [values, turns, asked] = [this.#values, this.#turns, ++this.#asked];
    const touched: number[] = [];
    const touch = (variable: number): void => {
      if (this.#touched[variable] === asked) return;
      this.#touched[variable] = asked;
      touched.push(variable);
      if (this.#turn[variable] !== -1) turns.add(this.#turn[variable]!);
    };
    for (let i = 0; i < at.length; i++) {
      values[at[i]!] = by[i]!;
      touch(at[i]!);
    }
    for (let turn = turns.takeLeast(); turn !== null; turn = turns.takeLeast()) {
      const { variable, scale, column } = this.#shown[turn]!;
      if (values[variable] === 0) continue;
      const factor = times(values[variable]!, scale);
      for (let i = 0; i < column.at.length; i++) {
        const other = column.at[i]!;
        touch(other);
        const value = values[other]! + times(factor, column.by[i]!);
        values[other] = value >= PRIME ? value - PRIME : value;
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
