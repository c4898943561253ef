import type { LinesInput, NamedSeries } from '../charts/draw-lines.ts';
import type { SeriesPoint, TrendInput } from '../charts/series.ts';
import { drillTexts } from '#texts/drill.ts';
import { membersAt } from './members-at.ts';
import type { DrillState, MetricSetup } from './metric-setup.ts';
import type { SeriesModel } from './series-model.ts';
import { pointsOf } from './series-model.ts';
import type { UnitTable } from './unit-table.ts';
import { isOfLevels } from './unit-table.ts';

/**
 * The chosen units, or every member of the chosen dimension, as one chart: after the node's own series where it is a level,
 * since a sum is as high as all of them together. Null where nothing is chosen, or what is chosen has no figures.
 */
export function linesOf(
  setup: MetricSetup,
  state: DrillState,
  own: SeriesModel,
  under: SeriesModel | null,
  name: string,
  trend: TrendInput,
  units: UnitTable | null,
): LinesInput | null {
  const parts = state.each === null ? chosenUnits(setup, state, under, units) : membersOf(setup, state, own, state.each);
  const shown = parts.filter(({ points }) => points.length > 0);
  if (shown.length === 0) return null;
  const isPart = setup.others.some(({ id, whole, members }) => id === state.each && members.some(member => member.id === whole));
  const whole =
    isOfLevels(setup) && !isPart && trend.points.length > 0 ? [{ name: wholeName(setup, state) ?? name, points: trend.points }] : [];
  return { title: trend.title, unit: setup.unit, grain: state.grain, series: [...whole, ...shown], example: setup.example };
}

/** What the whole of a dimension is called beside its members; null where units are shown. */
const wholeName = (setup: MetricSetup, { each }: DrillState): string | null =>
  each === null ? null : (setup.others.find(({ id }) => id === each)!.wholeName ?? drillTexts.all);

function chosenUnits(setup: MetricSetup, state: DrillState, under: SeriesModel | null, units: UnitTable | null): NamedSeries[] {
  const rows = units?.rows.filter(({ sum }) => !sum) ?? [];
  return state.beside.flatMap(id => {
    const row = rows.find(candidate => candidate.id === id);
    return row && under ? [{ name: row.name, points: pointsAt(setup, state, under, id) }] : [];
  });
}

function membersOf(setup: MetricSetup, state: DrillState, own: SeriesModel, each: string): NamedSeries[] {
  const { members } = setup.others.find(({ id }) => id === each)!;
  const place = state.path.at(-1) ?? setup.node;
  return members.map(({ id, name }) => ({
    name,
    points: pointsAt(setup, { ...state, members: { ...state.members, [each]: id } }, own, place),
  }));
}

const pointsAt = (setup: MetricSetup, state: DrillState, model: SeriesModel, place: string): readonly SeriesPoint[] =>
  pointsOf(model.cells(state.grain, state.window, membersAt(setup, state, model, place)), state.grain);
