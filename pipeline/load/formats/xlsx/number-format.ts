/** What a number format shows of a serial number: a day (with its time), a month, a time of day, a length of time. */
export type Shows = 'day' | 'month' | 'time' | 'length';

/** Formats that files name by number alone (ECMA-376 part 1, 18.8.30); all others are numbers. */
const BUILT_IN: ReadonlyMap<number, Shows> = new Map([
  ...range(14, 16, 'day'),
  ...range(17, 17, 'month'),
  ...range(18, 21, 'time'),
  ...range(22, 22, 'day'),
  ...range(27, 31, 'day'),
  ...range(32, 35, 'time'),
  ...range(36, 36, 'day'),
  ...range(45, 45, 'time'),
  ...range(46, 46, 'length'),
  ...range(47, 47, 'time'),
  ...range(50, 58, 'day'),
]);

function range(first: number, last: number, shows: Shows): [number, Shows][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, shows]);
}

export const builtInShows = (id: number): Shows | null => BUILT_IN.get(id) ?? null;

/**
 * What a format code (`yyyy-mm-dd`, `[h]:mm`) shows where it shows a point or length of time; null where it shows a number.
 * The first section counts. `m` is minutes beside hours or seconds, else months.
 */
export function showsOf(code: string): Shows | null {
  const bare = code
    .replace(/"[^"]*"?|\\.|[_*]./g, '')
    .split(';')[0]!
    .toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(bare)) return 'length';
  const signs = bare.replace(/\[[^\]]*\]/g, '').replace(/am\/pm|a\/p/g, 'h');
  // Digits belong to numbers, except the decimals of seconds.
  if (signs.includes('general') || /[0#?]/.test(signs.replace(/s\.0+/g, 's'))) return null;
  const has = (letter: string): boolean => signs.includes(letter);
  const clock = has('h') || has('s');
  if (has('y') && has('m') && !has('d') && !clock) return 'month';
  if (has('y') || has('d') || (has('m') && !clock)) return 'day';
  return clock ? 'time' : null;
}
