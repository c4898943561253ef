import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GoalsFile, JudgedGoal } from '../../pipeline/contract/goals.ts';
import type { Manifest } from '../../pipeline/contract/manifest.ts';
import { COLUMNS } from '../../pipeline/forms/assessment-columns.ts';
import { openZip } from '../../pipeline/load/packed/open-zip.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { listRejects } from '../../pipeline/warehouse/list-rejects.ts';
import { runCase } from '../cases/run-case.ts';
import type { CaseRun } from '../cases/run-case.ts';
import { aWorld } from '../cli/a-world.ts';

const declaration = fileURLToPath(new URL('../../sources/assessments/source.yaml', import.meta.url));
const FORM = 'bedomning_SOC_2026-T2.xlsx';
const at = (header: string): number => COLUMNS.findIndex(column => column.header === header);

let run: CaseRun;
let drop: string;
let commandLine: ReturnType<typeof aWorld>;
beforeAll(async () => {
  run = await runCase('aby');
  if (run.result instanceof Error) throw run.result;
  drop = `${run.project}/sources/assessments/in`;
  await mkdir(drop, { recursive: true });
  await copyFile(declaration, `${drop}/../source.yaml`);
  commandLine = aWorld(run.project, { readProject });
});
afterAll(() => run.remove());

/** Hands in the form with these cells, by id and header. */
async function handIn(received: string, filled: Readonly<Record<string, Readonly<Record<string, string | number | Date>>>>): Promise<void> {
  const workbook = await openXlsx(await readFile(`${run.project}/${FORM}`));
  const { rows } = workbook.sheets[0]!;
  for (const [id, cells] of Object.entries(filled))
    for (const [header, value] of Object.entries(cells)) rows.find(row => row[at('Id')] === id)![at(header)] = value;
  await writeFile(`${drop}/bedomning_SOC_2026-T2_${received}.xlsx`, await saveXlsx(workbook));
}

async function published() {
  const json = async <T>(path: string) => JSON.parse(await readFile(`${run.dist}/current/internal/${path}`, 'utf8')) as T;
  const all = (goals: readonly JudgedGoal[]): JudgedGoal[] => goals.flatMap(goal => [goal, ...all(goal.goals)]);
  const goals = all((await json<GoalsFile>('data/goals.json')).plans.flatMap(plan => plan.goals));
  const source = (await json<Manifest>('data/manifest.json')).sources.find(({ id }) => id === 'assessments')!;
  return { said: goals.find(({ id }) => id === 'KF1-SOC')!.assessments, deliveries: source.deliveries };
}

describe('malbild template assessments', () => {
  const SAID = { Roll: 'Socialchef', Datum: new Date('2026-09-18'), Status: 'delvis uppfyllt', Text: 'Bemanningen är bättre.' };

  it('writes what the board answers for, with locked cells, hidden columns and only allowed values', async () => {
    expect(await commandLine.malbild('template', 'assessments', '--board', 'SOC', '--period', '2026-T2')).toBe(0);
    expect(commandLine.said.out).toContain(`wrote ${FORM}: 8 rows to fill in\n`);
    const [sheet] = (await openXlsx(await readFile(`${run.project}/${FORM}`))).sheets;
    const rows = sheet!.rows.slice(3);
    expect(rows.map(row => row[at('Id')])).toEqual([
      'KF1-SOC',
      'SOC-sjuk',
      'SOC-kv',
      'SOC-rutin',
      'A1',
      'KF2-SOC',
      'SOC-budget',
      'SOC-anv',
    ]);
    expect(rows[4]![at('Roll')]).toBe('HR-chef');
    expect(rows[1]![at('Utfall')]).toMatch(/^Sjukfrånvaro: .*7,8.%/);
    const zip = await openZip(`${run.project}/${FORM}`);
    const part = async (name: string) => (await buffer(zip.read(zip.files.find(file => file.name === name)!))).toString();
    const xml = await part('xl/worksheets/sheet1.xml');
    const formats = /<cellXfs[^>]*>(.*)<.cellXfs>/s.exec(await part('xl/styles.xml'))![1]!;
    const styles = formats.split('<xf ').slice(1);
    zip.close();
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect([...xml.matchAll(/<col min="(\d+)"[^>]*hidden="true"/g)].map(([, column]) => column)).toEqual(['1', '2', '3', '4']);
    const unlocked = COLUMNS.filter((_, column) => {
      const style = new RegExp(`<c r="${String.fromCharCode(65 + column)}4"[^>]* s="(\\d+)"`).exec(xml)![1];
      return styles[Number(style)]!.includes('locked="0"');
    });
    expect(unlocked.map(({ header }) => header)).toEqual(['Roll', 'Datum', 'Status', 'Läge', 'Belopp', 'Nytta', 'Text']);
    expect(
      [...xml.matchAll(/<dataValidation type="(\w+)" sqref="(\S+)".*?<formula1>(.*?)<\/formula1>/g)].map(found => found.slice(1)),
    ).toEqual([
      ['date', 'L4:L11', 'TODAY()'],
      ['list', 'M4:M11', '"uppfyllt,delvis uppfyllt,ej uppfyllt"'],
      ['list', 'N4:N11', '"klart,pågår,inte klart"'],
      ['decimal', 'O4:O11', expect.any(String)],
      ['decimal', 'P4:P11', expect.any(String)],
    ]);
  });

  it('an empty form adds nothing; what is filled in is said, and a changed text stands beside the earlier one', async () => {
    await handIn('2026-09-17', {});
    await handIn('2026-09-18', { 'KF1-SOC': SAID });
    await handIn('2026-09-25', { 'KF1-SOC': { ...SAID, Text: 'Bemanningen är bättre än i våras.' } });
    expect((await run.again()).outcome).toBe('published');
    const { said, deliveries } = await published();
    expect(deliveries.map(({ loaded, rejected, ignored }) => [loaded, rejected, ignored])).toEqual([
      [0, 0, 10],
      [1, 0, 9],
      [1, 0, 9],
    ]);
    expect(said.map(({ role, date, period, status, text }) => [role, date, period, status, text])).toEqual([
      ['Socialchef', '2026-09-18', '2026-T2', 'partly', 'Bemanningen är bättre.'],
      ['Socialchef', '2026-09-18', '2026-T2', 'partly', 'Bemanningen är bättre än i våras.'],
    ]);
    const pages = `${run.dist}/current/internal/mal/2026`;
    const page = await readFile(`${pages}/${(await readdir(pages)).find(name => name.toLowerCase() === 'kf1-soc')!}/index.html`, 'utf8');
    expect(page).toContain('Bemanningen är bättre än i våras.');
  });

  it('a row that is half filled in, or holds another word or id, is rejected with its line', async () => {
    await handIn('2026-09-26', {
      'KF1-SOC': { ...SAID, Status: 'nästan' },
      'SOC-sjuk': { Roll: 'Socialchef', Status: 'uppfyllt' },
      'SOC-kv': { ...SAID, Id: 'SOC-okänd' },
    });
    await run.again();
    const rejects = (await listRejects(`${run.project}/.malbild/warehouse.duckdb`, 'assessments')).filter(({ name }) =>
      name.includes('09-26'),
    );
    expect(rejects.map(({ line, rule, column }) => [line, rule, column])).toEqual([
      [4, 'allowed', 'Status'],
      [5, 'required', 'Datum'],
      [6, 'allowed', 'Id'],
    ]);
  });

  it.each([
    [['--board', 'SCO', '--period', '2026-T2'], 1, "--board is 'SCO', and there is no such board; allowed: *, KS, SOC, UTB"],
    [
      ['--board', 'SOC', '--period', '2031'],
      1,
      "--period is '2031', and no plan is about it; allowed: in 2026-01-01 to 2026-12-31 (plan 2026)",
    ],
    [['--board', 'SOC', '--period', '2026-T2'], 1, 'is there already, and is left as it is'],
    [['--board', 'SOC', '--period', 'T2'], 2, "--period is 'T2'; allowed: a period, as 2026, 2026-T2 or 2026-08"],
    [['--board', 'SOC'], 2, '--board and --period are both needed'],
    [['--board', 'SOC', '--period', '2026', '--out', 'nowhere'], 1, '`malbild run` makes the first'],
  ])('%j: %i, %s', async (options, code, message) => {
    const { malbild, said } = aWorld(run.project, { readProject });
    expect(await malbild('template', 'assessments', ...options)).toBe(code);
    expect(said.error).toContain(message);
  });
});

it('malbild template plan offers the boards and units of the edition, by id and name', async () => {
  const { malbild, said } = aWorld(run.project, { readProject });
  expect(await malbild('template', 'plan'), said.error).toBe(0);
  const workbook = await openXlsx(await readFile(`${run.project}/plan.xlsx`));
  const places = workbook.sheets.find(({ name }) => name === 'Listor')!.rows.slice(3);
  expect(places.map(row => row.slice(2, 4))).toEqual(expect.arrayContaining([['SOC', expect.stringMatching(/\S/)]]));
});
