import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GoalsFile, JudgedGoal, JudgedIndicator } from '../../pipeline/contract/goals.ts';
import type { SeriesFile } from '../../pipeline/contract/series.ts';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import { goalRows } from '../../pipeline/judge/goals-table.ts';
import type { RunResult } from '../../pipeline/words/run.ts';
import { casesFolder, runCase, type CaseRun } from './run-case.ts';

const aby = join(casesFolder, 'aby');
const table = async (name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(aby, 'expected', name), 'utf8'), { columns: true }) as Record<string, string>[];

let run: CaseRun;
let result: RunResult;
beforeAll(async () => {
  run = await runCase('aby');
  if (run.result instanceof Error) throw run.result;
  result = run.result;
});
afterAll(() => run.remove());

const tree = (audience: string) => join(run.dist, 'current', audience);
const json = async <T>(audience: string, path: string) => JSON.parse(await readFile(join(tree(audience), path), 'utf8')) as T;

describe('Åby comes out as computed by hand', () => {
  it('publishes both follow-ups and the edition, without problems', () => {
    expect(result).toMatchObject({ outcome: 'published', followUps: ['2026-T1', '2026-delar'], problems: [] });
  });

  it.each([['internal', []], ['public', ['--public']]])('every cell of %s', (audience, flags) => {
    const compare = join(aby, 'naive', 'compare.mjs');
    const said = execFileSync(process.execPath, [compare, tree(audience), ...flags], { encoding: 'utf8' });
    expect(said).toMatch(/ cells expected, 0 wrong\n$/);
  });

  it('every extract’s records, and what became of them', async () => {
    const { sources } = await json<Manifest>('internal', 'data/manifest.json');
    for (const line of await table('counts.csv')) {
      const delivery = sources.find(s => s.id === line.source)!.deliveries.find(d => d.sha256 === line.extract)!;
      const { records, loaded, rejected, ignored, superseded } = delivery;
      const counted = Object.fromEntries(Object.entries({ records, loaded, rejected, ignored, superseded }).map(([k, v]) => [k, String(v)]));
      expect({ file: line.file, ...counted }).toEqual(expect.objectContaining({ ...counted, file: line.file, ...pick(line, Object.keys(counted)) }));
    }
  });

  it('every goal and indicator that needs no forecast', async () => {
    const { plans } = await json<GoalsFile>('internal', 'data/goals.json');
    const rows = new Map(goalRows(plans).map(row => [`${row.plan} ${row.kind} ${row.id}`, row]));
    for (const want of await table('goals.csv')) {
      const row = rows.get(`${want.plan} ${want.kind} ${want.id}`)!;
      for (const [column, expected] of Object.entries(want)) expectField(`${want.id} ${column}`, row[column as keyof typeof row], expected);
    }
  });

  it('the outcome to date of those that need one', async () => {
    const { plans } = await json<GoalsFile>('internal', 'data/goals.json');
    const indicators = plans.flatMap(plan => plan.goals).flatMap(indicatorsOf);
    for (const want of await table('to-date.csv')) {
      const found = indicators.find(indicator => indicator.id === want.id)!.to_date!;
      expect(found).toMatchObject({ through: want.through, flag: null, marks: [want.marks] });
      expect(found.value).toBeCloseTo(Number(want.value), 9);
    }
  });

  it('the public tree lists only the approved follow-up, the internal both', async () => {
    expect(await readdir(join(tree('public'), 'uppfoljning'))).toEqual(['2026-delar']);
    expect((await readdir(join(tree('internal'), 'uppfoljning'))).sort()).toEqual(['2026-T1', '2026-delar']);
  });

  it('what the public may not see has the same keys and no numbers in the pages’ series', async () => {
    const { metrics } = await json<Manifest>('public', 'data/manifest.json');
    const series = metrics.find(metric => metric.id === 'sick-leave')!.json['*']!;
    const { runs } = await json<SeriesFile>('public', series);
    const stretches = runs.flatMap(([, , , , of]) => of);
    const hidden = stretches.filter(([, flag]) => flag === 'suppressed').flatMap(([values]) => values);
    expect(hidden.length).toBeGreaterThan(0);
    expect(new Set(hidden)).toEqual(new Set([null]));
  });

  it('a second run finds that nothing has changed', async () => {
    expect(await run.again()).toMatchObject({ outcome: 'unchanged', edition: result.edition, followUps: [] });
  });
});

const pick = (row: Record<string, string>, keys: readonly string[]) => Object.fromEntries(keys.map(key => [key, row[key]]));

const indicatorsOf = (goal: JudgedGoal): JudgedIndicator[] => [...goal.indicators, ...goal.goals.flatMap(indicatorsOf)];

/** Numbers to nine digits, since two programs add in different orders; everything else to the letter. */
function expectField(what: string, found: string | number | null | undefined, expected: string): void {
  if (typeof found === 'number') expect(found, what).toBeCloseTo(Number(expected), Math.abs(found) > 1e6 ? 2 : 9);
  else expect(found ?? '', what).toBe(expected);
}
