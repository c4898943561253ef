/** A number that readers do not see: a hidden one, or one that is published nowhere and only ties others together. */
export interface Unknown {
  /** What readers know it to be at least, in the system's whole units; null where they know nothing. */
  lower: number | null;
}

/** Unknowns that add up to something known. */
export interface Equation {
  /** Numbers of unknowns, each once. */
  columns: readonly number[];
  /** Whole numbers, none of them 0. */
  coefficients: readonly number[];
  /** In whole units; null where it is not known exactly: then the equation says which numbers follow, and not within what bounds. */
  known: number | null;
}

/** All that readers can add up of one number: `A x = known`, x ≥ lower. */
export interface LinearSystem {
  unknowns: readonly Unknown[];
  equations: readonly Equation[];
}

/** The equations that each unknown stands in. */
export function equationsOf(size: number, equations: readonly Pick<Equation, 'columns'>[]): number[][] {
  const of: number[][] = Array.from({ length: size }, () => []);
  for (const [i, { columns }] of equations.entries()) for (const column of columns) of[column]!.push(i);
  return of;
}
