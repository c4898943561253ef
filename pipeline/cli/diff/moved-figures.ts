import { keyOf } from '../../contract/observation.ts';
import type { RenderInput } from '../../words/stages.ts';

/** A figure that a run would move; null where the metric's cell was not there, or is not. */
export interface MovedFigure {
  metric: string;
  cell: string;
  from: number | null;
  to: number | null;
  /** |to − from| / |from|; 1 where there is no number to compare with. */
  relative: number;
}

/** Every figure that moves, the largest relative difference first. */
export async function movedFigures({ earlier, cells }: RenderInput): Promise<MovedFigure[]> {
  const moved: MovedFigure[] = [];
  for (const { declaration, observations } of cells.metrics) {
    const rest = new Map(((await earlier.before?.observations(declaration.id)) ?? []).map(row => [keyOf(row), row]));
    const add = (cell: string, from: number | null, to: number | null): void => {
      if (from === to) return;
      const relative = from === null || to === null || from === 0 ? 1 : Math.abs(to - from) / Math.abs(from);
      moved.push({ metric: declaration.id, cell, from, to, relative });
    };
    for (const row of observations) {
      add(keyOf(row), rest.get(keyOf(row))?.value ?? null, row.value);
      rest.delete(keyOf(row));
    }
    for (const [cell, row] of rest) add(cell, row.value, null);
  }
  return moved.sort((a, b) => b.relative - a.relative);
}
