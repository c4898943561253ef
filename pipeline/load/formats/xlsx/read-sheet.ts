import { BrokenExtract, fault } from '../broken-extract.ts';
import type { PackedFile, ZipArchive } from '../../packed/open-zip.ts';
import type { Cell } from '../record-sink.ts';
import { cellValue } from './cell-value.ts';
import type { CellContext, SheetCell } from './cell-value.ts';
import { parsePart } from './parse-part.ts';

/** The largest sheet there is. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/**
 * Streams a sheet's rows in order: the row's number, and its cells by column up to the last that is not empty. Rows that the
 * file leaves out are not told. Throws BrokenExtract where rows or cells do not come in order, or beyond a sheet's size.
 */
export async function readSheet(
  zip: ZipArchive,
  file: PackedFile,
  context: CellContext,
  take: (row: number, cells: readonly Cell[]) => void,
): Promise<void> {
  const broken = (): BrokenExtract => new BrokenExtract(fault('xlsx', null, { part: file.name }));
  let inData = false;
  let row = 0;
  let cells: Cell[] = [];
  let column = -1;
  let cell: SheetCell | null = null;
  let collects = false;
  let phonetic = false;

  const openRow = (at: string | undefined): void => {
    const next = at === undefined ? row + 1 : Number(at);
    if (!Number.isInteger(next) || next <= row || next > ROWS) throw broken();
    row = next;
    cells = [];
    column = -1;
  };
  const openCell = ({ r, s, t }: Readonly<Record<string, string>>): void => {
    const next = r === undefined ? column + 1 : columnOf(r, row);
    if (next <= column || next >= COLUMNS) throw broken();
    column = next;
    cell = { type: t ?? 'n', style: s, formula: false, text: null };
  };
  const closeCell = (): void => {
    const value = cellValue(cell!, context);
    cell = null;
    if (value === null || value === '') return;
    while (cells.length < column) cells.push(null);
    cells.push(value);
  };

  await parsePart(file.name, zip.read(file), {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      else if (!inData) return;
      else if (name === 'row') openRow(attributes.r);
      else if (name === 'c') openCell(attributes);
      else if (cell === null) return;
      else if (name === 'f') cell.formula = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'v' || (name === 't' && !phonetic)) {
        collects = true;
        cell.text ??= '';
      }
    },
    text(piece) {
      if (collects) cell!.text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') collects = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && cell !== null) closeCell();
      else if (name === 'row' && inData) take(row, cells);
      else if (name === 'sheetData') inData = false;
    },
  });
}

/** The column of `AB12`, from 0; -1 where that is not a cell of the row. */
function columnOf(reference: string, row: number): number {
  let at = 0;
  let column = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at > 3 || reference.slice(at) !== String(row) ? -1 : column - 1;
}
