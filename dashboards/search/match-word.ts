import { distance } from 'fastest-levenshtein';
import type { Word } from './words-of.ts';

/** Shorter words are too alike for a slip to tell them apart. */
const LEAST_FOR_SLIP = 5;
const LEAST_INSIDE = 3;

/**
 * How well a word fits what is asked for: 0 the word itself, 1 its beginning, 2 inside it (Swedish writes compounds as one word),
 * then the same for who writes without å, ä and ö, last one slip of the keys. Null where it does not fit.
 */
export function matchWord(asked: string, word: Word): number | null {
  const exact = fit(asked, word.written);
  if (exact !== null) return exact;
  const folded = fit(asked, word.folded);
  if (folded !== null) return 3 + folded;
  return isSlip(asked, word) ? 6 : null;
}

function fit(asked: string, word: string): number | null {
  if (word === asked) return 0;
  if (word.startsWith(asked)) return 1;
  return asked.length >= LEAST_INSIDE && word.includes(asked) ? 2 : null;
}

/** One letter too many, too few or wrong, in a word that may go on. */
const isSlip = (asked: string, { written, folded }: Word): boolean =>
  asked.length >= LEAST_FOR_SLIP &&
  [written, folded].some(word => [-1, 0, 1].some(more => distance(asked, word.slice(0, asked.length + more)) === 1));
