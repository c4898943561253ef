import { describe, expect, it } from 'vitest';
import { measureOver, monthly, of, count, ratio, sum } from './measure-over.ts';
import { lines, metricOf, show, showComparison } from './show.ts';

/** Every month of 2025 has its number: 1 in January, 12 in December. */
const year = `day n:integer\n${Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-15 ${i + 1}`).join('\n')}`;
const whole = { breakdowns: [[]] };
const all = { facts: year, covered: monthly('2025-01', '2025-12'), asOf: '2026-01-10' } as const;
const in2025 = /^2025/;

describe('windows and grains', () => {
  it('ytd and rolling read months, and are only where they mean something', async () => {
    const metrics = [
      { ...whole, grains: ['month', 'tertial', 'year'] as const, windows: ['period', 'ytd', 'rolling-3', 'rolling-12'] as const },
    ];
    const found = show(metricOf(await measureOver({ ...all, metrics })), in2025);
    expect(found.filter(line => /^2025-(0[1-4]|1[12])/.test(line))).toEqual(
      lines(`
        2025-01 *: 1
        2025-02 *: 2
        2025-03 *: 3
        2025-04 *: 4
        2025-11 *: 11
        2025-12 *: 12
        2025-01 ytd *: 1
        2025-02 ytd *: 3
        2025-03 ytd *: 6
        2025-04 ytd *: 10
        2025-11 ytd *: 66
        2025-12 ytd *: 78
        2025-01 rolling-3 *: 1 [incomplete]
        2025-02 rolling-3 *: 3 [incomplete]
        2025-03 rolling-3 *: 6
        2025-04 rolling-3 *: 9
        2025-11 rolling-3 *: 30
        2025-12 rolling-3 *: 33
        2025-01 rolling-12 *: 1 [incomplete]
        2025-02 rolling-12 *: 3 [incomplete]
        2025-03 rolling-12 *: 6 [incomplete]
        2025-04 rolling-12 *: 10 [incomplete]
        2025-11 rolling-12 *: 66 [incomplete]
        2025-12 rolling-12 *: 78`).map(withoutDimensions),
    );
    expect(found.filter(line => /T|2025:/.test(line))).toEqual(
      lines(`
        2025-T1: 10
        2025-T2: 26
        2025-T3: 42
        2025-T1 ytd: 10
        2025-T2 ytd: 36
        2025-T3 ytd: 78
        2025: 78`),
    );
  });

  it('finest year has years alone; rolling counts years', async () => {
    const metrics = [{ ...whole, finest: 'year' as const, grains: ['year'] as const, windows: ['period', 'ytd', 'rolling-2'] as const }];
    const covered = monthly('2023-01', '2025-12');
    expect(show(metricOf(await measureOver({ ...all, covered, metrics })))).toEqual(
      lines(`
        2023: 0
        2024: 0
        2025: 78
        2026: missing [partial]
        2023 rolling-2: 0 [incomplete]
        2024 rolling-2: 0
        2025 rolling-2: 78
        2026 rolling-2: 78 [partial]`),
    );
  });

  it('finest quarter: covered when its three months are; ytd and half-years are made of quarters', async () => {
    const metrics = [
      {
        ...whole,
        finest: 'quarter' as const,
        grains: ['quarter', 'half-year', 'year'] as const,
        windows: ['period', 'ytd', 'rolling-2'] as const,
      },
    ];
    const covered = monthly('2025-02', '2025-12', { except: ['2025-11'] });
    const measured = metricOf(await measureOver({ ...all, covered, metrics }));
    expect(show(measured, in2025)).toEqual(
      lines(`
        2025-Q2: 15
        2025-Q3: 24
        2025-Q4: missing
        2025-Q2 ytd: 15 [incomplete]
        2025-Q3 ytd: 39 [incomplete]
        2025-Q4 ytd: 39 [incomplete]
        2025-Q2 rolling-2: 15 [incomplete]
        2025-Q3 rolling-2: 39
        2025-Q4 rolling-2: 24 [incomplete]
        2025-H1: 15 [incomplete]
        2025-H2: 24 [incomplete]
        2025-H1 ytd: 15 [incomplete]
        2025-H2 ytd: 39 [incomplete]
        2025: 39 [incomplete]`),
    );
    expect(measured.rows).toEqual({ body: 12, whole: 6, outside: 6 });
  });

  it('ytd at months is the outcome at every follow-up, whatever days the municipality reports at', async () => {
    const measured = metricOf(await measureOver({ ...all, metrics: [{ ...whole, windows: ['ytd'] as const }] }));
    const through = (day: string) => measured.observations.find(row => row.period_end === day)?.value;
    // 1 + 2; + 3; + 4; … + 8; + 9 + 10.
    expect(['2025-02-28', '2025-03-31', '2025-04-30', '2025-08-31', '2025-10-31'].map(through)).toEqual([3, 6, 10, 36, 55]);
  });

  it('a school year reads July to June, over the turn of the year; its ytd does not exist, and that of its quarters is from January', async () => {
    const metrics = [
      { ...whole, grains: ['half-year', 'year', 'school-year'] as const, windows: ['period', 'ytd'] as const },
      { ...whole, id: 'quarterly', finest: 'quarter' as const, grains: ['quarter', 'school-year'] as const },
    ];
    const facts = `${year}\n2026-01-15 100\n2026-06-30 200\n2026-07-01 400`;
    const measured = await measureOver({ facts, metrics, covered: monthly('2025-01', '2026-07'), asOf: '2026-08-03' });
    expect(show(metricOf(measured))).toEqual(
      lines(`
        2025-H1: 21
        2025-H2: 57
        2026-H1: 300
        2026-H2: 400 [partial]
        2025-H1 ytd: 21
        2025-H2 ytd: 78
        2026-H1 ytd: 300
        2026-H2 ytd: 700 [partial]
        2025: 78
        2026: 700 [partial]
        2024/25: 21 [incomplete]
        2025/26: 357
        2026/27: 400 [partial]`),
    );
    expect(show(metricOf(measured, 'quarterly'), /20..\/|2026/)).toEqual(
      lines(`
        2026-Q1: 100
        2026-Q2: 200
        2026-Q3: missing [partial]
        2024/25: 21 [incomplete]
        2025/26: 357
        2026/27: missing [partial]`),
    );
  });

  it('a metric whose finest grain is the school year has its facts in the school year of their day', async () => {
    const metrics = [
      { ...whole, finest: 'school-year' as const, grains: ['school-year'] as const, windows: ['period', 'rolling-2'] as const },
    ];
    const facts = `day n:integer\n2024-06-30 1\n2024-07-01 2\n2025-06-30 4\n2025-07-01 8\n2026-06-30 16`;
    const measured = await measureOver({ facts, metrics, covered: monthly('2023-07', '2026-06'), asOf: '2026-08-03' });
    expect(show(metricOf(measured))).toEqual(
      lines(`
        2023/24: 1
        2024/25: 6
        2025/26: 24
        2026/27: missing [partial]
        2023/24 rolling-2: 1 [incomplete]
        2024/25 rolling-2: 7
        2025/26 rolling-2: 30
        2026/27 rolling-2: 24 [partial]`),
    );
  });

  it('grains may leave out the finest', async () => {
    const metrics = [{ ...whole, grains: ['year'] as const }];
    expect(show(metricOf(await measureOver({ ...all, metrics })), in2025)).toEqual(['2025: 78']);
  });

  it('rolling reaches over the turn of the year', async () => {
    const facts = `day n:integer\n2025-11-01 1\n2025-12-31 2\n2026-01-01 4`;
    const metrics = [{ ...whole, windows: ['rolling-3'] as const }];
    const measured = await measureOver({ facts, metrics, covered: monthly('2025-11', '2026-02'), asOf: '2026-03-01' });
    expect(show(metricOf(measured), /2026-0[12]/)).toEqual(['2026-01 rolling-3: 7', '2026-02 rolling-3: 6']);
  });
});

describe('over_time', () => {
  const facts = `
    day         organisation n:integer
    2025-01-31  A            10
    2025-02-28  A            20
    2025-02-28  B            5
    2025-04-30  A            40`;
  const nodes = `
    id  parent from       to
    A   -      -          -
    B   -      -          2025-03-31`;
  const town = { facts, nodes, covered: monthly('2025-01', '2025-04'), asOf: '2025-05-02' };
  const stock = { over_time: 'last' as const, grains: ['month', 'tertial'] as const, windows: ['period', 'ytd'] as const };

  it('last reads the last covered month; a node that is gone then has no value', async () => {
    const measured = metricOf(await measureOver({ ...town, metrics: [stock] }));
    expect(show(measured, /2025-T1/)).toEqual(
      lines(`
        2025-T1 *: 40
        2025-T1 A: 40
        2025-T1 B: not-applicable
        2025-T1 ytd *: 40
        2025-T1 ytd A: 40
        2025-T1 ytd B: not-applicable`),
    );
    expect(show(measured, /^2025-0[34].* [AB]/)).toEqual(
      lines(`
        2025-03 A: 0
        2025-03 B: 0
        2025-04 A: 40
        2025-03 ytd A: 0
        2025-03 ytd B: 0
        2025-04 ytd A: 40
        2025-04 ytd B: not-applicable`),
    );
  });

  it('last is incomplete only when what it read is not the last, and reads past holes before it', async () => {
    const at = async (except: string[]) =>
      show(metricOf(await measureOver({ ...town, covered: monthly('2025-01', '2025-04', { except }), metrics: [stock] })), /2025-T1 \*/);
    expect(await at(['2025-02'])).toEqual(['2025-T1 *: 40']);
    expect(await at(['2025-04'])).toEqual(['2025-T1 *: 0 [incomplete]']);
    expect(await at(['2025-03', '2025-04'])).toEqual(['2025-T1 *: 25 [incomplete]']);
  });

  it('mean has the sum as numerator and the covered months as denominator', async () => {
    const mean = { over_time: 'mean' as const, grains: ['month', 'tertial'] as const };
    const measured = metricOf(
      await measureOver({ ...town, covered: monthly('2025-01', '2025-04', { except: ['2025-03'] }), metrics: [mean] }),
    );
    expect(show(measured, /2025-(02|T1)/)).toEqual(
      lines(`
        2025-02 *: 25 = 25/1
        2025-02 A: 20 = 20/1
        2025-02 B: 5 = 5/1
        2025-T1 *: 25 = 75/3 [incomplete]
        2025-T1 A: 23.333333333333332 = 70/3 [incomplete]
        2025-T1 B: 1.6666666666666667 = 5/3 [incomplete]`),
    );
  });

  it('a mean over periods of a ratio means nothing, and is never measured', async () => {
    const wrong = { over_time: 'mean' as const, measure: ratio(sum('n'), count(null)) };
    await expect(measureOver({ ...town, metrics: [wrong] })).rejects.toThrow('over_time: mean');
  });

  it('population counts over what the value reads', async () => {
    const measured = metricOf(await measureOver({ ...town, metrics: [{ ...stock, measure: of(sum('n')), population: count(null) }] }));
    expect(show(measured, /2025-T1 [*A]/)).toEqual(['2025-T1 *: 40 of 1', '2025-T1 A: 40 of 1']);
  });
});

describe('comparisons with the year before', () => {
  const facts = `
    day         organisation n:integer
    2024-01-15  A            1
    2024-02-15  A            2
    2024-03-15  A            4
    2024-04-15  B            8
    2025-01-15  A            16
    2025-02-15  A            32
    2025-03-15  A            64
    2025-04-15  B            128`;
  const nodes = `
    id  parent from       to
    A   -      -          -
    B   -      2025-02-01 -`;
  const town = { facts, nodes, asOf: '2025-04-30' };
  const tertial = { grains: ['tertial'] as const, windows: ['period', 'ytd'] as const };
  const compared = async (except: string[], said: object = tertial) =>
    metricOf(await measureOver({ ...town, covered: monthly('2024-01', '2025-04', { except }), metrics: [said] })).comparisons.map(
      showComparison,
    );

  it('none where the two years’ own rows read the same months', async () => {
    expect(await compared([])).toEqual([]);
  });

  it('a hole in either year leaves the month out of both', async () => {
    const both = lines(`
      2025-T1 *: 208 | 13
      2025-T1 A: 80 | 5
      2025-T1 ytd *: 208 | 13
      2025-T1 ytd A: 80 | 5`).map(line => line.replace(':', ' over 01 03 04:'));
    expect(await compared(['2024-02'])).toEqual(both);
    expect(await compared(['2025-02'])).toEqual(both);
  });

  it('a node that is not there in both years has none, and rolling windows neither', async () => {
    expect((await compared(['2024-02'])).some(line => line.includes(' B '))).toBe(false);
    expect(await compared(['2024-02'], { windows: ['rolling-3'] })).toEqual([]);
  });

  it('none where nothing is common', async () => {
    expect(await compared(['2024-01', '2024-02', '2025-03', '2025-04'])).toEqual([]);
  });

  it('last compares the last month that both cover', async () => {
    const last = { ...tertial, windows: ['period'] as const, over_time: 'last' as const };
    expect(await compared(['2025-04'], last)).toEqual(['2025-T1 * over 03: 64 | 4', '2025-T1 A over 03: 64 | 4']);
    expect(await compared(['2024-02'], last)).toEqual([]);
  });
});

const withoutDimensions = (line: string): string => line.replace(' *:', ':');
