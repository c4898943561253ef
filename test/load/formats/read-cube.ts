import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { BrokenExtract } from '../../../pipeline/load/formats/broken-extract.ts';
import type { Fault } from '../../../pipeline/load/formats/broken-extract.ts';
import { readerOf } from '../../../pipeline/load/formats/readers.ts';
import { Typed } from '../../../pipeline/load/formats/record-sink.ts';
import type { Cell } from '../../../pipeline/load/formats/record-sink.ts';
import { openWarehouse } from '../../../pipeline/warehouse/open.ts';
import type { Format, JsonStatFormat, PxFormat } from '../../../pipeline/words/format.ts';
import { PLAIN } from '../../../pipeline/words/format.ts';
import { column } from '../declare.ts';

export interface ReadCube {
  /** The line, then a cell for each column; a value that the file types is its text with `=` before. */
  records: [line: number, ...cells: (string | null | symbol)[]][];
  notices: Fault[];
  faults: readonly Fault[];
}

export const JSON_STAT: JsonStatFormat = { type: 'json-stat2', notation: PLAIN };
export const PX: PxFormat = { type: 'px', encoding: 'windows-1252', notation: PLAIN };

/** Reads files of one format, with one folder and one warehouse for a file of tests: thousands of small ones are read. */
export async function cubeReader(format: Format) {
  const folder = mkdtempSync(join(tmpdir(), 'malbild-cube-'));
  const path = join(folder, 'extract');
  const warehouse = await openWarehouse(join(folder, 'spill'));
  afterAll(() => {
    warehouse.closeSync();
    rmSync(folder, { recursive: true });
  });
  return async (content: string | Uint8Array, columns: readonly string[]): Promise<ReadCube> => {
    await writeFile(path, content);
    const told: ReadCube = { records: [], notices: [], faults: [] };
    const shown = (cell: Cell) => (cell instanceof Typed ? `=${cell.text}` : cell);
    const never = () => {
      throw new Error('a cube has cells, and nothing else');
    };
    const sink = {
      record: (line: number, cells: readonly Cell[]) => void told.records.push([line, ...cells.map(shown)]),
      misfit: never,
      ignored: never,
      header: never,
      trailer: never,
      notice: (found: Fault) => void told.notices.push(found),
    };
    try {
      await readerOf(format)(
        { path, warehouse },
        format,
        columns.map(name => column(name)),
        sink,
      );
      return told;
    } catch (error) {
      if (error instanceof BrokenExtract) return { ...told, faults: error.faults };
      throw error;
    }
  };
}
