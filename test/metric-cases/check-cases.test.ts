import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkCases } from '../../pipeline/cases/check-cases.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { effectsAt } from '../effects-at.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CASE = 'sql/metrics/digital-share/two-units';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'malbild-metric-cases-'));
  for (const part of ['malbild.yaml', 'sources', 'sql', 'geography']) await cp(join(root, part), join(folder, part), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const found = async (): Promise<string[]> => {
  const problems = await checkCases(await readProject(folder), effectsAt(new Date(0)));
  return problems.map(({ file, line, found, allowed }) => `${file}:${line}: ${found}; ${allowed}`);
};

it("the demonstration's cases come out as expected", async () => {
  expect(await found()).toEqual([]);
});

it('a difference is told by file and line, with what was expected and what came', async () => {
  await writeFile(join(folder, CASE, 'expect.csv'), 'grain,period_start,value,numerator\nmonth,2026-01-01,50,3\nyear,2027-01-01,1,1\n');
  expect(await found()).toEqual([
    `${CASE}/expect.csv:2: numerator 2 at month period 2026-01-01 * *; 3, as expected`,
    `${CASE}/expect.csv:3: no row at year period 2027-01-01 * *; the row that is expected`,
  ]);
});

it('an unknown column, a value of another type and an unknown mart are told where they stand', async () => {
  await writeFile(join(folder, CASE, 'given/marts.cases.csv'), 'opened,colour\n2026-01-07,red\n');
  await writeFile(join(folder, CASE, 'given/marts.organisation.csv'), 'id,valid_from\nA,2026-01-01\nB,soon\n');
  await writeFile(join(folder, CASE, 'given/marts.nothing.csv'), 'a\n1\n');
  const all = await found();
  expect(all.some(text => text.startsWith(`${CASE}/given/marts.cases.csv:1: no column \`colour\``))).toBe(true);
  expect(all.some(text => text.startsWith(`${CASE}/given/marts.organisation.csv:3: `))).toBe(true);
  expect(all.some(text => text.startsWith(`${CASE}/given/marts.nothing.csv:1: no mart \`marts.nothing\``))).toBe(true);
});
