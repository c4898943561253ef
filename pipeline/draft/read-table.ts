import { readerOf } from '../load/formats/readers.ts';
import type { ExtractFile } from '../load/formats/format-reader.ts';
import { SILENT } from '../load/formats/record-sink.ts';
import type { Cell, RecordSink } from '../load/formats/record-sink.ts';
import type { Format } from '../words/format.ts';
import type { Column } from '../words/source.ts';

/** Records and cells that are looked at; what comes after is not. */
const MOST_RECORDS = 200_000;
const MOST_CELLS = 4_000_000;

/** A file's records as its reader tells them. */
export interface Table {
  headers: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Records with another number of cells than the header. */
  misfits: number;
  ignored: number;
  /** False where there are more records than were read. */
  whole: boolean;
}

class Enough extends Error {}

/** A column of text, which takes whatever stands there. */
export const textColumn = (header: string, i: number): Column => ({
  header,
  aliases: [],
  name: `c${i}`,
  type: { name: 'text' },
  written: null,
  unit: null,
  marks: {},
  required: false,
  key: false,
  min: null,
  max: null,
  allowed: null,
  pattern: null,
  personal: null,
  not_personal: false,
});

/** Reads a file's records, up to a limit, with the reader that will load it. Throws BrokenExtract as that does. */
export async function readTable(file: ExtractFile, format: Format, columns: readonly Column[]): Promise<Table> {
  const rows: (readonly Cell[])[] = [];
  const most = Math.min(MOST_RECORDS, Math.ceil(MOST_CELLS / Math.max(1, columns.length)));
  let [misfits, ignored] = [0, 0];
  const sink: RecordSink = {
    ...SILENT,
    record(_, cells) {
      if (rows.length === most) throw new Enough();
      rows.push(cells);
    },
    misfit: () => void misfits++,
    ignored: count => void (ignored += count),
  };
  let whole = true;
  try {
    await readerOf(format)(file, format, columns, sink);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    whole = false;
  }
  return { headers: columns.map(({ header }) => header), rows, misfits, ignored, whole };
}
