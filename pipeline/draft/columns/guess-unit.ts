/** What stands after numbers. */
const UNIT =
  /^([-\u2212]?\d[\d., \u00a0\u202f\u2009]*?)[ \u00a0\u202f\u2009]?(%|\u2030|kr|tkr|mkr|sek|tsek|msek|\u20ac|tim|timmar|h|min|st|km|m2|m\u00b2|kg|ton|kWh|MWh)$/i;

/** A number's text before its unit; the text itself where it has none. */
export const withoutUnit = (text: string): string => UNIT.exec(text)?.[1] ?? text;

/** The one unit that stands after numbers of a column, as it is written; null where there is none, or several. */
export function guessUnit(texts: readonly string[]): string | null {
  const units = new Set(texts.flatMap(text => UNIT.exec(text)?.[2] ?? []));
  return units.size === 1 ? [...units][0]! : null;
}
