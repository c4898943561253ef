import type { Month } from '../../contract/period.ts';
import { compareBytes } from '../../words/compare-bytes.ts';
import type { Composition, Summed } from '../../words/stages.ts';

/** Combinations of places and members that nothing published goes below. */
interface VariableSet {
  dimensions: readonly string[];
  /** Where each combination stands, in the order of the dimensions. */
  combinations: readonly (readonly string[])[];
  /** By combination and finest period, the number of its variable; -1 where there is none, since nobody is there. */
  numbers: Int32Array;
}

const keyOf = (standings: readonly string[]): string => JSON.stringify(standings);

/**
 * The variables that rows over the same facts are sums of: for each breakdown that no other holds, its innermost cells in each finest period.
 * Breakdowns that are never crossed have variables of their own, tied where they have members in common.
 */
export class Universe {
  readonly #units: readonly number[];
  readonly #places: ReadonlyMap<number, number>;
  readonly #step: number;
  readonly #sets: readonly VariableSet[];
  readonly #combinations = new Map<Composition, Map<string, { set: VariableSet; of: readonly number[] }>>();
  readonly #index = new Map<string, Map<string, number[]>>();
  readonly variables: number;

  /** `nobodyIsSeen`: readers see where there is nobody, so that there is no unknown. */
  constructor(compositions: readonly Composition[], nobodyIsSeen: boolean) {
    this.#step = Math.min(...compositions.map(({ size }) => size));
    const read = compositions.flatMap(({ windows, size }) =>
      [...windows.values()].flatMap(({ read: own, compared }) =>
        [...own, ...(compared ?? []), ...(compared ?? []).map(unit => unit - 12)].flatMap(unit => this.#monthsOf(unit, size)),
      ),
    );
    this.#units = [...new Set(read)].sort((a, b) => a - b);
    this.#places = new Map(this.#units.map((unit, i) => [unit, i]));
    const breakdowns = compositions.flatMap(composition => composition.breakdowns.map(breakdown => closed(breakdown, composition)));
    let variables = 0;
    this.#sets = maximal(breakdowns).map(dimensions => {
      const found = combinationsOf(dimensions, compositions, nobodyIsSeen);
      const numbers = found.flatMap(({ met }) => this.#units.map(unit => (met === null || met.has(unit) ? variables++ : -1)));
      return { dimensions, combinations: found.map(({ standings }) => standings), numbers: Int32Array.from(numbers) };
    });
    this.variables = variables;
  }

  /** The numbers of the variables that a row is the sum of, ascending. */
  variablesOf({ composition, cell, units }: Summed): Int32Array {
    const { set, of } = this.#cellOf(composition, cell);
    const places = units.flatMap(unit => this.#monthsOf(unit, composition.size)).map(unit => this.#places.get(unit)!);
    places.sort((a, b) => a - b);
    const numbers = new Int32Array(of.length * places.length);
    let length = 0;
    for (const combination of of)
      for (const place of places) {
        const number = set.numbers[combination * this.#units.length + place]!;
        if (number !== -1) numbers[length++] = number;
      }
    return numbers.slice(0, length);
  }

  /** Sums of variables that are the same in two sets: where both stand in the same places and members. */
  ties(): { one: number[]; other: number[] }[] {
    return this.#sets.flatMap((one, i) => this.#sets.slice(i + 1).flatMap(other => this.#tied(one, other)));
  }

  #tied(one: VariableSet, other: VariableSet): { one: number[]; other: number[] }[] {
    const common = one.dimensions.filter(dimension => other.dimensions.includes(dimension));
    const [ofOne, ofOther] = [this.#by(one, common), this.#by(other, common)];
    return [...new Set([...ofOne.keys(), ...ofOther.keys()])].flatMap(key =>
      this.#units.map((_, place) => {
        const numbers = (set: VariableSet, of: readonly number[] = []): number[] =>
          of.map(combination => set.numbers[combination * this.#units.length + place]!).filter(number => number !== -1);
        return { one: numbers(one, ofOne.get(key)), other: numbers(other, ofOther.get(key)) };
      }),
    );
  }

  #monthsOf(unit: number, size: number): number[] {
    return Array.from({ length: size / this.#step }, (_, i) => unit + i * this.#step);
  }

  #cellOf(composition: Composition, cell: string): { set: VariableSet; of: readonly number[] } {
    const known = this.#combinations.get(composition) ?? new Map<string, { set: VariableSet; of: readonly number[] }>();
    this.#combinations.set(composition, known);
    const found = known.get(cell);
    if (found !== undefined) return found;
    const [, ...members] = JSON.parse(cell) as string[];
    const told = composition.dimensions.filter((_, i) => members[i] !== '*').map(({ id }) => id);
    const set = this.#sets.find(({ dimensions }) => told.every(dimension => dimensions.includes(dimension)))!;
    const inSet = this.#by(set, told);
    const columns = told.map(dimension => composition.dimensions.findIndex(({ id }) => id === dimension));
    const atoms = composition.cells.get(cell) ?? [];
    const places = new Set(atoms.map(atom => keyOf(columns.map(column => composition.atoms[atom]![column]!))));
    const of = [...places].flatMap(place => inSet.get(place) ?? []).sort((a, b) => a - b);
    known.set(cell, { set, of });
    return { set, of };
  }

  /** The combinations of a set by where they stand in some of its dimensions. */
  #by(set: VariableSet, dimensions: readonly string[]): Map<string, number[]> {
    const name = JSON.stringify([set.dimensions, dimensions]);
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    const columns = dimensions.map(dimension => set.dimensions.indexOf(dimension));
    const by = new Map<string, number[]>();
    for (const [i, combination] of set.combinations.entries()) {
      const key = keyOf(columns.map(column => combination[column]!));
      const same = by.get(key);
      if (same) same.push(i);
      else by.set(key, [i]);
    }
    this.#index.set(name, by);
    return by;
  }
}

/** A breakdown with the trees that its own tree decides the place in, such as today's: a reader knows where each node stands in both. */
function closed(breakdown: readonly string[], { dimensions, atoms }: Composition): string[] {
  const count = (of: readonly string[]): number => {
    const columns = of.map(dimension => dimensions.findIndex(({ id }) => id === dimension));
    return new Set(atoms.map(atom => keyOf(columns.map(column => atom[column]!)))).size;
  };
  const hasTree = dimensions.some(({ id, isTree }) => isTree && breakdown.includes(id));
  const more = dimensions.filter(({ id, isTree }) => isTree && hasTree && !breakdown.includes(id));
  const own = count(breakdown);
  return [...breakdown, ...more.filter(({ id }) => count([...breakdown, id]) === own).map(({ id }) => id)].sort(compareBytes);
}

/** Those that no other holds, each once. */
function maximal(sets: readonly (readonly string[])[]): (readonly string[])[] {
  const distinct = [...new Map(sets.map(set => [JSON.stringify(set), set])).values()];
  const isIn = (one: readonly string[], other: readonly string[]): boolean =>
    one.length < other.length && one.every(dimension => other.includes(dimension));
  const largest = distinct.filter(set => !distinct.some(other => isIn(set, other)));
  return largest.length === 0 ? [[]] : largest.sort((a, b) => compareBytes(JSON.stringify(a), JSON.stringify(b)));
}

/** Where facts stand in all of the dimensions, and in which months; null for all. */
function combinationsOf(
  dimensions: readonly string[],
  compositions: readonly Composition[],
  nobodyIsSeen: boolean,
): { standings: string[]; met: ReadonlySet<Month> | null }[] {
  const found = new Map<string, { standings: string[]; met: Set<Month> }>();
  for (const { dimensions: own, atoms, met, size } of compositions) {
    const columns = dimensions.map(dimension => own.findIndex(({ id }) => id === dimension));
    if (columns.includes(-1)) continue;
    for (const [i, atom] of atoms.entries()) {
      const standings = columns.map(column => atom[column]!);
      const key = keyOf(standings);
      const months = (found.get(key) ?? found.set(key, { standings, met: new Set() }).get(key)!).met;
      for (const unit of met[i]!) for (let month = unit; month < unit + size; month++) months.add(month);
    }
  }
  const inOrder = [...found].sort(([a], [b]) => compareBytes(a, b)).map(([, combination]) => combination);
  return nobodyIsSeen ? inOrder : inOrder.map(({ standings }) => ({ standings, met: null }));
}
