const MOST = 12;
const LONGEST = 40;
/** Rows for each of them: of few rows nobody knows what the next one has. */
const EACH = 5;
const ROWS = 20;

/** The texts of a column that has few of them, each several times, in order; null where it is not such a column, or they are numbers of things. */
export function guessAllowed(texts: ReadonlyMap<string, number>): string[] | null {
  const values = [...texts.keys()];
  if (values.length < 2 || values.length > MOST) return null;
  if (values.some(value => value.length > LONGEST || value.trim() === '' || texts.get(value)! < 2)) return null;
  const rows = [...texts.values()].reduce((sum, count) => sum + count, 0);
  if (rows < ROWS || rows < EACH * values.length || values.every(value => /^[\d.,+-]+$/.test(value))) return null;
  return values.sort();
}
