import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { accessibilityChecks } from '../../dashboards/accessibility-checks.ts';
import { accessibilityTexts as t } from '#texts/accessibility.ts';
import { CHECKED } from '../browser/walk-pages.ts';
import vitestConfig from '../../vitest.config.ts';
import { fixtureSite } from './fixture-site.ts';
import { SOME_ASSETS } from './some-assets.ts';
import { renderSite } from './render-pages.ts';

const statement = async (contact: ReturnType<typeof fixtureSite>['municipality']['contact']): Promise<string> => {
  const site = fixtureSite();
  const pages = await renderSite({ ...site, plans: [], metrics: [], municipality: { ...site.municipality, contact } }, SOME_ASSETS);
  return pages.find(({ path }) => path === 'om/index.html')!.html.split('id="tillganglighet"')[1]!;
};

test.each(accessibilityChecks)('what is said to be tested is: $words', async ({ file, test: words }) => {
  expect(vitestConfig.test?.include).toContain('test/**/*.test.ts');
  const text = await readFile(file, 'utf8');
  if (file === 'test/browser/every-type.test.ts') {
    expect(CHECKED).toContain(words);
    expect(text).toMatch(/test\.each\(CHECKED\)/);
  } else {
    expect(text).toMatch(new RegExp(`\\btest\\('[^']*${words}`));
  }
  expect(text).not.toMatch(/\.(skip|only|todo|fails)\b/);
});

test('the statement has what the law asks for, and where to turn', async () => {
  const text = await statement({ email: 'a@b.example', phone: '031-390 06 00', url: 'https://b.example/x' });
  for (const words of [
    '2018:1937',
    'delvis förenliga',
    t.defects,
    accessibilityChecks[0].words,
    'href="https://www.digg.se/tdosanmalan"',
    '26 november 2026',
  ])
    expect(text).toContain(words);
  for (const href of ['mailto:a@b.example', 'tel:0313900600', 'https://b.example/x']) expect(text).toContain(`href="${href}"`);
});

test('a municipality that has not said where to turn is said not to have', async () => {
  expect(await statement(null)).toContain('Åby kommun har inte angett vart man vänder sig');
});
