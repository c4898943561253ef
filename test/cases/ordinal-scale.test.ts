import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCase } from './run-case.ts';

it('an ordinal scale: each level’s share of its cell, the share at level 3 or more, the level in the middle, and levels in their own order', async () => {
  const run = await runCase('ordinal-scale');
  const tree = join(run.dist, 'current', 'public');
  const figures = async (metric: string, period: string): Promise<Record<string, number>> => {
    const [header, ...rows] = (await readFile(join(tree, 'data', 'observations', `${metric}.csv`), 'utf8')).trim().split('\n');
    const columns = header!.split(',');
    const value = columns.indexOf('value');
    const asked = rows.map(row => row.split(',')).filter(row => row[1] === period.split(' ')[0] && row[3] === period.split(' ')[1]);
    return Object.fromEntries(asked.map(row => [row.slice(5, value).join(' '), Math.round(Number(row[value]) * 10) / 10]));
  };
  const [distribution, satisfied, middle] = await Promise.all(
    ['distribution', 'satisfied', 'middle'].map(async metric => ({
      january: await figures(metric, 'month 2026-01-01'),
      february: await figures(metric, 'month 2026-02-01'),
      year: await figures(metric, 'year 2026-01-01'),
    })),
  );
  const page = await readFile(join(tree, 'nyckeltal', 'distribution', 'index.html'), 'utf8');
  await run.remove();
  // Worked out by hand in the case's README.
  expect(distribution!.february).toEqual({
    ...{ 'NORR *': 100, 'NORR N1': 0, 'NORR N2': 20, 'NORR N3': 40, 'NORR N4': 20, 'NORR N5': 20 },
    ...{ 'SYD *': 100, 'SYD N1': 25, 'SYD N2': 25, 'SYD N3': 0, 'SYD N4': 25, 'SYD N5': 25 },
    ...{ '* *': 100, '* N1': 11.1, '* N2': 22.2, '* N3': 22.2, '* N4': 22.2, '* N5': 22.2 },
  });
  expect(satisfied!.february).toEqual({ '*': 66.7, NORR: 80, SYD: 50 });
  expect(satisfied!.year['*']).toBe(71.4);
  expect(middle!.february).toEqual({ '*': 3, NORR: 3, SYD: 3 });
  expect(middle!.january).toEqual({ '*': 3, NORR: 5, SYD: 3 });
  expect(middle!.year['*']).toBe(3);
  const offered = [...page.matchAll(/<option[^>]*value="(N\d)"/g)].map(([, level]) => level);
  expect(offered).toEqual(['N1', 'N2', 'N3', 'N4', 'N5']);
});
