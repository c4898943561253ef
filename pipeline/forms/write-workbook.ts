import type { Cell, CellStyle, DataValidation } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { COLUMNS, formTexts, SHEET } from './assessment-columns.ts';
import type { Filling, FormColumn } from './assessment-columns.ts';
import type { FormRow } from './assessment-rows.ts';

/** Rows above the first one to fill in: the title, how to fill in, the header. */
const TOP = 3;
const FONT = { name: 'Calibri', size: 11 };
const LOCKED: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } };

/**
 * The form as a workbook (ECMA-376): only the cells to fill in are unlocked, and they take only what the reader takes. The
 * sheet is protected without a password: against mistakes, not against people.
 */
export async function writeWorkbook(title: string, rows: readonly FormRow[], now: Date): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>([
    ['0,4', { value: title, style: { font: { ...FONT, size: 14, bold: true } } }],
    ['1,4', { value: formTexts.howTo }],
  ]);
  COLUMNS.forEach(({ header }, at) => cells.set(`2,${at}`, { value: header, style: { ...LOCKED, font: { ...FONT, bold: true } } }));
  rows.forEach((row, i) => {
    COLUMNS.forEach((column, at) => cells.set(`${TOP + i},${at}`, { value: row[at] ?? null, style: styleOf(column) }));
  });
  return writeXlsx({
    sheets: [
      {
        name: SHEET,
        columns: COLUMNS.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
        rows: Array.from({ length: TOP + rows.length }, () => COLUMNS.map(() => null)),
        cells,
        dataValidations: COLUMNS.flatMap((column, at) => validationOf(column, at, rows.length)),
        freezePane: { rows: TOP, columns: 6 },
        protection: { sheet: true, formatColumns: true, formatRows: true },
      },
    ],
    properties: { title, created: now, modified: now },
  });
}

function styleOf({ filling }: FormColumn): CellStyle {
  const alignment = { vertical: 'top', wrapText: true } as const;
  if (filling === undefined) return { ...LOCKED, alignment };
  const numFmt = filling === 'day' ? 'yyyy-mm-dd' : filling === 'number' ? '#,##0.00' : null;
  return { alignment, protection: { locked: false }, ...(numFmt === null ? {} : { numFmt }) };
}

function validationOf({ filling }: FormColumn, at: number, rows: number): DataValidation[] {
  if (filling === undefined || filling === 'text' || rows === 0) return [];
  const letter = String.fromCharCode(65 + at);
  const range = `${letter}${TOP + 1}:${letter}${TOP + rows}`;
  return [{ ...ruleOf(filling), range, allowBlank: true, showErrorMessage: true, errorTitle: formTexts.wrong }];
}

function ruleOf(filling: Exclude<Filling, 'text'>): Omit<DataValidation, 'range'> {
  if (filling === 'day') return { type: 'date', operator: 'lessThanOrEqual', formula1: 'TODAY()', errorMessage: formTexts.wrongDay };
  if (filling === 'number')
    return { type: 'decimal', operator: 'between', formula1: '-1E11', formula2: '1E11', errorMessage: formTexts.wrongNumber };
  return { type: 'list', values: [...filling.list], errorMessage: formTexts.wrongWord(filling.list) };
}
