import { describe, expect, it } from 'vitest';
import { at, ownProblemsOf, type Edit } from './problems-of.ts';
import { edited, smallProject } from './small-project.ts';

const noPlans = Object.fromEntries(Object.entries(smallProject).filter(([name]) => !name.includes('plans')));
const sickLeave = 'sql/metrics/sick-leave.sql';
const spell = 'sql/metrics/spell.sql';
const hours = 'sql/metrics/hours.sql';
const national = 'sql/metrics/national.sql';
const derived = 'sql/metrics/sick-per-hour.sql';
const dimensions = ['organisation', 'sex', 'municipality'];
const units = ['percent', 'count', 'sek', 'days', 'hours', 'index', 'ratio', 'scale', 'fte'];
const columns = ['_row', 'month', 'employee', 'organisation', 'sex', 'hours', 'sick', 'days'];
const WINDOW = '`period`, `ytd` or `rolling-<n>`, n from 2 to 999';

const edits: Record<string, Edit[]> = {
  [sickLeave]: [
    ['no question', 'question: Hur sjuka är vi?\n', '', at(1, 'missing-key', 'question', 'text')],
    ['an unknown unit', 'percent', 'procent', at(5, 'unknown-name', 'unit', 'procent', units)],
    [
      'a life whose days are out of order',
      'desired: lower',
      'desired: lower\nlife: { proposed: 2026-03-01, adopted: { by: KS, date: 2026-02-01 } }',
      at(7, 'wrong-value', '2026-02-01', 'a day from 2026-03-01 on, when it was proposed'),
    ],
    [
      'a successor there is not',
      'desired: lower',
      'desired: lower\nlife: { retired: { date: 2026-06-30, reason: Ny metod, replaced_by: hour } }',
      at(7, 'unknown-name', 'metric', 'hour', ['hours', 'national', 'sick-leave', 'sick-per-hour', 'spell']),
    ],
    ['a direction that is none', 'desired: lower', 'desired: low', at(6, 'wrong-value', 'low', '`higher`, `lower`, `target`, `none`')],
    ['a numerator alone', 'denominator: sum(hours)\n', '', at(1, 'needs-key', 'denominator', 'a ratio has a numerator and a denominator')],
    [
      'two measures',
      'time: month',
      'measure: sum(sick)\ntime: month',
      at(7, 'one-of', ['numerator', 'measure'], ['numerator', 'measure', 'given']),
    ],
    ['no measure', 'numerator: sum(sick)\ndenominator: sum(hours)\n', '', at(1, 'one-of', [], ['numerator', 'measure', 'given'])],
    ['a numerator that is no sum', 'sum(sick)', 'max(sick)', at(7, 'not-a-ratio', 'max(sick)')],
    ['a numerator that cannot be parsed', 'sum(sick)', 'sum(sick', at(7, 'sql-syntax', 'syntax error at end of input')],
    ['a sum of a sum', 'sum(sick)', 'sum(sum(sick))', at(7, 'nested-aggregate', 'sum')],
    ['try_cast in a measure', 'sum(sick)', 'sum(try_cast(sick as integer))', at(7, 'try-cast')],
    [
      'a column there is not in a numerator',
      'sum(sick)',
      'sum(sik)',
      at(7, 'sql-failed', 'Binder Error: Referenced column "sik" not found in FROM clause!\nCandidate bindings: "sick", "sex"'),
    ],
    [
      'a sum of inexact numbers',
      'sum(sick)',
      'sum(sick::double)',
      at(7, 'column-type', 'CAST(sick AS DOUBLE)', 'DOUBLE', 'DECIMAL or a whole number, whose sums are the same in every run'),
    ],
    ['no population of personal facts', 'population: count(distinct employee)\n', '', at(1, 'population-required', ['absence'])],
    ['a population that counts nobody', 'count(distinct employee)', 'avg(hours)', at(9, 'not-a-ratio', 'avg(hours)')],
    ['no time', 'time: month\n', '', at(1, 'needs-key', 'time', 'the DATE column that says when')],
    ['a time there is not', 'time: month', 'time: day', at(10, 'unknown-name', 'column', 'day', columns)],
    ['a time that is no date', 'time: month', 'time: days', at(10, 'column-type', 'days', 'BIGINT', 'a column of type DATE')],
    ['a window that is none', 'rolling-12', 'rolling-1', at(11, 'wrong-value', 'rolling-1', WINDOW)],
    ['a window twice', 'ytd, rolling-12', 'ytd, ytd', at(11, 'duplicate-id', 'ytd', ['the same list'])],
    ['an unknown dimension', '[organisation, sex]', '[organisation, age]', at(12, 'unknown-name', 'dimension', 'age', dimensions)],
    ['a dimension that the body lacks', '[organisation, sex]', '[municipality]', at(12, 'unknown-name', 'column', 'municipality', columns)],
    ['one breakdown twice', '[organisation, sex]]', '[organisation]]', at(12, 'duplicate-id', '[organisation]', ['the same list'])],
    [
      'a grain that the calendar lacks',
      'time: month',
      'time: month\ngrains: [month, quarter]',
      at(11, 'unknown-name', 'grain of the calendar', 'quarter', ['month', 'tertial', 'year']),
    ],
    [
      'grains shorter than the finest',
      'time: month',
      'time: month\nfinest: tertial\ngrains: [month, year]',
      at(12, 'wrong-value', '`month`', 'grains that are made of whole tertials'),
      at(13, 'wrong-value', '`rolling-12`', '`rolling-<n>` where the finest grain is among the grains'),
    ],
    [
      'ytd of years alone',
      '[period, ytd, rolling-12]',
      '[ytd]\ngrains: [year]',
      at(11, 'wrong-value', '`ytd`', '`ytd` where there is a grain below year'),
    ],
    [
      'a mart there is not',
      'Marts.Absence',
      'marts.absense',
      at(14, 'unknown-name', 'relation', 'marts.absense', ['marts.absence', 'marts.by_unit', 'marts.kolada', 'marts.organisation']),
    ],
    ['staging read by a metric', 'Marts.Absence', 'staging.absence', at(14, 'wrong-layer', 'staging.absence', 'metrics read marts.*')],
    ['no header', '/*', '-- /*', at(1, 'no-header', 'id, name, question, unit, desired and a measure')],
    [
      'an unknown key, nearest named',
      'unit:',
      'uint:',
      at(1, 'missing-key', 'unit', 'letters, digits, `_`, `-` and `.`, beginning with a letter or digit'),
      at(5, 'unknown-key', 'uint', metricKeys(), false),
    ],
    ['a colon in a text', 'question: Hur sjuka är vi?', 'question: Hur sjuka: vi?', at(4, 'yaml-nested-colon')],
    ['an audience that is none', 'time: month', 'time: month\naudience: open', at(11, 'wrong-value', 'open', '`public`, `internal`')],
  ],
  [spell]: [
    [
      'over_time of a median',
      'time: month',
      'over_time: last\ntime: month',
      at(9, 'not-additive', 'over_time', 'a median goes back to the facts'),
    ],
    ['an order-dependent aggregate', 'median(days) filter (where days > 0)', 'first(days)', at(7, 'not-an-aggregate', 'first(days)')],
    ['a list', 'median(days) filter (where days > 0)', 'list(days)', at(7, 'not-an-aggregate', 'list(days)')],
    [
      'arithmetic around an aggregate',
      'median(days) filter (where days > 0)',
      'median(days) / 2',
      at(7, 'not-an-aggregate', 'median(days) / 2'),
    ],
    [
      'a quantile of more than all',
      'median(days) filter (where days > 0)',
      'quantile_cont(days, 90)',
      at(7, 'not-an-aggregate', 'quantile_cont(days, 90)'),
    ],
  ],
  [hours]: [
    [
      'over_time: mean of an average',
      'sum(hours)',
      'avg(hours)',
      at(8, 'not-additive', 'over_time', 'a mean over periods is of a sum or a count; a ratio is put together from its parts'),
    ],
  ],
  [national]: [
    [
      'a window of a given metric',
      'finest: year',
      'finest: year\nwindows: [period, ytd]',
      at(9, 'wrong-value', '`ytd`', '`period` alone: no sums are assumed'),
    ],
    [
      'a longer grain of a given metric',
      'finest: year',
      'finest: month\ngrains: [year]',
      at(9, 'wrong-value', '`year`', '`month` alone: no sums are assumed'),
    ],
    [
      'a population of a given metric',
      'finest: year',
      'finest: year\npopulation: count(*)',
      at(9, 'not-with', 'population', 'a given metric counts nobody'),
    ],
    [
      'a column `preliminary` that does not say yes or no',
      'from marts.kolada',
      "select *, 'p' as preliminary from marts.kolada",
      at(7, 'column-type', 'preliminary', 'VARCHAR', 'a column of type BOOLEAN'),
    ],
    [
      'a value there is not',
      'given: value',
      'given: valeu',
      at(7, 'unknown-name', 'column', 'valeu', ['_row', 'year', 'municipality', 'value']),
    ],
    [
      'the place, where the body has none',
      'breakdowns: [[municipality]]\n',
      '',
      at(1, 'unknown-name', 'column', 'organisation', ['_row', 'year', 'municipality', 'value']),
    ],
  ],
  [derived]: [
    [
      'an unknown part',
      'metric(hours,',
      'metric(hour,',
      at(7, 'unknown-name', 'metric', 'hour', ['hours', 'national', 'sick-leave', 'sick-per-hour', 'spell']),
    ],
    ['itself as a part', 'metric(hours,', 'metric(sick-per-hour,', at(7, 'part-of-itself', ['sick-per-hour'])],
    [
      'over_time of a part that is a median',
      'metric(hours,',
      'metric(spell,',
      at(7, 'not-additive', 'metric(spell, over_time: last)', 'a median goes back to the facts'),
    ],
    [
      'a dimension that a part lacks',
      'metric(hours,',
      'metric(hours, sex: K,',
      at(7, 'metric-lacks', 'dimension', 'sex', 'hours', ['organisation']),
    ],
    ['a member there is not', 'sex: all', 'sex: X', at(7, 'unknown-name', 'member', 'X', ['K', 'M'])],
    ['an expression that ends early', 'over_time: last)', 'over_time: last', at(7, 'derivation-syntax', 'the end', 67, '`,` or `)`')],
    [
      'no quotes around it',
      '"100 * metric(sick-leave, sex: all) / metric(hours, over_time: last)"',
      'metric(hours, over_time: last)',
      at(7, 'yaml-nested-colon'),
    ],
    ['a time of its own', 'desired: lower', 'desired: lower\ntime: month', at(7, 'not-with', 'time', 'a derived metric has its parts’')],
    [
      'a window that a part lacks',
      'desired: lower',
      'desired: lower\nwindows: [rolling-12]',
      at(7, 'not-shared', 'window', 'rolling-12', ['period', 'ytd']),
    ],
    [
      'a breakdown that a part lacks',
      'desired: lower',
      'desired: lower\nbreakdowns: [[sex]]',
      at(7, 'not-shared', 'breakdown', '[sex]', ['[organisation]']),
    ],
    ['parts that share no breakdown', 'metric(hours, over_time: last)', 'metric(national)', at(7, 'not-shared', 'breakdown', 'any', [])],
    ['SQL below the header', '*/\n', '*/\nfrom marts.absence\n', at(9, 'not-with', 'SQL', 'a derived metric is computed from its parts')],
  ],
};

function metricKeys(): string[] {
  return [
    ...[
      'id',
      'name',
      'question',
      'decision',
      'life',
      'unit',
      'decimals',
      'desired',
      'threshold',
      'numerator',
      'denominator',
      'measure',
      'given',
      'per',
      'over_time',
    ],
    ...[
      'population',
      'zero',
      'time',
      'finest',
      'grains',
      'windows',
      'breakdowns',
      'gaps',
      'nulls_allowed',
      'covers',
      'audience',
      'internal',
      'owner',
      'kolada',
    ],
  ];
}

describe.each(Object.entries(edits))('%s', (file, cases) => {
  it.each(cases)('%s', async (_, from, to, ...expected) => {
    const problems = await ownProblemsOf(edited(file, from, to, noPlans));
    expect(problems.filter(problem => problem.file === file)).toEqual(expected.map(problem => problem(file)));
  });
});
