/** Signs that a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+\u2212-]?\d[\d\u00a0]*(,\d+)?$/;

/**
 * A table as Swedish spreadsheets read it: UTF-8 with its mark, semicolons, decimal commas. After an empty row come `words`, a row
 * each: a first row that is no header would be taken for one.
 */
export function tableCsv(table: HTMLTableElement, words: readonly string[]): string {
  const rows = [...table.rows].map(row => [...row.cells].flatMap(cell => [cellText(cell), ...Array<string>(cell.colSpan - 1).fill('')]));
  return `\ufeff${[...rows, [], ...words.map(word => [word])].map(row => row.map(csvField).join(';')).join('\r\n')}\r\n`;
}

const cellText = (cell: HTMLTableCellElement): string => cell.textContent.replace(/[^\S\u00a0]+/g, ' ').trim();

/** Numbers without spaces and with a plain minus; texts so that none is a formula, quoted where they must be. */
export function csvField(text: string): string {
  if (NUMBER.test(text)) return text.replaceAll('\u00a0', '').replace('\u2212', '-').replace(/^\+/, '');
  const safe = FORMULA.test(text) ? `'${text}` : text.replaceAll('\u00ad', '');
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
