import { fractionOf, inverse, times } from './modulo.ts';
import type { Sparse } from './sparse.ts';

/**
 * Says whether a reader who knows that no hidden figure is below its lower bound can tell one. With nothing determined, none is told exactly
 * when no combination of what is shown is non-negative, not zero, and about hidden figures at their bound only; and that is so exactly when
 * each of those can be given a weight above 0 such that every shown combination of them alone weighs nothing (linear programming's duality).
 * The weights are kept here, in groups that are moved together.
 */
export class Weights {
  readonly #weight: Float64Array;
  readonly #group: Int32Array;
  readonly #members: (number[] | null)[];
  /** Groups in which no weights were found. */
  readonly #lost = new Set<number>();
  readonly #shown: { at: Int32Array; by: Float64Array }[] = [];

  constructor(variables: number) {
    this.#weight = new Float64Array(variables).fill(1);
    this.#group = Int32Array.from({ length: variables }, (_, i) => i);
    this.#members = Array.from({ length: variables }, (_, i) => [i]);
  }

  /** True, and the weights are made to fit, where a combination of figures at their bound may be shown as far as can be seen. */
  mayShow(left: Sparse): boolean {
    return this.#fit(left);
  }

  /** For what is known though the weights cannot be made to fit: nothing more is shown of what it touches. */
  lose(left: Sparse): void {
    const groups = [...new Set(Array.from(left.at, variable => this.#group[variable]!))];
    this.#lost.add(groups.reduce((a, b) => this.#join(a, b)));
  }

  /** True where everything shown still weighs nothing: rounding has broken none. */
  hold(): boolean {
    return this.#shown.every(({ at, by }) => {
      if (this.#lost.has(this.#group[at[0]!]!)) return true;
      let [sum, size] = [0, 0];
      for (const [i, variable] of at.entries()) {
        sum += by[i]! * this.#weight[variable]!;
        size += Math.abs(by[i]!) * this.#weight[variable]!;
      }
      return Math.abs(sum) <= ROUNDING * size;
    });
  }

  #fit({ at, by }: Sparse): boolean {
    const whole = inverse(by[0]!);
    const factors = new Float64Array(at.length);
    const weighed = new Map<number, { sum: number; size: number }>();
    for (const [i, variable] of at.entries()) {
      const factor = fractionOf(times(by[i]!, whole));
      const group = this.#group[variable]!;
      if (factor === null || this.#lost.has(group)) return false;
      factors[i] = factor;
      const so = weighed.get(group) ?? { sum: 0, size: 0 };
      const weight = factor * this.#weight[variable]!;
      weighed.set(group, { sum: so.sum + weight, size: so.size + Math.abs(weight) });
    }
    const uneven = [...weighed].filter(([, { sum, size }]) => Math.abs(sum) > ROUNDING * size);
    const above = uneven.filter(([, { sum }]) => sum > 0);
    const below = uneven.filter(([, { sum }]) => sum < 0);
    if ((above.length === 0) !== (below.length === 0)) return false;
    if (above.length > 0) {
      const total = (groups: typeof uneven): number => groups.reduce((all, [, { sum }]) => all + Math.abs(sum), 0);
      const scale = Math.sqrt(total(below) / total(above));
      for (const [group] of above) this.#scale(group, scale);
      for (const [group] of below) this.#scale(group, 1 / scale);
      uneven.map(([group]) => group).reduce((a, b) => this.#join(a, b));
    }
    this.#shown.push({ at, by: factors });
    return true;
  }

  #scale(group: number, by: number): void {
    for (const variable of this.#members[group]!) this.#weight[variable]! *= by;
  }

  /** Joins two groups into the larger, and gives its number. */
  #join(a: number, b: number): number {
    if (a === b) return a;
    const [large, small] = this.#members[a]!.length >= this.#members[b]!.length ? [a, b] : [b, a];
    for (const variable of this.#members[small]!) {
      this.#group[variable] = large;
      this.#members[large]!.push(variable);
    }
    this.#members[small] = null;
    if (this.#lost.delete(small)) this.#lost.add(large);
    return large;
  }
}

const ROUNDING = 1e-9;
