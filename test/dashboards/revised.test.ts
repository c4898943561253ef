import { expect, test } from 'vitest';
import type { Site, SiteRevision } from '../../pipeline/contract/site.ts';
import { seriesModel } from '../../dashboards/drill/series-model.ts';
import { seriesFile } from '../../dashboards/series-file.ts';
import { numberOf } from '../../dashboards/site/sort-table.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';

const revision = (said: Partial<SiteRevision>): SiteRevision => ({
  grain: 'month',
  window: 'period',
  period_start: '2026-10-01',
  members: ['SOC', '*'],
  was: 5.44,
  follow_up: '2026-delar',
  causes: ['corrected'],
  ...said,
});

/** The fixture's site where sick leave is revised so. */
function revisedSite(...revisions: SiteRevision[]): Site {
  const site = fixtureSite({});
  return {
    ...site,
    metrics: site.metrics.map(metric =>
      metric.id === 'sick-leave' ? { ...metric, revisions, judgements: () => metric.judgements() } : metric,
    ),
  };
}
const page = async (...revisions: SiteRevision[]) =>
  (await wordsOf(revisedSite(...revisions), 'nyckeltal/sick-leave/SOC/index.html')).replaceAll('\u00a0', ' ');

test('a revised figure says what it was, what it is and which follow-up reported it: as key figure, in the table and where the chart is read', async () => {
  const said = await page(revision({}));
  expect(said).toMatch(/Reviderad: 5,4 → \d,\d rapporterad i Delårsrapport/);
  expect(said).toMatch(/oktober 2026: \d,\d %[^<]*; reviderad: 5,4 → \d,\d, rapporterad i Delårsrapport/);
  expect(said).toMatch(
    /Reviderade siffror, procent. Period Rapporterad Nu Rapporterad i Orsak oktober 2026 5,4 \d,\d Delårsrapport en senare leverans ersatte/,
  );
  expect(said).toContain('Pil: siffran är reviderad');
});

test('a revised figure of a unit stands so in the table of units, which is sorted by what it is now', async () => {
  const said = await page(revision({ members: ['301', '*'], was: 1.23 }));
  expect(said).toMatch(/Enheterna i siffror, procent\.[^|]*? Pil: siffran är reviderad/);
  expect(said).toMatch(/Hemtjänst norr( –| [−\d,]+)+ 1,2 → \d,\d /);
  expect(await page(revision({ was: 1.23 }))).not.toMatch(/Enheterna i siffror, procent\.[^.]*Pil:/);
  expect(numberOf('1,2 → 7,8')).toBe(7.8);
});

test('an earlier period’s stands in the table alone, and a figure that prints as it was reported says nothing', async () => {
  const earlier = await page(revision({ period_start: '2026-03-01', was: 3.21 }));
  expect(earlier).toMatch(/mars 2026 3,2 \d,\d Delårsrapport/);
  expect(earlier).not.toContain('Reviderad:');
  const { value } = fixtureSite({})
    .metrics.find(({ id }) => id === 'sick-leave')!
    .observations.find(o => o.grain === 'month' && o.period_start === '2026-10-01' && o.members.join() === 'SOC,*')!;
  const same = await page(revision({ was: value! + 0.000_002 }));
  expect(same).not.toContain('Rapporterad');
  expect(same).not.toContain('Pil:');
});

test('the year to date at a follow-up says what it was reported as there', async () => {
  const said = await page(revision({ window: 'ytd', period_start: '2026-08-01', was: 1.23 }));
  expect(said).toMatch(/Delårsrapport januari–augusti 2026 \d,\d % Reviderad: 1,2 → \d,\d rapporterad i Delårsrapport/);
});

test('the part of a unit that moved is not what was reported of the whole unit', () => {
  const site = revisedSite(revision({ grain: 'year', period_start: '2026-01-01', members: ['403', '*'] }));
  const metric = site.metrics.find(({ id }) => id === 'sick-leave')!;
  const model = seriesModel(seriesFile(site, metric, 'VOF'));
  expect(model.cells('year', 'period', ['403', '*']).map(({ part, revised }) => [part, revised])).toContainEqual([true, null]);
});
