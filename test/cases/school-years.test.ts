import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GoalsFile } from '../../pipeline/contract/goals.ts';
import { runCase } from './run-case.ts';

it('targets for quarters, half-years and school years are judged and told as such', async () => {
  const run = await runCase('school-years');
  const tree = join(run.dist, 'current', 'public');
  const { plans } = JSON.parse(await readFile(join(tree, 'data', 'goals.json'), 'utf8')) as GoalsFile;
  const page = await readFile(join(tree, 'nyckeltal', 'absent-hours', 'index.html'), 'utf8');
  await run.remove();
  const said = plans[0]!.goals[0]!.indicators.map(i => [i.id, i.status, i.rests_on, i.months, i.sentence]);
  expect(said).toEqual([
    [
      'KVARTAL',
      'partly',
      'outcome',
      null,
      'Frånvaro: 10,5\u00a0% under januari–mars 2026, 0,5\u00a0procentenheter över målet på högst 10\u00a0%. Det är 3,0\u00a0procentenheter högre än samma period året före, en försämring. Målet är delvis uppfyllt.',
    ],
    // 16 % against 10 %.
    [
      'HALVAR',
      'not-met',
      'outcome',
      '2025-Q3 2025-Q4',
      'Frånvaro: 16,0\u00a0% under juli–december 2025, mot 10,0\u00a0% samma period året före. Målet är inte uppfyllt.',
    ],
    [
      'LASAR',
      'met',
      'to-date',
      null,
      'Frånvaro: 5,0\u00a0% under juli 2025–mars 2026, lika med målet på högst 5\u00a0%. Räknat på de perioder som finns båda åren är det oförändrat mot året före. Målet är hittills uppfyllt.',
    ],
    [
      'FORRA',
      'met',
      'outcome',
      null,
      'Frånvaro per kvartal: 7,5\u00a0% (senast kända, läsåret 2024/25), lika med målet på högst 7,5\u00a0%. Målet är uppfyllt.',
    ],
    [
      'TIMMAR',
      'not-assessable',
      null,
      null,
      'Frånvarotimmar. Vi vet inte ännu om målet nås: historiken är för kort för en prognos.',
    ],
  ]);
  expect(page.replaceAll('\u00a0', ' ')).toContain('Frånvarotimmar: 1 800 under läsåret 2024/25.');
});
