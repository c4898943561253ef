import { beforeAll, describe, expect, test } from 'vitest';
import type { MetricLife } from '../../pipeline/contract/life.ts';
import type { Page } from '../../dashboards/render-site.ts';
import { fixtureSite } from './fixture-site.ts';
import { SOME_ASSETS } from './some-assets.ts';
import { renderSite } from './render-pages.ts';

const LIFE: MetricLife = {
  proposed: '2026-02-01',
  adopted: { by: 'Kommunstyrelsen', date: '2026-03-15', paragraph: '§ 12' },
  retired: { date: '2026-06-30', reason: 'Ny mätmetod', replaced_by: 'sick-leave-national' },
};
const text = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function pagesOn(as_of: string): Promise<{ head: string; proof: string; list: string; link: boolean }> {
  const site = fixtureSite({ as_of });
  const metrics = site.metrics.map(metric => (metric.id === 'sick-leave' ? { ...metric, life: LIFE } : metric));
  const pages: Page[] = await renderSite({ ...site, metrics }, SOME_ASSETS);
  const html = (path: string) => pages.find(page => page.path === path)!.html;
  const own = html('nyckeltal/sick-leave/index.html');
  const [head, proof] = own.split('class="proof"');
  const row = html('nyckeltal/index.html')
    .split('<tr')
    .find(one => one.includes('sick-leave/'))!;
  return { head: text(head!), proof: text(proof!), list: text(row), link: /ersatt av <a href="[^"]*sick-leave-national/.test(proof!) };
}

describe('a metric that was proposed, adopted and retired', () => {
  let before: Awaited<ReturnType<typeof pagesOn>>, between: typeof before, after: typeof before;
  beforeAll(async () => {
    [before, between, after] = (await Promise.all(['2026-03-01', '2026-05-01', '2026-11-17'].map(pagesOn))) as [
      typeof before,
      typeof before,
      typeof before,
    ];
  });
  test('is a proposal until it is adopted', () => {
    expect(before.head).toContain('Förslag');
    expect(before.list).toContain('Förslag');
    expect(before.proof).toContain('Förslag sedan 1 februari 2026.');
    expect(before.proof).not.toContain('Antaget');
  });
  test('is untagged while in use, and says when it is to end', () => {
    expect(between.head + between.list).not.toMatch(/Förslag|Upphört/);
    expect(between.proof).toContain('Antaget av Kommunstyrelsen den 15 mars 2026, § 12.');
    expect(between.proof).toContain('Upphör den 30 juni 2026: Ny mätmetod');
  });
  test('has ended from that day on, and names its successor', () => {
    expect(after.head).toContain('Upphört');
    expect(after.list).toContain('Upphört');
    expect(after.proof).toMatch(/Upphörde den 30 juni 2026: Ny mätmetod; ersatt av Sjukfrånvaro, nationellt ?\./);
    expect(after.link).toBe(true);
  });
});
