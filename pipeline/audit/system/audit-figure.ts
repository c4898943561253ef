import { solve } from '../solve/solve.ts';
import { buildSystem } from './build-system.ts';
import type { Cell, Figure } from './figure.ts';
import type { Sum } from './sums.ts';

/** A hidden cell that is given away, or that could not be proved not to be. */
export interface GivenAway {
  kind: 'determined' | 'pinned' | 'undecided';
  cell: Cell;
  /** The sums it follows from; of an undecided one, those that it stands in. */
  by: readonly Sum[];
}

/** What is published of one figure, and what it gives away. */
export interface FigureAudit {
  hidden: number;
  /** Equations with a number in them that readers do not see, and how many of those are independent. */
  equations: number;
  rank: number;
  blocks: number;
  largest: number;
  givenAway: readonly GivenAway[];
  /** Hidden counts that whole numbers leave within ± 2, as far as single equations tell; those given away not among them. */
  narrow: number;
  contradictions: readonly Sum[];
  /** Sums that come out for no numbers that the hidden ones can be. */
  impossible: readonly Sum[];
}

/** How far the bounds of what is counted as narrow are apart: ± 2. */
const NARROW = 4;

/** Proves of each hidden cell of a figure that it does not follow from the shown ones by its sums, or finds that it does. `known`: what readers know from elsewhere. */
export function auditFigure(figure: Figure, sums: readonly Sum[], known: ReadonlyMap<Cell, string> = new Map()): FigureAudit {
  const hidden = figure.cells.reduce((count, cells) => count + cells.filter(cell => cell?.state === 'hidden').length, 0);
  const none = { hidden, equations: 0, rank: 0, blocks: 0, largest: 0, givenAway: [], narrow: 0, contradictions: [], impossible: [] };
  const { system, cells, kept, contradictions } = buildSystem(figure, sums, known);
  if (hidden === 0) return { ...none, contradictions };
  const { proofs, undecided, bounds, crossed, blocks, largest, rank } = solve(system);
  const givenAway: GivenAway[] = [];
  let narrow = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell.state !== 'hidden') continue;
    const proof = proofs[column];
    const { lower, upper } = bounds[column]!;
    const own = (): Sum[] => kept.filter((_, i) => system.equations[i]!.columns.includes(column));
    if (proof) givenAway.push({ kind: 'determined', cell, by: proof.equations.map(i => kept[i]!) });
    else if (lower !== null && lower === upper) givenAway.push({ kind: 'pinned', cell, by: own() });
    else if (undecided.has(column)) givenAway.push({ kind: 'undecided', cell, by: own() });
    else if (figure.counts && lower !== null && upper !== null && upper - lower <= NARROW) narrow++;
  }
  return {
    hidden,
    equations: kept.length,
    rank,
    blocks,
    largest,
    givenAway,
    narrow,
    contradictions,
    impossible: crossed.map(i => kept[i]!),
  };
}
