import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre';
import type { Filling, FormColumn } from './form-column.ts';
import { sheetTexts } from './sheet-texts.ts';

/** Rows above the first one to fill in: the title, how to fill in, the header. */
export const TOP = 3;
const FONT = { name: 'Calibri', size: 11 };
const LOCKED: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } };

/** What one sheet of a form says. */
export interface FormSheet {
  name: string;
  title: string;
  howTo: string;
  columns: readonly FormColumn[];
  /** In the columns' order; null is an empty cell. */
  rows: readonly (readonly CellValue[])[];
  /** So many columns stand still when the sheet is scrolled; the title begins after those that are hidden. */
  frozen: number;
}

/**
 * A sheet of a form (ECMA-376): only the cells to fill in are unlocked, and they take only what the reader takes. The sheet is protected without a
 * password: against mistakes, not against people.
 */
export function formSheet({ name, title, howTo, columns, rows, frozen }: FormSheet): WriteSheet {
  const first = columns.findIndex(({ hidden }) => hidden !== true);
  const cells = new Map<string, Partial<Cell>>([
    [`0,${first}`, { value: title, style: { font: { ...FONT, size: 14, bold: true } } }],
    [`1,${first}`, { value: howTo }],
  ]);
  columns.forEach(({ header }, at) => cells.set(`2,${at}`, { value: header, style: { ...LOCKED, font: { ...FONT, bold: true } } }));
  rows.forEach((row, i) => {
    columns.forEach((column, at) => cells.set(`${TOP + i},${at}`, { value: row[at] ?? null, style: styleOf(column) }));
  });
  return {
    name,
    columns: columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rows: Array.from({ length: TOP + rows.length }, () => columns.map(() => null)),
    cells,
    dataValidations: columns.flatMap((column, at) => validationOf(column, at, rows.length)),
    freezePane: { rows: TOP, columns: frozen },
    protection: { sheet: true, formatColumns: true, formatRows: true },
  };
}

const FORMATS: Readonly<Partial<Record<string, string>>> = { day: 'yyyy-mm-dd', 'past-day': 'yyyy-mm-dd', amount: '#,##0.00', code: '@' };

function styleOf({ filling }: FormColumn): CellStyle {
  const alignment = { vertical: 'top', wrapText: true } as const;
  if (filling === undefined) return { ...LOCKED, alignment };
  const numFmt = typeof filling === 'string' ? FORMATS[filling] : undefined;
  return { alignment, protection: { locked: false }, ...(numFmt === undefined ? {} : { numFmt }) };
}

function validationOf({ filling }: FormColumn, at: number, rows: number): DataValidation[] {
  if (filling === undefined || filling === 'text' || filling === 'code' || rows === 0) return [];
  const letter = columnLetter(at);
  const range = `${letter}${TOP + 1}:${letter}${TOP + rows}`;
  return [{ allowBlank: true, showErrorMessage: true, errorTitle: sheetTexts.wrong, ...ruleOf(filling), range }];
}

function ruleOf(filling: Exclude<Filling, 'text' | 'code'>): Omit<DataValidation, 'range'> {
  if (filling === 'past-day')
    return { type: 'date', operator: 'lessThanOrEqual', formula1: 'TODAY()', errorMessage: sheetTexts.wrongPastDay };
  // 1900-01-01 as Excel counts days.
  if (filling === 'day') return { type: 'date', operator: 'greaterThanOrEqual', formula1: '1', errorMessage: sheetTexts.wrongDay };
  if (filling === 'amount' || filling === 'number')
    return {
      type: 'decimal',
      operator: 'between',
      formula1: '-1E11',
      formula2: '1E11',
      errorMessage: filling === 'amount' ? sheetTexts.wrongAmount : sheetTexts.wrongNumber,
    };
  // Names that are not in the list may be right all the same: the reader tells.
  if ('range' in filling) return { type: 'list', formula1: filling.range, showErrorMessage: false };
  return { type: 'list', values: [...filling.list], errorMessage: sheetTexts.wrongWord(filling.list) };
}

/** A column's name, from 0: `A`, …, `Z`, `AA`. */
export const columnLetter = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${columnLetter(Math.floor(at / 26) - 1)}${columnLetter(at % 26)}`;
