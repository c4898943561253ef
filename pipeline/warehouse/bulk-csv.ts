import type { Column } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { duckType, loadedColumns } from './column-type.ts';
import { bulkTable } from './loaded-tables.ts';
import { rows, run } from './query.ts';
import { identifier, literal } from './sql-text.ts';

/** A CSV file in UTF-8, every record of which DuckDB's reader reads as the parser of values would. */
export interface SureCsv {
  path: string;
  /** Whether its first line is a header. */
  header: boolean;
  delimiter: string;
  decimal: ',' | '.';
  /** How many columns it has, and where each declared column is. */
  width: number;
  indexes: readonly number[];
}

/**
 * Reads a file into the extract's own table, in the file's order, with the loaded columns. `key` is what personal texts
 * are digested with. Gives how many rows it has. Throws QueryError.
 */
export async function createBulkTable(
  warehouse: Warehouse,
  extract: number,
  columns: readonly Column[],
  file: SureCsv,
  key: Uint8Array,
): Promise<number> {
  const types = Array.from({ length: file.width }, () => 'VARCHAR');
  columns.forEach((column, i) => (types[file.indexes[i]!] = readAs(column)));
  // What is sure has no mark: those records are for the parser.
  const values = columns.flatMap((column, i) =>
    column.personal === 'drop'
      ? []
      : [valueOf(column, `c${file.indexes[i]!}`, key), ...(Object.keys(column.marks).length > 0 ? ['null::varchar'] : [])],
  );
  const options = [
    literal(file.path),
    `delim = ${literal(file.delimiter)}`,
    `decimal_separator = ${literal(file.decimal)}`,
    `header = ${file.header}`,
    `columns = {${types.map((type, i) => `c${i}: ${literal(type)}`).join(', ')}}`,
    `quote = '"', escape = '"', auto_detect = false, strict_mode = true`,
  ];
  const names = loadedColumns(columns).map(({ name }) => name);
  const selected = values.map((value, i) => `${value} as ${identifier(names[i]!)}`).join(', ');
  await run(warehouse, `create table ${bulkTable(extract)} as select ${selected} from read_csv(${options.join(', ')})`);
  const [counted] = await rows(warehouse, `select count(*) from ${bulkTable(extract)}`);
  return Number(counted![0]);
}

export const dropBulkTable = (warehouse: Warehouse, extract: number): Promise<void> =>
  run(warehouse, `drop table if exists ${bulkTable(extract)}`);

/** The type DuckDB reads a column as; what has no form of DuckDB's own is read as text. */
const readAs = ({ type, personal }: Column): string =>
  personal === 'hash' || type.name === 'month' || type.name === 'boolean' ? 'VARCHAR' : duckType(type).toString();

function valueOf({ type, personal }: Column, cell: string, key: Uint8Array): string {
  if (personal === 'hash') return hmac(cell, key);
  if (type.name === 'month') return `(${cell} || '-01')::date`;
  if (type.name === 'boolean') return `case when ${cell} is not null then lower(${cell}) in ('true', 'ja', '1') end`;
  return cell;
}

/** HMAC-SHA256 (RFC 2104) of a text, hexadecimal; null stays null. */
function hmac(cell: string, key: Uint8Array): string {
  const block = Buffer.alloc(64);
  block.set(key);
  const pad = (mask: number): string => `'${[...block].map(byte => `\\x${(byte ^ mask).toString(16).padStart(2, '0')}`).join('')}'::blob`;
  return `sha256(${pad(0x5c)} || unhex(sha256(${pad(0x36)} || encode(${cell}))))`;
}
