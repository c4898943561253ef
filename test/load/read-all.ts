import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrokenExtract } from '../../pipeline/load/broken-extract.ts';
import type { Fault } from '../../pipeline/load/broken-extract.ts';
import { readCsv } from '../../pipeline/load/read-csv.ts';
import { readJson } from '../../pipeline/load/read-json.ts';
import type { Cell, RecordSink } from '../../pipeline/load/record-sink.ts';
import type { SourceDeclaration } from '../../pipeline/words/source.ts';

/** Everything a reader told its sink, or the faults it threw. */
export interface Told {
  records: [line: number, ...cells: Cell[]][];
  misfits: [line: number, text: string][];
  ignored: number;
  notices: Fault[];
  faults: readonly Fault[];
}

/** Writes an extract in a folder and reads it as the declaration says. */
export async function readAll(folder: string, content: string | Uint8Array, { format, columns }: SourceDeclaration): Promise<Told> {
  const file = join(folder, 'extract');
  await writeFile(file, content);
  const told: Told = { records: [], misfits: [], ignored: 0, notices: [], faults: [] };
  const sink: RecordSink = {
    record: (line, cells) => told.records.push([line, ...cells]),
    misfit: (line, text) => told.misfits.push([line, text]),
    ignored: count => void (told.ignored += count),
    notice: fault => told.notices.push(fault),
  };
  try {
    await (format.type === 'csv' ? readCsv(file, format, columns, sink) : readJson(file, format, columns, sink));
    return told;
  } catch (error) {
    if (error instanceof BrokenExtract) return { ...told, faults: error.faults };
    throw error;
  }
}
