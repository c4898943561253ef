import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { CsvFormat } from '../../../../words/format.ts';
import type { Column } from '../../../../words/source.ts';
import { tableReader } from '../../table-reader.ts';
import type { Header } from '../../table-reader.ts';
import { SILENT } from '../../record-sink.ts';
import { dialect, rowShape } from '../dialect.ts';

/** What stands before the first record. */
export interface Head extends Header {
  /** The header's cells, a row each. */
  rows: string[][];
  /** Where the first record begins, in bytes. */
  size: number;
  /** True where the file begins with its header, in one plain line. */
  plain: boolean;
}

/** A head is looked for in so many bytes. */
const LONGEST_HEAD = 1 << 20;

/** The preamble and the header of a file in UTF-8; null where they are not plain lines, there is no header, or it is not the declared one. */
export async function readHead(path: string, format: CsvFormat, columns: readonly Column[]): Promise<Head | null> {
  const { preamble, header } = format.layout;
  if (header === 0) return null;
  const bytes = await firstBytes(path);
  const marked = bytes.subarray(0, 3).equals(Buffer.from('\ufeff'));
  let size = marked ? 3 : 0;
  let start = size;
  for (let line = 0; line < preamble + header; line++) {
    const end = bytes.indexOf('\n', size);
    if (end === -1) return null;
    size = end + 1;
    if (line < preamble) start = size;
  }
  const text = bytes.toString('utf8', start, size);
  if (text.includes('"') && header === 2) return null;
  try {
    const rows = parse(text, dialect(format)) as string[][];
    if (rows.length !== header) return null;
    const table = tableReader(format.layout, columns, SILENT, rowShape(format));
    for (const [i, row] of rows.entries()) table.take(preamble + i + 1, row);
    return { ...table.header()!, rows, size, plain: preamble === 0 && header === 1 && !marked && !text.includes('"') };
  } catch {
    // What is wrong with it is for the parser to say, which reads the file from its beginning.
    return null;
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
