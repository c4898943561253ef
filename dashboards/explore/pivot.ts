import type { ExploreMetric } from '../../pipeline/contract/explore.ts';
import type { Flag, Mark } from '../../pipeline/contract/observation.ts';
import type { Grain, Month } from '../../pipeline/contract/period.ts';
import { monthAt } from './explore-hash.ts';
import type { Axis, ExploreState } from './explore-state.ts';
import { dimensionOf, METRIC_AXIS, PERIOD_AXIS } from './explore-state.ts';
import type { Coded, ExploreTable } from './explore-table.ts';
import type { Offer } from './offer.ts';
import { membersShown, wholeMember } from './offer.ts';
import type { Wanted } from './rows-with.ts';
import { rowsWith } from './rows-with.ts';
import { usualSpan } from './usual-state.ts';

/** One published figure. */
export interface PivotCell {
  metric: ExploreMetric;
  value: number | null;
  flag: Flag | null;
  marks: readonly Mark[];
}

/** What a row or a column is about. */
export type Head =
  | { type: 'member'; id: string; name: string; parent: string | null; whole: boolean }
  | { type: 'period'; grain: Grain; month: Month }
  | { type: 'metric'; metric: ExploreMetric }
  | { type: 'figure' };

/** Published figures in their places; null where none is published. Nothing is added up or averaged. */
export interface Pivot {
  /** The metric of every cell; null where rows or columns are metrics. */
  metric: ExploreMetric | null;
  rows: readonly Head[];
  columns: readonly Head[];
  /** By row, then column. */
  cells: readonly (readonly (PivotCell | null)[])[];
}

/** One table; or one for each metric, where metrics stand on no side. */
export function pivot(tables: readonly ExploreTable[], offer: Offer, state: ExploreState): Pivot[] {
  const onSide = [state.rows, state.columns].includes(METRIC_AXIS);
  return onSide || tables.length === 1 ? [place(tables, offer, state)] : tables.map(table => place([table], offer, state));
}

function place(tables: readonly ExploreTable[], offer: Offer, state: ExploreState): Pivot {
  const span = spanOf(offer, state);
  const rows = headsOf(state.rows, offer, state, span, tables);
  const columns = state.columns === null ? [{ type: 'figure' } as const] : headsOf(state.columns, offer, state, span, tables);
  const cells = rows.map(() => new Array<PivotCell | null>(columns.length).fill(null));
  for (const [i, table] of tables.entries()) {
    const rowAt = positionOf(state.rows, table, i, rows, offer);
    const columnAt = state.columns === null ? () => 0 : positionOf(state.columns, table, i, columns, offer);
    const cellAt = cellsOf(table);
    for (const row of rowsThatFit(table, offer, state, span)) {
      const down = rowAt(row);
      const across = columnAt(row);
      if (down >= 0 && across >= 0) cells[down]![across] = cellAt(row);
    }
  }
  return withoutEmpty({ metric: tables.length === 1 ? tables[0]!.metric : null, rows, columns, cells }, state);
}

/** First months of the first and the last period that are shown; null where there are no figures. */
export function spanOf(offer: Offer, state: ExploreState): readonly [Month, Month] | null {
  const usual = usualSpan(offer, state);
  if (usual === null) return null;
  const to = state.to === null ? usual[1] : monthAt(state.to);
  if (![state.rows, state.columns].includes(PERIOD_AXIS)) return [to, to];
  const from = state.from === null ? usual[0] : monthAt(state.from);
  return [Math.min(from, to), Math.max(from, to)];
}

function headsOf(
  axis: Axis,
  offer: Offer,
  state: ExploreState,
  span: readonly [Month, Month] | null,
  tables: readonly ExploreTable[],
): readonly Head[] {
  if (axis === METRIC_AXIS) return tables.map(({ metric }) => ({ type: 'metric', metric }));
  if (axis === PERIOD_AXIS) {
    const months = offer.periods(state.grain, state.window);
    return months
      .filter(month => span !== null && month >= span[0] && month <= span[1])
      .map(month => ({ type: 'period', grain: state.grain, month }));
  }
  const dimension = offer.dimensions.find(({ id }) => id === dimensionOf(axis))!;
  const shown = new Set(membersShown(dimension, state));
  return dimension.members
    .filter(([id]) => shown.has(id))
    .map(([id, name, parent]) => ({ type: 'member', id, name, parent, whole: id === dimension.whole }));
}

/** Where a table's rows stand along a side; -1 where they do not. */
function positionOf(axis: Axis, table: ExploreTable, tableAt: number, heads: readonly Head[], offer: Offer): (row: number) => number {
  if (axis === METRIC_AXIS) return () => tableAt;
  if (axis === PERIOD_AXIS) {
    const positions = new Map(heads.map((head, i) => [head.type === 'period' ? head.month : NaN, i]));
    return row => positions.get(table.month[row]!) ?? -1;
  }
  const id = dimensionOf(axis)!;
  const positions = new Map(heads.map((head, i) => [head.type === 'member' ? head.id : '', i]));
  const coded = codedOf(table, id);
  // A metric without the dimension is about the whole of it.
  if (coded === null) return () => positions.get(wholeOf(offer, id)) ?? -1;
  const byCode = coded.values.map(member => positions.get(member) ?? -1);
  return row => byCode[coded.codes[row]!]!;
}

/** The rows of the chosen grain, window and periods, and of the chosen member of each dimension that stands on no side. */
function rowsThatFit(table: ExploreTable, offer: Offer, state: ExploreState, span: readonly [Month, Month] | null): readonly number[] {
  if (span === null) return [];
  const sides = [state.rows, state.columns].flatMap(axis => (axis === null ? [] : [dimensionOf(axis)]));
  const wanted: Wanted[] = [
    { coded: table.grain, value: state.grain },
    { coded: table.window, value: state.window },
  ];
  for (const { id } of offer.dimensions.filter(({ id }) => !sides.includes(id))) {
    const member = state.members[id]?.[0] ?? wholeOf(offer, id);
    const coded = codedOf(table, id);
    if (coded !== null) wanted.push({ coded, value: member });
    else if (member !== wholeOf(offer, id)) return [];
  }
  return rowsWith(wanted).filter(row => table.month[row]! >= span[0] && table.month[row]! <= span[1]);
}

const wholeOf = (offer: Offer, id: string): string => wholeMember(offer.dimensions.find(dimension => dimension.id === id)!);

function codedOf(table: ExploreTable, id: string): Coded | null {
  const position = table.metric.dimensions.findIndex(dimension => dimension.id === id);
  return position < 0 ? null : (table.members[position] ?? null);
}

/** Cells of a table's rows; those with the same marks share them. */
function cellsOf({ metric, value, flag, marks }: ExploreTable): (row: number) => PivotCell {
  const flags = flag.values.map(text => (text || null) as Flag | null);
  const shared = marks.values.map(text => (text === '' ? [] : (text.split(' ') as Mark[])));
  return row => ({
    metric,
    value: Number.isNaN(value[row]!) ? null : value[row]!,
    flag: flags[flag.codes[row]!]!,
    marks: shared[marks.codes[row]!]!,
  });
}

/** Without rows and columns that have no figure; those that a reader has named stay. */
function withoutEmpty(all: Pivot, state: ExploreState): Pivot {
  const isNamed = (head: Head, axis: Axis | null): boolean =>
    head.type === 'metric' || (head.type === 'member' && (state.members[dimensionOf(axis!)!] ?? []).length > 0);
  const keptRows = all.rows.flatMap((head, i) => (isNamed(head, state.rows) || all.cells[i]!.some(cell => cell !== null) ? [i] : []));
  const keptColumns = all.columns.flatMap((head, i) =>
    isNamed(head, state.columns) || all.cells.some(cells => cells[i] !== null) ? [i] : [],
  );
  if (keptRows.length === all.rows.length && keptColumns.length === all.columns.length) return all;
  return {
    metric: all.metric,
    rows: keptRows.map(i => all.rows[i]!),
    columns: keptColumns.map(i => all.columns[i]!),
    cells: keptRows.map(i => keptColumns.map(j => all.cells[i]![j]!)),
  };
}
