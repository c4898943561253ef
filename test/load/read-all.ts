import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrokenExtract } from '../../pipeline/load/formats/broken-extract.ts';
import type { Fault } from '../../pipeline/load/formats/broken-extract.ts';
import { readerOf } from '../../pipeline/load/formats/readers.ts';
import { Typed } from '../../pipeline/load/formats/record-sink.ts';
import type { Cell, RecordSink, Trailer } from '../../pipeline/load/formats/record-sink.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import type { SourceDeclaration } from '../../pipeline/words/source.ts';

/** Everything a reader told its sink, or the faults it threw. A value that the file types is its text here. */
export interface Told {
  records: [line: number, ...cells: Exclude<Cell, Typed>[]][];
  misfits: [line: number, text: string][];
  ignored: number;
  notices: Fault[];
  header: readonly string[] | null;
  trailers: [line: number, totals: Trailer][];
  faults: readonly Fault[];
}

/** Writes an extract in a folder and reads it as the declaration says. */
export async function readAll(folder: string, content: string | Uint8Array, { format, columns }: SourceDeclaration): Promise<Told> {
  const file = join(folder, 'extract');
  await writeFile(file, content);
  const told: Told = { records: [], misfits: [], ignored: 0, notices: [], header: null, trailers: [], faults: [] };
  const sink: RecordSink = {
    record: (line, cells) => told.records.push([line, ...cells.map(cell => (cell instanceof Typed ? cell.text : cell))]),
    misfit: (line, text) => told.misfits.push([line, text]),
    ignored: count => void (told.ignored += count),
    notice: fault => told.notices.push(fault),
    header: names => void (told.header = names),
    trailer: (line, totals) => told.trailers.push([line, totals]),
  };
  const warehouse = await openWarehouse(join(folder, 'spill'));
  try {
    await readerOf(format)({ path: file, warehouse }, format, columns, sink);
    return told;
  } catch (error) {
    if (error instanceof BrokenExtract) return { ...told, faults: error.faults };
    throw error;
  } finally {
    warehouse.closeSync();
  }
}
