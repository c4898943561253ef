import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf, problemsOf, type Edit } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const noPlans = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !name.includes('plans')));
const sickLeave = 'sql/metrics/sick-leave.sql';
const spell = 'sql/metrics/spell.sql';
const national = 'sql/metrics/national.sql';
const derived = 'sql/metrics/sick-per-hour.sql';

describe('sql/metrics', () => {
  it('one that is broken takes out what is derived from it, is named where it is held, and leaves its siblings', async () => {
    const { metrics, checks, problems } = await readProject(
      await writeProject(edited(sickLeave, 'unit: percent', 'unit: procent', noPlans)),
    );
    expect(metrics.map(({ id }) => id)).toEqual(['hours', 'national', 'spell']);
    expect(checks[0]!.holds).toEqual(['spell']);
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['sql/checks/hours.sql', 5, 'rests-on-broken'],
      [sickLeave, 5, 'unknown-name'],
      [derived, 7, 'rests-on-broken'],
    ]);
  });

  it('two with one id are both taken out, a broken one too', async () => {
    const twin = edited(spell, 'unit: days', 'unit: dagar', noPlans)[spell]!;
    const { metrics, problems } = await readProject(await writeProject({ ...noPlans, 'sql/metrics/twin.sql': twin }));
    expect(metrics.map(({ id }) => id)).not.toContain('spell');
    expect(problems.filter(({ code }) => code === 'duplicate-id').map(({ file, line }) => [file, line])).toEqual([
      [spell, 2],
      ['sql/metrics/twin.sql', 2],
    ]);
  });

  it('says whether a given metric’s body has a flag', async () => {
    const { metrics } = await readProject(
      await writeProject(edited(national, 'from marts.kolada', "select *, 'missing' as flag from marts.kolada", noPlans)),
    );
    expect(metrics.find(({ id }) => id === 'national')!.measure).toEqual({ type: 'given', value: 'value', flag: true, preliminary: false });
  });

  it('a place’s breakdown is the default only where the project has a place', async () => {
    const files = edited('malbild.yaml', 'place: organisation\n', '', noPlans);
    const { metrics } = await readProject(await writeProject(files));
    expect(metrics.find(({ id }) => id === 'spell')!.breakdowns).toEqual([[]]);
  });

  it('a mart that is a source’s alone gives its owner; a metric that reads none says its own', async () => {
    const body = edited(national, 'from marts.kolada', "select date '2026-01-01' as year, '0180' as municipality, 1 as value", noPlans);
    expect(await problemsOf(body)).toEqual([at(1, 'needs-key', 'owner', 'it reads no source to take it from')(national)]);
  });
});

describe('sql/checks', () => {
  const check = 'sql/checks/hours.sql';
  it('that holds an unknown metric is a problem, and holds the others', async () => {
    const { checks, problems } = await readProject(await writeProject(edited(check, 'spell]', 'spel]', noPlans)));
    expect(problems).toEqual([
      at(5, 'unknown-name', 'metric', 'spel', ['hours', 'national', 'sick-leave', 'sick-per-hour', 'spell'])(check),
    ]);
    expect(checks.map(({ holds }) => holds)).toEqual([['sick-leave']]);
  });

  it.each<Edit>([
    ['no message', 'message: Fler sjuktimmar än timmar\n', '', at(1, 'missing-key', 'message', 'text')],
    ['a severity that is none', 'hold-metric', 'error', at(4, 'wrong-value', 'error', '`warn`, `hold-metric`, `hold-edition`')],
    ['metrics held by a warning', 'hold-metric', 'warn', at(5, 'not-with', 'holds', 'only `hold-metric` holds metrics')],
    ['no metrics held by hold-metric', 'holds: [sick-leave, spell]\n', '', at(1, 'needs-key', 'holds', '`hold-metric` holds metrics')],
    ['SQL that cannot be parsed', 'where sick', 'were sick', at(7, 'sql-syntax', 'syntax error at or near "sick"')],
    [
      'a column there is not',
      'sick > hours',
      'sik > hours',
      at(
        7,
        'sql-failed',
        'Binder Error: Referenced column "sik" not found in FROM clause!\nCandidate bindings: "sick", "sex", "_row", "days"',
      ),
    ],
  ])('%s', async (_, from, to, ...expected) => {
    const found = (await ownProblemsOf(edited(check, from, to, noPlans))).map(({ file, line, code, found }) => [file, line, code, found]);
    expect(found).toEqual(expected.map(problem => problem(check)).map(({ file, line, code, found }) => [file, line, code, found]));
  });
});
