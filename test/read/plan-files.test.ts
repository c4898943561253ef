import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, ownProblemsOf, problemsOf, type At, type Edit } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const first = 'sources/plans/2026/1.yaml';
const second = 'sources/plans/2026/2.yaml';
const firstOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => name !== second));
const metrics = ['hours', 'national', 'sick-leave', 'sick-per-hour', 'spell'];
const FORMS = ['at_most', 'at_least', 'between', 'better_than_group'];
const ids = ['I1', 'I2', 'I3', 'G1', 'I4', 'I5', 'I6', 'A1', 'U1', 'G1-SOC', 'G2'];
const TARGETS =
  '{ at_most: 7.5, partly: 8.0 }, { at_least: … }, { between: [98, 101], partly: [96, 102] }, { better_than_group: …, than: median, min_n: 5 }, better_than_last_year, milestone or none';

/** Problems that take the plan out: what was decided cannot be told from the file. */
const broken: Edit[] = [
  ['a plan’s id that is a number', 'plan: "2026"', 'plan: 2026', at(1, 'quote-it', '2026')],
  [
    'no decision',
    'adopted: { by: KF, date: 2025-11-24, paragraph: § 187, case: KS 2025/412, link: https://lilla.example/kf }\n',
    '',
    at(1, 'missing-key', 'adopted', 'a map with by, date, paragraph, case, link'),
  ],
  [
    'a link that is no address',
    'https://lilla.example/kf',
    'javascript:alert(1)',
    at(4, 'wrong-value', 'javascript:alert(1)', 'an address that begins with https:// or http://'),
  ],
  ['a year that ends before it begins', 'to: 2026-12-31', 'to: 2025-12-31', at(5, 'wrong-value', '2025-12-31', 'a day from 2026-01-01 on')],
  ['parts without a rule', '    rule: majority\n', '', at(8, 'needs-key', 'rule', 'it says how the parts make the goal’s status')],
  [
    'a rule that is none',
    'rule: majority',
    'rule: most',
    at(10, 'wrong-value', 'most', '`all`, `majority`, `worst`, `weighted`, `assessed`'),
  ],
  ['coverage as a number', 'coverage: 60%', 'coverage: 60', at(11, 'wrong-value', '60', 'a percentage from 0% to 100%, as 50%')],
  [
    'limits without weights',
    'coverage: 60%',
    'coverage: 60%\n    limits: { met: 0.8, partly: 0.5 }',
    at(12, 'not-with', 'limits', 'they go with `rule: weighted`'),
  ],
  ['a decimal comma inside braces', 'at_most: 7.5', 'at_most: 7,5', at(13, 'swallowed-by-comma', '5')],
  ['partly on the met side of at_most', 'partly: 8.0', 'partly: 7.0', at(13, 'partly-side', '7', 'above 7.5, which is the most')],
  ['partly inside between', 'partly: [96, 102]', 'partly: [99, 102]', at(23, 'partly-side', '[99, 102]', 'two numbers around 98 and 101')],
  ['one partly for two limits', 'partly: [96, 102]', 'partly: 96', at(23, 'partly-side', '96', 'two numbers around 98 and 101')],
  [
    'limits in the wrong order',
    'between: [98, 101]',
    'between: [101, 98]',
    at(23, 'wrong-value', '[101, 98]', 'two numbers, the lower first, as [98, 101]'),
  ],
  ['two targets', 'at_most: 7.5', 'at_most: 7.5, at_least: 2', at(13, 'one-of', ['at_most', 'at_least'], FORMS)],
  ['a target that is none', 'better_than_last_year', 'better_than_ever', at(15, 'wrong-value', 'better_than_ever', TARGETS)],
  ['a comparison without min_n', ', min_n: 2', '', at(14, 'needs-key', 'min_n', 'a comparison says with what, and of how many at least')],
  ['an unknown group', 'better_than_group: lika', 'better_than_group: olika', at(14, 'unknown-name', 'group', 'olika', ['lika'])],
  ['max_age without lag', 'lag: 1, max_age: 1', 'max_age: 1', at(14, 'not-with', 'max_age', 'it goes with `lag`')],
  ['every year, which goes without saying', 'lag: 1, max_age: 1', 'every: 1', at(14, 'wrong-value', '1', 'a whole number, 2 or more')],
  [
    'years between measurements of a month',
    'measures: month,',
    'measures: month, every: 2,',
    at(23, 'not-with', 'every', 'it counts years, and goes with `measures: year`'),
  ],
  [
    'an unknown dimension',
    'members: { sex: K }',
    'members: { age: K }',
    at(15, 'unknown-name', 'dimension', 'age', ['organisation', 'sex', 'municipality']),
  ],
  ['a milestone with a metric', 'id: I4,', 'id: I4, metric: hours,', at(22, 'not-with', 'metric', 'a milestone has no metric')],
  ['a milestone without a name', 'name: Rutin, ', '', at(22, 'needs-key', 'name', 'a milestone has no metric to be named after')],
  [
    'no period to measure',
    'measures: year, by: 2026-12-31, target: { at_most',
    'by: 2026-12-31, target: { at_most',
    at(13, 'needs-key', 'measures', 'the period that the target is about'),
  ],
  ['no metric', 'id: I1, metric: sick-leave,', 'id: I1,', at(13, 'needs-key', 'metric', 'every target but a milestone is of a metric')],
  ['one id twice, across levels', 'id: A1', 'id: I1', at(25, 'duplicate-id', 'I1', ['the same plan'])],
  ['a goal with its own goal’s id', 'id: G1-SOC', 'id: G1', at(17, 'duplicate-id', 'G1', ['the same plan'])],
  [
    'an assessed goal that nobody assesses',
    ', assessed_by: Kommundirektör',
    '',
    at(27, 'needs-key', 'assessed_by', 'the role whose assessment counts'),
  ],
  ['a comma in a name inside braces', 'name: Förtroende', 'name: Förtroende, tillit', at(27, 'swallowed-by-comma', 'tillit')],
  ['a misspelt key in a list of goals', 'place: SOC', 'plase: SOC', at(18, 'unknown-key', 'plase', goalKeys(), false)],
];

function goalKeys(): string[] {
  return [
    'id',
    'name',
    'place',
    'rule',
    'assessed_by',
    'cadence',
    'coverage',
    'counts',
    'limits',
    'weight',
    'indicators',
    'goals',
    'activities',
    'assignments',
  ];
}

/** Problems that leave the plan as it was adopted: the indicator stays, and cannot be assessed. */
const resting: Edit[] = [
  [
    'an indicator on a metric there is not',
    'id: I1, metric: sick-leave',
    'id: I1, metric: sick-leve',
    at(13, 'unknown-name', 'metric', 'sick-leve', metrics),
  ],
  ['a limit that is a metric there is not', 'metric(spell)', 'metric(spel)', at(24, 'unknown-name', 'metric', 'spel', metrics)],
  [
    'a period that the metric does not have',
    'id: I2, metric: national, measures: year',
    'id: I2, metric: national, measures: month',
    at(14, 'metric-lacks', 'grain', 'month', 'national', ['year']),
  ],
  [
    'a dimension that the metric does not have',
    'id: I3, metric: sick-leave',
    'id: I3, metric: spell',
    at(15, 'metric-lacks', 'dimension', 'sex', 'spell', ['organisation']),
  ],
  ['a member there is not', 'members: { sex: K }', 'members: { sex: X }', at(15, 'unknown-name', 'member', 'X', ['K', 'M'])],
  [
    'better, of a metric without direction',
    'id: I3, metric: sick-leave, members: { sex: K }',
    'id: I3, metric: hours',
    at(15, 'no-direction', 'hours', 'none'),
  ],
  [
    'a comparison of a metric without municipalities',
    'id: I2, metric: national',
    'id: I2, metric: spell',
    at(14, 'metric-lacks', 'dimension', 'of `whole: none`', 'spell', ['municipality']),
  ],
];

describe('sources/plans/<plan>/1.yaml', () => {
  it.each(broken)('%s', async (_, from, to, ...expected) => {
    const { plans, problems } = await readProject(await writeProject(edited(first, from, to, firstOnly)));
    expect(problems).toEqual(expected.map(problem => problem(first)));
    expect(plans).toEqual([]);
  });

  it.each(resting)('%s', async (_, from, to, ...expected) => {
    const { plans, problems } = await readProject(await writeProject(edited(first, from, to, firstOnly)));
    expect(problems).toEqual(expected.map(problem => problem(first)));
    expect(plans).toHaveLength(1);
  });

  it('an indicator on a broken metric says so, and keeps the metric’s id', async () => {
    const { plans, problems } = await readProject(
      await writeProject(edited('sql/metrics/hours.sql', 'unit: hours', 'unit: hour', firstOnly)),
    );
    expect(problems.filter(({ file }) => file === first).map(({ line, code }) => [line, code])).toEqual([
      [23, 'rests-on-broken'],
      [24, 'rests-on-broken'],
    ]);
    expect(plans[0]!.goals[0]!.goals[0]!.indicators.map(({ metric }) => metric)).toEqual([null, 'hours', 'hours']);
  });

  it('goals have no place where the project has none', async () => {
    const files = edited('malbild.yaml', 'place: organisation\n', '', firstOnly);
    expect((await ownProblemsOf(files)).filter(({ file }) => file === first)).toEqual([
      at(18, 'not-with', 'place', 'malbild.yaml declares no `place`')(first),
    ]);
  });

  it('`all` is the whole', async () => {
    const { plans } = await readProject(
      await writeProject(edited(first, 'members: { sex: K }', 'members: { organisation: all }', firstOnly)),
    );
    expect(plans[0]!.goals[0]!.indicators[2]!.members).toEqual({ organisation: '*' });
  });
});

const revisions: Edit[] = [
  ['an id it changes that is not there', 'I1: {', 'I9: {', at(7, 'unknown-name', 'id', 'I9', ids)],
  ['an id it removes that is not there', 'remove: [A1]', 'remove: [A2]', at(10, 'unknown-name', 'id', 'A2', ids)],
  [
    'an unknown field of a change',
    'I3: { weight: 1 }',
    'I3: { wieght: 1 }',
    at(
      8,
      'unknown-key',
      'wieght',
      ['name', 'metric', 'members', 'measures', 'lag', 'max_age', 'every', 'by', 'target', 'late', 'weight'],
      true,
    ),
  ],
  ['a version it amends that is not there', 'amends: 1', 'amends: 7', at(3, 'unknown-name', 'earlier version', '7', ['1'])],
  ['itself as the version it amends', 'amends: 1', 'amends: 2', at(3, 'unknown-name', 'earlier version', '2', ['1'])],
  [
    'an addition under a goal there is not',
    'under: G1-SOC',
    'under: G1-BUN',
    at(9, 'unknown-name', 'goal', 'G1-BUN', ['G1', 'G1-SOC', 'G2']),
  ],
  ['an added id that is there already', 'id: I7', 'id: I4', at(9, 'duplicate-id', 'I4', ['the same plan'])],
  ['an indicator added to no goal', 'under: G1-SOC, ', '', at(9, 'needs-key', 'under', 'only goals stand directly in a plan')],
  [
    'an id both changed and removed',
    'remove: [A1]',
    'remove: [G1]',
    at(7, 'not-with', 'I1', 'the same revision removes it'),
    at(8, 'not-with', 'I3', 'the same revision removes it'),
    at(9, 'unknown-name', 'goal', 'G1-SOC', ['G2']),
  ],
  [
    'a change that makes a milestone of a metric',
    'I3: { weight: 1 }',
    'I3: { target: milestone }',
    ...['name', 'metric', 'measures', 'members'].map(key => milestone(key)),
  ],
  ['an added indicator on a metric there is not', 'metric: spell', 'metric: spel', at(9, 'unknown-name', 'metric', 'spel', metrics)],
  [
    'a goal without a rule that gets parts',
    'under: G1-SOC, indicators: [',
    'goals: [{ id: G3, name: Ny }], indicators: [',
    at(9, 'needs-key', 'under', 'only goals stand directly in a plan'),
  ],
];

function milestone(key: string): At {
  return key === 'name'
    ? at(8, 'needs-key', 'name', 'a milestone has no metric to be named after')
    : at(8, 'not-with', key, 'a milestone has no metric');
}

describe('sources/plans/<plan>/2.yaml', () => {
  it.each(revisions)('%s', async (_, from, to, ...expected) => {
    expect(await ownProblemsOf(edited(second, from, to))).toEqual(expected.map(problem => problem(second)));
  });

  it('that amends a broken version rests on it', async () => {
    const files = edited(first, 'rule: majority', 'rule: most');
    expect((await problemsOf(files)).filter(({ file }) => file === second)).toEqual([
      at(3, 'rests-on-broken', 'plan', '2026 version 1')(second),
    ]);
    expect((await readProject(await writeProject(files))).plans).toEqual([]);
  });

  it('that is broken leaves the version it amends', async () => {
    const { plans } = await readProject(await writeProject(edited(second, 'I1: {', 'I9: {')));
    expect(plans.map(({ version }) => version)).toEqual([1]);
  });

  it('two files with one version are both taken out', async () => {
    const files = { ...firstOnly, 'sources/plans/2026/again.yaml': firstOnly[first]! };
    const { plans, problems } = await readProject(await writeProject(files));
    expect(plans).toEqual([]);
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      [first, 2, 'duplicate-id'],
      ['sources/plans/2026/again.yaml', 2, 'duplicate-id'],
    ]);
  });

  it('can be amended in its turn, and what each decided stays told apart', async () => {
    const third =
      'plan: "2026"\nversion: 3\namends: 2\nadopted: { by: KF, date: 2026-09-01, paragraph: § 5 }\nin_force: { from: 2026-09-01, to: 2027-01-31 }\nvision: Ny\nremove: [G1-SOC]\nadd:\n  - { goals: [{ id: G3, name: Ny, rule: assessed, assessed_by: KD }] }\n  - { under: G1, indicators: [{ id: I8, name: Klart, by: 2026-12-31, target: milestone }] }\n';
    const { plans, problems } = await readProject(await writeProject({ ...smallProject, 'sources/plans/2026/3.yaml': third }));
    expect(problems).toEqual([]);
    expect(plans[2]).toMatchObject({ version: 3, name: 'Plan 2026', vision: 'Ny', in_force: { from: '2026-09-01', to: '2027-01-31' } });
    expect(plans[2]!.goals.map(({ id }) => id)).toEqual(['G1', 'G2', 'G3']);
    expect(plans[2]!.changed).toEqual(['G3', 'I8', 'G1-SOC', 'I4', 'I5', 'I6', 'I7', 'U1']);
    expect(Object.entries(plans[2]!.decided).map(([id, { date }]) => [id, date])).toEqual([
      ['I1', '2026-06-15'],
      ['I2', '2025-11-24'],
      ['I3', '2025-11-24'],
      ['I8', '2026-09-01'],
    ]);
  });
});
