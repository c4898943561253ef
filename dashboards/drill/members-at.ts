import type { DrillState, MetricSetup } from './metric-setup.ts';
import type { SeriesModel } from './series-model.ts';

/** Members in the file's dimension order for a choice at a place, as `SeriesModel` takes them. */
export function membersAt(setup: MetricSetup, state: DrillState, model: SeriesModel, place: string): string[] {
  return model.dimensions.map(dimension =>
    dimension === state.tree ? place : (state.members[dimension] ?? setup.others.find(({ id }) => id === dimension)?.whole ?? '*'),
  );
}
