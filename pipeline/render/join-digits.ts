/** A text whose groups of digits are not parted at the end of a line: `per 100 000 invånare` with a no-break space in the number. */
export const joinDigits = (text: string): string => text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0');
