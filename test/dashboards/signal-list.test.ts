import { describe, expect, it } from 'vitest';
import { sitePages } from '../../dashboards/render-site.ts';
import type { AttentionItem } from '../../pipeline/contract/signals.ts';
import { fixtureSite } from './fixture-site.ts';

const bundle = {
  css: '',
  files: [],
  scripts: { drill: 'assets/drill-1.js', due: 'assets/due-1.js' },
  explore: { bytes: 400_000, packed: 80_000 },
};

const item = (place: string, changes: Partial<AttentionItem> = {}): AttentionItem => ({
  metric: 'sick-leave',
  place,
  period_start: '2026-08-01',
  value: 9.25,
  special_cause: 'Above UCL',
  p: 0.001,
  sentence: 'Det avviker från det vanliga mönstret.',
  example: false,
  ...changes,
});

/** The overview's section of what stands out, as markup and as text; null where there is none. */
async function section(items: readonly AttentionItem[], tested: number, place = '*') {
  const pages = await sitePages({ ...fixtureSite(), plans: [], attention: [{ place, tested, items }] }, bundle);
  const { html } = pages.find(({ path }) => path === 'index.html')!.render();
  const markup = /<section aria-labelledby="sticker-ut">[^]*?<\/section>/.exec(html)?.[0];
  return markup === undefined ? null : { markup, text: markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

describe('what stands out, on the overview', () => {
  it('is a heading and a row each: the metric and place, the value and when, what is said of it', async () => {
    const found = (await section([item('SOC'), item('UTB', { value: 8 })], 12))!;
    expect(found.markup).toContain('<h2 id="sticker-ut">Sticker ut den senaste perioden</h2>');
    const rows = [...found.markup.matchAll(/<li>[^]*?<\/li>/g)].map(([row]) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]!.replace(' ,', ',')).toMatch(/^Sjukfrånvaro, \S.* 9,3.%, augusti 2026\. Det avviker från det vanliga mönstret\.$/);
    expect(rows[1]).toMatch(/ 8,0.%, augusti 2026\. /);
    expect(found.markup).toMatch(
      /<a href="nyckeltal\/sick-leave\/SOC\/index\.html">Sjukfrånvaro<\/a>, <a href="namnd\/SOC\/index\.html">Vård/,
    );
    expect(found.text).toContain('12 serier är prövade; högst omkring en av tio rader väntas vara slump.');
  });

  it('is the seven worst, and says how many more there are', async () => {
    const found = (await section(
      Array.from({ length: 9 }, () => item('SOC')),
      40,
    ))!;
    expect(found.markup.match(/<li>/g)).toHaveLength(7);
    expect(found.text).toMatch(/Två till: se nyckeltalens sidor\./);
  });

  it('says that it rests on invented figures where it does', async () => {
    expect((await section([item('SOC'), item('UTB', { example: true })], 12))!.text).toContain('Exempeldata');
    expect((await section([item('SOC')], 12))!.text).not.toContain('Exempeldata');
  });

  it('says so where nothing does, and is not there where nothing could be tested', async () => {
    const quiet = (await section([], 1))!;
    expect(quiet.text).toContain('Ingenting avviker åt fel håll mer än slumpen brukar ge.');
    expect(quiet.text).toContain('En serie är prövad');
    expect(quiet.markup).not.toContain('<li>');
    expect(await section([], 0)).toBeNull();
    expect(await section([item('S1')], 4, 'SOC')).toBeNull();
  });
});
