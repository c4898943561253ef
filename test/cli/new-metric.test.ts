import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { texts } from '../../pipeline/cli/texts.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { smallProject, writeProject } from '../read/small-project.ts';
import { aWorld } from './a-world.ts';

/** A person at the terminal, who answers by what is asked, and with nothing where they have no answer. */
async function atTerminal(answers: Readonly<Record<string, string>>) {
  const folder = await writeProject(smallProject);
  const asked: string[] = [];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(Object.entries(answers).find(([begins]) => question.startsWith(begins))?.[1] ?? '');
  };
  return { folder, asked, ...aWorld(folder, { readProject, ask }) };
}
const ANSWERS = {
  id: 'sick-hours',
  name: 'Sjuktimmar',
  'the question': 'Hur många timmar?',
  'the mart': 'marts.absence',
  measure: 'sum(sick)',
  unit: 'hours',
  desired: 'lower',
  'how many people': 'count(distinct employee)',
};

describe('malbild new metric at a terminal', () => {
  it('asks for each thing in turn, shows the marts, and writes what was answered', async () => {
    const { folder, asked, malbild, said } = await atTerminal(ANSWERS);
    expect(await malbild('new', 'metric'), said.out + said.error).toBe(0);
    expect(said.out).toMatch(/^marts\.absence: .*sick DECIMAL/m);
    expect(await readFile(`${folder}/sql/metrics/sick-hours.sql`, 'utf8')).toBe(
      [
        '/*',
        'id: sick-hours',
        'name: Sjuktimmar',
        'question: Hur många timmar?',
        'unit: hours',
        'desired: lower',
        'measure: sum(sick)',
        'population: count(distinct employee)',
        'time: month',
        'windows: [period, ytd]',
        'breakdowns: [[organisation]]',
        '*/',
        'from marts.absence',
        '',
      ].join('\n'),
    );
    // No denominator without a numerator, nothing of a target that there is not; what is usual is offered.
    expect(asked.map(question => question.split(/[:,]/)[0])).toEqual([
      'id',
      'name',
      'the question that it answers',
      'the mart that it reads',
      'its DATE column that says when (month)',
      'which of its rows',
      'numerator',
      'measure',
      'unit',
      'desired',
      'how many people a cell is about',
      'breakdowns',
      'audience',
      'target',
    ]);
    expect((await readProject(folder)).problems).toEqual([]);
  });

  it('asks only for what no option says', async () => {
    const { asked, malbild } = await atTerminal(ANSWERS);
    const options = [
      '--id',
      'a',
      '--name',
      'A',
      '--question',
      'Hur?',
      '--mart',
      'marts.absence',
      '--time',
      'month',
      '--numerator',
      'sum(sick)',
    ];
    expect(await malbild('new', 'metric', ...options, '--denominator', 'sum(hours)', '--unit', 'percent', '--desired', 'lower')).toBe(0);
    expect(asked.map(question => question.split(/[:,]/)[0])).toEqual([
      'which of its rows',
      'how many people a cell is about',
      'breakdowns',
      'audience',
      'target',
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['an answer that is needed', { ...ANSWERS, 'the question': '' }, texts.missingAnswer('question', '')],
    ['a mart that is there', { ...ANSWERS, 'the mart': 'marts.nothing' }, "there is no mart 'marts.nothing'"],
  ])('without %s it writes nothing', async (_, answers, error) => {
    const { folder, malbild, said } = await atTerminal(answers);
    const before = await readdir(`${folder}/sql/metrics`);
    expect(await malbild('new', 'metric')).toBe(2);
    expect(said.error).toContain(error);
    expect(await readdir(`${folder}/sql/metrics`)).toEqual(before);
  });

  it('says what `check` finds in the file, and leaves it to be mended', async () => {
    const { folder, malbild, said } = await atTerminal({ ...ANSWERS, measure: 'sum(sik)' });
    expect(await malbild('new', 'metric')).toBe(1);
    expect(said.out).toMatch(/sql\/metrics\/sick-hours\.sql:7:\d+: .*sik/);
    expect(said.out).toContain(texts.newMetricToMend);
    expect(await readdir(`${folder}/sql/metrics`)).toContain('sick-hours.sql');
  });
});
