import { beforeAll, describe, expect, test } from 'vitest';
import { sitePages } from '../../dashboards/render-site.ts';
import { fixtureSite } from './fixture-site.ts';
import { SOME_ASSETS } from './some-assets.ts';

let page: (path: string) => string;
beforeAll(async () => {
  const pages = await sitePages(fixtureSite(), SOME_ASSETS);
  page = path =>
    pages
      .find(one => one.path === path)!
      .render()
      .html.replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
});

test('a metric’s definition says what usual variation and the forecast are made from', () => {
  const said = page('nyckeltal/sick-leave/index.html');
  expect(said).toContain('Vanlig variation räknad på 45 månader, juli 2024–oktober 2026, med årstiden borträknad');
  expect(said).toContain('Prognos perioderna som återstår antas bli som samma period året innan');
  expect(page('nyckeltal/fte/index.html')).not.toContain('räknad på');
});

describe('the page of a metric that a plan holds against a budget', () => {
  test.each(['nyckeltal/net-cost/index.html', 'nyckeltal/net-cost/SOC/index.html'])('has the year month by month, %s', path => {
    const said = page(path);
    expect(said).toContain('Nettokostnad mot budget');
    expect(said).toMatch(/dec [\d ]+ [\d ]+ prognos – –/);
    expect(said).toContain('Hela 2026, beräknad prognos');
  });
  test('is its own page alone', () => {
    expect(page('nyckeltal/budget/index.html')).not.toContain('mot budget');
    expect(page('nyckeltal/sick-leave/SOC/index.html')).not.toContain('mot budget');
  });
});
