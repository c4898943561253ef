import { expect, it } from 'vitest';
import { isShared, sharedBreakdowns, type PartShape } from '../../pipeline/read/shared-breakdowns.ts';

const trees = new Set(['organisation', 'account']);
const part = (breakdowns: readonly (readonly string[])[], chosen: Readonly<Record<string, string>> = {}, whole = true): PartShape => ({
  breakdowns,
  chosen,
  whole,
});
const byLevel = [['organisation'], ['organisation', 'level']];

it.each<[string, PartShape[], string[][]]>([
  ['what both have', [part([['organisation'], ['sex']]), part([['organisation']])], [['organisation']]],
  ['each unit against the whole', [part([['organisation']]), part([['organisation']], { organisation: '*' })], [['organisation']]],
  ['each unit against one of them', [part([['organisation']]), part([['organisation']], { organisation: 'A' })], [['organisation']]],
  ['each level against all levels', [part(byLevel), part(byLevel, { level: '*' })], byLevel],
  ['one level against all of it', [part(byLevel, { level: '3' }), part(byLevel)], byLevel],
  [
    'each unit’s sexes together against each sex of the whole',
    [part([['organisation'], ['organisation', 'sex']], { sex: '*' }), part([['organisation', 'sex']], { organisation: '*' })],
    [['organisation'], ['organisation', 'sex']],
  ],
  ['the whole alone where every part chooses', [part(byLevel, { organisation: '*', level: '3' })], [[]]],
  ['none: a level at its whole has no rows', [part([['organisation', 'level']]), part([['organisation', 'level']], { level: '*' })], []],
  [
    'given figures too, which may have a row for the whole',
    [part([['organisation']]), part([['organisation']], { organisation: '*' }, false)],
    [['organisation']],
  ],
])('%s', (_, parts, expected) => {
  expect(sharedBreakdowns(parts, trees)).toEqual(expected);
  expect(expected.every(breakdown => isShared(parts, breakdown, trees))).toBe(true);
});

it('a dimension that every part chooses a member of is no breakdown', () => {
  const parts = [part(byLevel, { level: '3' }), part(byLevel, { level: '*' })];
  expect(isShared(parts, ['organisation', 'level'], trees)).toBe(false);
  expect(sharedBreakdowns(parts, trees)).toEqual([['organisation']]);
});
