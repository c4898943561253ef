import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITION_DATE_TOKEN, EDITION_TOKEN } from '../../dashboards/edition.ts';
import { findBrowser } from '../../pipeline/print/find-browser.ts';
import { PrintError, printPages } from '../../pipeline/print/print-pages.ts';
import { buildAssets } from '../dashboards/build-assets.ts';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { sitePages } from '../../dashboards/render-site.ts';
import { readPdf, type Pdf } from '../browser/read-pdf.ts';

const EDITION = '7c1e9a04'.repeat(8);
const ADDRESS = 'https://aby.example/mal/rapport/SOC/index.html';
const DAY = '2026-11-16';
const browser = findBrowser(process.env)!;

let folder: string;
let html: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'malbild-'));
  const { assets } = await buildAssets();
  const page = (await sitePages(fixtureSite(), assets)).find(({ path }) => path === 'rapport/SOC/index.html')!.render();
  html = page.html.replaceAll(EDITION_TOKEN, EDITION).replaceAll(EDITION_DATE_TOKEN, '17 november 2026');
  await writeFile(`${folder}/index.html`, html);
  const report = (pdf: string, address: string | null) => ({ page: `${folder}/index.html`, pdf: `${folder}/${pdf}`, address });
  await printPages(browser, [report('a.pdf', ADDRESS), report('b.pdf', ADDRESS), report('inside.pdf', null)], DAY);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const bare = (text: string): string => text.replace(/[\s\u00ad\u2010-]/g, '');
const textOf = (sheet: Pdf['sheets'][number]): string => bare(sheet.texts.map(({ text }) => text).join(''));

describe('a report as PDF', () => {
  it('is a document: tagged, in Swedish, with an outline of its headings, and on each sheet what it is, its edition and its number', async () => {
    const pdf = await readPdf(await readFile(`${folder}/a.pdf`));
    expect(pdf).toMatchObject({ language: 'sv', isTagged: true, hasImages: false });
    for (const role of ['H1', 'H2', 'Table', 'TH', 'L']) expect(pdf.roles).toContain(role);
    const headings = [...html.matchAll(/<h2 [^>]*>([^<]+)<\/h2>/g)].map(([, heading]) => heading!);
    expect(headings.length).toBeGreaterThan(5);
    expect(pdf.outline.map(bare)).toEqual(expect.arrayContaining(headings.map(bare)));
    expect(pdf.sheets.length).toBeGreaterThan(1);
    for (const [i, sheet] of pdf.sheets.entries())
      for (const line of [
        'Åby kommun: Månadsrapport, oktober 2026: Vård- och omsorgsnämnden',
        'Utgåva 17 november 2026',
        EDITION,
        `Sida ${i + 1} av ${pdf.sheets.length}`,
      ])
        expect(textOf(sheet), `sheet ${i + 1}`).toContain(bare(line));
  });

  it('has an outline whose headings are read as they stand on the page, a word from the next', async () => {
    const { outline } = await readPdf(await readFile(`${folder}/a.pdf`));
    expect(outline[0]).toBe('Månadsrapport, oktober 2026. Vård- och omsorgsnämnden');
  });

  it('has no last sheet with the foot of the page alone, however long it is', async () => {
    const lengths = Array.from({ length: 14 }, (_, i) => 3 * i);
    const reports = lengths.map(lines => ({ page: `${folder}/${lines}.html`, pdf: `${folder}/${lines}.pdf`, address: null }));
    for (const lines of lengths) await writeFile(`${folder}/${lines}.html`, html.replace(/(<main[^>]*>)/, `$1${'<br>'.repeat(lines)}`));
    await printPages(browser, reports, DAY);
    const allSources = bare(/<a [^>]*>(Alla \d+ källor)<\/a>/.exec(html)![1]!);
    for (const { pdf } of reports) expect(textOf((await readPdf(await readFile(pdf))).sheets.at(-1)!), pdf).toContain(allSources);
  }, 60_000);

  it('has every figure of the page’s tables', async () => {
    const text = (await readPdf(await readFile(`${folder}/a.pdf`))).sheets.map(textOf).join('');
    const cells = [...html.matchAll(/<t[dh][^>]*>([^<]+)<\/t[dh]>/g)].map(([, cell]) => cell!.trim()).filter(cell => cell !== '');
    expect(cells.length).toBeGreaterThan(20);
    for (const cell of cells) expect(text).toContain(bare(cell));
  });

  it('is dated by its edition, and the same bytes each time', async () => {
    const [a, b] = await Promise.all([readFile(`${folder}/a.pdf`), readFile(`${folder}/b.pdf`)]);
    expect(a.equals(b)).toBe(true);
    const dates = [...a.toString('latin1').matchAll(/\/(?:CreationDate|ModDate) \(([^)]*)\)/g)].map(([, date]) => date);
    expect(dates).toEqual(["D:20261116000000+00'00'", "D:20261116000000+00'00'"]);
  });

  it('leads on to where readers find the pages, and never to where it was printed', async () => {
    const [outside, inside] = await Promise.all(['a.pdf', 'inside.pdf'].map(name => readFile(`${folder}/${name}`, 'latin1')));
    expect(outside).toContain('(https://aby.example/mal/namnd/SOC/index.html)');
    expect(inside).toContain('/Type /Page');
    for (const pdf of [outside!, inside!]) for (const place of ['file:', 'malbild.invalid', folder]) expect(pdf).not.toContain(place);
    expect(inside).not.toContain('namnd/SOC');
  });

  it('that cannot be printed is told in a line', async () => {
    const none = { page: `${folder}/index.html`, pdf: `${folder}/c.pdf`, address: null };
    const failed = await printPages('/bin/false', [none], DAY).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PrintError);
    expect((failed as Error).message).not.toContain('\n');
  }, 30_000);
});
