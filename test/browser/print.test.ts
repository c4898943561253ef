import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenSite } from './open-site.ts';
import { eventually, openSite } from './open-site.ts';
import { samplePages } from './page-types.ts';
import type { Pdf, Placed } from './read-pdf.ts';
import { readPdf } from './read-pdf.ts';
import { casesTried } from '../cases-tried.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site?.close();
});

const print = async (page: Page): Promise<Pdf> => readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));

/** Text without spaces and hyphens, since a cell may be broken over lines. */
const bare = (text: string): string => text.replace(/[\s\u00ad\u2010-]/g, '');
const textOf = ({ sheets }: Pdf): string => sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');

/** Points from the lower edge where the page number stands. */
const FOOT = 45;
/** The margin of a sheet, less what rounding may take: 16 mm in points. */
const MARGIN = (16 / 25.4) * 72 - 2;

/** The lowest line above the foot of a sheet. */
function lastLine(texts: readonly Placed[]): string {
  const body = texts.filter(({ bottom, text }) => bottom > FOOT && text.trim() !== '');
  const lowest = Math.min(...body.map(({ bottom }) => bottom));
  return body.flatMap(({ bottom, text }) => (bottom - lowest < 2 ? [text] : [])).join('');
}

/** What is wrong with a page on paper. */
async function faults(page: Page): Promise<string[]> {
  const pdf = await print(page);
  const found: string[] = [];
  if (pdf.language !== 'sv') found.push(`language ${pdf.language}`);
  if (!pdf.isTagged || !pdf.roles.has('H1')) found.push('is not tagged');
  if (pdf.outline.length === 0) found.push('has no outline');
  if (pdf.hasImages) found.push('has pixels in it');
  await page.emulateMedia({ media: 'print' });
  const { head, edition, cells, headings, heading } = await page.evaluate(() => ({
    heading: Math.max(...[...document.querySelectorAll('h1, .figure')].map(text => Number.parseFloat(getComputedStyle(text).fontSize))),
    head: document.documentElement.dataset.document!,
    edition: document.documentElement.dataset.edition!,
    cells: [...document.querySelectorAll('main :is(td, th)')].map(cell => {
      const copy = cell.cloneNode(true) as Element;
      for (const drawn of copy.querySelectorAll('svg, .narrow, .vh')) drawn.remove();
      return copy.textContent ?? '';
    }),
    headings: [...document.querySelectorAll('main :is(h2, h3)')].map(heading => heading.textContent ?? ''),
  }));
  // Chromium shrinks every sheet of a page where something on it is too wide.
  const largest = Math.max(...pdf.sheets[0]!.texts.map(({ size }) => size));
  if (Math.abs(largest - heading * 0.75) > 0.3) found.push(`is shrunk to ${Math.round((largest / heading / 0.75) * 100)} %`);
  const text = bare(textOf(pdf));
  pdf.sheets.forEach(({ width, texts }, i) => {
    const sheet = bare(texts.map(({ text }) => text).join(''));
    for (const line of [head, edition, `Sida ${i + 1} av ${pdf.sheets.length}`])
      if (!sheet.includes(bare(line))) found.push(`sheet ${i + 1} is without "${line}"`);
    for (const { text, left, right } of texts)
      if (text.trim() !== '' && (right > width - MARGIN || left < MARGIN)) found.push(`sheet ${i + 1}: "${text}" goes beyond the margin`);
    const last = bare(lastLine(texts));
    if (i + 1 < pdf.sheets.length && headings.some(heading => last !== '' && bare(heading).endsWith(last)))
      found.push(`sheet ${i + 1} ends with a heading: ${last}`);
  });
  for (const cell of cells) if (!text.includes(bare(cell))) found.push(`is without the cell "${cell.trim()}"`);
  return found;
}

describe('on paper', () => {
  test('every type of page is a document: tagged, in Swedish, headed, numbered, drawn, with every cell of its tables', async () => {
    const sizes = [...site.tree].map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }));
    const found: string[] = [];
    const paths = [...samplePages(sizes, 1).values()].flat();
    const step = Math.floor(paths.length / casesTried(paths.length));
    for (const path of paths.filter((_, i) => i % step === 0)) {
      // As wide as a sheet is between its margins, so that fonts are those of paper.
      await site.visit(path, { viewport: { width: 673, height: 900 } }, async page => {
        found.push(...(await faults(page)).map(line => `${path}: ${line}`));
      });
    }
    expect(found).toEqual([]);
  }, 240_000);

  test('a drilled page says what has been chosen, and has no controls', async () => {
    await site.visit('nyckeltal/sick-leave/SOC/index.html#enhet=VOF/301&sex=K', {}, async page => {
      await eventually(() => page.locator('.trail b').allInnerTexts(), ['Hemtjänst norr']);
      const text = textOf(await print(page));
      expect(text).toContain('Hemtjänst norr');
      expect(text).toContain('Kvinnor');
      expect(text).not.toContain('Siffrorna gäller');
      expect(text).not.toContain('Till innehållet');
    });
  });

  test('a metric’s page has the decision behind its target, with the address of its protocol', async () => {
    await site.visit('nyckeltal/sick-leave/SOC/index.html', {}, async page => {
      const decision = await page.locator('a[href^="http"]').first().getAttribute('href');
      const text = bare(textOf(await print(page)));
      expect(text).toContain(bare(decision!));
      expect(text).toContain('§98');
    });
  });
});
