/** The day when the statement was last held against the law, and its list of defects against the site. */
export const ASSESSED_ON = '2026-11-26';

/**
 * What the accessibility statement says is tested, in words, and the test of `npm test` that does it: its file, and words of its name.
 * A test sees to it that those tests are there and run. Nothing is said to be tested that is not in this list.
 */
export const accessibilityChecks = [
  {
    words: 'Axe, en granskare av webbsidor, hittar inga fel på någon sidtyp, i ljust och i mörkt läge.',
    file: 'test/browser/pages.test.ts',
    test: 'axe finds nothing on %s, in light and in dark',
  },
  {
    words: 'Ingen sidtyp behöver rullas i sidled vid 320, 390, 768 och 1 280 pixlars bredd.',
    file: 'test/browser/pages.test.ts',
    test: 'does not scroll sideways from 320 to 1280 px',
  },
  {
    words: 'Utan skript går svaret, diagrammet, enheterna och varje månad att läsa, och ingen knapp som inte fungerar visas.',
    file: 'test/browser/pages.test.ts',
    test: 'without scripts everything reads',
  },
  {
    words: 'Ett nyckeltal går att följa ned till en enhet, en annan period och ett kön och tillbaka med bara tangentbordet.',
    file: 'test/browser/drill.test.ts',
    test: 'with the keyboard alone',
  },
  {
    words: 'Sökningen går att öppna, använda och stänga med bara tangentbordet, och antalet träffar sägs för den som lyssnar.',
    file: 'test/browser/palette.test.ts',
    test: 'with the keyboard alone',
  },
  {
    words: 'Märkena syns när läsaren har valt egna färger.',
    file: 'test/browser/pages.test.ts',
    test: 'marks stay visible and in the reader’s colours',
  },
] as const;
