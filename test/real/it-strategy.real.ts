import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GoalsFile, JudgedGoal, JudgedIndicator } from '../../pipeline/contract/goals.ts';
import { runPipeline } from '../../pipeline/run.ts';
import { effects } from './load-real.ts';
import { real } from './real-files.ts';

/** One target of the strategy, with what the city reported of it. Semicolons and decimal commas. */
interface Target {
  mal_id: string;
  horisont: string;
  indikator: string;
  typ: 'tal' | 'milstolpe';
  malvarde: string;
  utfall: string;
  riktning: 'högre' | 'lägre' | '';
  redovisad_status: 'klart' | 'pågår' | 'ej klart' | '';
}
const STATUS = { klart: 'met', pågår: 'partly', 'ej klart': 'not-met', '': null } as const;
const STATE = { klart: 'done', pågår: 'ongoing', 'ej klart': 'not-done', '': null } as const;
const PLAN = 'it-2020';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The part of the demonstration that the strategy's plan rests on. */
const own = [
  'malbild.yaml',
  'geography/municipalities.geojson',
  ...['organisation', 'it-outcomes', 'it-reports', `plans/${PLAN}`].map(folder => `sources/${folder}`),
  ...['organisation', 'it_outcomes'].flatMap(name => [`sql/staging/${name}.sql`, `sql/marts/${name}.sql`]),
  'sql/marts/organisation_today.sql',
  ...['it-count', 'it-share', 'it-hours', 'it-index'].map(name => `sql/metrics/${name}.sql`),
];

const targets: Target[] = parse(await readFile(real('it-strategy', 'maluppfoljning.csv'), 'utf8'), { columns: true, delimiter: ';' });
const number = (text: string): number => Number(text.replace(',', '.'));
const judgedByFigure = targets.filter(({ typ, utfall, redovisad_status }) => typ === 'tal' && utfall !== '' && redovisad_status !== '');
const milestones = targets.filter(({ typ }) => typ === 'milstolpe');
const adopted = targets.filter(({ redovisad_status }) => redovisad_status !== '');

describe('a city’s IT strategy, as Målbild judges it beside what the city itself reported', () => {
  let folder: string;
  let indicators: Map<string, JudgedIndicator>;
  const published = (path: string) => readFile(join(folder, 'dist', 'current', 'public', 'data', path), 'utf8');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'malbild-real-'));
    for (const path of own) await cp(join(root, path), join(folder, path), { recursive: true });
    const result = await runPipeline({ project: folder, out: join(folder, 'dist'), asOf: null, rehash: false }, effects);
    expect(result).toMatchObject({ outcome: 'published', problems: [] });
    const { plans } = JSON.parse(await published('goals.json')) as GoalsFile;
    indicators = new Map(
      plans
        .find(({ plan }) => plan === PLAN)!
        .goals.flatMap(indicatorsOf)
        .map(indicator => [indicator.id, indicator]),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has an indicator for every adopted target, and for nothing else', () => {
    expect([...indicators.keys()].sort()).toEqual(adopted.map(({ mal_id }) => mal_id).sort());
    expect(targets.filter(({ redovisad_status }) => redovisad_status === '').map(({ mal_id }) => mal_id)).toEqual([
      'nki-it',
      'e-tjanst-enklare',
      'it-andel',
    ]);
  });

  it.each(adopted.filter(({ typ }) => typ === 'tal').map(target => [target.mal_id, target] as const))(
    '%s has the strategy’s own target and horizon',
    (id, target) => {
      const { by, target: judgedAgainst } = indicators.get(id)!;
      expect(by).toBe(`${target.horisont}-12-31`);
      expect(judgedAgainst).toMatchObject({ type: target.riktning === 'högre' ? 'at-least' : 'at-most', limit: number(target.malvarde) });
    },
  );

  it('eleven targets have both a figure and the city’s word', () => expect(judgedByFigure).toHaveLength(11));

  it.each(judgedByFigure.map(target => [target.mal_id, target.redovisad_status, target] as const))(
    '%s is judged from its figure as the city’s word: %s',
    (id, word, target) => {
      const indicator = indicators.get(id)!;
      expect(indicator).toMatchObject({
        status: STATUS[word],
        rests_on: 'outcome',
        reason: null,
        value: number(target.utfall),
        version: 1,
      });
      expect(indicator.assessments.map(({ status }) => status)).toEqual([STATUS[word]]);
    },
  );

  it.each(milestones.map(target => [target.mal_id, target.redovisad_status] as const))(
    '%s is a milestone and carries the city’s own report: %s',
    (id, word) => {
      const indicator = indicators.get(id)!;
      expect(indicator).toMatchObject({ metric: null, value: null, target: { type: 'milestone' }, status: STATUS[word] });
      expect(indicator.assessments.map(({ role, state, status }) => [role, state, status])).toEqual([
        ['Stadens redovisning', STATE[word], null],
      ]);
    },
  );

  it('reservdator has a word and no figure: it cannot be assessed, and the word stands beside', () => {
    const indicator = indicators.get('reservdator')!;
    expect(indicator).toMatchObject({ status: 'not-assessable', reason: 'missing', value: null, rests_on: null });
    expect(indicator.assessments.map(({ status }) => status)).toEqual(['met']);
  });

  it('every figure that the city gave is published as it gave it, those without a target too', async () => {
    const found = new Map<string, number>();
    for (const metric of ['it-count', 'it-share', 'it-index']) {
      const rows: { it_goal: string; value: string }[] = parse(await published(`observations/${metric}.csv`), { columns: true });
      for (const { it_goal, value } of rows) if (value !== '') found.set(it_goal, Number(value));
    }
    const given = targets.filter(({ utfall }) => utfall !== '').map(({ mal_id, utfall }) => [mal_id, number(utfall)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(given));
  });
});

const indicatorsOf = (goal: JudgedGoal): JudgedIndicator[] => [...goal.indicators, ...goal.goals.flatMap(indicatorsOf)];
