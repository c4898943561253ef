import { findBlocks } from '../solve/find-blocks.ts';
import type { Equation, LinearSystem } from '../solve/linear-system.ts';
import type { Bounds } from '../solve/propagate.ts';

/** Unknowns that are tied to each other and may each be several whole numbers, as far as single equations tell. */
export interface WholeBlock {
  /** Their numbers in the system. */
  columns: readonly number[];
  /** What ties them; of positions in `columns`, and without what has one value. */
  equations: readonly (Equation & { known: number })[];
  /** Bounds that hold in every solution in whole numbers, by position; infinite where there is none. */
  lower: Float64Array;
  upper: Float64Array;
}

/** The blocks of what single equations leave more than one value. */
export function wholeBlocks(system: LinearSystem, bounds: readonly Bounds[]): WholeBlock[] {
  const valueOf = (column: number): number | null => {
    const { lower, upper } = bounds[column]!;
    return lower === upper ? lower : null;
  };
  return findBlocks(system, column => valueOf(column) !== null).map(({ columns, equations }) => ({
    columns,
    equations: equations.flatMap(({ equation, columns: own, coefficients }) => {
      const known = knownIn(system.equations[equation]!, valueOf);
      return known === null ? [] : [{ columns: own, coefficients, known }];
    }),
    lower: Float64Array.from(columns, column => bounds[column]!.lower ?? -Infinity),
    upper: Float64Array.from(columns, column => bounds[column]!.upper ?? Infinity),
  }));
}

/** What is left of an equation's sum when all that has one value is taken out. */
const knownIn = ({ columns, coefficients, known }: Equation, valueOf: (column: number) => number | null): number | null =>
  known === null ? null : columns.reduce((left, column, i) => left - coefficients[i]! * (valueOf(column) ?? 0), known);
