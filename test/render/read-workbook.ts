import { openZip } from '../../pipeline/load/packed/open-zip.ts';
import { Typed } from '../../pipeline/load/formats/record-sink.ts';
import { readSharedStrings } from '../../pipeline/load/formats/xlsx/shared-strings.ts';
import { readSheet } from '../../pipeline/load/formats/xlsx/read-sheet.ts';
import { readStyles } from '../../pipeline/load/formats/xlsx/styles.ts';
import { partOf, readWorkbook as readContents } from '../../pipeline/load/formats/xlsx/workbook.ts';

/** A cell as the project's own reader takes it: text, a number, or a day as `2026-10-31`. */
export type ReadCell = string | number | null;

/** A workbook's sheets by name, read by the reader that sources of XLSX have, which shares nothing with what writes them. */
export async function readWorkbook(path: string): Promise<Map<string, ReadCell[][]>> {
  const zip = await openZip(path);
  try {
    const { sheets, sharedStrings, styles, dates } = await readContents(zip);
    const context = {
      strings: await readSharedStrings(zip, partOf(zip, sharedStrings!)),
      styles: await readStyles(zip, partOf(zip, styles!)),
      dates,
    };
    const read = new Map<string, ReadCell[][]>();
    for (const { name, part } of sheets) {
      const rows: ReadCell[][] = [];
      await readSheet(zip, partOf(zip, part), context, (_, cells) => rows.push(cells.map(plain)));
      read.set(name, rows);
    }
    return read;
  } finally {
    zip.close();
  }
}

function plain(cell: unknown): ReadCell {
  if (cell === null || typeof cell === 'string') return cell;
  if (!(cell instanceof Typed)) throw new Error('a cell that is neither text nor a value');
  return Number.isNaN(Number(cell.text)) ? cell.text : Number(cell.text);
}
