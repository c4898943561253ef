import { openZip } from '../../load/packed/open-zip.ts';
import type { ZipArchive } from '../../load/packed/open-zip.ts';
import { textOf } from '../../load/formats/record-sink.ts';
import { readSharedStrings } from '../../load/formats/xlsx/shared-strings.ts';
import { readSheet } from '../../load/formats/xlsx/read-sheet.ts';
import { readStyles } from '../../load/formats/xlsx/styles.ts';
import { partOf, readWorkbook } from '../../load/formats/xlsx/workbook.ts';
import type { Workbook } from '../../load/formats/xlsx/workbook.ts';
import { PLAIN } from '../../words/format.ts';
import { NotDraftable } from '../draft.ts';
import type { DraftFormat } from '../draft.ts';
import { guessLayout } from './guess-layout.ts';
import type { TextRow } from './guess-layout.ts';
import { writtenLayout } from './written-layout.ts';

/** Rows of a sheet that are looked at. */
const MOST = 200_000;

class Enough extends Error {}

/** What a workbook shows: its largest sheet, and where the table is in it. Throws BrokenExtract and NotDraftable. */
export async function draftXlsx(path: string): Promise<DraftFormat> {
  const zip = await openZip(path);
  try {
    const workbook = await readWorkbook(zip);
    const sheets = await Promise.all(workbook.sheets.map(async ({ name, part }) => ({ name, rows: await rowsOf(zip, workbook, part) })));
    const size = (rows: readonly TextRow[]): number => rows.reduce((sum, { cells }) => sum + cells.filter(cell => cell !== '').length, 0);
    const [largest] = [...sheets].sort((a, b) => size(b.rows) - size(a.rows));
    const guess = largest && guessLayout(largest.rows, '\t', true);
    if (!guess) throw new NotDraftable('its sheets are empty');
    const named = sheets.length > 1;
    return {
      format: { type: 'xlsx', sheet: named ? largest.name : null, notation: PLAIN, layout: guess.layout },
      written: { type: 'xlsx', ...(named ? { sheet: largest.name } : {}), ...writtenLayout(guess.layout) },
      notes: [
        ...(named ? [`the fullest of ${sheets.map(({ name, rows }) => `${name} (${rows.length} rows)`).join(', ')}`] : []),
        ...guess.notes,
      ],
      headers: guess.headers,
      key: null,
    };
  } finally {
    zip.close();
  }
}

async function rowsOf(zip: ZipArchive, { sharedStrings, styles, dates }: Workbook, part: string): Promise<TextRow[]> {
  const context = {
    strings: sharedStrings === null ? [] : await readSharedStrings(zip, partOf(zip, sharedStrings)),
    styles: styles === null ? [] : await readStyles(zip, partOf(zip, styles)),
    dates,
  };
  const rows: TextRow[] = [];
  try {
    await readSheet(zip, partOf(zip, part), context, (line, cells) => {
      if (rows.length === MOST) throw new Enough();
      rows.push({ line, cells: cells.map(textOf) });
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return rows;
}
