import type { Month } from '../contract/period.ts';
import type { Column } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { loadedColumns } from './column-type.ts';
import { countLoaded, loadedRelation } from './loaded-tables.ts';
import type { Bulk } from './loaded-tables.ts';
import { rows, run } from './query.ts';
import { identifier, literal } from './sql-text.ts';

/** An extract that counts at a date: `ordinal` makes its rows' `_row`, `position` is its last delivery's place in order. */
export interface ExtractInForce {
  extract: number;
  ordinal: number;
  position: number;
  /** Where only its rows in some months count still, by a DATE column: rows without a day there count too. Null where all do. */
  only: { column: string; months: readonly Month[] } | null;
}

/** Which of the extracts' rows are current: all; of rows with one key, the latest; of rows in one month, the latest delivery's. */
export type Precedence = { by: 'none' } | { by: 'key'; columns: readonly string[] } | { by: 'month'; column: string };

/** `_row` = ordinal × 2^32 + line: a number JavaScript holds exactly up to two million extracts. */
const ROWS_PER_EXTRACT = 2n ** 32n;

/**
 * Makes `raw."<source>"` anew, a view of the current rows of the extracts: the loaded columns and `_row`. The rows are
 * kept in `_row` order in a table of their own, but where one extract that DuckDB read itself is all there is. Gives how
 * many rows each extract has there; extracts that have none are left out.
 */
export async function createContent(
  warehouse: Warehouse,
  source: string,
  columns: readonly Column[],
  extracts: readonly ExtractInForce[],
  bulks: readonly Bulk[],
  precedence: Precedence,
): Promise<Map<number, number>> {
  const relation = `raw.${identifier(source)}`;
  const names = loadedColumns(columns).map(({ name }) => `l.${identifier(name)}`);
  const used = bulks.filter(bulk => extracts.some(({ extract }) => extract === bulk.extract));
  const current = `select ${[...names, `(e.ordinal * ${ROWS_PER_EXTRACT} + l._line)::bigint as _row`].join(', ')}
     from ${loadedRelation(source, columns, used)} l join ${extractValues(extracts)} e on e.extract = l._extract ${inTheirMonths(extracts)}`;
  if (used.length === 1 && extracts.length === 1) {
    await run(warehouse, `create or replace view ${relation} as ${current}`);
    return countLoaded(warehouse, source, [extracts[0]!.extract], used);
  }
  const table = `loaded.${identifier(`content ${source}`)}`;
  await run(warehouse, `create or replace table ${table} as ${current} ${qualification(precedence)} order by _row`);
  await run(warehouse, `create or replace view ${relation} as from ${table}`);
  const counted = await rows(warehouse, `select _row // ${ROWS_PER_EXTRACT}, count(*) from ${relation} group by 1`);
  const extractOf = new Map(extracts.map(({ extract, ordinal }) => [ordinal, extract]));
  return new Map(counted.map(([ordinal, count]) => [extractOf.get(Number(ordinal))!, Number(count)]));
}

function inTheirMonths(extracts: readonly ExtractInForce[]): string {
  const conditions = extracts.flatMap(({ extract, only }) => {
    if (only === null) return [];
    const day = `l.${identifier(only.column)}`;
    return [`(l._extract <> ${extract} or ${day} is null or ${monthNumber(day)} in (${only.months.join(', ')}))`];
  });
  return conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
}

const monthNumber = (day: string): string => `12 * year(${day}) + month(${day}) - 1`;

function qualification(precedence: Precedence): string {
  if (precedence.by === 'none') return '';
  const parts =
    precedence.by === 'key'
      ? precedence.columns.map(name => `l.${identifier(name)}`).join(', ')
      : `date_trunc('month', l.${identifier(precedence.column)})`;
  return `qualify e.position = max(e.position) over (partition by ${parts})`;
}

const extractValues = (extracts: readonly ExtractInForce[]): string => {
  const values = extracts.map(({ extract, ordinal, position }) => `(${extract}::bigint, ${ordinal}::bigint, ${position}::bigint)`);
  return values.length === 0
    ? '(select 0::bigint as extract, 0::bigint as ordinal, 0::bigint as position where false)'
    : `(select * from (values ${values.join(', ')}) v(extract, ordinal, position))`;
};

/** The months that a DATE column of the extracts' loaded rows holds, each with the position of the latest extract that has it. */
export async function monthsOf(
  warehouse: Warehouse,
  source: string,
  columns: readonly Column[],
  column: string,
  extracts: readonly ExtractInForce[],
  bulks: readonly Bulk[],
): Promise<Map<Month, number>> {
  const name = `l.${identifier(column)}`;
  const found = await rows(
    warehouse,
    `select ${monthNumber(name)} as month_number, max(e.position)
     from ${loadedRelation(source, columns, bulks)} l join ${extractValues(extracts)} e on e.extract = l._extract
     where ${name} is not null group by 1 order by 1`,
  );
  return new Map(found.map(([month, position]) => [Number(month), Number(position)]));
}

/** An extract of the deliveries that exist at the date asked about. */
export interface ListedExtract {
  ordinal: number;
  source: string;
  sha256: string;
  /** The first delivery's file name. */
  name: string;
}

/** Makes `loaded.extracts` anew: what `_row` walks back to. */
export async function listExtracts(warehouse: Warehouse, extracts: readonly ListedExtract[]): Promise<void> {
  await run(warehouse, 'create or replace table loaded.extracts (ordinal bigint, source varchar, sha256 varchar, name varchar)');
  if (extracts.length === 0) return;
  const values = extracts.map(e => `(${e.ordinal}, ${literal(e.source)}, ${literal(e.sha256)}, ${literal(e.name)})`);
  await run(warehouse, `insert into loaded.extracts values ${values.join(', ')}`);
}

/** What walks a `_row` back to its extract and line (in JSON the record's number); null for one there is none of at the date loaded for. */
export type WhereIs = (row: bigint) => (Omit<ListedExtract, 'ordinal'> & { line: number }) | null;

export async function readWhereIs(warehouse: Warehouse): Promise<WhereIs> {
  const listed = await rows(warehouse, 'select ordinal, source, sha256, name from loaded.extracts');
  const byOrdinal = new Map(
    listed.map(([ordinal, ...rest]) => {
      const [source, sha256, name] = rest.map(String) as [string, string, string];
      return [BigInt(ordinal as bigint), { source, sha256, name }];
    }),
  );
  return row => {
    const extract = byOrdinal.get(row / ROWS_PER_EXTRACT);
    return extract ? { ...extract, line: Number(row % ROWS_PER_EXTRACT) } : null;
  };
}
