import { readFile, readdir, writeFile } from 'node:fs/promises';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { PLAN_COLUMNS, type PlanSheet } from '../../pipeline/forms/plan/plan-columns.ts';
import { planTexts } from '../../pipeline/forms/plan/plan-words.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import type { Project } from '../../pipeline/words/project.ts';
import { aWorld } from '../cli/a-world.ts';
import { smallProject, writeProject } from '../read/small-project.ts';
import { tempFolder } from '../temp-folder.ts';

type Value = string | number | boolean | Date | null;
/** What a person writes: by sheet and row of it from 1, the cells by header. */
type Filled = Partial<Record<PlanSheet, readonly Readonly<Record<string, Value>>[]>>;

const FILLED: Filled = {
  plan: [
    {
      Plan: '2027',
      Version: 1,
      Namn: 'Verksamhetsplan 2027',
      'Beslutad av': 'Kommunfullmäktige',
      Beslutsdatum: new Date('2026-11-23'),
      Paragraf: '§ 187',
      'Gäller från': new Date('2027-01-01'),
      'Gäller till': new Date('2027-12-31'),
    },
  ],
  goals: [
    { Id: 'KF1', Namn: 'En attraktiv arbetsgivare', Regel: 'mer än hälften', 'Täckning (%)': 60 },
    { Id: 'KF1-SOC', Under: 'KF1', Plats: 'SOC', Namn: 'Medarbetarna mår bra', Regel: 'alla' },
  ],
  indicators: [
    {
      Id: 'SJUK',
      Mål: 'KF1-SOC',
      Nyckeltal: 'sick-leave',
      'Mäts per': 'år',
      'Klart senast': new Date('2027-12-31'),
      Typ: 'högst',
      Målvärde: 7.5,
      Delvis: 8,
    },
    { Id: 'RUTIN', Mål: 'KF1-SOC', Namn: 'Rutin för rehab', 'Klart senast': new Date('2027-06-30'), Typ: 'milstolpe' },
    {
      Id: 'SJUK-K',
      Mål: 'KF1',
      Nyckeltal: 'sick-leave',
      Delgrupp: 'sex=K',
      'Mäts per': 'år',
      'Klart senast': new Date('2027-12-31'),
      Typ: 'bättre än förra året',
    },
  ],
  activities: [{ Id: 'A1', Mål: 'KF1-SOC', Namn: 'Friskvård', Kostnad: '400000 sek' }],
  assignments: [{ Id: 'U1', Mål: 'KF1', Namn: 'Redovisa', Till: 'SOC', Uppdrag: 'Nämnden ska redovisa.' }],
};
const YAML = `plan: "2027"
version: 1
name: Verksamhetsplan 2027
adopted: { by: Kommunfullmäktige, date: 2026-11-23, paragraph: § 187 }
in_force: { from: 2027-01-01, to: 2027-12-31 }
goals:
  - id: KF1
    name: En attraktiv arbetsgivare
    rule: majority
    coverage: 60%
    indicators:
      - { id: SJUK-K, metric: sick-leave, members: { sex: K }, measures: year, by: 2027-12-31, target: better_than_last_year }
    assignments:
      - { id: U1, name: Redovisa, to: SOC, text: Nämnden ska redovisa. }
    goals:
      - id: KF1-SOC
        name: Medarbetarna mår bra
        place: SOC
        rule: all
        indicators:
          - { id: SJUK, metric: sick-leave, measures: year, by: 2027-12-31, target: { at_most: 7.5, partly: 8 } }
          - { id: RUTIN, name: Rutin för rehab, by: 2027-06-30, target: milestone }
        activities:
          - { id: A1, name: Friskvård, cost: 400000 sek }
`;

let made: Promise<{ template: Uint8Array; project: Project }> | null = null;
/** An empty template, and the project that it is of. */
const blank = () => (made ??= makeTemplate());
async function makeTemplate() {
  const folder = await writeProject(smallProject);
  await aWorld(folder, { readProject }).malbild('template', 'plan');
  return { template: await readFile(`${folder}/plan.xlsx`), project: await readProject(folder) };
}

/** A project, and a workbook in it that was filled in so; `change` does what else a person may do to a workbook. */
async function filledIn(filled: Filled, change: (workbook: Awaited<ReturnType<typeof openXlsx>>) => void = () => undefined) {
  const { template, project } = await blank();
  const folder = await tempFolder();
  await writeFile(`${folder}/malbild.yaml`, '');
  const workbook = await openXlsx(template);
  for (const [kind, rows] of Object.entries(filled) as [PlanSheet, NonNullable<Filled[PlanSheet]>][]) {
    const sheet = workbook.sheets.find(({ name }) => name === planTexts.sheets[kind])!;
    rows.forEach((row, i) => {
      for (const [header, value] of Object.entries(row)) {
        const at = PLAN_COLUMNS[kind].findIndex(column => column.header === header);
        if (at < 0) throw new Error(`no column ${header}`);
        sheet.rows[3 + i]![at] = value;
      }
    });
  }
  change(workbook);
  await writeFile(`${folder}/plan.xlsx`, await saveXlsx(workbook));
  return { folder, ...aWorld(folder, { readProject: () => Promise.resolve(project) }) };
}

/** The filled in plan with other cells in one row. */
const changed = (sheet: PlanSheet, row: number, cells: Readonly<Record<string, Value>>): Filled => ({
  ...FILLED,
  [sheet]: FILLED[sheet]!.map((each, i) => (i === row ? { ...each, ...cells } : each)),
});

describe('malbild new plan', () => {
  it('writes the plan’s file, which the project reads', async () => {
    const { folder, malbild, said } = await filledIn(FILLED);
    expect(await malbild('new', 'plan', 'plan.xlsx'), said.out).toBe(0);
    expect(await readFile(`${folder}/sources/plans/2027/1.yaml`, 'utf8')).toBe(YAML);
    expect(said.out).toContain('wrote sources/plans/2027/1.yaml');
    const real = await writeProject({ ...smallProject, 'sources/plans/2027/1.yaml': YAML });
    expect((await readProject(real)).problems).toEqual([]);
  });

  it('never writes over a file', async () => {
    const { folder, malbild, said } = await filledIn(FILLED);
    await malbild('new', 'plan', 'plan.xlsx');
    await writeFile(`${folder}/sources/plans/2027/1.yaml`, 'mine');
    expect(await malbild('new', 'plan', 'plan.xlsx')).toBe(1);
    expect(said.error).toContain('sources/plans/2027/1.yaml is there already');
    expect(await readFile(`${folder}/sources/plans/2027/1.yaml`, 'utf8')).toBe('mine');
  });

  it.each<[string, Filled, string]>([
    [
      'a version that is there',
      changed('plan', 0, { Plan: '2026' }),
      'Plan!B4: `2026 version 1`, also in sources/plans/2026/1.yaml; each id once',
    ],
    ['a number in place of a text', changed('plan', 0, { Plan: 2027 }), 'Plan!A4: the number 2027; text: format the cell as text'],
    ['a missing day', changed('plan', 0, { 'Gäller från': null }), 'Plan!I4: no `from`; a day, as 2026-12-31'],
    ['a day that is a text, and none', changed('plan', 0, { Beslutsdatum: 'i november' }), 'Plan!E4: i november; a day, as 2026-12-31'],
    ['another word', changed('goals', 0, { Regel: 'flertalet' }), 'Mål!E4: `flertalet`; alla, mer än hälften, sämsta, viktat, bedömt'],
    ['a goal without a rule', changed('goals', 1, { Regel: null }), 'Mål!A5: no `rule`; required'],
    ['a share above 100', changed('goals', 0, { 'Täckning (%)': 160 }), 'Mål!H4: 160%; a percentage from 0% to 100%'],
    ['an unknown goal above', changed('goals', 1, { Under: 'KF9' }), 'Mål!B5: unknown goal `KF9`; nearest is'],
    ['goals under each other', changed('goals', 0, { Under: 'KF1-SOC' }), 'Mål!B4: `KF1-SOC`, which stands under itself'],
    [
      'an indicator of no goal',
      changed('indicators', 0, { Mål: null }),
      'Indikatorer!B4: no `Mål`; required: the goal that it stands under',
    ],
    [
      'an unknown metric',
      changed('indicators', 0, { Nyckeltal: 'sick-leav' }),
      'Indikatorer!D4: unknown metric `sick-leav`; nearest is `sick-leave`',
    ],
    [
      'a grain that the metric lacks',
      changed('indicators', 0, { 'Mäts per': 'kvartal' }),
      'Indikatorer!F4: grain `quarter`, which `sick-leave` does not have',
    ],
    ['a text in place of a number', changed('indicators', 0, { Målvärde: '7,5' }), 'Indikatorer!I4: `7,5`; a number'],
    ['a partly on the other side', changed('indicators', 0, { Delvis: 7 }), 'Indikatorer!L4: partly 7; above 7.5'],
    [
      'what another kind of target takes',
      changed('indicators', 1, { Målvärde: 3 }),
      'Indikatorer!I5: `Målvärde`; left out: a target of kind `milstolpe` has none',
    ],
    [
      'a number and a metric',
      changed('indicators', 0, { 'Målvärde ur nyckeltal': 'fte' }),
      'Indikatorer!J4: `Målvärde`, `Målvärde ur nyckeltal` together',
    ],
    [
      'a limit that no metric is',
      changed('indicators', 0, { Målvärde: null, 'Målvärde ur nyckeltal': 'x' }),
      'Indikatorer!H4: unknown metric `x`',
    ],
    ['no kind of target', changed('indicators', 0, { Typ: null }), 'Indikatorer!I4: no `Typ`; required'],
    ['an unknown member', changed('indicators', 2, { Delgrupp: 'sex=kvinna' }), 'Indikatorer!E6: unknown member `kvinna`'],
    [
      'a member that is not told',
      changed('indicators', 2, { Delgrupp: 'kvinnor' }),
      'Indikatorer!E6: `kvinnor`; each dimension once with its member',
    ],
    ['an id twice', changed('assignments', 0, { Id: 'A1' }), 'A1`, also in the same plan; each id once'],
    ['a truth', changed('activities', 0, { Namn: true }), 'Aktiviteter!C4: the boolean true; text'],
  ])('%s is told by sheet and cell, and nothing is written', async (_, filled, problem) => {
    const { folder, malbild, said } = await filledIn(filled);
    expect(await malbild('new', 'plan', 'plan.xlsx')).toBe(1);
    expect(said.out).toContain(`plan.xlsx: `);
    expect(said.out).toContain(problem);
    expect(said.out).toMatch(/^\d+ problems?: nothing is written$/m);
    expect(await readdir(folder)).toEqual(['malbild.yaml', 'plan.xlsx']);
  });

  it.each<[string, Parameters<typeof filledIn>[1], string]>([
    ['a value beside the columns', ({ sheets }) => void (sheets[1]!.rows[4]![14] = 'obs!'), 'Mål!O5: obs!; nothing outside the columns'],
    ['a column of one’s own', ({ sheets }) => void (sheets[2]!.rows[2]![20] = 'Kommentar'), 'Indikatorer!U3: unknown column `Kommentar`'],
    ['a sheet that is gone', workbook => void workbook.sheets.splice(3, 1), 'Aktiviteter!A1: no such sheet'],
    [
      'a sheet of one’s own',
      ({ sheets }) => void sheets.push({ name: 'Anteckningar', rows: [['x']] }),
      'Anteckningar!A1: a sheet that nothing reads',
    ],
    ['a plan more', ({ sheets }) => void (sheets[0]!.rows[4] = ['2028']), 'Plan!A5: one more row; one plan'],
  ])('%s is told, since it would be lost', async (_, change, problem) => {
    const { malbild, said } = await filledIn(FILLED, change);
    expect(await malbild('new', 'plan', 'plan.xlsx')).toBe(1);
    expect(said.out).toContain(problem);
  });

  it('takes columns in another order', async () => {
    const swap = (row: unknown[]) => void row.splice(0, 2, row[1], row[0]);
    const { folder, malbild, said } = await filledIn(FILLED, ({ sheets }) => sheets[1]!.rows.slice(2).forEach(swap));
    expect(await malbild('new', 'plan', 'plan.xlsx'), said.out).toBe(0);
    expect(await readFile(`${folder}/sources/plans/2027/1.yaml`, 'utf8')).toContain('- id: KF1\n');
  });

  it.each([
    ['nowhere.xlsx', 'nowhere.xlsx cannot be read (ENOENT)'],
    ['malbild.yaml', 'it is not a workbook (XLSX)'],
  ])('%s: %s', async (file, why) => {
    const { malbild, said } = await filledIn(FILLED);
    expect(await malbild('new', 'plan', file)).toBe(1);
    expect(said.error).toContain(why);
  });
});

describe('malbild template plan', () => {
  it('has locked headers, and what there is to choose among', async () => {
    const { template, project } = await blank();
    const workbook = await openXlsx(template);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Plan', 'Mål', 'Indikatorer', 'Aktiviteter', 'Uppdrag', 'Listor']);
    const lists = workbook.sheets[5]!.rows.slice(3);
    expect(lists.map(row => row[0]).filter(id => id !== null)).toEqual(project.metrics.map(({ id }) => id));
    expect(lists.map(row => row[4]).filter(id => id !== null)).toEqual(['lika']);
    expect(lists.map(row => row[6]).filter(id => id !== null)).toEqual(['sex=K', 'sex=M']);
    const validations = workbook.sheets[2]!.dataValidations!;
    expect(validations.find(({ range }) => range.startsWith('H4:'))).toMatchObject({
      type: 'list',
      values: expect.arrayContaining(['milstolpe']) as unknown,
    });
    expect(validations.find(({ range }) => range.startsWith('D4:'))).toMatchObject({ type: 'list', formula1: 'Listor!$A$4:$A$2000' });
    expect(workbook.sheets[2]!.protection?.sheet).toBe(true);
  });

  it('is filled in with a plan of the project, so that the next begins from it', async () => {
    const folder = await writeProject(smallProject);
    const { malbild, said } = aWorld(folder, { readProject });
    expect(await malbild('template', 'plan', '--from', '2026')).toBe(0);
    expect(said.out).toContain('wrote plan_2026.xlsx');
    // As it stands it is the plan that is there.
    expect(await malbild('new', 'plan', 'plan_2026.xlsx')).toBe(1);
    expect(said.out).toMatch(/Plan!B4: `2026 version \d+`, also in sources\/plans\/2026\/\d+\.yaml/);
    expect(said.out).toContain('1 problem: nothing is written');
  });

  it('is written over no file, and of no plan that is not there', async () => {
    const folder = await writeProject(smallProject);
    const { malbild, said } = aWorld(folder, { readProject });
    await malbild('template', 'plan');
    expect(await malbild('template', 'plan')).toBe(1);
    expect(said.error).toContain('plan.xlsx is there already');
    expect(await malbild('template', 'plan', '--from', '2031')).toBe(1);
    expect(said.error).toContain("--from is '2031', and there is no such plan; allowed: 2026");
  });
});
