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

test('a metric’s sources say how much of what was read is not in its figures', () => {
  expect(page('nyckeltal/sick-leave/index.html')).toMatch(
    /\d+ av [\d ]+ lästa rader \((mindre än )?0,\d\d %\) är avvisade eller undantagna/,
  );
  expect(page('nyckeltal/net-cost/index.html')).toContain('Alla lästa rader är med i siffrorna.');
});

test('an event is told on the pages of the metrics and places that it concerns, and nowhere else', () => {
  expect(page('nyckeltal/sick-leave/index.html')).toContain('6 maj 2024: nytt lönesystem.');
  expect(page('nyckeltal/sick-leave/index.html')).not.toContain('influensa.');
  expect(page('nyckeltal/net-cost/index.html')).not.toContain('nytt lönesystem');
  expect(page('nyckeltal/sick-leave/index.html')).not.toContain('ny nämnd.');
});

test('an event stands in the table of all periods, at the period it happened in', () => {
  expect(page('nyckeltal/sick-leave/index.html')).toMatch(
    /Händelser under perioderna\. Period Utfall Händelse maj 2024 \d,\d 6 maj 2024: nytt lönesystem/,
  );
  expect(page('nyckeltal/net-cost/index.html')).not.toContain('Händelser under perioderna');
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
