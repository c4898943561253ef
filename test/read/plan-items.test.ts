import { describe, expect, it } from 'vitest';
import { readProject } from '../../pipeline/read/read-project.ts';
import { at, type Edit } from './problems-of.ts';
import { edited, smallProject, writeProject } from './small-project.ts';

const first = 'sources/plans/2026/1.yaml';
const second = 'sources/plans/2026/2.yaml';
const firstOnly = Object.fromEntries(Object.entries(smallProject).filter(([name]) => name !== second));
const SEK = 'an amount in whole kronor or with öre, as 400000 sek or 1250.50 sek';

const amounts: Edit[] = [
  ['a cost without its unit', 'cost: 250000 sek', 'cost: 250000', at(25, 'wrong-value', '250000', SEK)],
  ['a cost in words', 'cost: 250000 sek', 'cost: 0.25 mnkr', at(25, 'wrong-value', '0.25 mnkr', SEK)],
  ['a cost in parts of an öre', 'cost: 250000 sek', 'cost: 1.005 sek', at(25, 'wrong-value', '1.005 sek', SEK)],
  ['a benefit without its unit', 'benefit: "0,3 lägre"', 'benefit: { amount: 600000 }', at(25, 'wrong-value', '600000', SEK)],
  [
    'a benefit with an unknown key',
    'benefit: "0,3 lägre"',
    'benefit: { amount: 600000 sek, form: 2027-01-01 }',
    at(25, 'unknown-key', 'form', ['amount', 'text', 'from'], true),
  ],
];

describe('what an activity costs and is to give', () => {
  it.each(amounts)('%s is an error that says what is allowed', async (_, from, to, ...expected) => {
    const { plans, problems } = await readProject(await writeProject(edited(first, from, to, firstOnly)));
    expect(problems).toEqual(expected.map(problem => problem(first)));
    expect(plans).toEqual([]);
  });

  it.each([
    ['"0,3 lägre"', { benefit: '0,3 lägre', benefit_sek: null, benefit_from: null }],
    ['600000 sek', { benefit: null, benefit_sek: '600000', benefit_from: null }],
    [
      '{ amount: 600000.50 sek, text: Färre vikarier, from: 2027-01-01 }',
      { benefit: 'Färre vikarier', benefit_sek: '600000.50', benefit_from: '2027-01-01' },
    ],
  ])('a benefit may be written %s', async (written, expected) => {
    const { plans } = await readProject(await writeProject(edited(first, 'benefit: "0,3 lägre"', `benefit: ${written}`, firstOnly)));
    expect(plans[0]!.goals[0]!.goals[0]!.activities[0]).toMatchObject({ cost: '250000 sek', cost_sek: '250000', ...expected });
  });
});

it('an indicator that is only followed is no part that needs a rule', async () => {
  const followed = edited(second, 'I3: { weight: 1 }', 'I3: { target: none }');
  const { plans, problems } = await readProject(await writeProject(followed));
  expect(problems).toEqual([]);
  expect(plans[1]!.goals[0]!.indicators[2]!.target).toEqual({ type: 'none' });
  const alone = '  - { id: G3, name: Fler, indicators: [{ id: I9, metric: hours, measures: year, by: 2026-12-31, target: none }] }\n';
  const { problems: none } = await readProject(
    await writeProject(edited(first, '  - { id: G2, name', `${alone}  - { id: G2, name`, firstOnly)),
  );
  expect(none).toEqual([]);
});
