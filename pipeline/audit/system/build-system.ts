import type { Equation, LinearSystem, Unknown } from '../solve/linear-system.ts';
import type { Cell, Figure } from './figure.ts';
import type { Sum } from './sums.ts';
import { decimalsOf, wholeUnits } from './whole-units.ts';

/** All that readers can add up of one figure. */
export interface FigureSystem {
  system: LinearSystem;
  /** The cell of each unknown. */
  cells: readonly Cell[];
  /** The cells of each equation, shown ones too. */
  kept: readonly Sum[];
  /** Sums of shown cells alone that do not come out. */
  contradictions: readonly Sum[];
  /** How many of the system's units one is. */
  unit: number;
}

/**
 * The sums as equations of what is not shown. In whole units of the figure's last decimal. `known`: what else readers know of cells that are not shown here, as
 * published elsewhere.
 */
export function buildSystem(figure: Figure, sums: readonly Sum[], known: ReadonlyMap<Cell, string> = new Map()): FigureSystem {
  const textOf = (cell: Cell): string | null => cell.text ?? known.get(cell) ?? null;
  const decimals = mostDecimals(figure, textOf);
  const columns = new Map<Cell, number>();
  const equations: Equation[] = [];
  const kept: Sum[] = [];
  const contradictions: Sum[] = [];
  for (const sum of sums) {
    const unknown = new Map<number, number>();
    let total: number | null = 0;
    for (const [cell, factor] of sum) {
      const text = textOf(cell);
      if (text !== null) {
        const units = wholeUnits(text, decimals);
        total = units === null || total === null ? null : total - factor * units;
        continue;
      }
      if (!columns.has(cell)) columns.set(cell, columns.size);
      const column = columns.get(cell)!;
      unknown.set(column, (unknown.get(column) ?? 0) + factor);
    }
    const terms = [...unknown].filter(([, factor]) => factor !== 0);
    if (terms.length === 0) {
      if (total !== null && total !== 0) contradictions.push(sum);
      continue;
    }
    kept.push(sum);
    equations.push({ columns: terms.map(([column]) => column), coefficients: terms.map(([, factor]) => factor), known: total });
  }
  const cells = [...columns.keys()];
  const unit = 10 ** decimals;
  const least = isNeverNegative(figure) ? 0 : null;
  const unknowns = cells.map(({ lower }): Unknown => ({ lower: lower === null ? least : lower * unit }));
  return { system: { unknowns, equations }, cells, kept, contradictions, unit };
}

/** Of what is written out plainly. */
function mostDecimals(figure: Figure, textOf: (cell: Cell) => string | null): number {
  let most = 0;
  for (const cells of figure.cells)
    for (const cell of cells) {
      const text = cell && textOf(cell);
      if (text) most = Math.max(most, decimalsOf(text) ?? 0);
    }
  return most;
}

/** True where nothing that is shown is below 0: then a reader takes it that nothing hidden is. */
const isNeverNegative = (figure: Figure): boolean => figure.cells.every(cells => cells.every(cell => !cell?.text?.startsWith('-')));
