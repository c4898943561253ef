/** What Excel says to a person who writes what a cell does not take. */
export const sheetTexts = {
  wrong: 'Det går inte att skriva så',
  wrongDay: 'Ett datum, som 2026-12-31.',
  wrongPastDay: 'Ett datum, som 2026-09-18, som inte är senare än i dag.',
  wrongAmount: 'Ett belopp i hela kronor eller med två decimaler.',
  wrongNumber: 'Ett tal.',
  wrongWord: (words: readonly string[]) => `Något av: ${words.join(', ')}.`,
};
