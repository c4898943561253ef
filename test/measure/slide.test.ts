import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rows } from '../../pipeline/warehouse/query.ts';
import type { Aggregate } from '../../pipeline/words/metric.ts';
import { distinct, measureOver, median, monthly, of, quantile, testWarehouse } from './measure-over.ts';
import { metricOf } from './show.ts';
import { casesTried } from '../cases-tried.ts';

const warehouse = testWarehouse();
const aggregates: readonly (Aggregate & { sql: string })[] = [
  { ...median('n'), sql: 'median(n::double)' },
  { ...quantile('n', 0.9), sql: 'quantile_cont(n::double, 0.9)' },
  { ...quantile('n', 0.25), sql: 'quantile_cont(n::double, 0.25)' },
  { ...distinct('n'), sql: 'count(distinct n)' },
];
const facts = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 6 }),
    unit: fc.constantFrom('A1', 'A2', 'B1'),
    cents: fc.option(fc.integer({ min: -200_000, max: 200_000 })),
  }),
  { minLength: 1, maxLength: 40 },
);

it('medians, quantiles and distinct counts are to the last bit what DuckDB gives over the facts, in every window and cell', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async found => {
      const values = found.map(({ month, unit, cents }) => [`2025-0${month}-15`, unit, cents === null ? null : cents / 100] as const);
      const columns = [
        { name: 'day', type: 'date' },
        { name: 'organisation', type: 'varchar' },
        { name: 'n', type: 'decimal(10,2)' },
      ];
      const measured = await measureOver({
        facts: { columns, rows: values.map(row => [...row]) },
        nodes: 'id parent\nA -\nB -\nA1 A\nA2 A\nB1 B',
        covered: monthly('2025-01', '2025-06'),
        asOf: '2025-07-10',
        metrics: aggregates.map(({ sql, ...aggregate }) => ({
          id: sql,
          measure: of(aggregate),
          nulls_allowed: found.length,
          windows: ['period', 'rolling-3'],
        })),
      });
      const table = values.map(([day, unit, n]) => `(date '${day}', '${unit}', ${n}::decimal(10,2))`).join(', ');
      for (const { sql } of aggregates)
        for (const { window, period_end, members, value, flag } of metricOf(measured, sql).observations) {
          if (flag === 'missing') continue;
          const from = window === 'period' ? 0 : 2;
          const [[expected]] = (await rows(
            await warehouse(),
            `select ${sql}::double from (values ${table}) f(day, unit, n) where ('${members[0]}' = '*' or starts_with(unit, '${members[0]}'))
             and day between date_trunc('month', date '${period_end}') - interval ${from} months and date '${period_end}'`,
          )) as [[number | null]];
          expect(value, `${sql} ${window} ${period_end} ${members[0]}`).toBe(expected);
        }
    }),
    { numRuns: casesTried(6) },
  );
});

it('numbers that differ by less than a measure prints are told apart', async () => {
  const measured = await measureOver({
    facts: 'day organisation n:decimal(10,2)\n2025-01-02 A 1.25\n2025-01-03 A 1.26',
    nodes: 'id parent\nA -',
    covered: monthly('2025-01', '2025-01'),
    asOf: '2025-02-10',
    metrics: [{ measure: of(median('n')) }],
  });
  expect(metricOf(measured).observations.map(({ value }) => value)).toEqual([1.255, 1.255, null, null]);
});
