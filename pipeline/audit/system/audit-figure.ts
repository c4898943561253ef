import { NARROW } from '../bounds/ranges.ts';
import type { LinearSystem } from '../solve/linear-system.ts';
import type { Bounds } from '../solve/propagate.ts';
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
  /** What it follows to be; null where that is not worked out. Never told: a report says where, not what. */
  value: number | null;
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
  /** Null where it is no count. */
  notGiven: NotGiven | null;
  contradictions: readonly Sum[];
  /** Sums that come out for no numbers that the hidden ones can be. */
  impossible: readonly Sum[];
}

/** What is hidden of a count and not given away, and all that readers can add up of it. */
export interface NotGiven {
  system: LinearSystem;
  /** The cell of each unknown. */
  cells: readonly Cell[];
  /** What single equations leave of each. */
  bounds: readonly Bounds[];
  /** Which unknowns are hidden and not given away. */
  hidden: ReadonlySet<number>;
}

/** Proves of each hidden cell of a figure that it does not follow from the shown ones by its sums, or finds that it does. `known`: what readers know from elsewhere. */
export function auditFigure(figure: Figure, sums: readonly Sum[], known: ReadonlyMap<Cell, string> = new Map()): FigureAudit {
  const hidden = figure.cells.reduce((count, cells) => count + cells.filter(cell => cell?.state === 'hidden').length, 0);
  const none = {
    hidden,
    equations: 0,
    rank: 0,
    blocks: 0,
    largest: 0,
    givenAway: [],
    narrow: 0,
    notGiven: null,
    contradictions: [],
    impossible: [],
  };
  const { system, cells, kept, contradictions, unit } = buildSystem(figure, sums, known);
  if (hidden === 0) return { ...none, contradictions };
  const { proofs, undecided, bounds, crossed, blocks, largest, rank } = solve(system);
  const givenAway: GivenAway[] = [];
  const others = new Set<number>();
  for (const [column, cell] of cells.entries()) {
    if (cell.state !== 'hidden') continue;
    const proof = proofs[column];
    const { lower, upper } = bounds[column]!;
    const value = lower !== null && lower === upper ? lower / unit : null;
    const own = (): Sum[] => kept.filter((_, i) => system.equations[i]!.columns.includes(column));
    if (proof) givenAway.push({ kind: 'determined', cell, by: proof.equations.map(i => kept[i]!), value });
    else if (value !== null) givenAway.push({ kind: 'pinned', cell, by: own(), value });
    else if (undecided.has(column)) givenAway.push({ kind: 'undecided', cell, by: own(), value });
    else others.add(column);
  }
  const narrow = [...others].filter(column => isNarrow(bounds[column]!)).length;
  const notGiven = { system, cells, bounds, hidden: others };
  const ofCounts = figure.counts ? { narrow, notGiven } : { narrow: 0, notGiven: null };
  const impossible = crossed.map(i => kept[i]!);
  return { hidden, equations: kept.length, rank, blocks, largest, givenAway, ...ofCounts, contradictions, impossible };
}

const isNarrow = ({ lower, upper }: Bounds): boolean => lower !== null && upper !== null && upper - lower <= NARROW;
