import { open } from 'node:fs/promises';
import type { XlsxFormat } from '../../../words/format.ts';
import type { Column } from '../../../words/source.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import { openZip } from '../../packed/open-zip.ts';
import type { PackedFile, ZipArchive } from '../../packed/open-zip.ts';
import type { FormatReader } from '../format-reader.ts';
import { textOf } from '../record-sink.ts';
import type { Cell, RecordSink } from '../record-sink.ts';
import { tableReader } from '../table-reader.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './read-sheet.ts';
import { readStyles } from './styles.ts';
import { partOf, readWorkbook } from './workbook.ts';
import type { Workbook } from './workbook.ts';

/**
 * Reads one sheet of an XLSX workbook (ECMA-376) into the sink. A record's line is its row's number. Empty rows and columns
 * at the end are left out; a cell outside the header's columns is told as a column that is not declared, and a row that has
 * nothing inside them is a misfit. Patterns are tried on a row's cells with tabs between. Throws BrokenExtract.
 */
export const readXlsx: FormatReader<XlsxFormat> = async ({ path }, { sheet, layout }, columns, sink) => {
  await checkKind(path);
  const zip = await openZip(path);
  try {
    const workbook = await readWorkbook(zip);
    const part = chooseSheet(workbook, sheet);
    const context = {
      strings: await ifAny(zip, workbook.sharedStrings, readSharedStrings),
      styles: await ifAny(zip, workbook.styles, readStyles),
      dates: workbook.dates,
    };
    const outside = outsideColumns(sink);
    const table = tableReader(layout, columns, sink, {
      text: cells => cells.map(textOf).join('\t'),
      fits: outside.fits,
      least: lastPlace(columns),
    });
    let next = layout.preamble + 1;
    await readSheet(zip, partOf(zip, part), context, (row, cells) => {
      for (; next < row; next++) table.take(next, []);
      if (row < next) return;
      table.take(row, cells);
      next = row + 1;
    });
    table.end();
    outside.end();
  } finally {
    zip.close();
  }
};

/** A workbook with a password, and one of Excel 2003 and earlier, are compound files (MS-CFB). */
async function checkKind(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw new BrokenExtract(fault('old-xlsx', null));
    if (head.subarray(0, 2).toString() !== 'PK') throw new BrokenExtract(fault('not-xlsx', null));
  } finally {
    await file.close();
  }
}

/** The declared sheet's part; where none is declared, that of the only one. */
function chooseSheet({ sheets }: Workbook, wanted: string | null): string {
  const found = wanted === null ? sheets : sheets.filter(({ name }) => name.normalize('NFC') === wanted.normalize('NFC'));
  if (found.length === 1) return found[0]!.part;
  throw new BrokenExtract(fault('xlsx-sheet', null, { sheet: wanted ?? '', sheets: sheets.map(({ name }) => name).join(', ') }));
}

/** What a part holds that the workbook may lack; one that it refers to and lacks is damage. */
async function ifAny<T>(zip: ZipArchive, part: string | null, read: (zip: ZipArchive, file: PackedFile) => Promise<T[]>): Promise<T[]> {
  return part === null ? [] : read(zip, partOf(zip, part));
}

/** The last column that is declared by its place. */
const lastPlace = (columns: readonly Column[]): number =>
  Math.max(...columns.map(({ header }) => Number(/^#(\d{1,5})$/.exec(header)?.[1] ?? 0)));

/** Rows' cells outside the header's columns, told once for the file, at the first of them. */
function outsideColumns(sink: RecordSink) {
  const found = new Set<number>();
  let first = 0;
  return {
    fits(row: number, cells: readonly Cell[], width: number): boolean {
      if (cells.every((cell, i) => i >= width || cell === null || cell === '')) return false;
      if (cells.length > width && found.size === 0) first = row;
      for (let i = width; i < cells.length; i++) if (cells[i] !== null) found.add(i);
      return true;
    },
    end(): void {
      const columns = [...found].sort((a, b) => a - b).map(i => `#${i + 1}`);
      if (columns.length > 0) sink.notice(fault('extra-column', first, { columns: columns.join(', ') }));
    },
  };
}
