import { eliminate } from './eliminate.ts';
import { findBlocks, type Block } from './find-blocks.ts';
import { findWitnesses } from './find-witnesses.ts';
import { equationsOf, type LinearSystem } from './linear-system.ts';
import { propagate, type Bounds } from './propagate.ts';
import { proveDetermined } from './prove-determined.ts';
import { solveSingles, type Known, type Proof } from './solve-singles.ts';

/** What a linear system gives away of each of its unknowns. */
export interface Solution {
  /** Why an unknown is determined; null where it is not. */
  proofs: readonly (Proof | null)[];
  /** Neither proved to be determined nor proved not to be. */
  undecided: ReadonlySet<number>;
  bounds: readonly Bounds[];
  /** Equations that no numbers within the bounds fit. */
  crossed: readonly number[];
  /** Connected blocks of more than one unknown that singles leave. */
  blocks: number;
  /** Unknowns in the largest. */
  largest: number;
  /** Independent equations. */
  rank: number;
}

/**
 * Which unknowns the equations determine, proved in exact arithmetic for those that are and for those that are not, and within what bounds the others lie.
 * Langsrud (2024) finds determined cells in the same way, by Gaussian elimination; here block by block, modulo a prime, with witnesses.
 */
export function solve(system: LinearSystem): Solution {
  const of = equationsOf(system.unknowns.length, system.equations);
  const known: Known = { proofs: system.unknowns.map(() => null), order: [] };
  const left = Int32Array.from(system.equations, ({ columns }) => columns.length);
  solveSingles(system, of, known, left);
  let rank = known.proofs.filter(proof => proof !== null).length;
  const blocks = findBlocks(system, column => known.proofs[column] !== null);
  const undecided = new Set<number>();
  for (const block of blocks) {
    const pivots = eliminate(block);
    rank += pivots.length;
    const varies = findWitnesses(block, pivots);
    const inBlock = equationsOf(block.columns.length, block.equations);
    for (const [position, column] of block.columns.entries()) {
      if (varies[position] || known.proofs[column] !== null) continue;
      const proof = proveDetermined(block, inBlock, position);
      if (proof === null) undecided.add(column);
      if (proof === null || proof === 'varies') continue;
      known.proofs[column] = proof;
      known.order.push(column);
      solveSingles(system, of, known, left, column);
    }
    for (const column of block.columns) if (known.proofs[column] !== null) undecided.delete(column);
  }
  const { bounds, crossed } = propagate(system, of, valuesOf(system, known));
  return { proofs: known.proofs, undecided, bounds, crossed, blocks: blocks.length, largest: largestOf(blocks), rank };
}

const largestOf = (blocks: readonly Block[]): number => blocks.reduce((most, { columns }) => Math.max(most, columns.length), 0);

/** The values of what is determined, where what they follow from is known exactly. */
function valuesOf(system: LinearSystem, { proofs, order }: Known): (number | null)[] {
  const values: (number | null)[] = system.unknowns.map(() => null);
  for (const column of order) values[column] = valueOf(system, proofs[column]!, column, values);
  return values;
}

function valueOf(system: LinearSystem, proof: Proof, column: number, values: readonly (number | null)[]): number | null {
  let sum = 0n;
  const others = new Map<number, bigint>();
  for (const [i, at] of proof.equations.entries()) {
    const { columns, coefficients, known } = system.equations[at]!;
    if (known === null) return null;
    sum += proof.multipliers[i]! * BigInt(known);
    for (const [j, other] of columns.entries())
      others.set(other, (others.get(other) ?? 0n) + proof.multipliers[i]! * BigInt(coefficients[j]!));
  }
  others.delete(column);
  for (const [other, coefficient] of others) {
    if (coefficient === 0n) continue;
    const value = values[other]!;
    if (value === null) return null;
    sum -= coefficient * BigInt(value);
  }
  return sum % proof.times === 0n ? Number(sum / proof.times) : null;
}
