import { describe, expect, test } from 'vitest';
import type { Change, Site } from '../../pipeline/contract/site.ts';
import { sitePages } from '../../dashboards/render-site.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';
import { SOME_ASSETS } from './some-assets.ts';

const plain = (words: string) => words.replaceAll('\u00a0', ' ');
const overview = async (given: Partial<Site> = {}) => plain(await wordsOf(fixtureSite(given), 'index.html'));
const htmlOf = async (given: Partial<Site>) =>
  (await sitePages(fixtureSite(given), SOME_ASSETS)).find(({ path }) => path === 'index.html')!.render().html;
/** The column of what needs attention, as words. */
const attention = (words: string) => /Behöver uppmärksamhet.*?(?= Går bra )/.exec(words)![0];

describe('what needs attention', () => {
  const item = {
    metric: 'net-cost',
    place: 'BUN',
    period_start: '2026-10-01',
    value: 1,
    special_cause: 'Above UCL',
    p: 0.001,
    sentence: 'Det avviker.',
    example: false,
  } as const;

  test('is what is forecast to miss, late data and overdue assessments', async () => {
    const found = attention(await overview());
    expect(found).toMatch(/Bedöms inte uppfyllas\. Försämras/);
    expect(found).toContain('Ärenden Uppgifterna väntades 10 november 2026.');
    expect(found).toContain('Fastighetsunderhåll Källan har inte levererat något än.');
    expect(found).toContain(
      'Invånarna känner förtroende Nästa bedömning är försenad. Den senaste lämnades av Kommundirektör 18 maj 2026, om januari–april 2026.',
    );
  });

  test('is also what reaches its target but stands out the wrong way, which then does not go well', async () => {
    const quiet = await overview();
    const [calm, unusual] = [quiet, await overview({ attention: [{ place: '*', tested: 4, items: [item] }] })].map(words => ({
      bad: attention(words),
      good: /Går bra.*/.exec(words)![0].split(' Så färska')[0]!,
    }));
    const name = 'Nettokostnad , Barn- och utbildningsnämnden';
    expect(calm!.bad).not.toContain(name);
    expect(calm!.good).toContain(name);
    expect(unusual!.bad).toContain(name);
    expect(unusual!.bad).toContain('Avviker från sitt vanliga mönster.');
    expect(unusual!.good.split('Sticker ut')[0]).not.toContain(name);
  });

  test('says nothing of what is late where all has come', async () => {
    const [plan] = fixtureSite().plans;
    const goals = plan!.goals.map(goal => ({ ...goal, reason: null }));
    const found = await overview({ sources: [], plans: [{ ...plan!, goals }] });
    expect(attention(found)).not.toContain('Försenat');
  });

  test('links a unit to its page', async () => {
    expect(await htmlOf({})).toMatch(/class="watch"[^]*?<a href="namnd\/SOC\/index.html">Vård- och omsorgsnämnden<\/a>/);
  });
});

describe('what has changed', () => {
  const change = (id: string, kind: 'goal' | 'indicator'): Change => ({
    type: 'status',
    kind,
    plan: '2026',
    id,
    name: `Ändring ${id}`,
    from: { status: 'met', rests_on: 'outcome' },
    to: { status: 'partly', rests_on: 'outcome' },
    sentence: '',
  });
  const changed = (follow_up: readonly Change[]): Partial<Site> => ({ changes: { ...fixtureSite().changes, follow_up } });

  test('begins with the council’s goals, and folds what is more than six', async () => {
    const html = await htmlOf(
      changed([
        change('SOC-sjuk', 'indicator'),
        change('KF1-SOC', 'goal'),
        ...['a', 'b', 'c', 'd', 'e'].map(id => change(id, 'indicator')),
        change('KF2', 'goal'),
      ]),
    );
    const section = /<section aria-labelledby="andrat">[^]*?<\/section>/.exec(html)![0];
    const names = [...section.matchAll(/Ändring ([\w-]+)/g)].map(([, id]) => id);
    expect(names).toEqual(['KF2', 'KF1-SOC', 'SOC-sjuk', 'a', 'b', 'c', 'd', 'e']);
    expect(section.indexOf('<details>')).toBeGreaterThan(section.indexOf('Ändring c'));
    expect(section.indexOf('<details>')).toBeLessThan(section.indexOf('Ändring d'));
    expect(section).toContain('<summary>Två ändringar till</summary>');
  });

  test('counts in the answer only the goals that it tallies', async () => {
    expect(await overview(changed([change('KF1', 'goal'), change('KF1-SOC', 'goal')]))).toContain('har ett mål fått ny status');
  });
});
