/** A word as it is written, in small letters, and as one writes it without å, ä, ö and accents. */
export interface Word {
  written: string;
  folded: string;
}

/** The words of a text: letters and digits. A soft hyphen is no letter, and does not part a word. */
export const wordsOf = (text: string): Word[] =>
  (
    text
      .replaceAll('\u00ad', '')
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(written => ({ written, folded: fold(written) }));

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
