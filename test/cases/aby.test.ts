import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditTree } from '../../pipeline/audit/audit-tree.ts';
import type { GoalsFile, JudgedGoal, JudgedIndicator } from '../../pipeline/contract/goals.ts';
import type { SeriesFile } from '../../pipeline/contract/series.ts';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import { goalRows } from '../../pipeline/judge/goals-table.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import type { RunResult } from '../../pipeline/words/run.ts';
import type { Explanation } from '../../pipeline/explain/explanation.ts';
import { aWorld } from '../cli/a-world.ts';
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

  it('a follow-up’s own tree says nothing of its approval, which comes later; the trees that list it do', async () => {
    const page = async (audience: string, path: string) => readFile(join(tree(audience), path), 'utf8');
    expect(await page('public', 'utgavor/index.html')).toContain('§ 143');
    for (const audience of ['public', 'internal'])
      for (const path of ['index.html', 'utgavor/index.html', 'om/index.html'])
        expect(await page(audience, `uppfoljning/2026-delar/${path}`)).not.toMatch(/§ 143|Inte godkänd/);
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

  it('no hidden number follows from what any of its editions shows, nor together with what those before it showed', async () => {
    for (const edition of await readdir(join(run.dist, 'editions')))
      for (const audience of ['public', 'internal'])
        expect(await auditTree(join(run.dist, 'editions', edition, audience)), `${audience} ${edition}`).toMatchObject({ contradictions: 0, findings: [] });
  });

  it('a second run finds that nothing has changed', async () => {
    expect(await run.again()).toMatchObject({ outcome: 'unchanged', edition: result.edition, followUps: [] });
  });
});

describe('malbild explain walks a figure back', () => {
  const ask = async (...asked: string[]) => {
    const { malbild, said } = aWorld(run.project, { readProject });
    return { code: await malbild('explain', ...asked), ...said };
  };
  const explain = async (...asked: string[]) => JSON.parse((await ask(...asked, '--json')).out) as Explanation;

  it.each([
    ['sick-leave', '2026-03', 'organisation=SOC'],
    ['sick-leave', '2026-08', 'organisation=VOF', 'sex=K', '--window', 'ytd'],
    ['sick-leave', '2025', '--window', 'period'],
  ])('to lines that sum up to it: %s %s %s', async (...asked) => {
    const { figure, stops, comes_out, parts } = await explain(...asked, '--audience', 'internal');
    expect([stops, comes_out]).toEqual([null, true]);
    const sums = { Sjuktimmar: 0, 'Schemalagda timmar': 0 };
    for (const { name, lines } of parts[0]!.extracts) {
      const file = (await readFile(join(run.project, 'sources/absence/in', name), 'latin1')).split(/\r?\n/);
      const header = file[0]!.split(';');
      for (const line of lines!)
        for (const column of ['Sjuktimmar', 'Schemalagda timmar'] as const)
          sums[column] += Number(file[line - 1]!.split(';')[header.indexOf(column)]!.replace(',', '.'));
    }
    expect(sums.Sjuktimmar).toBeCloseTo(Number(figure.numerator), 6);
    expect(sums['Schemalagda timmar']).toBeCloseTo(Number(figure.denominator), 6);
  });

  it('with the rejects that could have counted, through what a derived figure is made of, and says where rows cannot be told', async () => {
    const { out } = await ask('sick-leave', '2026-05', '--audience', 'internal');
    expect(out).toMatch(/over sql\/marts\/absence.sql, sql\/staging\/absence.sql\n  absence: franvaro_2026-05_2026-06-05.csv, received 2026-06-05, sha256/);
    expect(out).toMatch(/5 rejected rows could have counted:\n  absence: franvaro_2026-05_2026-06-05.csv:11: type \(Årsarbetare\)/);
    const derived = await explain('cost-per-fte', '2025', '--audience', 'internal');
    expect(derived.parts.map(({ metric }) => metric)).toEqual(['cost-per-fte', 'net-cost', 'fte']);
    expect(derived.parts[2]!.extracts.every(({ lines }) => lines!.length > 0)).toBe(true);
    expect((await explain('cases-per-1000-hours', '2025', '--audience', 'internal')).stops).toBe('no-rows');
  });

  it('and says where nothing was delivered, which is no want of lineage', async () => {
    const { figure, stops, parts } = await explain('sick-leave', '2025-07', '--audience', 'internal');
    expect([figure.flag, stops, parts[0]!.extracts]).toEqual(['missing', null, []]);
    const { out } = await ask('sick-leave', '2025-07', '--audience', 'internal');
    expect(out).toMatch(/over sql\/marts\/absence.sql, sql\/staging\/absence.sql\n  no delivery that counts is about the period\n/);
  });

  it('takes a dimension once', async () => {
    const { code, error } = await ask('sick-leave', '2026-05', 'organisation=SOC', 'organisation=VOF');
    expect([code, error]).toEqual([2, 'malbild: explain: organisation is given twice; once is allowed\n']);
  });

  it('publicly to the extracts alone, whether the figure is hidden or not', async () => {
    for (const member of ['organisation=SOC', 'organisation=101']) {
      const { stops, parts, rejects } = await explain('sick-leave', '2026-05', member);
      expect(stops).toBe('audience');
      expect(parts[0]!.extracts).toEqual([expect.objectContaining({ name: 'franvaro_2026-05_2026-06-05.csv', lines: null })]);
      expect(rejects.map(({ rule, count, line }) => [rule, count, line])).toEqual([['type', 1, null], ['min', 1, null], ['required', 1, null], ['key', 2, null]]);
    }
  });

  it.each([
    ['sick-leave', '2026-13', "'2026-13' is no period"],
    ['sick-leave', '2019', 'allowed: 2025 to 2026'],
    ['sick-leave', '2026-03', 'organisation', "'organisation' is no member"],
    ['sick-leave', '2026-03', 'unit=SOC', "has no dimension 'unit'; allowed: organisation, sex"],
    ['sick-leave', '2026-03', 'organisation=XX', 'allowed for organisation: *, 101'],
    ['overtime', '2026', "there is no metric 'overtime' for the public audience; allowed: budget"],
  ])('and names what there is: %s %s %s', async (...asked) => {
    const { code, error } = await ask(...asked.slice(0, -1));
    expect(code).toBeGreaterThan(0);
    expect(error).toContain(asked.at(-1));
  });

  it('says so where the project has changed since', async () => {
    const file = join(run.project, 'sql/metrics/sick-leave.sql');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('sum(sick_hours)', 'sum(2 * sick_hours)'));
    const { out } = await ask('sick-leave', '2026-03');
    await writeFile(file, text);
    expect(out).toContain('computed again from these files the figure comes out otherwise');
    expect(out).toContain('sql/metrics/sick-leave.sql is another file now');
  });
});

const pick = (row: Record<string, string>, keys: readonly string[]) => Object.fromEntries(keys.map(key => [key, row[key]]));

const indicatorsOf = (goal: JudgedGoal): JudgedIndicator[] => [...goal.indicators, ...goal.goals.flatMap(indicatorsOf)];

/** Numbers to nine digits, since two programs add in different orders; everything else to the letter. */
function expectField(what: string, found: string | number | null | undefined, expected: string): void {
  if (typeof found === 'number') expect(found, what).toBeCloseTo(Number(expected), Math.abs(found) > 1e6 ? 2 : 9);
  else expect(found ?? '', what).toBe(expected);
}
