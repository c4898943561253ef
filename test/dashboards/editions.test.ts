import { MOST_ENTRIES } from '../../dashboards/open-data/change-entries.ts';
import { describe, expect, test } from 'vitest';
import type { Site, SiteReported } from '../../pipeline/contract/site.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';

const site = fixtureSite({});
const now = site.metrics
  .find(({ id }) => id === 'sick-leave')!
  .observations.find(o => o.window === 'ytd' && o.period_start === '2026-08-01' && o.members.join() === 'SOC,*')!;

const reported = (said: Partial<SiteReported>): SiteReported => ({
  ...{ follow_up: '2026-delar', place: 'SOC', then: now, causes: null },
  page: 'uppfoljning/2026-delar/nyckeltal/sick-leave/SOC/index.html',
  ...said,
});
const withReported = (...all: SiteReported[]): Site => ({
  ...site,
  metrics: site.metrics.map(metric =>
    metric.id === 'sick-leave' ? { ...metric, reported: all, judgements: () => metric.judgements() } : metric,
  ),
});
const page = async (of: Site, path = 'nyckeltal/sick-leave/SOC/index.html') => (await wordsOf(of, path)).replaceAll('\u00a0', ' ');

describe('a metric’s page says what its figure was in each follow-up', () => {
  test('with the day, who approved it, then, now and why it is another', async () => {
    const then = { ...now, value: now.value! + 1 };
    const said = await page(withReported(reported({ then, causes: ['corrected', 'moved-unit'] }), reported({ follow_up: '2026-t1' })));
    expect(said).toMatch(
      /Delårsrapport (\d,\d) % (?!\1)\d,\d % januari–augusti 2026 25 september 2026 kommunfullmäktige, 21 oktober 2026, § 152 reviderad: en senare leverans ersatte den som gällde, flyttad enhet/,
    );
    expect(said).toMatch(/Tertialrapport 1 (\d,\d) % \1 % januari–augusti 2026 20 maj 2026 inte behandlad än ingen/);
  });

  test('hidden then is hidden in it, and what was not settled is no revision', async () => {
    const hidden = { ...now, value: null, flag: 'suppressed' as const };
    expect(await page(withReported(reported({ then: hidden })))).toMatch(
      /Delårsrapport (?!\d)[^%]{1,40} \d,\d % januari–augusti 2026 [^%]+ § 152 visas på annat sätt nu/,
    );
    const early = { ...now, value: now.value! + 1, marks: ['partial' as const] };
    expect(await page(withReported(reported({ then: early })))).toContain('§ 152 var inte färdig då');
  });

  test('and nothing where no follow-up has it', async () =>
    expect(await page(withReported())).not.toContain('rapporterades i uppföljningarna'));
});

describe('Utgåvor', () => {
  test('lists this edition, the follow-ups with who approved them, and the editions before with what changed', async () => {
    const said = await page(site, 'utgavor/index.html');
    expect(said).toContain('Den här utgåvan Uppgifter per 16 november 2026.');
    expect(said).toMatch(/Delårsrapport 31 augusti 2026 25 september 2026 kommunfullmäktige, 21 oktober 2026, § 152 d{12}/);
    expect(said).toMatch(/Tertialrapport 1 30 april 2026 20 maj 2026 inte behandlad än 1{12}/);
    expect(said).toMatch(
      /Uppgifter per 10 november 2026 e{12} Sjukfrånvaro: nya siffror Uppgifter per 10 oktober 2026 a{12} Det fanns ingen/,
    );
  });

  test('says of the first of them that nothing was before it, not that nothing changed', async () => {
    const [one, two] = [
      { edition: 'e'.repeat(64), as_of: '2026-11-10' },
      { edition: 'a'.repeat(64), as_of: '2026-10-10' },
    ];
    const said = await page({ ...site, editions: [one, two], history: [] }, 'utgavor/index.html');
    expect(said).toMatch(
      /Uppgifter per 10 november 2026 e{12} Inga siffror[^.]*. Uppgifter per 10 oktober 2026 a{12} Det fanns ingen tidigare utgåva att jämföra med./,
    );
  });

  test('tells of no day whose changes the feed has forgotten, and says from when they are told', async () => {
    const entry = (updated: string, i: number) => ({ updated, title: `Nyckeltal ${i}: nya siffror`, summary: '', path: 'index.html' });
    const history = Array.from({ length: MOST_ENTRIES }, (_, i) => entry(i < 150 ? '2026-11-10' : '2026-11-09', i));
    const days = ['2026-11-10', '2026-11-09', '2026-11-08', '2026-11-07'];
    const editions = days.map(as_of => ({ edition: 'e'.repeat(64), as_of }));
    const said = await page({ ...site, editions, history }, 'utgavor/index.html');
    expect(said).toContain('Uppgifter per 10 november 2026');
    expect(said).toMatch(/och 142 till Uppgifter per 9 november 2026 .* och fler Äldre utgåvor än från 9 november 2026 räknas inte upp./);
    expect(said).not.toMatch(/Uppgifter per [78] november|Inga siffror/);
  });

  test('says so in the first edition', async () => {
    expect(await page({ ...site, editions: [], history: [], follow_ups: [] }, 'utgavor/index.html')).toContain(
      'Det här är den första utgåvan.',
    );
    const withdrawn = [
      { ...{ edition: 'b'.repeat(64), as_of: '2026-10-10', follow_up: null }, ...{ date: '2026-10-11', by: 'KS', reason: 'fel' } },
    ];
    expect(await page({ ...site, editions: [], history: [], withdrawn }, 'utgavor/index.html')).toContain(
      'Ingen tidigare utgåva finns kvar.',
    );
  });
});
