import { printedDifference } from '../../pipeline/contract/round.ts';
import { GRAIN_MONTHS, isBelowYear, type Grain, type Window } from '../../pipeline/contract/period.ts';
import type { MultipleScale } from '../charts/draw-small.ts';
import { multipleScale } from '../charts/multiple-scale.ts';
import type { Outlook, SeriesPoint, TrendInput } from '../charts/series.ts';
import { drillTexts } from '../texts/drill.ts';
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
  yearBefore: SeriesCell | null;
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
  /** True where `toDate` is the year so far; false where it is the latest period itself. */
  yearToDate: boolean;
  rows: readonly UnitRow[];
  scale: MultipleScale;
}

/** Everything a metric page shows of its series for one choice: made by the same code at build and in the browser. */
export interface DrillView {
  setup: MetricSetup;
  state: DrillState;
  node: string;
  name: string;
  /** Names from the page's node down to the shown one. */
  names: readonly string[];
  trend: TrendInput;
  /** All cells of the shown series, for the table of every period. */
  cells: readonly SeriesCell[];
  units: UnitTable | null;
}

/**
 * `own` is the file that has the shown node's rows (its own, or the node above's where it has no children), `above` the
 * file of the node above, `under` the file whose units are listed; null where there is none.
 */
export function drillView(
  setup: MetricSetup,
  state: DrillState,
  own: SeriesModel,
  above: SeriesModel | null,
  under: SeriesModel | null,
): DrillView {
  const node = state.path.at(-1) ?? setup.node;
  const at = (model: SeriesModel, place: string): readonly string[] => membersAt(setup, state, model, place);
  const cells = own.cells(state.grain, state.window, at(own, node));
  const name = state.path.length === 0 ? setup.nodeName : own.name(state.tree ?? '', node);
  const aboveNode = state.path.length === 0 ? setup.above?.node : (state.path.at(-2) ?? setup.node);
  const aboveName =
    state.path.length === 0 ? setup.above?.name : state.path.length === 1 ? setup.nodeName : own.name(state.tree ?? '', aboveNode!);
  const context =
    above && aboveNode !== undefined ? pointsOf(above.cells(state.grain, state.window, at(above, aboveNode)), state.grain) : null;
  const points = pointsOf(cells, state.grain);
  const isFinestPeriod = state.grain === setup.grains[0] && state.window === 'period';
  const outlook = isFinestPeriod ? outlookOf(own.outlook(at(own, node)), points, state.grain) : null;
  const isDefaultCell = state.tree === setup.place && state.path.length === 0 && Object.keys(state.members).length === 0;
  const trend: TrendInput = {
    title: drillTexts.chartTitle(setup.question, [name, ...chosenNames(setup, state)]),
    unit: setup.unit,
    grain: state.grain,
    points,
    context: context && context.length > 0 && (outlook?.usual ?? []).length === 0 ? { name: aboveName!, points: context } : null,
    targets: isDefaultCell && state.window === 'period' ? (setup.targets[state.grain] ?? []) : [],
    outlook,
    example: setup.example,
  };
  const names = [setup.nodeName, ...state.path.map(id => nameOf(state, id, [own, above]))];
  return {
    setup,
    state,
    node,
    name,
    names,
    trend,
    cells,
    units: under && unitTable(setup, state, under, unitPath(setup, state, node, under), trend),
  };
}

/** What a chart of `points` can show: a file that has only a part of a moved unit's periods shows what stands out of those, and foretells nothing. */
function outlookOf(outlook: Outlook | null, points: readonly SeriesPoint[], grain: Grain): Outlook | null {
  if (outlook === null || points.length === 0) return null;
  const valued = new Set(points.filter(({ value }) => value !== null).map(({ month }) => month));
  const goesOn = (outlook.foretold[0]?.month ?? 0) <= points.at(-1)!.month + GRAIN_MONTHS[grain];
  return {
    usual: outlook.usual,
    unusual: outlook.unusual.filter(({ month }) => valued.has(month)),
    foretold: goesOn ? outlook.foretold : [],
  };
}

/** A node's name as the files at hand have it; its id where none has it. */
const nameOf = ({ tree }: DrillState, id: string, models: readonly (SeriesModel | null)[]): string => {
  const names = models.flatMap(model => (model === null ? [] : [model.name(tree ?? '', id)]));
  return names.find(name => name !== id) ?? id;
};

/** An only child has the same figures: a board with one administration lists that one's units. Null where there are several, or none. */
export function onlyChild(setup: MetricSetup, model: SeriesModel): string | null {
  const children = setup.place === null ? [] : model.members(setup.place).filter(member => member !== model.node && member !== '*');
  return children.length === 1 ? children[0]! : null;
}

const unitPath = (setup: MetricSetup, state: DrillState, node: string, under: SeriesModel): readonly string[] =>
  under.node === node || state.tree !== setup.place ? state.path : [...state.path, under.node];

/** The names of what is chosen, for titles: a tree other than the usual, and members. */
export const chosenNames = (setup: MetricSetup, state: DrillState): string[] => [
  ...setup.trees.slice(1).flatMap(({ id, name }) => (id === state.tree ? [name] : [])),
  ...setup.others.flatMap(({ id, members }) => members.filter(member => member.id === state.members[id]).map(({ name }) => name)),
];

function membersAt(setup: MetricSetup, state: DrillState, model: SeriesModel, place: string): string[] {
  return model.dimensions.map(dimension =>
    dimension === state.tree ? place : (state.members[dimension] ?? setup.others.find(({ id }) => id === dimension)?.whole ?? '*'),
  );
}

function unitTable(setup: MetricSetup, state: DrillState, own: SeriesModel, path: readonly string[], trend: TrendInput): UnitTable | null {
  const { tree } = state;
  if (tree === null) return null;
  const node = path.at(-1) ?? setup.node;
  const name = path.length === 0 ? setup.nodeName : own.name(tree, node);
  const yearToDate = setup.windows.includes('ytd') && isBelowYear(state.grain);
  const cellsOf = (member: string, window: Window) => own.cells(state.grain, window, membersAt(setup, state, own, member));
  const latest = latestCell(cellsOf(node, 'period'));
  if (latest === null) return null;
  const rowOf = (member: string): UnitRow => {
    const periods = cellsOf(member, 'period');
    const toDates = yearToDate ? cellsOf(member, 'ytd') : periods;
    const find = (cells: readonly SeriesCell[], month: number) => cells.find(cell => cell.month === month) ?? null;
    const toDate = find(toDates, latest.month);
    const yearBefore = find(toDates, latest.month - 12);
    return {
      id: member,
      name: member === node ? name : own.name(tree, member),
      sum: member === node,
      toDate,
      yearBefore,
      difference: differenceOf(toDate, yearBefore, setup.unit.decimals),
      latest: find(periods, latest.month),
      points: pointsOf(periods, state.grain),
    };
  };
  const rows = childrenOf(setup, tree, own, node)
    .map(rowOf)
    .filter(row => row.toDate !== null || row.latest !== null);
  if (rows.length === 0) return null;
  const sorted = rows.sort((a, b) => rank(b) - rank(a) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (setup.desired === 'higher') sorted.sort((a, b) => worstFirst(a, b));
  return { path, month: latest.month, yearToDate, rows: [rowOf(node), ...sorted], scale: scaleOf(setup, sorted, trend) };
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
  return multipleScale(trend.points, units, { unit: setup.unit, grain: trend.grain, isLevel: isLevel(setup), target });
}

/** Units whose values are levels, which a unit and its parent can both have; counts and amounts grow with what they are about. */
export const LEVEL_UNITS: readonly string[] = ['percent', 'index', 'ratio', 'scale', 'days'];
const isLevel = ({ unit }: MetricSetup): boolean => LEVEL_UNITS.includes(unit.unit_id);
