import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSamePage, stampPage } from '../../pipeline/publish/page-stamp.ts';
import { idOf, TOKENS } from './a-publication.ts';

const PAGE = `<meta content="@@edition@@"><p>Innehåll</p><p>Utgåva @@edition@@, @@edition-date@@.</p>`;

describe('a stamped page', () => {
  it('prints the edition and its day in words', () => {
    const page = stampPage(PAGE, TOKENS, { edition: idOf('a'), date: '2026-05-04' });
    expect(page).toBe(`<meta content="${idOf('a')}"><p>Innehåll</p><p>Utgåva ${idOf('a')}, 4 maj 2026.</p>`);
  });

  it('is the same page under any stamp, and under no other content', () => {
    const text = fc.stringMatching(/^[<>a-zå0-9 ]{0,20}$/);
    const piece = fc.oneof(text, fc.constantFrom(TOKENS.edition, TOKENS.date));
    const day = fc.integer({ min: 0, max: 40_000 }).map(days => new Date(days * 86_400_000).toISOString().slice(0, 10));
    const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(fc.array(piece), hex, day, text, (pieces, edition, date, more) => {
        const page = pieces.join('¤');
        const earlier = stampPage(page, TOKENS, { edition, date });
        expect(isSamePage(page, TOKENS, earlier)).toBe(true);
        expect(isSamePage(`${page}¤${more}`, TOKENS, earlier)).toBe(false);
        expect(isSamePage(page, TOKENS, `${earlier}¤${more}`)).toBe(false);
      }),
    );
  });

  it('is another page where it prints two editions', () => {
    const mixed = stampPage(PAGE, TOKENS, { edition: idOf('a'), date: '2026-05-04' }).replace(idOf('a'), idOf('b'));
    expect(isSamePage(PAGE, TOKENS, mixed)).toBe(false);
  });
});
