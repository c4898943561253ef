import { expect, test } from 'vitest';
import type { Site } from '../../pipeline/contract/site.ts';
import { fixtureSite } from './fixture-site.ts';
import { wordsOf } from './plan-pages.ts';

const PAGE = 'nyckeltal/sick-leave/SOC/index.html';
const said = async (site: Site): Promise<string> => (await wordsOf(site, PAGE)).replaceAll('\u00a0', ' ');

/** The fixture's site, where rejects have a file and line as they do internally. */
function internalSite(): Site {
  const site = fixtureSite({ audience: 'internal' });
  const rejects = [
    { rule: 'type', count: 1, file: 'franvaro_2026-10_2026-11-05.csv', line: 17, column: 'Sjuktimmar' },
    { rule: 'key', count: 1, file: 'franvaro_2026-09_2026-10-05.csv', line: 4, column: 'Anställd' },
  ];
  return { ...site, sources: site.sources.map(source => ({ ...source, rejects })) };
}

test('a metric’s page walks its key figure back to edition, SQL and the extracts of its period, without script', async () => {
  const text = await said(fixtureSite({}));
  expect(text).toMatch(/Vägen tillbaka Visa var siffran kommer ifrån Siffran: \d,\d %, oktober 2026, i utgåvan från/);
  expect(text).toContain('Ur ett uttag som gäller för perioden:');
  expect(text).toContain('franvaro_2026-10_2026-11-05.csv , levererat 5 november 2026, 898 rader gäller, 2 avvisade. sha256 101010101010');
  expect(text).toContain('Här slutar den publika vägen.');
  expect(text).not.toContain('malbild explain');
});

test('internally it goes on to rejects by file and line, and to the command that names the lines that count', async () => {
  const text = await said(internalSite());
  expect(text).toMatch(/1 avvisad rad kunde ha räknats: franvaro_2026-10_2026-11-05.csv:17 : värdet går inte att tolka \(Sjuktimmar\)/);
  expect(text).toContain('malbild explain sick-leave 2026-10 organisation=SOC --audience internal');
  expect(text).not.toContain('Här slutar den publika vägen.');
});

test('an extract whose place others have taken is no part of it', async () => {
  const site = fixtureSite({});
  const sources = site.sources.map(source => ({
    ...source,
    deliveries: source.deliveries.map(one => ({ ...one, counts: false })),
  }));
  expect(await said({ ...site, sources })).toContain('Inget uttag som gäller nu är om perioden.');
});
