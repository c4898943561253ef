import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { planWorkbook } from '../../pipeline/forms/plan/plan-workbook.ts';
import { readPlanWorkbook } from '../../pipeline/forms/plan/read-plan-workbook.ts';
import { readPlans } from '../../pipeline/read/read-plans.ts';
import type { PlanVersion } from '../../pipeline/words/plan.ts';
import type { Problem } from '../../pipeline/words/problem.ts';
import { aPlan } from './plan-arbitrary.ts';
import { casesTried } from '../cases-tried.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NOW = new Date('2026-11-26T12:00:00Z');
const NO_LISTS = { metrics: [], places: [], groups: [], dimensions: [] };
const NO_METRICS = { known: [], live: new Set<string>(), declarations: [] };

/** Plans' files as the reader declares them, where malbild.yaml is not known. */
function declared(...texts: string[]): PlanVersion[] {
  const problems: Problem[] = [];
  const files = texts.map((text, i) => ({ kind: 'plan' as const, path: `${i}.yaml`, text, sha256: '' }));
  const plans = readPlans(files, null, NO_METRICS, problems);
  expect(problems).toEqual([]);
  return plans.map(plan => ({ ...plan, file: '' }));
}

async function thereAndBack(plan: PlanVersion): Promise<string> {
  const { yaml, problems } = await readPlanWorkbook(await planWorkbook(plan, NO_LISTS, NOW));
  expect(problems).toEqual([]);
  return yaml;
}

describe('a plan in a workbook', () => {
  it.each(['2026/1', '2025/1', 'it-2020/1'])('%s of the demonstration is the same plan when it is read back', async file => {
    const [plan] = declared(await readFile(`${root}/sources/plans/${file}.yaml`, 'utf8'));
    expect(declared(await thereAndBack(plan!))).toEqual([plan]);
  });

  it('a revised plan is written as it stands', async () => {
    const texts = await Promise.all([1, 2].map(version => readFile(`${root}/sources/plans/2026/${version}.yaml`, 'utf8')));
    const revised = declared(...texts).at(-1)!;
    const [{ decided, changed, ...back }] = declared(await thereAndBack(revised)) as [PlanVersion];
    expect(back).toEqual({ ...revised, decided: undefined, changed: undefined });
    // A plan that is written whole is decided whole.
    expect([changed, new Set(Object.values(decided))]).toEqual([[], new Set([revised.adopted])]);
  });

  it('any plan that the reader accepts is the same plan when it is read back', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(aPlan, async written => {
        const [plan] = declared(stringify(written));
        expect(declared(await thereAndBack(plan!))).toEqual([plan]);
      }),
      { numRuns: casesTried(60) },
    );
  });
});
