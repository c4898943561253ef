/** The day when the statement was last held against the law, and its list of defects against the site. */
export const ASSESSED_ON = '2026-11-26';

/**
 * What the accessibility statement says is tested, in words, and the test of `npm test` that does it: its file, and words that it has
 * there. A test sees to it that they are there. Nothing is said to be tested that is not in this list.
 */
export const accessibilityChecks = [
  {
    words: 'Axe, en granskare av webbsidor, hittar inga fel: ljust och mörkt läge, på telefon och på skärm.',
    file: 'test/browser/every-type.test.ts',
    test: 'has nothing that axe finds',
  },
  {
    words: 'Varje diagram har en text och en tabell.',
    file: 'test/browser/every-type.test.ts',
    test: 'has a text and a table for every chart',
  },
  {
    words: 'Det syns var tangentbordets fokus är.',
    file: 'test/browser/every-type.test.ts',
    test: 'shows where the focus is',
  },
  {
    words: 'Inget behöver rullas i sidled från 320 till 1 280 pixlars bredd, som vid 400 procents förstoring.',
    file: 'test/browser/every-type.test.ts',
    test: 'reads without scrolling sideways from 320 to 1280 px, as at 400 %',
  },
  {
    words: 'Den som har valt egna färger får dem, och märkena syns ändå.',
    file: 'test/browser/every-type.test.ts',
    test: 'keeps to the reader’s colours where they are forced',
  },
  {
    words: 'Ingenting rör sig för den som har bett om mindre rörelse.',
    file: 'test/browser/every-type.test.ts',
    test: 'does not move for a reader who asks for less movement',
  },
  {
    words: 'Sidorna säger att de är på svenska, och var och en har sin egen titel.',
    file: 'test/browser/every-type.test.ts',
    test: 'is in Swedish, with a title of its own',
  },
  {
    words: 'Utan skript går svaret, diagrammet, enheterna och varje månad att läsa, och ingen knapp visas som inte fungerar.',
    file: 'test/browser/pages.test.ts',
    test: 'without scripts everything reads',
  },
  {
    words: 'Ett nyckeltal går att följa till en enhet, en annan period och ett kön och tillbaka med bara tangentbordet.',
    file: 'test/browser/drill.test.ts',
    test: 'with the keyboard alone',
  },
  {
    words: 'Sökningen går att öppna, använda och stänga med bara tangentbordet.',
    file: 'test/browser/palette.test.ts',
    test: 'with the keyboard alone',
  },
] as const;
