import type { Observation } from '../contract/observation.ts';
import { firstDay, GRAIN_MONTHS, monthOf, monthsBetween, periodStart, type Month } from '../contract/period.ts';
import { standingsOf } from '../rederive/cells.ts';
import { Places } from '../rederive/places.ts';
import { expressionOf } from '../rederive/read-body.ts';
import { termsOf } from '../rederive/recompute.ts';
import { columnsOf, plainRows } from '../warehouse/plain-rows.ts';
import type { OverTime } from '../words/metric.ts';
import type { Project } from '../words/project.ts';
import { windowKey } from '../words/row-keys.ts';
import type { MeasuredMetric, Modelled, Warehouse } from '../words/stages.ts';

/** A cell of a metric: the figure's own, or that of a metric it is made of. */
export interface WalkedCell {
  metric: MeasuredMetric;
  at: Pick<Observation, 'grain' | 'window' | 'period_start'>;
  members: readonly string[];
  /** Where a derived metric says another one than the metric's own. */
  over_time: OverTime | null;
}

const ROW = '_row';

/**
 * The `_row` of every row of a metric's body that its figure in a cell counts: dated in the finest periods that the figure reads, in the cell's
 * place on that day, and with a value for what is above or below the line. Null where the body carries no `_row`. Throws QueryError.
 */
export async function walkRows(
  cell: WalkedCell,
  { municipality }: Project,
  { hierarchies, ensure }: Modelled,
  warehouse: Warehouse,
): Promise<bigint[] | null> {
  const { declaration } = cell.metric;
  await ensure(declaration.reads);
  if (!(await columnsOf(warehouse, declaration)).includes(ROW)) return null;
  const { measure, dimensions: ids, finest } = declaration;
  const dimensions = ids.map(id => municipality.dimensions.find(dimension => dimension.id === id)!);
  const places = new Map(ids.flatMap(id => (hierarchies[id] ? [[id, new Places(hierarchies[id])] as const] : [])));
  const expressions = measure.type === 'given' ? ['1'] : termsOf(measure).flatMap(term => (term === null ? [] : [expressionOf(term)]));
  const months = periodsRead(cell).flatMap(period => monthsBetween(period, period + GRAIN_MONTHS[finest] - 1));
  const choice = { months: months.map(month => firstDay(month).slice(0, 7)), column: null };
  const rows = await plainRows(warehouse, declaration, [...ids, ROW], expressions, choice);
  const isInCell = (row: (typeof rows)[number]): boolean =>
    cell.members.every((member, i) => {
      if (measure.type === 'given') return (row.columns[i] || 'unknown') === member;
      return member === '*' || standingsOf(row, dimensions[i]!, { columns: ids, places }).some(at => at.member === member);
    });
  return rows.filter(row => row.values.some(value => value !== null) && isInCell(row)).map(row => BigInt(row.columns[ids.length]!));
}

/** The finest periods that a cell's figure reads. */
export function periodsRead({ metric: { declaration, composition }, at, over_time }: WalkedCell): readonly Month[] {
  if (composition === null) return [periodStart(monthOf(at.period_start), declaration.finest)];
  const read = composition.windows.get(windowKey(at))?.read ?? [];
  if (over_time === null || over_time === declaration.over_time) return read;
  // Another `over_time` reads otherwise: every covered finest period of the window, or the last of them.
  const from = periodStart(monthOf(at.period_start), at.window === 'ytd' ? 'year' : at.grain);
  const last = monthOf(at.period_start) + GRAIN_MONTHS[at.grain] - 1;
  const all = monthsBetween(from, last).filter(
    month => composition.windows.get(`${declaration.finest}|period|${firstDay(month)}`)?.read.length,
  );
  return over_time === 'last' ? all.slice(-1) : all;
}
