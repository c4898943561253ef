import { csvOf, csvText } from '../swedish-csv.ts';

const NUMBER = /^[+\u2212-]?\d[\d\u00a0]*(,\d+)?$/;

/**
 * A table as Swedish spreadsheets read it. After an empty row come `words`, a row
 * each: a first row that is no header would be taken for one.
 */
export function tableCsv(table: HTMLTableElement, words: readonly string[]): string {
  const rows = [...table.rows].map(row => [...row.cells].flatMap(cell => [cellText(cell), ...Array<string>(cell.colSpan - 1).fill('')]));
  return csvOf([...rows, [], ...words.map(word => [word])].map(row => row.map(csvField)));
}

const cellText = (cell: HTMLTableCellElement): string => cell.textContent.replace(/[^\S\u00a0]+/g, ' ').trim();

/** A printed number without spaces and with a plain minus, with the decimals it has; a text without its soft hyphens. */
export const csvField = (text: string): string =>
  NUMBER.test(text) ? text.replaceAll('\u00a0', '').replace('\u2212', '-').replace(/^\+/, '') : csvText(text.replaceAll('\u00ad', ''));
