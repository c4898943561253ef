import { describe, expect, it } from 'vitest';
import { keyOf } from '../../pipeline/contract/observation.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import { measureOver, monthly } from './measure-over.ts';
import { codes, lines, metricOf, show } from './show.ts';

const given: Partial<MetricDeclaration> = {
  measure: { type: 'given', value: 'rate', flag: true, preliminary: false },
  finest: 'year',
  grains: ['year'],
  breakdowns: [['municipality', 'sex']],
};
const town = { flat: { municipality: [], sex: ['T', 'K', 'M'] }, covered: monthly('2024-01', '2024-12'), asOf: '2025-06-01' };
const over = (facts: string, said: Partial<MetricDeclaration> = {}, synthetic = false) =>
  measureOver({ ...town, facts, synthetic, metrics: [{ ...given, ...said }] });

describe('given metrics', () => {
  it('are the rows as they are: none added, no sums, no marks but example', async () => {
    const facts = `
      day         municipality sex rate:decimal(6,2) flag
      2024-07-01  1481         T   6.10              -
      2024-07-01  1481         K   7.00              ''
      2022-01-01  0180         T   5.5               -
      2026-01-01  -            T   0                 -`;
    const measured = await over(facts, {}, true);
    expect(show(metricOf(measured)).sort()).toEqual(
      lines(`
        2022 0180 T: 5.5 [example]
        2024 1481 K: 7 [example]
        2024 1481 T: 6.1 [example]
        2026 unknown T: 0 [example]`),
    );
    expect(metricOf(measured)).toMatchObject({ parts: [], comparisons: [], rows: null });
    expect(codes(measured)).toEqual([]);
  });

  it('a flag is the state of the value; no value and no flag is missing, never zero', async () => {
    const facts = `
      day         municipality sex rate:double flag
      2024-01-01  a            T   1.5         suppressed
      2024-01-01  b            T   -           missing
      2024-01-01  c            T   -           not-applicable
      2024-01-01  d            T   -           -
      2024-01-01  e            T   -           ''
      2024-01-01  f            T   0           -`;
    expect(show(metricOf(await over(facts))).sort()).toEqual(
      lines(`
        2024 a T: suppressed
        2024 b T: missing
        2024 c T: not-applicable
        2024 d T: missing
        2024 e T: missing
        2024 f T: 0`),
    );
  });

  it('without a flag column there are only values and missing', async () => {
    const facts = `day municipality sex rate:double\n2024-01-01 a T 1\n2024-01-01 b T -`;
    const measured = await over(facts, { measure: { type: 'given', value: 'rate', flag: false, preliminary: false } });
    expect(show(metricOf(measured))).toEqual(['2024 a T: 1', '2024 b T: missing']);
  });

  it('are preliminary where their row says so, or where their source says so of the delivery that covers the period', async () => {
    const facts = `
      day         municipality sex rate:double flag       preliminary:boolean
      2024-01-01  a            T   1.5         -          true
      2024-01-01  b            T   1.5         -          false
      2024-01-01  c            T   1.5         -          -
      2024-01-01  d            T   -           suppressed true
      2023-01-01  a            T   1           -          -`;
    const metrics = [{ ...given, measure: { type: 'given', value: 'rate', flag: true, preliminary: true } as const }];
    const said = lines(`
      2023 a T: 1
      2024 a T: 1.5 [preliminary]
      2024 b T: 1.5
      2024 c T: 1.5
      2024 d T: suppressed [preliminary]`);
    expect(show(metricOf(await measureOver({ ...town, facts, metrics }))).sort()).toEqual(said);
    // Every month of 2024 was received on the fifth of the month after: December on 5 January, within 30 days after it.
    const early = await measureOver({ ...town, facts, metrics, settles: 30 });
    expect(show(metricOf(early), '2024').sort()).toEqual(
      [1.5, 1.5, 1.5, 'suppressed'].map((value, i) => `2024 ${'abcd'[i]} T: ${value} [preliminary]`),
    );
    expect(show(metricOf(early), '2023')).toEqual(['2023 a T: 1']);
  });

  it('a flag that is none of them holds the metric', async () => {
    const measured = await over(`day municipality sex rate:double flag\n2024-01-01 a T 1 Privacy`);
    expect(measured.findings).toMatchObject([{ code: 'unknown-flag', severity: 'hold-metric', details: { flag: 'Privacy' } }]);
    expect(show(metricOf(measured))).toEqual(['2024 a T: missing']);
  });

  it('two values for one key hold the metric, and its keys stay unique', async () => {
    const measured = await over(`day municipality sex rate:double flag\n2024-01-01 a T 1 -\n2024-12-31 a T 2 -\n2024-12-31 a K 2 -`);
    expect(measured.findings).toMatchObject([
      { code: 'given-twice', severity: 'hold-metric', details: { period: '2024-01-01', members: 'a, T' } },
    ]);
    const keys = metricOf(measured).observations.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect([...measured.held]).toEqual(['total']);
  });

  it('rows without a date are counted in one finding that holds the metric', async () => {
    const measured = await over(`day municipality sex rate:double flag\n- a T 1 -\n- b T 2 -\n2024-12-31 a K 2 -`);
    expect(measured.findings).toMatchObject([{ code: 'undated-rows', severity: 'hold-metric', details: { rows: 2 } }]);
    expect(show(metricOf(measured))).toEqual(['2024 a K: 2']);
  });
});
