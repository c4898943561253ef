import { joinedNames } from '../../load/formats/table-reader.ts';

/** How many rows say what a column holds. */
const BODY = 200;
/** A column of values has them in most of its filled cells. */
const MOST = 0.8;

export interface HeaderGuess {
  rows: 0 | 1 | 2;
  /** Names of columns, as the loader will call them. */
  names: string[];
  /** Null where it is plain. */
  note: string | null;
}

/** A number, a date, or a sign for one that is missing: what names no column. */
const isValue = (text: string): boolean => /^[-\u2212~<>]?\d[\d\s.,:%/-]*$/.test(text.trim()) || /^(\.{1,6}|-|NA)$/.test(text.trim());
const isFilled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/**
 * How many of a table's first rows are its header: a row of names over columns of values. Years or months that follow each
 * other (2022, 2023, 2024) are names too. Where no column has values, the first row is taken for the header, and it is said.
 */
export function guessHeader(rows: readonly (readonly string[])[], width: number): HeaderGuess {
  const [first = [], second] = rows;
  const values = valueColumns(rows.slice(second && looksDoubled(first, second) ? 2 : 1, BODY));
  const one = (note: string | null): HeaderGuess => ({ rows: 1, names: placed(first), note });
  if (values.length === 0) {
    if (rows.length === 1 && first.every(cell => !isFilled(cell) || isValue(cell)) && !isSequence(first)) return none(width);
    return one(rows.length > 1 ? 'the first row is taken for the header: all is text' : null);
  }
  if (
    second &&
    looksDoubled(first, second) &&
    values.some(i => isFilled(second[i])) &&
    values.every(i => !isFilled(second[i]) || !isValue(second[i]))
  )
    return { rows: 2, names: placed(joinedNames(first, second)), note: 'two rows of names' };
  const over = values.map(i => first[i]).filter(isFilled);
  if (over.some(cell => !isValue(cell)) || over.length === 0) return one(null);
  return isSequence(over) ? one('its numbers follow each other') : none(width);
}

const none = (width: number): HeaderGuess => ({
  rows: 0,
  names: Array.from({ length: width }, (_, i) => `#${i + 1}`),
  note: 'the first row has values where the others have: there is no header',
});

const placed = (names: readonly string[]): string[] => names.map((name, i) => (name === '' ? `#${i + 1}` : name.normalize('NFC')));

/** A row over groups of columns: names that go on over empty cells, or stand again, above a row of names. */
function looksDoubled(first: readonly string[], second: readonly string[]): boolean {
  const under = second.flatMap((cell, i) => (isFilled(cell) ? [first[i] ?? ''] : []));
  const repeats = under.some((cell, i) => !isFilled(cell) || cell === under[i - 1]);
  return repeats && second.every(cell => !isFilled(cell) || !isValue(cell));
}

function valueColumns(body: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...body.map(row => row.length));
  return Array.from({ length: width }, (_, i) => i).filter(i => {
    const filled = body.map(row => row[i]).filter(isFilled);
    return filled.length > 0 && filled.filter(isValue).length >= MOST * filled.length;
  });
}

/** Whole numbers, each one more than the one before. */
const isSequence = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell, i) => /^\d+$/.test(cell) && (i === 0 || Number(cell) === Number(cells[i - 1]) + 1));
