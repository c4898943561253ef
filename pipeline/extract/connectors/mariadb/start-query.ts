import { once } from 'node:events';
import type { Readable } from 'node:stream';
import mysql from 'mysql2';
import type { Connection, FieldPacket } from 'mysql2';
import { csvHeader, csvLine, hexCell } from '../servers/csv-rows.ts';
import type { Cell } from '../servers/csv-rows.ts';

const { Types } = mysql;

/** Bytes that are given on together. */
const PIECE = 1 << 18;
/** The number of the character set of bytes that are no text. */
const BINARY = 63;
const BYTES: ReadonlySet<number | undefined> = new Set([
  Types.VARCHAR,
  Types.VAR_STRING,
  Types.STRING,
  Types.TINY_BLOB,
  Types.BLOB,
  Types.MEDIUM_BLOB,
  Types.LONG_BLOB,
  Types.GEOMETRY,
]);

/** Runs the query until its columns are known; then its rows as CSV, with a header first, as they come. */
export async function startQuery(connection: Connection, sql: string): Promise<AsyncIterable<Uint8Array>> {
  const rows = connection.query({ sql, rowsAsArray: true, typeCast: false }).stream({ highWaterMark: 1000 });
  // Thrown to whoever reads the rows. The driver tells a lost connection to the connection alone.
  rows.on('error', () => undefined);
  connection.on('error', error => rows.destroy(error));
  const [columns] = (await once(rows, 'fields')) as [FieldPacket[] | undefined];
  return csvOf(columns ?? [], rows);
}

async function* csvOf(columns: readonly FieldPacket[], rows: Readable): AsyncGenerator<Uint8Array> {
  const cellOf = columns.map(cellReader);
  let text = csvHeader(columns.map(column => column.name));
  for await (const values of rows as AsyncIterable<(Buffer | null)[]>) {
    text += csvLine(values.map((value, i) => value && cellOf[i]!(value)));
    if (text.length < PIECE) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/** How a value is written: BIT as a whole number, bytes in hexadecimal, all else as the server's text. */
function cellReader({ type, characterSet }: FieldPacket): (value: Buffer) => Cell {
  if (type === Types.BIT) return value => BigInt(`0x${value.toString('hex')}`).toString();
  if (characterSet === BINARY && BYTES.has(type)) return hexCell;
  return value => value.toString('utf8');
}
