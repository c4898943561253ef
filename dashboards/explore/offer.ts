import type { ExploreDimension, ExploreMember, ExploreMetric } from '../../pipeline/contract/explore.ts';
import type { Grain, Month, Window } from '../../pipeline/contract/period.ts';
import { GRAINS } from '../../pipeline/contract/period.ts';
import type { Chart, ExploreState } from './explore-state.ts';
import { dimensionAxis, METRIC_AXIS, PERIOD_AXIS } from './explore-state.ts';
import type { Axis } from './explore-state.ts';
import type { ExploreTable } from './explore-table.ts';

/** What the chosen metrics together let a reader choose. */
export interface Offer {
  metrics: readonly ExploreMetric[];
  /** Finest first. */
  grains: readonly Grain[];
  /** The finest that all metrics have; else the finest. */
  usualGrain: Grain;
  /** `period` first. */
  windows: readonly Window[];
  dimensions: readonly ExploreDimension[];
  /** First months of the periods that have figures, in time order. */
  periods(grain: Grain, window: Window): readonly Month[];
  /** The latest period that is over and has a figure; else the latest there is; null where there is none. */
  latest(grain: Grain, window: Window): Month | null;
}

export function offerOf(tables: readonly ExploreTable[]): Offer {
  const periods = new Map<string, { months: Set<Month>; latest: Month | null }>();
  for (const table of tables) gatherPeriods(table, periods);
  const inUse = (values: readonly (readonly string[])[]) => new Set(values.flat());
  const inAny = inUse(tables.map(({ grain }) => grain.values));
  const grains = GRAINS.filter(grain => inAny.has(grain));
  const windows = [...inUse(tables.map(({ window }) => window.values))] as Window[];
  const months = (grain: Grain, window: Window) => [...(periods.get(`${grain}|${window}`)?.months ?? [])].sort((a, b) => a - b);
  return {
    metrics: tables.map(({ metric }) => metric),
    grains,
    usualGrain: grains.find(grain => tables.every(table => table.grain.values.includes(grain))) ?? grains[0] ?? 'year',
    windows: windows.sort((a, b) => Number(b === 'period') - Number(a === 'period') || (a < b ? 1 : -1)),
    dimensions: mergeDimensions(tables.flatMap(({ metric }) => metric.dimensions)),
    periods: months,
    latest: (grain, window) => periods.get(`${grain}|${window}`)?.latest ?? months(grain, window).at(-1) ?? null,
  };
}

function gatherPeriods(table: ExploreTable, periods: Map<string, { months: Set<Month>; latest: Month | null }>): void {
  const { grain, window, month, value, marks } = table;
  const isOver = marks.values.map(text => !text.split(' ').includes('partial'));
  const found = grain.values.map(g =>
    window.values.map(w => {
      const key = `${g}|${w}`;
      const known = periods.get(key) ?? { months: new Set<Month>(), latest: null };
      periods.set(key, known);
      return known;
    }),
  );
  for (let row = 0; row < table.length; row++) {
    const at = found[grain.codes[row]!]![window.codes[row]!]!;
    at.months.add(month[row]!);
    if (isOver[marks.codes[row]!] && !Number.isNaN(value[row]!) && (at.latest ?? -Infinity) < month[row]!) at.latest = month[row]!;
  }
  for (const [key, { months }] of periods) if (months.size === 0) periods.delete(key);
}

/** Each dimension once, with every member that any of the metrics has. */
function mergeDimensions(all: readonly ExploreDimension[]): ExploreDimension[] {
  const merged = new Map<string, ExploreDimension>();
  for (const dimension of all) {
    const known = merged.get(dimension.id);
    if (known === undefined) {
      merged.set(dimension.id, dimension);
      continue;
    }
    const members = new Map<string, ExploreMember>([...known.members, ...dimension.members].map(member => [member[0], member]));
    merged.set(dimension.id, { ...known, members: [...members.values()] });
  }
  return [...merged.values()];
}

/** What can stand along a side: a dimension that has members to choose between, periods, and several metrics. */
export const axesOf = ({ dimensions, metrics }: Offer): Axis[] => [
  ...dimensions.filter(({ members }) => members.length > 1).map(({ id }) => dimensionAxis(id)),
  PERIOD_AXIS,
  ...(metrics.length > 1 ? [METRIC_AXIS] : []),
];

/** Lines need periods along a side, bars something else. */
export const chartsOf = ({ rows, columns }: Pick<ExploreState, 'rows' | 'columns'>): Chart[] => [
  ...([rows, columns].includes(PERIOD_AXIS) ? (['lines'] as const) : []),
  ...(rows !== PERIOD_AXIS || columns !== null ? (['bars'] as const) : []),
  'none',
];

/** The member of a dimension that figures are about where none is chosen. */
export const wholeMember = ({ whole, members }: ExploreDimension): string =>
  members.some(([id]) => id === whole) ? whole : (members[0]?.[0] ?? whole);

const isTree = ({ members }: ExploreDimension): boolean => members.some(([, , parent]) => parent !== null);

/** Members along a side until a reader chooses: of a tree its whole and its roots, else all. */
export function usualMembers(dimension: ExploreDimension): string[] {
  const all = dimension.members.map(([id]) => id);
  if (!isTree(dimension)) return all;
  const shown = new Set(all);
  return dimension.members.filter(([, , parent]) => parent === null || !shown.has(parent)).map(([id]) => id);
}

/** Those that a state shows along a side. */
export function membersShown(dimension: ExploreDimension, { members }: Pick<ExploreState, 'members'>): readonly string[] {
  const chosen = members[dimension.id];
  if (chosen === undefined) return usualMembers(dimension);
  return chosen.length === 0 ? dimension.members.map(([id]) => id) : chosen;
}

/** A choice of members along a side as a state has it: undefined for the usual, none named for all, else in the dimension's order. */
export function asChoice(dimension: ExploreDimension, ids: readonly string[]): readonly string[] | undefined {
  const named = new Set(ids);
  const chosen = dimension.members.map(([id]) => id).filter(id => named.has(id));
  if (chosen.length === 0 || String(chosen) === String(usualMembers(dimension))) return undefined;
  return chosen.length === dimension.members.length ? [] : chosen;
}
