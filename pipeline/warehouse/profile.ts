import { addsUp } from '../words/source-contract.ts';
import type { Column } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { markColumn } from './column-type.ts';
import { loadedRelation } from './loaded-tables.ts';
import type { Bulk } from './loaded-tables.ts';
import { rows } from './query.ts';
import { identifier, literal } from './sql-text.ts';

/** What one column holds in an extract's loaded rows. */
export interface ColumnProfile {
  /** How many cells hold a value. */
  filled: number;
  /** How many hold a mark in its place. */
  marked: number;
  /** Of a number column, the exact sum as DuckDB writes it (`-12.50`); null where nothing is filled, or for other types. */
  sum: string | null;
  /** Of a part of a key, how many different values there are; null for other columns. */
  distinct: number | null;
}

/** An extract's loaded rows in figures, by column name. */
export interface ExtractProfile {
  rows: number;
  columns: Readonly<Record<string, ColumnProfile>>;
}

/** Profiles of what was loaded of extracts: one scan for all of them. An extract without rows has its zeros. */
export async function profileExtracts(
  warehouse: Warehouse,
  source: string,
  columns: readonly Column[],
  extracts: readonly number[],
  bulks: readonly Bulk[],
): Promise<Map<number, ExtractProfile>> {
  if (extracts.length === 0) return new Map();
  const keys = columns.filter(({ key }) => key).length;
  const profiled = columns
    .filter(({ personal }) => personal !== 'drop')
    .map(({ name, type, personal, marks, key }) => ({
      name,
      marks: Object.keys(marks).length > 0,
      sum: addsUp(type) && personal !== 'hash',
      // A key of one column has as many values as there are rows.
      distinct: key && keys > 1,
    }));
  const fields = profiled.flatMap(({ name, marks, sum, distinct }) => [
    `count(${identifier(name)})`,
    marks ? `count(${identifier(markColumn(name))})` : '0',
    sum ? `sum(${identifier(name)})::varchar` : 'null',
    distinct ? `count(distinct ${identifier(name)})` : 'null',
  ]);
  const found = await rows(
    warehouse,
    `select _extract, count(*)${fields.map(field => `, ${field}`).join('')} from ${loadedRelation(source, columns, bulks)}
     where _extract in (${extracts.join(', ')}) group by 1`,
  );
  const none: ExtractProfile = {
    rows: 0,
    columns: Object.fromEntries(
      profiled.map(({ name, distinct }) => [name, { filled: 0, marked: 0, sum: null, distinct: distinct ? 0 : null }]),
    ),
  };
  const profiles = new Map(extracts.map(extract => [extract, none]));
  for (const [extract, count, ...figures] of found) {
    const of = profiled.map(({ name }, i): [string, ColumnProfile] => {
      const [filled, marked, sum, distinct] = figures.slice(4 * i, 4 * i + 4);
      return [
        name,
        {
          filled: Number(filled),
          marked: Number(marked),
          sum: sum === null ? null : String(sum),
          distinct: distinct === null ? null : Number(distinct),
        },
      ];
    });
    profiles.set(Number(extract), { rows: Number(count), columns: Object.fromEntries(of) });
  }
  return profiles;
}

/** A DATE column of a source's current content: its newest day by `latest` (null where there is none), how many rows are after it, and how many there are. */
export async function newestBy(
  warehouse: Warehouse,
  source: string,
  column: string,
  latest: string,
): Promise<{ newest: string | null; after: number; rows: number }> {
  const name = identifier(column);
  const limit = `${literal(latest)}::date`;
  const [found] = await rows(
    warehouse,
    `select (max(${name}) filter (where ${name} <= ${limit}))::varchar, count(*) filter (where ${name} > ${limit}), count(*)
     from raw.${identifier(source)}`,
  );
  const [newest, after, count] = found!;
  return { newest: newest === null ? null : String(newest), after: Number(after), rows: Number(count) };
}
