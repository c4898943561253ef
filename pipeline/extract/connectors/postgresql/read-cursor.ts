import type { Client, FieldDef, QueryArrayResult } from 'pg';
import { csvHeader, csvLine } from '../servers/csv-rows.ts';
import type { Cell } from '../servers/csv-rows.ts';

/** Rows are fetched so many at a time that they take about this many characters, whatever their width. */
const BATCH = 1 << 20;
const MOST_ROWS = 5000;
/** `boolean` in pg_type: the server writes t and f. */
const BOOLEAN = 16;

/**
 * Opens a snapshot that nothing can be written in, and a cursor for the query in it. The extended protocol takes one
 * statement at a time, and a cursor takes nothing but a query that does not write: the server refuses anything else.
 */
export async function declareCursor(client: Client, query: string, milliseconds: number): Promise<void> {
  await client.query(`begin transaction isolation level repeatable read, read only;
    set local statement_timeout = '${milliseconds}'; set local lock_timeout = '${milliseconds}';
    set local idle_in_transaction_session_timeout = '${milliseconds}';
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
    set local bytea_output = 'hex'; set local extra_float_digits = 3; set local cursor_tuple_fraction = 1`);
  const declare = { text: `declare malbild no scroll cursor without hold for\n${query}`, queryMode: 'extended' };
  await client.query(declare);
}

/** The cursor's rows as CSV, with a header first. */
export async function* readCursor(client: Client): AsyncGenerator<Uint8Array> {
  let rows = 100;
  let header = true;
  for (;;) {
    const { fields, rows: batch } = await fetchRows(client, rows);
    const toText = fields.map(({ dataTypeID }) => dataTypeID === BOOLEAN);
    let text = header ? csvHeader(fields.map(field => field.name)) : '';
    header = false;
    for (const cells of batch) text += csvLine(cells.map((cell, i) => (toText[i] ? spelled(cell) : cell)));
    if (text !== '') yield Buffer.from(text);
    if (batch.length < rows) return;
    rows = Math.max(1, Math.min(MOST_ROWS, Math.floor((BATCH * batch.length) / text.length)));
  }
}

const spelled = (cell: Cell): Cell => cell && (cell === 't' ? 'true' : 'false');

const fetchRows = (client: Client, count: number): Promise<QueryArrayResult<Cell[]> & { fields: FieldDef[] }> =>
  client.query<Cell[]>({
    text: `fetch forward ${count} from malbild`,
    rowMode: 'array',
    types: { getTypeParser: () => (value: string) => value },
  });
