import { expect, it } from 'vitest';
import { apply, derived, term } from './derivations.ts';
import { measureOver, monthly } from './measure-over.ts';
import { lines, metricOf, show } from './show.ts';

const facts = `
  day         organisation n:integer
  2025-01-10  A            1
  2025-02-10  A            2
  2025-02-11  B            1
  2025-04-10  A            4`;
const nodes = 'id parent\nA -\nB -';

it('preliminary is what reads a month that was delivered before it was final, in every window', async () => {
  // Final from the sixtieth day after the month: January from 1 April, February from 29 April, March from 30 May.
  const received = { '2025-01': '2025-04-01', '2025-02': '2025-05-05', '2025-03': '2025-04-05' };
  const town = { facts, nodes, covered: monthly('2025-01', '2025-03', { received }), asOf: '2025-05-20', settles: 60 };
  const windows = ['period', 'ytd', 'rolling-2'] as const;
  const measured = await measureOver({ ...town, metrics: [{ windows, grains: ['month', 'quarter'], breakdowns: [[]] }] });
  expect(show(metricOf(measured), /-0[1-4]|Q1/)).toEqual(
    lines(`
      2025-01: 1
      2025-02: 3
      2025-03: 0 [preliminary]
      2025-04: missing
      2025-01 ytd: 1
      2025-02 ytd: 4
      2025-03 ytd: 4 [preliminary]
      2025-04 ytd: 4 [incomplete preliminary]
      2025-01 rolling-2: 1 [incomplete]
      2025-02 rolling-2: 4
      2025-03 rolling-2: 3 [preliminary]
      2025-04 rolling-2: 0 [incomplete preliminary]
      2025-Q1: 4 [preliminary]
      2025-Q1 ytd: 4 [preliminary]`),
  );
  const day = async (january: string, cadence?: typeof quarterly) => {
    const covered = monthly('2025-01', '2025-01', { received: { '2025-01': january } });
    return show(metricOf(await measureOver({ ...town, covered, ...(cadence && { cadence }), metrics: [{ breakdowns: [[]] }] })), '2025-01');
  };
  const quarterly = { every: 'quarter', due_days: 10 } as const;
  expect(await day('2025-03-31')).toEqual(['2025-01: 1 [preliminary]']);
  expect(await day('2025-04-01')).toEqual(['2025-01: 1']);
  // The quarter ends on 31 March, and is final from 30 May.
  expect(await day('2025-05-29', quarterly)).toEqual(['2025-01: 1 [preliminary]']);
  expect(await day('2025-05-30', quarterly)).toEqual(['2025-01: 1']);
});

it('a stock is preliminary by the month it reads, a derived figure by any part', async () => {
  const received = { '2025-03': '2025-07-01' };
  const quarter = { breakdowns: [[]], grains: ['quarter'] as const };
  const metrics = [
    { id: 'stock', over_time: 'last' as const, ...quarter },
    { id: 'flow', ...quarter },
    derived(apply(term('stock'), '-', term('flow')), { id: 'both', ...quarter }),
  ];
  const measured = await measureOver({
    facts,
    covered: monthly('2025-01', '2025-03', { received }),
    asOf: '2025-08-01',
    settles: 60,
    metrics,
  });
  expect(['stock', 'flow', 'both'].map(id => show(metricOf(measured, id), '2025-Q1')[0])).toEqual([
    '2025-Q1: 0',
    '2025-Q1: 4 [preliminary]',
    '2025-Q1: -4 [preliminary]',
  ]);
});
