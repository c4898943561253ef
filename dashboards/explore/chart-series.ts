import type { ExploreMetric } from '../../pipeline/contract/explore.ts';
import { isSettled } from '../../pipeline/contract/observation.ts';
import type { Grain } from '../../pipeline/contract/period.ts';
import { GRAIN_MONTHS } from '../../pipeline/contract/period.ts';
import type { Bar } from '../charts/draw-bars.ts';
import type { NamedSeries } from '../charts/draw-lines.ts';
import type { SeriesPoint } from '../charts/series.ts';
import { LEVEL_UNITS } from '../drill/unit-table.ts';
import { statusTexts } from '#texts/status.ts';
import { headName } from './explore-words.ts';
import type { Head, Pivot, PivotCell } from './pivot.ts';

/** What one chart can show: entries of one unit, since two units have no axis in common. */
export interface ChartGroup {
  /** The first of its metrics, which has the unit of them all. */
  metric: ExploreMetric;
  entries: readonly { head: Head; cells: readonly (PivotCell | null)[] }[];
  /** What the cells of an entry are about. */
  along: readonly Head[];
}

/** A table's figures as series to draw, along periods where they stand on a side. */
export function chartGroups(pivot: Pivot): ChartGroup[] {
  const along = pivot.rows[0]?.type === 'period' ? turn(pivot) : pivot;
  const [row, column] = [along.rows[0]?.type, along.columns[0]?.type];
  if (column === 'metric') return groupOfEach(along);
  if (row === 'metric' && column === 'member') return groupOfEach(turn(along));
  return groupsByUnit(along);
}

/** Counts and amounts of a whole are many times those of its parts, which would not be seen beside it. */
export function comparable(group: ChartGroup): ChartGroup {
  const parts = group.entries.filter(({ head }) => head.type !== 'member' || !head.whole);
  return parts.length === 0 || LEVEL_UNITS.includes(group.metric.unit_id) ? group : { ...group, entries: parts };
}

/** A chart for each metric of the columns. */
const groupOfEach = ({ rows, columns, cells }: Pivot): ChartGroup[] =>
  columns.flatMap((column, i) =>
    column.type !== 'metric'
      ? []
      : [{ metric: column.metric, entries: rows.map((head, row) => ({ head, cells: [cells[row]![i]!] })), along: [column] }],
  );

/** A chart for each unit. */
function groupsByUnit({ metric, rows, columns, cells }: Pivot): ChartGroup[] {
  const groups = new Map<string, { metric: ExploreMetric; entries: ChartGroup['entries'][number][] }>();
  rows.forEach((head, row) => {
    const own = head.type === 'metric' ? head.metric : metric;
    if (own === null) return;
    const unit = `${own.unit_id}|${own.unit}`;
    const group = groups.get(unit) ?? { metric: own, entries: [] };
    groups.set(unit, group);
    group.entries.push({ head, cells: cells[row]! });
  });
  return [...groups.values()].map(group => ({ ...group, along: columns }));
}

const turn = (pivot: Pivot): Pivot => ({
  metric: pivot.metric,
  rows: pivot.columns,
  columns: pivot.rows,
  cells: pivot.columns.map((_, column) => pivot.cells.map(row => row[column]!)),
});

/** Entries that have a figure to draw a line to. */
export const drawable = ({ entries }: ChartGroup): ChartGroup['entries'] => entries.filter(({ cells }) => cells.some(isDrawn));

const isDrawn = (cell: PivotCell | null): boolean => cell !== null && cell.value !== null && !cell.marks.includes('partial');

/** Entries over periods: finished ones, with a hole for each that has no value. */
export const linesOf = ({ metric, along }: ChartGroup, entries: ChartGroup['entries'], grain: Grain): NamedSeries[] =>
  entries.map(({ head, cells }) => ({ name: chartName(head, metric), points: pointsOf(cells, along, grain) }));

function pointsOf(cells: readonly (PivotCell | null)[], along: readonly Head[], grain: Grain): SeriesPoint[] {
  const at = new Map(along.map((head, i) => [head.type === 'period' ? head.month : NaN, cells[i] ?? null]));
  const valued = [...at].filter(([, cell]) => isDrawn(cell)).map(([month]) => month);
  if (valued.length === 0) return [];
  const [first, last] = [Math.min(...valued), Math.max(...valued)];
  return Array.from({ length: (last - first) / GRAIN_MONTHS[grain] + 1 }, (_, i) => {
    const month = first + i * GRAIN_MONTHS[grain];
    const cell = at.get(month) ?? null;
    return { month, value: cell?.value ?? null, open: cell !== null && !isSettled(cell, false) };
  });
}

/** Entries ranked, highest first, at one place along; what has no value is last. */
export function barsOf({ metric, entries }: ChartGroup, at: number): Bar[] {
  const bars = entries.flatMap(({ head, cells }): Bar[] => {
    const cell = cells[at] ?? null;
    if (cell === null) return [];
    const words = cell.value === null ? statusTexts.flag[cell.flag ?? 'missing'] : '';
    return [{ name: chartName(head, metric), value: cell.value, words, emphasised: head.type === 'member' && head.whole }];
  });
  return bars.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
}

/** The place along that bars are about: the latest finished period with a figure; else the first place with any. */
export function barsAt({ entries, along }: ChartGroup): number {
  const has = (at: number): boolean =>
    entries.some(({ cells }) => (cells[at]?.value ?? null) !== null && !cells[at]!.marks.includes('partial'));
  const places = along.map((_, i) => i).filter(has);
  return (along[0]?.type === 'period' ? places.at(-1) : places[0]) ?? 0;
}

/** In a chart the unit stands on the axis. */
const chartName = (head: Head, metric: ExploreMetric): string =>
  head.type === 'metric' ? head.metric.name : head.type === 'figure' ? metric.name : headName(head);
