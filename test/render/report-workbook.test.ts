import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { sitePages } from '../../dashboards/render-site.ts';
import { reportsOf } from '../../dashboards/report/report.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { reportTexts } from '#texts/report.ts';
import { formatNumber } from '../../pipeline/contract/format-number.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { openZip } from '../../pipeline/load/packed/open-zip.ts';
import { reportWorkbook } from '../../pipeline/render/report-workbook.ts';
import { fixtureSite } from '../dashboards/fixture-site.ts';
import { SOME_ASSETS } from '../dashboards/some-assets.ts';
import { tempFolder } from '../temp-folder.ts';
import { readWorkbook } from './read-workbook.ts';

const STAMP = { edition: '7c1e9a04'.repeat(8), date: '17 november 2026' };

async function workbookOf(site: Site, place: string): Promise<string> {
  const index = indexSite(site);
  const report = reportsOf(index).find(one => one.place === place)!;
  const path = `${await tempFolder()}/rapport.xlsx`;
  await writeFile(path, await reportWorkbook(index, report, STAMP));
  return path;
}

const site = fixtureSite();
const { sheets: names, columns, aboutRows } = reportTexts;

describe('a report’s workbook, read by another reader than wrote it', () => {
  it('says first what it is, of what day, in which edition and for whom', async () => {
    const read = await readWorkbook(await workbookOf(fixtureSite({ audience: 'internal' }), 'SOC'));
    expect(new Map(read.get(names.about)!.slice(1) as [string, string][])).toEqual(
      new Map([
        [aboutRows.report, 'Månadsrapport, oktober 2026'],
        [aboutRows.place, 'Vård- och omsorgsnämnden'],
        [aboutRows.municipality, 'Åby kommun'],
        [aboutRows.asOf, '2026-11-16'],
        [aboutRows.edition, STAMP.edition],
        [aboutRows.date, STAMP.date],
        [aboutRows.audience, reportTexts.audience.internal],
        [aboutRows.marks, expect.stringContaining('Exempeldata')],
      ]),
    );
  });

  it('has every number as a number, the one that the page prints', async () => {
    for (const place of ['*', 'SOC']) {
      const read = await readWorkbook(await workbookOf(site, place));
      const page = (await sitePages(site, SOME_ASSETS)).find(
        ({ path }) => path === (place === '*' ? 'rapport/index.html' : `rapport/${place}/index.html`),
      )!;
      const words = page.render().html.replace(/<[^>]+>/g, ' ');
      const [head, ...rows] = read.get(names.indicators)!;
      const at = (header: string) => head!.indexOf(header);
      const index = indexSite(site);
      const report = reportsOf(index).find(one => one.place === place)!;
      expect(rows.length).toBe(report.indicators.length);
      rows.forEach((row, i) => {
        const metric = index.metric(report.indicators[i]!.indicator.metric ?? '');
        if (metric === null) return;
        for (const header of [columns.figure, columns.deviation, columns.forecast]) {
          const value = row[at(header)] ?? null;
          if (typeof value === 'number') expect(words, `${String(row[0])}: ${header}`).toContain(formatNumber(value, metric.decimals));
        }
      });
      const figures = rows.map(row => row[at(columns.figure)]);
      expect(figures.filter(value => typeof value === 'number').length).toBeGreaterThan(1);
      expect(rows.map(row => row[at(columns.by)])).toContain('2026-12-31');
    }
  });

  it('has a sheet for each table that has rows, as the page has', async () => {
    const read = await readWorkbook(await workbookOf(site, 'SOC'));
    expect([...read.keys()].slice(0, 4)).toEqual([names.about, names.goals, names.indicators, names.metrics]);
    expect([...read.values()].every(rows => rows.length > 1)).toBe(true);
    const [head, january] = read.get(names.budget)!;
    expect(Object.fromEntries(head!.map((header, at) => [header, january![at]]))).toMatchObject({
      [columns.month]: 'januari 2026',
      [columns.budget]: 6_400_000,
      [columns.outcome]: 6_811_115,
      [columns.deviation]: -411_115,
      [columns.unit]: 'kr',
    });
    expect(read.get(names.sources)![1]!.slice(0, 3)).toEqual(['Sjukfrånvaro ur lönesystemet', 'i tid', '2026-11-05']);
  });

  it('keeps text as text, whatever it begins with', async () => {
    const evil = '=HYPERLINK("http://example.org";"x")';
    const plans = site.plans.map(plan => ({ ...plan, goals: plan.goals.map(goal => ({ ...goal, name: evil })) }));
    const path = await workbookOf({ ...site, plans }, '*');
    expect((await readWorkbook(path)).get(names.goals)!.map(row => row[0])).toContain(evil);
    const zip = await openZip(path);
    for (const file of zip.files.filter(({ name }) => name.startsWith('xl/worksheets/')))
      expect((await buffer(zip.read(file))).toString(), file.name).not.toContain('<f');
    zip.close();
  });

  it('names the edition on each sheet of paper, and is the same bytes each time', async () => {
    const path = await workbookOf(site, 'SOC');
    const zip = await openZip(path);
    const sheets = zip.files.filter(({ name }) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(4);
    for (const file of sheets) {
      const xml = (await buffer(zip.read(file))).toString();
      expect(xml).toContain(`<oddFooter>&amp;L${STAMP.edition}&amp;R${reportTexts.page.replaceAll('&', '&amp;')}</oddFooter>`);
      expect(xml).toContain('Utgåva 17 november 2026</oddHeader>');
    }
    zip.close();
    expect(await readFile(await workbookOf(fixtureSite(), 'SOC'))).toEqual(await readFile(path));
  });
});
