import { createHash } from 'node:crypto';
import { isSettled } from '../contract/observation.ts';
import { monthOf, type Day, type Month } from '../contract/period.ts';
import type { MeasuredMetric } from '../words/stages.ts';
import type { Extent } from './extent.ts';
import type { Places } from './places.ts';
import { spanKey, type Span } from './spans.ts';

/** The same choice for the same metric and day, whatever the machine; another one the next day. */
export const byChance = (seed: string, texts: readonly string[]): string[] =>
  texts
    .map(text => ({ text, rank: createHash('sha256').update(`${seed}|${text}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ text }) => text);

/** The windows to compute once more, the most wanted first: the latest settled period, what derived metrics are made of, and some by chance. */
export function chooseSpans(
  metric: MeasuredMetric,
  spans: readonly Span[],
  wanted: ReadonlySet<string>,
  asOf: Day,
  extent: Extent,
): readonly Span[] {
  if (extent.spans >= spans.length) return spans;
  const byKey = new Map(spans.map(span => [spanKey(span), span]));
  const order = [...latestSettled(metric), ...wanted, ...byChance(`${metric.declaration.id}|${asOf}`, [...byKey.keys()])];
  return [...new Set(order)].flatMap(key => byKey.get(key) ?? []).slice(0, extent.spans + wanted.size);
}

/** The latest settled finest period of the whole. */
function latestSettled({ declaration, observations }: MeasuredMetric): string[] {
  const settled = observations.filter(
    row =>
      row.grain === declaration.finest &&
      row.window === 'period' &&
      row.members.every(member => member === '*') &&
      isSettled(row, declaration.accept_gaps),
  );
  return settled.length === 0 ? [] : [spanKey(settled.reduce((a, b) => (a.period_start < b.period_start ? b : a)))];
}

/** Rows of a body in a finest period, by the value of the column that may be chosen from. */
export type Counts = ReadonlyMap<Month, ReadonlyMap<string | null, number>>;

/** A member and all that is below it: rows with one of these values decide its cells. Null for every row. */
export type Branch = ReadonlySet<string> | null;

export interface RowChoice {
  branch: Branch;
  /** Null for every period. */
  periods: ReadonlySet<Month> | null;
}

/**
 * Which rows to read: all of some finest periods where they are few enough, else those of one branch by chance. Then as
 * many of the wanted sets of periods as there is room for. Null where not even one set of one branch is small enough.
 */
export function chooseRows(
  counts: Counts,
  wanted: readonly (readonly Month[])[],
  places: Places | null,
  seed: string,
  extent: Extent,
): RowChoice | null {
  if (extent.rows === Infinity) return { branch: null, periods: null };
  const rowsOf = (periods: Iterable<Month>, branch: Branch): number => {
    let total = 0;
    for (const period of periods)
      for (const [value, rows] of counts.get(period) ?? []) if (branch === null || (value !== null && branch.has(value))) total += rows;
    return total;
  };
  const [first = []] = wanted;
  const branches = byChance(seed, places?.ids ?? valuesOf(counts)).map(id => places?.below(id) ?? new Set([id]));
  const fits = (branch: Branch): boolean => rowsOf(first, branch) <= extent.rows && (branch === null || rowsOf(first, branch) > 0);
  const branch = [null, ...branches].find(fits);
  if (branch === undefined) return null;
  const periods = new Set(first);
  for (const more of wanted) {
    const together = new Set([...periods, ...more]);
    if (rowsOf(together, branch) <= extent.rows) for (const period of more) periods.add(period);
  }
  return { branch, periods };
}

const valuesOf = (counts: Counts): string[] => [
  ...new Set([...counts.values()].flatMap(values => [...values.keys()].filter(value => value !== null))),
];

/** Counts by finest period of counts by month; rows without a date are in none. */
export function countsBy(
  rows: readonly { month: string | null; value: string | null; rows: number }[],
  periodOf: (month: Month) => Month,
): Counts {
  const counts = new Map<Month, Map<string | null, number>>();
  for (const { month, value, rows: count } of rows) {
    if (month === null) continue;
    const period = periodOf(monthOf(month));
    const values = counts.get(period) ?? new Map<string | null, number>();
    counts.set(period, values.set(value, (values.get(value) ?? 0) + count));
  }
  return counts;
}
