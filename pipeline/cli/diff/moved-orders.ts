import type { Observation } from '../../contract/observation.ts';
import type { RenderInput } from '../../words/stages.ts';

/** The order of a metric's boards in one period, best first, where a run would move it. */
export interface MovedOrder {
  metric: string;
  /** The grain, and its first day. */
  period: string;
  from: readonly string[];
  to: readonly string[];
}

/**
 * For each metric by place, the order of the boards in the latest period for which there are figures now and before: the best first by the desired direction, the
 * largest where there is none. Boards without a figure in either are left out; boards with the same figure stand by id.
 */
export async function movedOrders({ project, modelled, cells, earlier }: RenderInput): Promise<MovedOrder[]> {
  const { place, dimensions } = project.municipality;
  if (place === null || earlier.before === null) return [];
  const nodes = modelled.hierarchies[place]?.filter(({ parent }) => parent === null).map(({ id }) => id);
  const boards = new Set(nodes ?? Object.keys(dimensions.find(({ id }) => id === place)?.members ?? {}));
  const moved: MovedOrder[] = [];
  for (const { declaration, observations } of cells.metrics) {
    const at = declaration.dimensions.indexOf(place);
    const before = at < 0 ? null : await earlier.before.observations(declaration.id);
    if (before === null) continue;
    const ofBoards = (rows: readonly Observation[]): Observation[] =>
      rows.filter(
        row =>
          row.grain === declaration.finest &&
          row.window === 'period' &&
          row.value !== null &&
          row.members.every((member, i) => (i === at ? boards.has(member) : member === '*')),
      );
    const [was, is] = [ofBoards(before), ofBoards(observations)];
    const period = is.findLast(row => was.some(other => other.period_start === row.period_start))?.period_start;
    const best = declaration.desired === 'lower' ? 1 : -1;
    const order = (rows: readonly Observation[]): string[] =>
      rows
        .filter(row => row.period_start === period)
        .sort((a, b) => best * (a.value! - b.value!) || (a.members[at]! < b.members[at]! ? -1 : 1))
        .map(row => row.members[at]!);
    const [from, to] = [order(was), order(is)];
    if (from.join('|') !== to.join('|')) moved.push({ metric: declaration.id, period: `${declaration.finest} ${period}`, from, to });
  }
  return moved;
}
