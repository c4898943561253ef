/**
 * Semicolons and decimal commas, as Excel in Swedish reads them, with the mark that tells it UTF-8. A number stays a number; a text
 * that a spreadsheet would take for a formula gets an apostrophe before it. Null is an empty cell.
 */
export const swedishCsv = (lines: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${lines.map(line => `${line.map(cellText).join(';')}\r\n`).join('')}`;

const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[;"\r\n]/;

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every decimal there is, without the power of ten that Excel may read in another way. */
function numberText(value: number): string {
  const text = String(value);
  return (text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text).replace('.', ',');
}
