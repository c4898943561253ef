import type { Day } from '../contract/period.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Warehouse } from '../words/stages.ts';
import { rows } from './query.ts';
import { asSubquery, identifier, literal } from './sql-text.ts';

/** A query, and its DATE column. */
type Body = Pick<MetricDeclaration, 'body' | 'time'>;

/** How many of a body's rows have a month (`2026-08`, null without a date) and, where a column is named, a value of it. */
export interface RowCount {
  month: string | null;
  value: string | null;
  rows: number;
}

/** One row of a body, all as text: its day, some columns, and some expressions, null where one has no value. */
export interface PlainRow {
  day: Day;
  columns: readonly (string | null)[];
  values: readonly (string | null)[];
}

/** Which rows are wanted: of these months, and where a column is named, with one of these values of it. */
export interface RowChoice {
  months: readonly string[];
  column: { name: string; values: readonly string[] } | null;
}

const monthOf = (time: string): string => `strftime(${identifier(time)}, '%Y-%m')`;
const text = (value: unknown): string | null => (value === null ? null : String(value));

/** Counts a body's rows by month, and by a column where one is named. Throws QueryError. */
export async function countByMonth(warehouse: Warehouse, { body, time }: Body, column: string | null): Promise<RowCount[]> {
  const value = column === null ? 'null' : `${identifier(column)}::varchar`;
  const found = await rows(warehouse, `select ${monthOf(time)}, ${value}, count(*)::integer from ${asSubquery(body)} group by all`);
  return found.map(([month, of, count]) => ({ month: text(month), value: text(of), rows: Number(count) }));
}

/** The names of a body's columns. Throws QueryError. */
export async function columnsOf(warehouse: Warehouse, { body }: Pick<Body, 'body'>): Promise<string[]> {
  const found = await rows(warehouse, `select column_name from (describe from ${asSubquery(body)})`);
  return found.map(([name]) => String(name));
}

/** A body's dated rows, those chosen or all, with SQL expressions computed for each row and nothing summed. Throws QueryError. */
export async function plainRows(
  warehouse: Warehouse,
  { body, time }: Body,
  columns: readonly string[],
  expressions: readonly string[],
  choice: RowChoice | null,
): Promise<PlainRow[]> {
  const selected = [...columns.map(identifier), ...expressions.map(expression => `(${expression})`)].map(it => `, ${it}::varchar`).join('');
  const among = (values: readonly string[]): string => `in (${values.map(literal).join(', ') || 'null'})`;
  const where = choice === null ? '' : `and ${monthOf(time)} ${among(choice.months)}`;
  const of = choice?.column ? `and ${identifier(choice.column.name)}::varchar ${among(choice.column.values)}` : '';
  const found = await rows(
    warehouse,
    `select ${identifier(time)}::date::varchar${selected} from ${asSubquery(body)} where ${identifier(time)} is not null ${where} ${of}`,
  );
  return found.map(([day, ...rest]) => ({
    day: String(day),
    columns: rest.slice(0, columns.length).map(text),
    values: rest.slice(columns.length).map(text),
  }));
}
