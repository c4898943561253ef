import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { CsvFormat } from '../../../../words/format.ts';
import { dialect } from '../dialect.ts';
import type { Doubtful } from './scan-csv.ts';

/** Bytes read at a time: doubtful records often stand near each other. */
const WINDOW = 1 << 18;

/** The cells of each doubtful record of a file in UTF-8, one after another; an empty line has one empty cell. */
export async function* doubtfulRecords(
  path: string,
  doubtful: readonly Doubtful[],
  format: CsvFormat,
): AsyncGenerator<{ record: Doubtful; cells: string[] }> {
  const file = await open(path);
  try {
    let window = Buffer.allocUnsafe(WINDOW);
    let start = 0;
    let end = 0;
    for (const record of doubtful) {
      const { from, to } = record;
      if (record.text === null && (from < start || to > end)) {
        if (to - from > window.length) window = Buffer.allocUnsafe(to - from);
        const { bytesRead } = await file.read(window, 0, window.length, from);
        start = from;
        end = from + bytesRead;
      }
      const text = record.text ?? window.toString('utf8', from - start, to - start);
      yield { record, cells: text.includes('"') ? parsed(text, format) : text.split(format.delimiter) };
    }
  } finally {
    await file.close();
  }
}

/** The cells of a record that has quotes; without any, each delimiter is one. */
function parsed(text: string, format: CsvFormat): string[] {
  const [cells, more] = parse(text, dialect(format)) as string[][];
  if (cells === undefined || more !== undefined) throw new Error(`a scan took this for one record: ${text.length} characters`);
  return cells;
}
