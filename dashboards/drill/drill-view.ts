import { GRAIN_MONTHS, type Grain } from '../../pipeline/contract/period.ts';
import type { LinesInput } from '../charts/draw-lines.ts';
import type { Outlook, SeriesPoint, TrendInput } from '../charts/series.ts';
import { drillTexts } from '#texts/drill.ts';
import { linesOf } from './lines-view.ts';
import { membersAt } from './members-at.ts';
import type { DrillState, MetricSetup } from './metric-setup.ts';
import type { SeriesCell, SeriesModel } from './series-model.ts';
import { latestCell, pointsOf } from './series-model.ts';
import type { UnitTable } from './unit-table.ts';
import { unitTable } from './unit-table.ts';

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
  /** What is said of the shown unit, and its latest figures for all of it, whatever is chosen; null for the page's own node. */
  answer: { sentence: string | null; latest: SeriesCell | null; toDate: SeriesCell | null } | null;
  /** Several series in place of the one of `trend`; null where none are chosen. */
  lines: LinesInput | null;
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
  const points = pointsOf(cells, state.grain);
  const context =
    state.against === 'year'
      ? { name: drillTexts.yearBefore, points: yearLater(points) }
      : above && aboveNode !== undefined
        ? { name: aboveName!, points: pointsOf(above.cells(state.grain, state.window, at(above, aboveNode)), state.grain) }
        : null;
  const isFinestPeriod = state.grain === setup.grains[0] && state.window === 'period';
  const isBesideUsual = state.against !== 'year' && (state.against !== 'above' || context === null);
  const outlook = isFinestPeriod && isBesideUsual ? outlookOf(own.outlook(at(own, node)), points, state.grain) : null;
  const isDefaultCell = state.tree === setup.place && state.path.length === 0 && Object.keys(state.members).length === 0;
  const trend: TrendInput = {
    title: drillTexts.chartTitle(setup.question, [name, ...chosenNames(setup, state)]),
    unit: setup.unit,
    grain: state.grain,
    points,
    context: context && context.points.length > 0 && (outlook?.usual ?? []).length === 0 ? context : null,
    targets: isDefaultCell && state.window === 'period' ? (setup.targets[state.grain] ?? []) : [],
    outlook,
    events: setup.events.filter(({ place }) => place === null || state.path.includes(place)),
    example: setup.example,
  };
  const names = [setup.nodeName, ...state.path.map(id => nameOf(state, id, [own, above]))];
  const units = under && unitTable(setup, state, under, unitPath(setup, state, node, under), trend);
  const answer = state.path.length === 0 ? null : answerOf(setup, state, own, above, node);
  return { setup, state, node, name, names, trend, cells, units, answer, lines: linesOf(setup, state, own, under, name, trend, units) };
}

function answerOf(setup: MetricSetup, state: DrillState, own: SeriesModel, above: SeriesModel | null, node: string): DrillView['answer'] {
  const members = membersAt(setup, { ...state, members: {} }, own, node);
  const [finest] = setup.grains;
  const latest = latestCell(own.cells(finest!, 'period', members));
  const toDate = own.cells(finest!, 'ytd', members).find(({ month }) => month === latest?.month) ?? null;
  return { sentence: state.tree === setup.place ? (above?.sentence(node) ?? null) : null, latest, toDate };
}

/** A series a year later, to be drawn behind itself. */
const yearLater = (points: readonly SeriesPoint[]): SeriesPoint[] =>
  points.slice(0, -1).flatMap(point => (point.month + 12 <= points.at(-1)!.month ? [{ ...point, month: point.month + 12 }] : []));

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
