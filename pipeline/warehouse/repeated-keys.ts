import type { Column } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { loadedRelation, rowsTable } from './loaded-tables.ts';
import type { Bulk } from './loaded-tables.ts';
import { rows, run } from './query.ts';
import { identifier } from './sql-text.ts';

export interface RepeatedKey {
  extract: number;
  line: number;
  /** The key as text, without its personal parts. */
  key: string;
}

/** Takes out every row whose key stands more than once in its extract, and gives where they stood. An empty key cell equals another. */
export async function takeRepeatedKeys(
  warehouse: Warehouse,
  source: string,
  columns: readonly Column[],
  extracts: readonly number[],
  bulks: readonly Bulk[],
): Promise<RepeatedKey[]> {
  const keys = columns.filter(column => column.key);
  if (extracts.length === 0 || keys.length === 0) return [];
  const names = ['_extract', ...keys.map(key => identifier(key.name))].join(', ');
  const loaded = loadedRelation(source, columns, bulks);
  const own = `${loaded} where _extract in (${extracts.join(', ')})`;
  // First whether there can be any: where all digests differ there is none, and that needs no sorting.
  const [differing] = await rows(warehouse, `select count(*) = count(distinct hash(${names})) from ${own}`);
  if (differing![0] === true) return [];
  const shown = keys.filter(key => key.personal === null).map(key => `${identifier(key.name)}::varchar`);
  const found = await rows(
    warehouse,
    `select _extract, _line, ${shown.length === 0 ? "''" : `concat_ws('; ', ${shown.join(', ')})`} from ${own} qualify count(*) over (partition by ${names}) > 1`,
  );
  const repeated = found.map(([extract, line, key]) => ({ extract: Number(extract), line: Number(line), key: String(key) }));
  await leaveOut(warehouse, source, repeated, bulks);
  return repeated;
}

/** A row of an extract's own table is left out by its line, once; one in the source's rows, whose line is left out already, is deleted. */
async function leaveOut(warehouse: Warehouse, source: string, repeated: readonly RepeatedKey[], bulks: readonly Bulk[]): Promise<void> {
  for (const extract of new Set(repeated.map(row => row.extract))) {
    const lines = repeated.filter(row => row.extract === extract).map(({ line }) => line);
    await run(warehouse, `delete from ${rowsTable(source)} where _extract = ${extract} and _line in (${lines.join(', ')})`);
    if (bulks.some(bulk => bulk.extract === extract))
      await run(
        warehouse,
        `insert into cache.left_out select ${extract}, line from (select unnest([${lines.join(', ')}]) as line)
         where line not in (select line from cache.left_out where extract = ${extract})`,
      );
  }
}
