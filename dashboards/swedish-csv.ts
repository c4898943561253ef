/**
 * Semicolons and decimal commas, as Excel in Swedish reads them, with the mark that tells it UTF-8. A number stays a number; a text
 * that a spreadsheet would take for a formula gets an apostrophe before it. Null is an empty cell.
 */
export const swedishCsv = (lines: readonly (readonly (string | number | null)[])[]): string => csvOf(lines.map(line => line.map(cellText)));

/** A file of fields that are written already. */
export const csvOf = (lines: readonly (readonly string[])[]): string => `\uFEFF${lines.map(line => `${line.join(';')}\r\n`).join('')}`;

const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[;"\r\n]/;

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? numberText(cell) : csvText(cell);
}

/** A text as a field: no formula, and quoted where it must be. */
export function csvText(words: string): string {
  const text = FORMULA.test(words) ? `'${words}` : words;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An exact decimal, written with a point, as a field. */
export const decimalText = (exact: string): string => exact.replace('.', ',');

/** Every decimal there is, without the power of ten that Excel may read in another way. */
export function numberText(value: number): string {
  const text = String(value);
  return decimalText(text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text);
}
