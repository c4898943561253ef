import fc from 'fast-check';
import type { MetricDeclaration } from '../../../pipeline/words/metric.ts';
import { count, distinct, monthly, of, ratio, sum } from '../../measure/measure-over.ts';
import type { ToldTown } from '../editions-over.ts';

/** Somebody in a unit in a month; `closed` is what a share is of, `hours` may be none. */
interface Person {
  unit: string;
  sex: string;
  month: string;
  closed: boolean;
  hours: number;
}

const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];

const person: fc.Arbitrary<Person> = fc.record({
  unit: fc.constantFrom('U', 'U', 'V', 'W', 'W', 'W', 'X', 'B1'),
  sex: fc.constantFrom('K', 'K', 'M'),
  month: fc.constantFrom(...MONTHS),
  closed: fc.boolean(),
  hours: fc.constantFrom(0, 8, 8, 8),
});

/** U moves in March. */
const nodes = 'id parent from to\nB1 - - -\nB2 - - -\nU B1 - 2025-02-28\nU B2 2025-03-01 -\nV B1 - -\nW B2 - -\nX B2 - -';

const shape = { grains: ['month', 'tertial', 'year'], population: count(null) } satisfies Partial<MetricDeclaration>;
const METRICS: readonly Partial<MetricDeclaration>[] = [
  { ...shape, id: 'people', measure: of(count(null)), windows: ['period', 'ytd'], breakdowns: [['organisation'], ['organisation', 'sex']] },
  { ...shape, id: 'share', measure: ratio(count(null, 'closed'), count(null)) },
  { ...shape, id: 'hours', measure: ratio(sum('n'), sum('hours')), population: distinct('who') },
];

const COLUMNS = { organisation: 'varchar', sex: 'varchar', day: 'date', closed: 'boolean', hours: 'integer', n: 'integer', who: 'varchar' };

/** A town with a unit that moves, as it is told in two or three editions, each of more months than the one before, and maybe of a higher threshold than the first. */
export const toldTowns: fc.Arbitrary<ToldTown[]> = fc
  .record({
    people: fc.array(person, { minLength: 60, maxLength: 220 }),
    metrics: fc.subarray([...METRICS], { minLength: 1 }),
    threshold: fc.constantFrom(5, 5, 9),
    until: fc.constantFrom<number[]>([4, 6], [3, 4, 6], [4, 5, 6], [2, 4, 5]),
  })
  .map(({ people, metrics, threshold, until }) =>
    until.map((last, edition): ToldTown => {
      const covered = MONTHS.slice(0, last);
      const rows = people.map(({ unit, sex, month, closed, hours }, i) => ({
        month,
        row: [unit, sex, `${month}-15`, String(closed), hours, closed ? 1 : 0, `p${i % 50}`],
      }));
      return {
        nodes,
        metrics: metrics.map(metric => ({ ...metric, threshold: edition === 0 ? 5 : threshold })),
        flat: { sex: ['K', 'M'] },
        covered: monthly(covered[0]!, covered.at(-1)!),
        facts: {
          columns: Object.entries(COLUMNS).map(([name, type]) => ({ name, type })),
          rows: rows.filter(({ month }) => covered.includes(month)).map(({ row }) => row),
        },
      };
    }),
  );
