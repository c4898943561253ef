import { keyOf, type Comparison, type Observation } from '../contract/observation.ts';
import { GRAIN_MONTHS, type Day, type Grain, type Window } from '../contract/period.ts';
import { digestOf } from '../words/digest.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import { digestOnce, rowsDigest } from '../words/rows-digest.ts';
import type { ProtectedMetric } from '../words/stages.ts';

/** What picks one row out of a metric's observations. */
export interface RowKey {
  grain: Grain;
  window: Window;
  period_start: Day;
  members: readonly string[];
}

/** One metric's cells, as one audience sees them. */
export interface MetricCells {
  /** A digest of all that they were made from. */
  key: string;
  declaration: MetricDeclaration;
  /** Ids of the sources it rests on. */
  sources: readonly string[];
  /** The finest grain that has rows of its own. */
  finest: Grain;
  /** Every set of members that has rows at the finest grain. */
  cells: readonly (readonly string[])[];
  row(key: RowKey): Observation | null;
  /** A cell's rows at the finest grain, by first day, in time order. */
  finestRows(members: readonly string[]): readonly Observation[];
  comparison(key: RowKey): Comparison | null;
  /** The margin of error at a row's key, up and down; null where none is declared, or known to this audience. */
  margin(key: RowKey): number | null;
}

/** `margins`: the rows of the metric that is its margin of error. */
export function indexMetric(
  { declaration, sources, observations, comparisons }: ProtectedMetric,
  margins: Pick<ProtectedMetric, 'declaration' | 'observations'> | null,
): MetricCells {
  const finest = declaration.grains[0] ?? declaration.finest;
  // Rolling windows are shown, never judged, and are a third of all rows.
  const rows = new Map(observations.filter(o => o.window === 'period' || o.window === 'ytd').map(o => [keyOf(o), o]));
  const marginOf = new Map(margins?.observations.map(o => [keyOf(o), o.value]));
  const order = margins?.declaration.dimensions.map(dimension => declaration.dimensions.indexOf(dimension)) ?? [];
  const compared = new Map(comparisons.map(c => [keyOf(c), c]));
  const series = new Map<string, Observation[]>();
  for (const o of observations) {
    if (o.grain !== finest || o.window !== 'period') continue;
    const cell = o.members.join('|');
    const known = series.get(cell);
    if (known) known.push(o);
    else series.set(cell, [o]);
  }
  for (const list of series.values()) list.sort((a, b) => (a.period_start < b.period_start ? -1 : 1));
  return {
    key: digestOf([
      digestOnce(declaration),
      sources,
      rowsDigest(observations),
      digestOnce(comparisons),
      margins && [margins.declaration.dimensions, rowsDigest(margins.observations)],
    ]),
    declaration,
    sources,
    finest,
    cells: [...series.values()].map(list => list[0]!.members),
    row: key => rows.get(keyOf(key)) ?? null,
    finestRows: members => series.get(members.join('|')) ?? [],
    comparison: key => compared.get(keyOf(key)) ?? null,
    margin: key => marginOf.get(keyOf({ ...key, members: order.map(i => key.members[i]!) })) ?? null,
  };
}

/** Months in the metric's finest period. */
export const finestSize = (metric: Pick<MetricCells, 'finest'>): number => GRAIN_MONTHS[metric.finest];
