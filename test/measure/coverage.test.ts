import { describe, expect, it } from 'vitest';
import { metricOf, lines, show } from './show.ts';
import { average, measureOver, median, monthly, of, sum, until } from './measure-over.ts';

const facts = `
  day         organisation n:integer
  2025-01-10  A            1
  2025-02-10  A            2
  2025-02-11  B            1
  2025-04-10  A            4`;
const nodes = `
  id  parent
  A   -
  B   -`;
const due = { every: 'month', due_days: 10 } as const;

describe('which periods a metric covers', () => {
  it('a covered month without facts is 0, an uncovered one is missing', async () => {
    const measured = await measureOver({
      metrics: [{}],
      facts,
      nodes,
      covered: monthly('2025-01', '2025-04', { except: ['2025-03'] }),
      asOf: '2025-05-20',
    });
    expect(show(metricOf(measured))).toEqual(
      lines(`
        2025-01 *: 1
        2025-01 A: 1
        2025-01 B: 0
        2025-02 *: 3
        2025-02 A: 2
        2025-02 B: 1
        2025-03 *: missing
        2025-03 A: missing
        2025-03 B: missing
        2025-04 *: 4
        2025-04 A: 4
        2025-04 B: 0
        2025-05 *: missing [partial]
        2025-05 A: missing [partial]
        2025-05 B: missing [partial]`),
    );
  });

  it('a median of nothing is not applicable, an average of nothing too', async () => {
    const metrics = [{ measure: of(median('n')) }, { id: 'average', measure: of(average('n')) }];
    const measured = await measureOver({ metrics, facts, nodes, covered: monthly('2025-01', '2025-02'), asOf: '2025-03-01' });
    expect(show(metricOf(measured), '2025-01 B')).toEqual(['2025-01 B: not-applicable']);
    expect(show(metricOf(measured, 'average'), /2025-0[12] [*B]/)).toEqual(
      lines(`
        2025-01 *: 1 = 1/1
        2025-01 B: not-applicable
        2025-02 *: 1.5 = 3/2
        2025-02 B: 1 = 1/1`),
    );
  });

  it('`until` begins with the first fact it covers', async () => {
    const measured = await measureOver({ metrics: [{}], facts, nodes, covered: until('2025-03', '2025-04-04'), asOf: '2025-04-20' });
    expect(show(metricOf(measured), /\*/)).toEqual(
      lines(`
        2025-01 *: 1
        2025-02 *: 3
        2025-03 *: 0
        2025-04 *: missing [partial]`),
    );
    expect(metricOf(measured).rows).toEqual({ body: 4, whole: 3, outside: 1 });
  });

  it('a metric over several sources covers what all of them do, from the first period that all do', async () => {
    const two = { metrics: [{ reads: ['marts.both'], body: 'from marts.both' }], facts: { both: facts }, nodes, asOf: '2025-04-10' };
    const measured = await measureOver({
      ...two,
      covered: { one: monthly('2025-01', '2025-03', { except: ['2025-02'] }), other: monthly('2025-02', '2025-03') },
    });
    expect(show(metricOf(measured), /\*/)).toEqual(['2025-03 *: 0', '2025-04 *: missing [partial]']);
    expect(metricOf(measured).rows).toEqual({ body: 4, whole: 0, outside: 4 });
    const never = await measureOver({ ...two, covered: { one: monthly('2025-01', '2025-01'), other: monthly('2025-02', '2025-03') } });
    expect(show(metricOf(never))).toEqual([]);
  });

  it('a source without coverage says nothing about which periods there are', async () => {
    const measured = await measureOver({
      metrics: [{ reads: ['marts.both'], body: 'from marts.both' }],
      facts: { both: facts },
      nodes,
      covered: { facts: monthly('2025-01', '2025-02'), register: null },
      asOf: '2025-02-28',
    });
    expect(show(metricOf(measured), /\*/)).toEqual(['2025-01 *: 1', '2025-02 *: 3 [partial]']);
  });

  it('`covers: rows` runs to its last row, also after as_of, and is never partial or late, but incomplete at once', async () => {
    const measured = await measureOver({
      metrics: [{ covers_rows: true, grains: ['month', 'tertial'] }],
      facts,
      nodes,
      covered: monthly('2025-01', '2025-01'),
      cadence: due,
      asOf: '2025-02-20',
    });
    expect(show(metricOf(measured), /\*/)).toEqual(
      lines(`
        2025-01 *: 1
        2025-02 *: 3
        2025-03 *: missing
        2025-04 *: 4
        2025-T1 *: 8 [incomplete]`),
    );
  });

  it('a metric whose sources cover nothing has no rows; one that covers but has no facts has the whole', async () => {
    const none = await measureOver({
      metrics: [{}],
      facts,
      nodes,
      covered: { facts: { months: new Map(), until: null, last: null } },
      asOf: '2025-02-20',
    });
    expect(show(metricOf(none))).toEqual([]);
    expect(none.findings).toMatchObject([{ code: 'nothing-covered', severity: 'hold-metric', details: { rows: 4 } }]);
    const undeclared = await measureOver({ metrics: [{}], facts, nodes, covered: { facts: null }, asOf: '2025-02-20' });
    expect(show(metricOf(undeclared))).toEqual([]);
    expect(undeclared.findings).toMatchObject([{ code: 'no-coverage', severity: 'hold-metric' }]);
    const empty = await measureOver({
      metrics: [{}],
      facts: 'day organisation n:integer',
      nodes,
      covered: monthly('2025-01', '2025-01'),
      asOf: '2025-02-20',
    });
    expect(show(metricOf(empty), '2025-01')).toEqual(['2025-01 *: 0']);
  });

  it('cells seen only outside the covered periods have no rows', async () => {
    const measured = await measureOver({ metrics: [{}], facts, nodes, covered: monthly('2025-01', '2025-01'), asOf: '2025-02-01' });
    expect(show(metricOf(measured), /B/)).toEqual([]);
  });

  it('a cell seen in a row that the measure filters out is 0', async () => {
    const measured = await measureOver({
      metrics: [{ measure: of(sum('n', 'n > 1')) }],
      facts,
      nodes,
      covered: monthly('2025-01', '2025-02'),
      asOf: '2025-03-01',
    });
    expect(show(metricOf(measured), '2025-02')).toEqual(['2025-02 *: 2', '2025-02 A: 2', '2025-02 B: 0']);
  });
});

describe('partial, incomplete and late', () => {
  it('a period is partial until the day after its last, or when its delivery came on or before that day', async () => {
    const at = async (asOf: string, received: string) => {
      const measured = await measureOver({
        metrics: [{}],
        facts,
        nodes,
        covered: monthly('2025-01', '2025-01', { received: { '2025-01': received } }),
        asOf,
      });
      return show(metricOf(measured), '2025-01 *');
    };
    expect(await at('2025-01-31', '2025-01-20')).toEqual(['2025-01 *: 1 [partial]']);
    expect(await at('2025-02-01', '2025-01-31')).toEqual(['2025-01 *: 1 [partial]']);
    expect(await at('2025-02-01', '2025-02-01')).toEqual(['2025-01 *: 1']);
  });

  it('a quarter is partial by the delivery of its last month, whatever was corrected later', async () => {
    const received = { '2025-01': '2025-05-09', '2025-03': '2025-03-25' };
    const measured = await measureOver({
      metrics: [{ finest: 'quarter', grains: ['quarter'] }],
      facts,
      nodes,
      covered: monthly('2025-01', '2025-03', { received }),
      asOf: '2025-06-01',
    });
    expect(show(metricOf(measured), '2025-Q1 *')).toEqual(['2025-Q1 *: 4 [partial]']);
  });

  it('a period that has ended is incomplete when any of its finest is uncovered, also before the first covered', async () => {
    const measured = await measureOver({
      metrics: [{ grains: ['month', 'tertial', 'year'], windows: ['period', 'ytd', 'rolling-3'] }],
      facts,
      nodes,
      covered: monthly('2025-02', '2025-12', { except: ['2025-08'] }),
      asOf: '2026-01-20',
    });
    expect(show(metricOf(measured), /^2025(-T\d)?( ytd)? \*/)).toEqual(
      lines(`
        2025-T1 *: 7 [incomplete]
        2025-T2 *: 0 [incomplete]
        2025-T3 *: 0
        2025-T1 ytd *: 7 [incomplete]
        2025-T2 ytd *: 7 [incomplete]
        2025-T3 ytd *: 7 [incomplete]
        2025 *: 7 [incomplete]`),
    );
    expect(show(metricOf(measured), /^2025-(0[2-6]|09|1[01]) rolling-3 \*/)).toEqual(
      lines(`
        2025-02 rolling-3 *: 3 [incomplete]
        2025-03 rolling-3 *: 3 [incomplete]
        2025-04 rolling-3 *: 7
        2025-05 rolling-3 *: 4
        2025-06 rolling-3 *: 4
        2025-09 rolling-3 *: 0 [incomplete]
        2025-10 rolling-3 *: 0 [incomplete]
        2025-11 rolling-3 *: 0`),
    );
  });

  it('a period under way is partial, not incomplete, though its end is not covered', async () => {
    const measured = await measureOver({
      metrics: [{ grains: ['tertial'] }],
      facts,
      nodes,
      covered: monthly('2025-01', '2025-02'),
      asOf: '2025-03-20',
    });
    expect(show(metricOf(measured), /\*/)).toEqual(['2025-T1 *: 4 [partial]']);
  });

  it('late are the periods that hold an uncovered month after the last covered, once its day has passed', async () => {
    const at = async (asOf: string) =>
      show(
        metricOf(
          await measureOver({
            metrics: [{ grains: ['month', 'tertial'], windows: ['period'] }],
            facts,
            nodes,
            covered: monthly('2025-01', '2025-03', { except: ['2025-02'] }),
            cadence: due,
            asOf,
          }),
        ),
        /\*/,
      );
    expect(await at('2025-05-10')).toEqual(
      lines(`
        2025-01 *: 1
        2025-02 *: missing
        2025-03 *: 0
        2025-04 *: missing
        2025-05 *: missing [partial]
        2025-T1 *: 1 [incomplete]
        2025-T2 *: missing [partial]`),
    );
    expect(await at('2025-05-11')).toEqual(
      lines(`
        2025-01 *: 1
        2025-02 *: missing
        2025-03 *: 0
        2025-04 *: missing [late]
        2025-05 *: missing [partial]
        2025-T1 *: 1 [incomplete late]
        2025-T2 *: missing [partial]`),
    );
  });

  it('a long period is late from its first late month on, a quarter from the day of its first uncovered month', async () => {
    const at = async (asOf: string, last: string, said: object) =>
      show(metricOf(await measureOver({ metrics: [said], facts, nodes, covered: monthly('2025-01', last), cadence: due, asOf })), /\*/);
    const tertial = { grains: ['tertial'] as const };
    expect(await at('2025-06-10', '2025-04', tertial)).toContain('2025-T2 *: missing [partial]');
    expect(await at('2025-06-11', '2025-04', tertial)).toContain('2025-T2 *: missing [partial late]');
    const quarter = { finest: 'quarter' as const, grains: ['quarter'] as const };
    expect(await at('2025-06-10', '2025-04', quarter)).toContain('2025-Q2 *: missing [partial]');
    expect(await at('2025-06-11', '2025-04', quarter)).toContain('2025-Q2 *: missing [partial late]');
  });

  it('example is on every row that rests on an invented source', async () => {
    const measured = await measureOver({
      metrics: [{}],
      facts,
      nodes,
      covered: monthly('2025-01', '2025-01'),
      synthetic: true,
      asOf: '2025-02-02',
    });
    expect(show(metricOf(measured), /\*/)).toEqual(['2025-01 *: 1 [example]', '2025-02 *: missing [partial example]']);
  });
});
