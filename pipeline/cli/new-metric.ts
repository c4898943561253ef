import { mkdir, writeFile } from 'node:fs/promises';
import type { MetricAnswers } from '../draft/metric/metric-file.ts';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import type { Project, SqlFile } from '../words/project.ts';
import { expectProject } from './place.ts';
import { printProblems } from './print-run.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import type { Place, World } from './world.ts';

type Key = keyof MetricAnswers;
type Given = Readonly<Partial<Record<Key, string>>>;

/** In the order that they are asked for, with what is asked. */
const QUESTIONS: Readonly<Record<Key, string>> = {
  id: 'id, such as sick-leave',
  name: 'name, as readers see it',
  question: 'the question that it answers',
  mart: 'the mart that it reads',
  time: 'its DATE column that says when',
  where: 'which of its rows, such as closed is not null; nothing for all',
  numerator: 'numerator, such as sum(hours); nothing where it is no ratio',
  denominator: 'denominator',
  measure: 'measure, such as count(*)',
  unit: 'unit, such as percent, count, sek, days',
  desired: 'desired: higher, lower, target or none',
  population: 'how many people a cell is about, such as count(distinct employee); nothing where it is about none',
  breakdowns: 'breakdowns, such as organisation; organisation, sex',
  audience: 'audience: public or internal; nothing where the class of its sources decides',
  target: 'target, such as at_least: 65, partly: 60; nothing where there is none',
  by: 'the day it is to be reached, such as 2026-12-31',
  'decided-by': 'who decided the target',
  decided: 'the day it was decided',
};

/**
 * Writes `sql/metrics/<id>.sql` from options, and from what a person at a terminal answers where one is missing; then says what
 * `check` finds in it, and what to do next. Never writes over a file. 1 where something is found.
 */
export async function newMetric(world: World, place: Place, options: Given): Promise<number> {
  await expectProject(place.project);
  const project = await world.readProject(place.project);
  const answers = await answersOf(world, project, options);
  const path = `sql/metrics/${answers.id}.sql`;
  const whole = `${place.project}/${path}`;
  await mkdir(`${place.project}/sql/metrics`, { recursive: true });
  try {
    await writeFile(whole, await world.metricFile(answers), { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new ExpectedError(texts.exists(whole), { cause: error });
    throw error;
  }
  const problems = (await world.readProject(place.project)).problems.filter(({ file }) => file === path);
  world.out(`wrote ${path}\n${printProblems(problems)}${problems.length === 0 ? texts.newMetric(answers.id) : texts.newMetricToMend}\n`);
  return problems.length === 0 ? 0 : 1;
}

async function answersOf(world: World, { marts, municipality }: Project, options: Given): Promise<MetricAnswers> {
  const answers = Object.fromEntries(Object.keys(QUESTIONS).map(key => [key, ''])) as Record<Key, string>;
  const listed = marts.map(martLine).join('');
  if (options.mart === undefined && world.ask !== null) world.out(listed);
  for (const key of Object.keys(QUESTIONS) as Key[]) {
    if (isLeftOut(key, { ...answers, ...options })) continue;
    const mart = marts.find(({ id }) => id === answers.mart);
    const usual = usualAnswer(key, mart, municipality.place);
    answers[key] = (options[key] ?? (await world.ask?.(`${QUESTIONS[key]}${usual === '' ? '' : ` (${usual})`}: `)) ?? '').trim() || usual;
    if (answers[key] === '' && !MAY_BE_EMPTY.has(key)) throw new UsageError(texts.missingAnswer(key, key === 'mart' ? listed : ''));
    if (key === 'mart' && !marts.some(({ id }) => id === answers.mart)) throw new UsageError(texts.noSuchMart(answers.mart, listed));
  }
  return answers;
}

const MAY_BE_EMPTY: ReadonlySet<Key> = new Set(['where', 'numerator', 'population', 'breakdowns', 'audience', 'target']);
const OF_TARGET: ReadonlySet<Key> = new Set(['by', 'decided-by', 'decided']);

/** A measure goes without numerator and denominator; what is said of a target goes with one. */
function isLeftOut(key: Key, said: Given): boolean {
  if (key === 'numerator') return said.measure !== '' && said.measure !== undefined;
  if (key === 'denominator') return said.numerator === '' || said.numerator === undefined;
  if (key === 'measure') return said.numerator !== '' && said.numerator !== undefined;
  return OF_TARGET.has(key) && (said.target === '' || said.target === undefined);
}

/** The only DATE column; the dimension of places, where the mart has it. */
function usualAnswer(key: Key, mart: SqlFile | undefined, place: string | null): string {
  const dates = (mart?.columns ?? []).filter(({ type }) => type === 'DATE');
  if (key === 'time' && dates.length === 1) return dates[0]!.name;
  if (key !== 'breakdowns' || mart === undefined) return '';
  return mart.columns.some(({ name }) => name === place) ? place! : '-';
}

const martLine = ({ id, columns }: SqlFile): string => `${id}: ${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}\n`;
