import { formatDay } from '../contract/format-day.ts';
import type { Day } from '../contract/period.ts';
import type { StampTokens } from './publication.ts';

/** The edition in which a page's content last changed, and that edition's date. */
export interface Stamp {
  edition: string;
  date: Day;
}

/** How a stamp is printed: the edition's sha256, and `17 november 2026`. */
const PRINTED = { edition: /[0-9a-f]{64}/y, date: /\d{1,2} \p{L}+ \d{4}/uy } as const;
type Part = { text: string } | { token: keyof Stamp };

/** The page with the stamp printed. */
export const stampPage = (page: string, tokens: StampTokens, stamp: Stamp): string =>
  page.replaceAll(tokens.edition, stamp.edition).replaceAll(tokens.date, formatDay(stamp.date));

/**
 * True when the page, with one stamp or another, is the earlier page: its content has not changed since that stamp.
 * A page without tokens is the earlier one when it is equal to it.
 */
export function isSamePage(page: string, tokens: StampTokens, earlier: string): boolean {
  const found: Partial<Record<keyof Stamp, string>> = {};
  let at = 0;
  for (const part of split(page, tokens)) {
    if ('text' in part) {
      if (!earlier.startsWith(part.text, at)) return false;
      at += part.text.length;
    } else {
      const pattern = PRINTED[part.token];
      pattern.lastIndex = at;
      const printed = pattern.exec(earlier)?.[0];
      if (printed === undefined || (found[part.token] ??= printed) !== printed) return false;
      at += printed.length;
    }
  }
  return at === earlier.length;
}

function split(page: string, tokens: StampTokens): Part[] {
  return page.split(tokens.edition).flatMap((piece, i) => {
    const parts = piece.split(tokens.date).flatMap<Part>((text, j) => (j > 0 ? [{ token: 'date' }, { text }] : [{ text }]));
    return i > 0 ? [{ token: 'edition' }, ...parts] : parts;
  });
}
