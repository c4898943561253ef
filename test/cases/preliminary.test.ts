import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GoalsFile } from '../../pipeline/contract/goals.ts';
import { runCase } from './run-case.ts';

it('a preliminary figure is shown and tagged, and cannot be assessed', async () => {
  const run = await runCase('preliminary');
  const tree = join(run.dist, 'current', 'public');
  const { plans } = JSON.parse(await readFile(join(tree, 'data', 'goals.json'), 'utf8')) as GoalsFile;
  const page = await readFile(join(tree, 'nyckeltal', 'waiting', 'index.html'), 'utf8');
  await run.remove();
  const said = plans[0]!.goals[0]!.indicators.map(({ id, status, reason, sentence }) => [id, status, reason, sentence.replaceAll('\u00a0', ' ')]);
  expect(said).toEqual([
    // (360 + 400) / (120 + 80), as it came on 2 April: the first delivery said 1 000 minutes.
    ['M1-januari', 'met', null, 'Väntetid per besök: 3,8 i januari 2026, 0,2 under målet på högst 4. Målet är uppfyllt.'],
    [
      'M1-mars',
      'not-assessable',
      'preliminary',
      'Väntetid per besök: 3,0 i mars 2026. Vi vet inte ännu om målet nås: uppgifterna är preliminära.',
    ],
    [
      'M1-februari-nojd',
      'met',
      null,
      'Nöjda besökare: 81,5 % i februari 2026, 1,5 procentenheter över målet på minst 80 %. Målet är uppfyllt.',
    ],
    [
      'M1-mars-nojd',
      'not-assessable',
      'preliminary',
      'Nöjda besökare: 84,0 % i mars 2026. Vi vet inte ännu om målet nås: uppgifterna är preliminära.',
    ],
  ]);
  expect(page).toContain('<span class="tag">Preliminär</span>');
});
