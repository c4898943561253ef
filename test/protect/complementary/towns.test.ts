import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, type Observation } from '../../../pipeline/contract/observation.ts';
import { monthOf } from '../../../pipeline/contract/period.ts';
import type { MetricDeclaration } from '../../../pipeline/words/metric.ts';
import { count, measureOver, metric, of, ratio } from '../../measure/measure-over.ts';
import { apply, derived, term } from '../../measure/derivations.ts';
import { coverageOf } from '../../measure/municipalities.ts';
import { metricOf } from '../../measure/show.ts';
import { earlierTree, protectOver } from '../protect-over.ts';
import { exactSpan } from './exact.ts';

/** A small municipality: a person is in a unit, of a sex and an age, in a month, and their case is closed or not. */
interface Person {
  unit: string;
  sex: string;
  age: string;
  month: string;
  closed: boolean;
}

const BOARDS: Readonly<Record<string, string>> = { U1: 'B1', U2: 'B1', U3: 'B2', U4: 'B2', U5: 'B2' };
const NODES =
  'id parent from to\nB1 - - -\nB2 - - -\n' +
  Object.entries(BOARDS)
    .map(([unit, board]) => `${unit} ${board} - -`)
    .join('\n');
const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04'];

const people: fc.Arbitrary<Person[]> = fc.array(
  fc.record({
    unit: fc.constantFrom('U1', 'U1', 'U2', 'U3', 'U3', 'U3', 'U4', 'U5'),
    sex: fc.constantFrom('K', 'K', 'M'),
    age: fc.constantFrom('y', 'o', 'o'),
    month: fc.constantFrom(...MONTHS),
    closed: fc.boolean(),
  }),
  { minLength: 30, maxLength: 150 },
);

const shape = {
  grains: ['month', 'tertial'],
  windows: ['period', 'ytd'],
  population: count(null),
  measure: of(count(null)),
  breakdowns: [['organisation'], ['organisation', 'sex'], ['organisation', 'age']],
} satisfies Partial<MetricDeclaration>;

const measureTown = (all: readonly Person[], metrics: readonly Partial<MetricDeclaration>[]) =>
  measureOver({
    facts: {
      columns: ['organisation', 'sex', 'age', 'day', 'closed'].map(name => ({ name, type: name === 'day' ? 'date' : 'varchar' })),
      rows: all.map(({ unit, sex, age, month, closed }) => [unit, sex, age, `${month}-15`, closed ? 'ja' : 'nej']),
    },
    nodes: NODES,
    flat: { sex: ['K', 'M'], age: ['y', 'o'] },
    covered: coverageOf(MONTHS),
    asOf: '2025-06-01',
    metrics,
  });

/** What a row sums up, over who can be told apart by unit, sex, age and month: for those told apart by one only, a reader must not know more. */
function sumOf(row: Observation, dimensions: readonly string[]): bigint[] {
  const member = (name: string): string => row.members[dimensions.indexOf(name)] ?? '*';
  const end = monthOf(row.period_end);
  const from = row.window === 'ytd' ? end - (end % 12) : monthOf(row.period_start);
  return Object.entries(BOARDS).flatMap(([unit, board]) =>
    ['K', 'M'].flatMap(sex =>
      ['y', 'o'].flatMap(age =>
        MONTHS.map(month => {
          const at = monthOf(`${month}-01`);
          const place = member('organisation');
          const isIn =
            ['*', unit, board].includes(place) &&
            ['*', sex].includes(member('sex')) &&
            ['*', age].includes(member('age')) &&
            from <= at &&
            at <= end;
          return isIn ? 1n : 0n;
        }),
      ),
    ),
  );
}

/** The hidden rows of a metric that follow from what is shown of it and of others of the same people. */
function told(rows: readonly { metric: string; row: Observation; dimensions: readonly string[] }[]): string[] {
  const shown = rows.filter(({ row }) => row.flag === null).map(({ row, dimensions }) => sumOf(row, dimensions));
  const nobody = rows.filter(({ row }) => row.population === 0).map(({ row, dimensions }) => sumOf(row, dimensions));
  const known = (sum: bigint[]): bigint[] => sum.map((value, i) => (nobody.some(zero => zero[i] === 1n) ? 0n : value));
  const follows = exactSpan(shown.map(known));
  return rows
    .filter(({ row, dimensions }) => row.flag === 'suppressed' && follows(known(sumOf(row, dimensions))))
    .map(({ metric: id, row }) => `${id} ${keyOf(row)}`);
}

const hiddenKeys = (rows: readonly Observation[]): string[] => rows.filter(({ flag }) => flag === 'suppressed').map(keyOf);

describe('a municipality that is measured and protected', () => {
  it('tells no hidden row by sums or differences, over units, boards, sexes, ages, months, tertials and to date', async () => {
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(people, async all => {
        const measured = await measureTown(all, [
          shape,
          { ...shape, id: 'by-sex', breakdowns: [['organisation', 'sex']], windows: ['period'] },
        ]);
        const { metrics } = await protectOver(measured.metrics);
        const rows = metrics.flatMap(({ declaration, observations }) =>
          observations.map(row => ({ metric: declaration.id, row, dimensions: declaration.dimensions })),
        );
        expect(told(rows)).toEqual([]);
        // What two metrics count the same of is hidden in both.
        const [, bySex] = metrics;
        const own = new Set(hiddenKeys(metrics[0]!.observations.map(row => ({ ...row, members: row.members.slice(0, 2) }))));
        for (const key of hiddenKeys(bySex!.observations)) expect(own).toContain(key);
        hidden += hiddenKeys(bySex!.observations).length;
      }),
      { numRuns: 12 },
    );
    expect(hidden).toBeGreaterThan(20);
  });

  const many = (unit: string, n: number, said: Partial<Person> = {}): Person[] =>
    Array.from({ length: n }, () => ({ unit, sex: 'K', age: 'y', month: '2025-01', closed: true, ...said }));
  const plain = { ...shape, grains: ['month'], windows: ['period'], breakdowns: [['organisation']] } satisfies Partial<MetricDeclaration>;
  const january = async (
    all: readonly Person[],
    metrics: readonly Partial<MetricDeclaration>[],
    earlier: Parameters<typeof protectOver>[1] = {},
  ) => {
    const { metrics: found } = await protectOver((await measureTown(all, metrics)).metrics, earlier);
    return Object.fromEntries(
      found.map(({ declaration, observations }) => [
        declaration.id,
        observations.filter(o => o.period_start === '2025-01-01' && o.flag === 'suppressed').map(o => o.members.join(' ')),
      ]),
    );
  };

  it('trap 13: a hidden row has no value, numerator, denominator or population, for any of them tells the rest', async () => {
    const all = [...many('U1', 3), ...many('U2', 8), ...many('U3', 20, { closed: false })];
    const share = { ...plain, id: 'share', measure: ratio(count(null, "closed = 'ja'"), count(null)) };
    const { metrics } = await protectOver((await measureTown(all, [share])).metrics);
    const hidden = metrics[0]!.observations.filter(({ flag }) => flag === 'suppressed');
    expect(hidden.length).toBeGreaterThan(1);
    for (const { value, numerator, denominator, population } of hidden)
      expect([value, numerator, denominator, population]).toEqual([null, null, null, null]);
  });

  it('trap 14: what is hidden of one metric is hidden of another with the same denominator', async () => {
    const all = [
      ...many('U1', 2),
      ...many('U1', 1, { closed: false }),
      ...many('U2', 3),
      ...many('U2', 5, { closed: false }),
      ...many('U3', 10),
      ...many('U3', 10, { closed: false }),
    ];
    const share = { ...plain, id: 'share', measure: ratio(count(null, "closed = 'ja'"), count(null)) };
    const found = await january(all, [{ ...plain, id: 'cases' }, share]);
    expect(found).toEqual({ cases: ['U1', 'U2'], share: ['U1', 'U2'] });
    // The same where it is not said how many people it is about.
    expect(await january(all, [{ ...plain, id: 'cases', population: null }, share])).toEqual({ cases: ['U1', 'U2'], share: ['U1', 'U2'] });
  });

  it('trap 15: those that are left out by a filter are not told by all less the rest, nor those that are not in a share', async () => {
    const all = [
      ...many('U1', 11),
      ...many('U1', 1, { closed: false }),
      ...many('U2', 30),
      ...many('U3', 20),
      ...many('U3', 20, { closed: false }),
    ];
    const closed = count(null, "closed = 'ja'");
    const found = await january(all, [
      { ...plain, id: 'all' },
      { ...plain, id: 'closed', measure: of(closed), population: closed },
    ]);
    expect(found.all).toEqual([]);
    expect(found.closed).toContain('U1');
    const share = await january(all, [{ ...plain, id: 'share', measure: ratio(closed, count(null)) }]);
    expect(share.share).toContain('U1');
    expect(share.share!.length).toBeGreaterThan(1);
    // And all that are shared out are not shown by another metric at the keys that the share hides.
    const both = await january(all, [
      { ...plain, id: 'all' },
      { ...plain, id: 'share', measure: ratio(closed, count(null)) },
    ]);
    expect(both.share).toContain('U1');
    expect(both.all).toEqual(both.share);
  });

  it('trap 16: a numerator of 0 is not a cell about nobody, and does not tell of a hidden one that it is 0', async () => {
    const all = [...many('U1', 3), ...many('U2', 3), ...many('U3', 20, { closed: false })];
    const share = { ...plain, id: 'share', measure: ratio(count(null, "closed = 'nej'"), count(null)) };
    const { share: hidden } = await january(all, [share]);
    expect(hidden).toEqual(expect.arrayContaining(['U1', 'U2', 'B1']));
  });

  it('trap 17: both sexes are hidden where one is, when that is asked for, small or beside', async () => {
    const all = [...many('U1', 3), ...many('U1', 9, { sex: 'M' }), ...many('U2', 8), ...many('U2', 7, { sex: 'M' }), ...many('U3', 20)];
    const bySex = { ...plain, breakdowns: [['organisation', 'sex']] };
    const sexes = async (together: string[]) => {
      const { total } = await january(all, [{ ...bySex, together }]);
      return ['U1', 'U2', 'B1'].map(unit => ['K', 'M'].filter(sex => total!.includes(`${unit} ${sex}`)).join(''));
    };
    for (const pair of await sexes(['sex'])) expect(['', 'KM']).toContain(pair);
    expect((await sexes(['sex']))[0]).toBe('KM');
  });

  it('a derived row tells what it is made of, published or not', async () => {
    const all = [...many('U1', 3), ...many('U2', 8), ...many('U3', 20)];
    const half = derived(apply(term('cases'), '/', 2), { id: 'half', audience: 'public' });
    const found = await january(all, [{ ...plain, id: 'cases', audience: 'internal' }, half]);
    expect(found).toEqual({ half: ['U1', 'U2'] });
  });

  it('what an edition before has shown is counted with', async () => {
    const all = [...many('U1', 3), ...many('U2', 8), ...many('U4', 9), ...many('U3', 20)];
    expect((await january(all, [plain])).total).toEqual(['U1', 'U2']);
    const measured = await measureTown(all, [plain]);
    const before = metricOf(measured, 'total').observations.filter(({ members }) => members[0] === 'U2');
    const earlier = { before: earlierTree({ total: before }) };
    expect((await january(all, [plain], { earlier })).total).toEqual(['B1', 'B2', 'U1', 'U4']);
  });

  it('a metric that nobody needs to be protected from is left as it is', async () => {
    expect((await january([...many('U1', 3), ...many('U2', 8)], [{ ...plain, population: null }])).total).toEqual([]);
    expect(metric().threshold).toBe(5);
  });
});
