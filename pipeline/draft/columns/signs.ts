/** Signs and words that stand where a value is missing, in a column of numbers or dates. */
const MISSING = /^(\.{1,6}|-{1,3}|\u2013|\u2014|\*|x|n\/?a|#n\/a|null|nan|none|saknas|uppgift saknas)$/i;
/** About a number: `~100`, `<5`. */
const ABOUT = /^([~\u2248<>])\s?(\d+)$/;
const WORDS: Readonly<Record<string, string>> = { '~': 'about', '\u2248': 'about', '<': 'under', '>': 'over' };

export const isMissingSign = (text: string): boolean => MISSING.test(text);

/** The category of a text such as `~100`: `about-100`; null for any other. */
export function aboutCategory(text: string): string | null {
  const [, sign, number] = ABOUT.exec(text) ?? [];
  return sign === undefined ? null : `${WORDS[sign]!}-${number!}`;
}
