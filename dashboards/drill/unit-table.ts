import { printedDifference } from '../../pipeline/contract/round.ts';
import { GRAIN_MONTHS, isBelowYear, type Window } from '../../pipeline/contract/period.ts';
import type { MultipleScale } from '../charts/draw-small.ts';
import { multipleScale } from '../charts/multiple-scale.ts';
import type { SeriesPoint, TrendInput } from '../charts/series.ts';
import { membersAt } from './members-at.ts';
import type { DrillState, MetricSetup } from './metric-setup.ts';
import type { SeriesCell, SeriesModel } from './series-model.ts';
import { latestCell, pointsOf } from './series-model.ts';

/** One row of the unit table. Null cells: the unit has no row for that period. */
export interface UnitRow {
  id: string;
  name: string;
  /** True for the node itself, which its units add up to or are parts of. */
  sum: boolean;
  toDate: SeriesCell | null;
  /** What `toDate` is compared with: the same periods the year before, or the period before. */
  before: SeriesCell | null;
  /** As printed; null where either side is missing or incomplete. */
  difference: number | null;
  latest: SeriesCell | null;
  points: readonly SeriesPoint[];
}

export interface UnitTable {
  /** Nodes from under the page's node down to the one whose units these are. */
  path: readonly string[];
  /** First month of the latest period, and of the one that sums the year to date. */
  month: number;
  /** First month of what that is compared with. */
  before: number;
  /** True where `toDate` is the year so far; false where it is the latest period itself. */
  yearToDate: boolean;
  rows: readonly UnitRow[];
  scale: MultipleScale;
}

/** The units of a node for one choice, worst first; null where there are none. */
export function unitTable(
  setup: MetricSetup,
  state: DrillState,
  model: SeriesModel,
  path: readonly string[],
  trend: TrendInput,
): UnitTable | null {
  const { tree } = state;
  if (tree === null) return null;
  const node = path.at(-1) ?? setup.node;
  const name = path.length === 0 ? setup.nodeName : model.name(tree, node);
  const yearToDate = setup.windows.includes('ytd') && isBelowYear(state.grain) && state.against !== 'previous';
  const cellsOf = (member: string, window: Window) => model.cells(state.grain, window, membersAt(setup, state, model, member));
  const own = cellsOf(node, 'period');
  const latest = own.find(({ month }) => month === state.until) ?? latestCell(own);
  if (latest === null) return null;
  const { month } = latest;
  const before = month - (state.against === 'previous' ? GRAIN_MONTHS[state.grain] : 12);
  const rowOf = (member: string): UnitRow => {
    const periods = cellsOf(member, 'period');
    const toDates = yearToDate ? cellsOf(member, 'ytd') : periods;
    const find = (cells: readonly SeriesCell[], month: number) => cells.find(cell => cell.month === month) ?? null;
    const toDate = find(toDates, month);
    const earlier = find(toDates, before);
    return {
      id: member,
      name: member === node ? name : model.name(tree, member),
      sum: member === node,
      toDate,
      before: earlier,
      difference: differenceOf(toDate, earlier, setup.unit.decimals),
      latest: find(periods, month),
      points: pointsOf(periods, state.grain),
    };
  };
  const rows = childrenOf(setup, tree, model, node)
    .map(rowOf)
    .filter(row => row.toDate !== null || row.latest !== null);
  if (rows.length === 0) return null;
  const sorted = rows.sort((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (setup.desired === 'higher') sorted.sort((a, b) => worstFirst(a, b));
  return { path, month, before, yearToDate, rows: [rowOf(node), ...sorted], scale: scaleOf(setup, sorted, trend) };
}

/** A file of the usual tree has the children of its node alone; that of `*` has every node of another tree. */
function childrenOf(setup: MetricSetup, tree: string, own: SeriesModel, node: string): readonly string[] {
  const members = own.members(tree).filter(member => member !== node && member !== '*');
  if (tree === setup.place) return members;
  const parents = setup.trees.find(({ id }) => id === tree)?.parents ?? {};
  return members.filter(member => (parents[member] ?? (member.endsWith('.own') ? member.replace(/\.own$/, '') : '*')) === node);
}

/** Highest first; what has no value last. */
const rank = (row: UnitRow): number => row.toDate?.value ?? -Infinity;
/** Lowest first where high is desired; what has no value last. */
const worstFirst = (a: UnitRow, b: UnitRow): number => (a.toDate?.value ?? Infinity) - (b.toDate?.value ?? Infinity);

function differenceOf(now: SeriesCell | null, before: SeriesCell | null, decimals: number): number | null {
  if (!now || !before || now.value === null || before.value === null) return null;
  if ([now, before].some(cell => cell.part || cell.marks.some(mark => mark === 'incomplete' || mark === 'partial'))) return null;
  return printedDifference(now.value, before.value, decimals);
}

/** One scale for every unit; the target that is in force in the last period. */
function scaleOf(setup: MetricSetup, rows: readonly UnitRow[], trend: TrendInput): MultipleScale {
  const end = trend.points.at(-1)?.month ?? 0;
  const target = trend.targets.find(({ first, last }) => first <= end && last >= end)?.limit ?? null;
  const units = rows.map(row => row.points);
  return multipleScale(trend.points, units, { unit: setup.unit, grain: trend.grain, isLevel: isOfLevels(setup), target });
}

/** Units whose values are levels, which a unit and its parent can both have; counts and amounts grow with what they are about. */
export const LEVEL_UNITS: readonly string[] = ['percent', 'index', 'ratio', 'scale', 'days'];
/** True for a metric whose unit is one of them. */
export const isOfLevels = ({ unit }: MetricSetup): boolean => LEVEL_UNITS.includes(unit.unit_id);
