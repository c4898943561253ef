import { describe, expect, it } from 'vitest';
import { trimDecimal } from '../../pipeline/words/value-rule.ts';
import { average, count, distinct, maximum, measureOver, median, minimum, monthly, of, quantile, ratio, sum } from './measure-over.ts';
import { codes, lines, metricOf, show } from './show.ts';

const town = { covered: monthly('2025-01', '2025-02'), asOf: '2025-03-10' };
const whole = { breakdowns: [[]] };
const facts = `
  day         who n:decimal(10,2) d:integer
  2025-01-01  x   1.25            2
  2025-01-31  x   1.26            0
  2025-02-01  y   10.00           0
  2025-02-02  x   0.00            0`;
const over = async (measure: ReturnType<typeof of>, said: object = {}, rows: string = facts) =>
  measureOver({ ...town, facts: rows, metrics: [{ ...whole, grains: ['month', 'tertial'], measure, ...said }] });
const shown = async (...given: Parameters<typeof over>) =>
  show(metricOf(await over(...given)), /^2025-(01|02|T1)/).map(line => line.replace(' [partial]', ''));

describe('every aggregate, at every level from the facts', () => {
  it.each([
    ['sum', of(sum('n')), ['2025-01: 2.51', '2025-02: 10', '2025-T1: 12.51']],
    ['count of rows', of(count(null)), ['2025-01: 2', '2025-02: 2', '2025-T1: 4']],
    ['count', of(count('nullif(d, 0)')), ['2025-01: 1', '2025-02: 0', '2025-T1: 1']],
    ['count distinct', of(distinct('who')), ['2025-01: 1', '2025-02: 2', '2025-T1: 2']],
    ['avg', of(average('n')), ['2025-01: 1.255 = 2.51/2', '2025-02: 5 = 10/2', '2025-T1: 3.1275 = 12.51/4']],
    ['min', of(minimum('n')), ['2025-01: 1.25', '2025-02: 0', '2025-T1: 0']],
    ['max', of(maximum('n')), ['2025-01: 1.26', '2025-02: 10', '2025-T1: 10']],
    ['median, not rounded to the input’s scale', of(median('n')), ['2025-01: 1.255', '2025-02: 5', '2025-T1: 1.255']],
    ['quantile', of(quantile('n', 0.75)), ['2025-01: 1.2575', '2025-02: 7.5', '2025-T1: 3.4450000000000003']],
    [
      'ratio, not applicable where the denominator is 0',
      ratio(sum('n'), sum('d')),
      ['2025-01: 1.255 = 2.51/2', '2025-02: not-applicable', '2025-T1: 6.255 = 12.51/2'],
    ],
    ['filter', of(sum('n', "who = 'y'")), ['2025-01: 0', '2025-02: 10', '2025-T1: 10']],
  ])('%s', async (_, measure, expected) => {
    expect(await shown(measure)).toEqual(expected);
  });

  it('per multiplies before it divides', async () => {
    const rows = `day n:integer\n2025-01-01 1\n2025-01-02 0\n2025-01-03 0`;
    expect(100 * (1 / 3)).not.toBe((100 * 1) / 3);
    expect(await shown(ratio(sum('n'), count(null)), { per: 100, grains: ['month'] }, rows)).toContain(`2025-01: ${(100 * 1) / 3} = 1/3`);
    expect(await shown(of(sum('n')), { per: 1000, grains: ['month'] })).toEqual([`2025-01: ${1000 * 2.51}`, '2025-02: 10000']);
  });

  it('a median, minimum or maximum of no row is not applicable, a sum or count is 0', async () => {
    const none = 'd > 100';
    const { findings, ...measured } = await measureOver({
      ...town,
      facts,
      metrics: [sum, count, distinct, average, minimum, maximum, median].map((aggregate, i) => ({
        id: `m${i}`,
        ...whole,
        measure: of(aggregate('n', none)),
      })),
    });
    expect(measured.metrics.map(metric => show(metric, '2025-01')[0])).toEqual(
      ['0', '0', '0', 'not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'].map(value => `2025-01: ${value}`),
    );
    expect(findings).toEqual([]);
  });

  it('there may be people where nothing can be divided: how many is known, for what few of them may not be told', async () => {
    const measure = ratio(sum('n'), sum('d'));
    const measured = await measureOver({ ...town, facts, metrics: [{ ...whole, measure, population: distinct('who') }] });
    const [february] = metricOf(measured).observations.filter(({ period_start }) => period_start === '2025-02-01');
    expect(february).toMatchObject({ flag: 'not-applicable', value: null, numerator: null, population: 2 });
  });

  it('a population is counted at every level, and 0 where nobody is', async () => {
    const metrics = [{ ...whole, grains: ['month', 'tertial'] as const, population: distinct('who', "n > 1.25 and who <> 'z'") }];
    expect(show(metricOf(await measureOver({ ...town, facts, metrics })), /^2025-(01|02|T1)/)).toEqual(
      lines(`
        2025-01: 2.51 of 1
        2025-02: 10 of 1
        2025-T1: 12.51 of 2 [partial]`),
    );
  });

  it('a column may be called x, value, unit, atom or cell', async () => {
    const rows = `
      day         x:integer value:integer unit:integer atom:integer cell:integer read_set:integer
      2025-01-01  1         10            100          1000         10000        100000`;
    const metrics = ['x', 'value', 'unit', 'atom', 'cell', 'read_set'].flatMap(column => [
      { id: column, ...whole, measure: of(sum(column, 'x = 1')) },
      { id: `${column}-distinct`, ...whole, measure: of(distinct(column, 'x = 1')) },
      { id: `${column}-largest`, ...whole, measure: of(maximum(column)) },
    ]);
    const measured = await measureOver({ ...town, facts: rows, metrics });
    expect(measured.metrics.map(metric => show(metric, '2025-01')[0])).toEqual(
      [1, 10, 100, 1000, 10000, 100000].flatMap(n => [`2025-01: ${n}`, '2025-01: 1', `2025-01: ${n}`]),
    );
    expect(codes(measured)).toEqual([]);
  });

  it('the largest and smallest numbers keep their size', async () => {
    const rows = `day n:double\n2025-01-01 1.5e+20\n2025-02-01 2.50e-10`;
    expect(await shown(of(maximum('n')), { grains: ['month'] }, rows)).toEqual(['2025-01: 150000000000000000000', '2025-02: 2.5e-10']);
    expect(await shown(of(median('n')), { grains: ['month'] }, rows)).toEqual(['2025-01: 150000000000000000000', '2025-02: 2.5e-10']);
    expect(['1.50', '100', '100.00', '0.00', '-1.10', '1.5e+20', '2.5e-10'].map(trimDecimal)).toEqual([
      '1.5',
      '100',
      '100',
      '0',
      '-1.1',
      '1.5e+20',
      '2.5e-10',
    ]);
  });
});

describe('what holds a metric', () => {
  it('a null in what is read, beyond what is allowed, in covered rows that pass the filter', async () => {
    const rows = `day d:integer n:integer\n2025-01-01 1 1\n2025-01-02 1 -\n2025-02-03 0 -\n2025-09-01 1 -`;
    for (const aggregate of [sum, average, minimum, maximum, median]) {
      const measured = await over(of(aggregate('n')), {}, rows);
      expect(measured.held).toEqual(new Set(['total']));
      expect(measured.findings).toMatchObject([
        { code: 'null-input', severity: 'hold-metric', metrics: ['total'], details: { argument: 'n', nulls: 2, allowed: 0 } },
      ]);
    }
    expect((await over(of(sum('n')), { nulls_allowed: 2 }, rows)).findings).toEqual([]);
    expect((await over(of(sum('n')), { nulls_allowed: 1 }, rows)).held.size).toBe(1);
    expect((await over(of(sum('n', 'd = 1')), {}, rows)).findings).toMatchObject([{ details: { nulls: 1 } }]);
    expect((await over(of(count('n')), {}, rows)).findings).toEqual([]);
    expect((await over(of(distinct('n')), {}, rows)).findings).toEqual([]);
    expect((await over(ratio(sum('d'), sum('n')), {}, rows)).findings).toMatchObject([{ code: 'null-input' }]);
  });

  it('a sum of DOUBLE, whose result differs from run to run', async () => {
    const rows = `day n:double f:float\n2025-01-01 1 1`;
    expect(codes(await over(of(sum('n')), {}, rows))).toEqual(['inexact-input']);
    expect(codes(await over(of(average('f')), {}, rows))).toEqual(['inexact-input']);
    expect(codes(await over(of(median('n')), {}, rows))).toEqual([]);
  });

  it('rows without a date', async () => {
    const measured = await over(of(sum('n')), {}, `day n:integer\n2025-01-01 1\n- 2\n- 4`);
    expect(measured.findings).toMatchObject([{ code: 'undated-rows', severity: 'hold-metric', details: { rows: 2 } }]);
    expect(metricOf(measured).rows).toEqual({ body: 3, whole: 1, outside: 2 });
  });

  it('SQL that fails, with the line of the metric’s file; its sibling over another body is measured', async () => {
    const metrics = [
      { id: 'broken', ...whole, body: '\n\n\nselect day,\n  nothing as n\nfrom marts.facts' },
      { id: 'whole', ...whole },
    ];
    const measured = await measureOver({ ...town, facts, metrics });
    expect(measured.findings).toMatchObject([{ code: 'metric-failed', file: 'sql/metrics/broken.sql', line: 5, metrics: ['broken'] }]);
    expect([...measured.held]).toEqual(['broken']);
    expect(metricOf(measured, 'broken')).toMatchObject({ observations: [], rows: null });
    expect(show(metricOf(measured, 'whole'), '2025-01')).toEqual(['2025-01: 2.51']);
  });

  it('a measure that fails over facts that others share takes down itself alone', async () => {
    const metrics = [
      { id: 'broken', ...whole, measure: of(sum("error('n')::integer")) },
      { id: 'absent', ...whole, measure: of(median('nothing')) },
      { id: 'whole', ...whole },
    ];
    const measured = await measureOver({ ...town, facts, metrics });
    expect(measured.findings.map(({ code, metrics: held, line }) => [code, held, line])).toEqual([
      ['metric-failed', ['broken'], null],
      ['metric-failed', ['absent'], null],
    ]);
    expect(show(metricOf(measured, 'whole'), '2025-01')).toEqual(['2025-01: 2.51']);
  });

  it('a measure that fails over the facts has no line in the file’s body', async () => {
    const measured = await over(of(sum('nothing')));
    expect(measured.findings).toMatchObject([{ code: 'metric-failed', line: null }]);
    const given = await measureOver({
      ...town,
      facts,
      metrics: [{ ...whole, measure: { type: 'given', value: 'nothing', flag: false, preliminary: false } }],
    });
    expect(given.findings).toMatchObject([{ code: 'metric-failed', line: null }]);
  });

  it('a sum too large for its type is held, not wrong', async () => {
    const rows = `day n:decimal(38,0)\n${Array.from({ length: 10 }, () => `2025-01-01 ${'9'.repeat(38)}`).join('\n')}`;
    expect(codes(await over(of(sum('n')), {}, rows))).toEqual(['metric-failed']);
  });
});
