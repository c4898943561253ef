import type { Observation } from '../contract/observation.ts';
import type { RenderInput } from '../words/stages.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';

/** What a preview is broken down by: `board` is the place dimension's outermost nodes. */
const BOARD = 'board';

/**
 * A metric's observations of one period, a row for each member of a dimension that has one, in the dimension's order; the rest of each row is as in `whole`. Throws
 * UsageError where the metric has no such dimension.
 */
export function membersOf(input: RenderInput, id: string, by: string, whole: Observation): { label: string; row: Observation }[] {
  const { place, dimensions } = input.project.municipality;
  const { declaration, observations } = input.cells.metrics.find(metric => metric.declaration.id === id)!;
  const dimension = by === BOARD ? place : by;
  const at = declaration.dimensions.indexOf(dimension ?? '');
  if (at < 0) {
    const boards = place !== null && declaration.dimensions.includes(place) ? [BOARD] : [];
    throw new UsageError(texts.noSuchBreakdown(by, [...boards, ...declaration.dimensions]));
  }
  const names = memberNames(input, dimension!, dimensions.find(other => other.id === dimension)?.members ?? {}, by === BOARD);
  const order = [...names.keys()];
  return observations
    .filter(
      row =>
        row.grain === whole.grain &&
        row.window === whole.window &&
        row.period_start === whole.period_start &&
        row.members.every((member, i) => (i === at ? names.has(member) : member === whole.members[i])),
    )
    .map(row => ({ label: names.get(row.members[at]!)!, row }))
    .sort((a, b) => order.indexOf(a.row.members[at]!) - order.indexOf(b.row.members[at]!));
}

/** By id, as readers know them: a tree's nodes, or what malbild.yaml lists. */
function memberNames(
  { modelled }: RenderInput,
  dimension: string,
  members: Readonly<Record<string, string>>,
  outermost: boolean,
): Map<string, string> {
  const nodes = modelled.hierarchies[dimension];
  if (nodes) return new Map(nodes.filter(({ parent }) => !outermost || parent === null).map(({ id, name }) => [id, name]));
  return new Map(Object.entries(members));
}
