import { describe, expect, it } from 'vitest';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import { distinct, measureOver, median, monthly, of, quantile, ratio, sum } from './measure-over.ts';
import { lines, metricOf, show } from './show.ts';

/** Board B has the units U and V. U's lead times are 1, 2 and 9 days, all in January; V's 4 and 6, in February. */
const facts = `
  day         organisation days:integer hours:integer who
  2025-01-10  U            1            2             a
  2025-01-11  U            2            1             b
  2025-01-12  U            9            1             a
  2025-02-10  V            4            1             b
  2025-02-11  V            6            1             c`;
const nodes = 'id parent\nB -\nU B\nV B';
const inQuarter = async (said: Partial<MetricDeclaration>, rows = facts) => {
  const covered = monthly('2025-01', '2025-03');
  const metrics = [{ ...said, grains: ['month', 'quarter'] as const }];
  return metricOf(await measureOver({ facts: rows, nodes, covered, asOf: '2025-04-10', metrics }));
};
/** Values of the first quarter, by node, to four decimals. */
const firstQuarter = async (measure: MetricDeclaration['measure']) => {
  const { observations } = await inQuarter({ measure });
  const rows = observations.filter(row => row.grain === 'quarter' && row.period_start === '2025-01-01');
  return Object.fromEntries(rows.map(({ members, value }) => [members[0], Math.round(value! * 10_000) / 10_000]));
};

describe('worked out by hand, at a unit, its board and the whole', () => {
  it('a median goes back to the facts', async () => {
    // 1 2 9; 4 6; 1 2 4 6 9. The mean of the units' medians would be 3.5.
    expect(await firstQuarter(of(median('days')))).toEqual({ U: 2, V: 5, B: 4, '*': 4 });
  });

  it('a 90th percentile lies at nine tenths of the way from the least to the greatest, between the two nearest', async () => {
    // U: place 0.9 × 2 = 1.8, 2 + 0.8 × (9 − 2). V: place 0.9, 4 + 0.9 × 2. B: place 0.9 × 4 = 3.6, 6 + 0.6 × (9 − 6).
    expect(await firstQuarter(of(quantile('days', 0.9)))).toEqual({ U: 7.6, V: 5.8, B: 7.8, '*': 7.8 });
  });

  it('a weighted mean is the sum of products over the sum of weights', async () => {
    // U: (2 × 1 + 2 + 9) / 4. V: (4 + 6) / 2. B: 23 / 6, where the mean of the two would be 4.125.
    expect(await firstQuarter(ratio(sum('hours * days'), sum('hours')))).toEqual({ U: 3.25, V: 5, B: 3.8333, '*': 3.8333 });
  });

  it('one who comes to two units, or in two months, is counted once in both', async () => {
    // U: a b. V: b c. B: a b c, not four.
    expect(await firstQuarter(of(distinct('who')))).toEqual({ U: 2, V: 2, B: 3, '*': 3 });
    const metric = await inQuarter({ measure: of(distinct('who')) });
    expect(show(metric, /^2025-(01|02|03|Q1) \*/)).toEqual(['2025-01 *: 2', '2025-02 *: 2', '2025-03 *: 0', '2025-Q1 *: 3']);
  });

  it('a stock is the last month’s, or the mean of the months, at every level', async () => {
    const staff = `
      day         organisation n:integer
      2025-01-31  U            10
      2025-02-28  U            12
      2025-03-31  U            14
      2025-01-31  V            5
      2025-02-28  V            4`;
    // V has nobody left in March: 0, and (5 + 4 + 0) / 3.
    expect(show(await inQuarter({ over_time: 'last' }, staff), '2025-Q1').sort()).toEqual(
      lines('2025-Q1 *: 14\n2025-Q1 B: 14\n2025-Q1 U: 14\n2025-Q1 V: 0'),
    );
    expect(show(await inQuarter({ over_time: 'mean' }, staff), '2025-Q1').sort()).toEqual(
      lines('2025-Q1 *: 15 = 45/3\n2025-Q1 B: 15 = 45/3\n2025-Q1 U: 12 = 36/3\n2025-Q1 V: 3 = 9/3'),
    );
  });
});

it('rolling windows read past a hole, and say that they are incomplete until it has left them', async () => {
  const facts = `day n:integer\n2024-11-01 1\n2024-12-01 2\n2025-01-01 4\n2025-02-01 100\n2025-03-01 8\n2025-04-01 16\n2025-05-01 32`;
  const covered = monthly('2024-01', '2025-05', { except: ['2025-02'] });
  const metrics = [{ breakdowns: [[]], windows: ['rolling-3', 'rolling-12'] as const }];
  const metric = metricOf(await measureOver({ facts, covered, asOf: '2025-06-20', metrics }));
  expect(show(metric, /^2025-0[1-5]/)).toEqual(
    lines(`
      2025-01 rolling-3: 7
      2025-02 rolling-3: 6 [incomplete]
      2025-03 rolling-3: 12 [incomplete]
      2025-04 rolling-3: 24 [incomplete]
      2025-05 rolling-3: 56
      2025-01 rolling-12: 7
      2025-02 rolling-12: 7 [incomplete]
      2025-03 rolling-12: 15 [incomplete]
      2025-04 rolling-12: 31 [incomplete]
      2025-05 rolling-12: 63 [incomplete]`),
  );
});

it('a leap year’s February has its 29th, and stands beside one of 28 days', async () => {
  const facts = `day n:integer\n2024-02-28 1\n2024-02-29 5\n2024-03-01 9\n2025-02-28 3\n2025-03-01 7`;
  const metrics = [{ breakdowns: [[]], windows: ['period', 'ytd'] as const }];
  const metric = metricOf(await measureOver({ facts, covered: monthly('2024-01', '2025-03'), asOf: '2025-04-10', metrics }));
  expect(show(metric, /^202[45]-0[23]/)).toEqual(
    lines(`
      2024-02: 6
      2024-03: 9
      2025-02: 3
      2025-03: 7
      2024-02 ytd: 6
      2024-03 ytd: 15
      2025-02 ytd: 3
      2025-03 ytd: 10`),
  );
  const ends = metric.observations.filter(row => row.window === 'period' && /-02-/.test(row.period_start)).map(row => row.period_end);
  expect(ends).toEqual(['2024-02-29', '2025-02-28']);
});
