import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, type Cell } from '../../pipeline/contract/observation.ts';
import { dataOf } from '../render/data-of.ts';
import { testWarehouse } from '../measure/measure-over.ts';
import { cell, flagged, measured, pair, part, protectOver, row, shown } from './protect-over.ts';

const HIDDEN: Cell = { value: null, numerator: null, denominator: null, population: null, flag: 'suppressed' };
const people = [0, 1, 4, 5, 6].map(n => row(`n${n}`, n));
const hidden = async (said: Parameters<typeof measured>[0], audience: 'public' | 'internal' = 'public') =>
  (await protectOver([measured({ threshold: 5, ...said }, { observations: people })], { audience })).metrics[0]!.observations.filter(
    o => o.flag === 'suppressed',
  ).map(o => o.members[0]);

describe('small cells', () => {
  it('1 to threshold − 1 are hidden; 0 is shown unless it is to be hidden', async () => {
    expect(await hidden({})).toEqual(['n1', 'n4']);
    expect(await hidden({ threshold: 6 })).toEqual(['n1', 'n4', 'n5']);
    expect(await hidden({ threshold: 1 })).toEqual([]);
    expect(await hidden({ zero: 'hide' })).toEqual(['n0', 'n1', 'n4']);
  });

  it('internally too, unless the metric says internal: full, which says nothing to the public', async () => {
    expect(await hidden({}, 'internal')).toEqual(['n1', 'n4']);
    expect(await hidden({ internal_full: true, zero: 'hide' }, 'internal')).toEqual([]);
    expect(await hidden({ internal_full: true })).toEqual(['n1', 'n4']);
  });

  it('keep their key and marks and lose every number, in parts and comparisons too', async () => {
    const metric = measured(
      {},
      {
        observations: [row('A', 4, { marks: ['partial', 'example'] })],
        parts: [part('A', 'P', 4), part('A', 'Q', 5)],
        comparisons: [pair('A', 5, 5), pair('B', 9, 1), pair('C', 2, 9)],
      },
    );
    const [found] = (await protectOver([metric])).metrics;
    expect(found!.observations).toEqual([{ ...row('A', 4, { marks: ['partial', 'example'] }), ...HIDDEN }]);
    expect(found!.parts).toEqual([{ ...part('A', 'P', 4), ...HIDDEN }, part('A', 'Q', 5)]);
    expect(found!.comparisons.map(c => [c.members[0], c.own.flag, c.before.flag])).toEqual([
      ['A', null, null],
      ['B', 'suppressed', 'suppressed'],
      ['C', 'suppressed', 'suppressed'],
    ]);
    expect(found!.comparisons[1]).toEqual({ ...pair('B', 9, 1), own: HIDDEN, before: HIDDEN });
  });

  it('with nothing to divide by, where that would be told of a few people: no one of the two was ill', async () => {
    const nothing = (member: string, population: number | null) => flagged(member, 'not-applicable', { population });
    const comparison = { ...pair('A', 9, 9), own: { ...HIDDEN, flag: 'not-applicable' as const, population: 4 } };
    const metric = measured(
      {},
      {
        observations: [nothing('A', 4), nothing('B', 5), nothing('C', 0), nothing('D', null)],
        parts: [
          { ...nothing('A', 4), parent: 'P' },
          { ...nothing('A', 9), parent: 'Q' },
        ],
        comparisons: [comparison, { ...comparison, members: ['B'], own: { ...comparison.own, population: 7 } }],
      },
    );
    const [found] = (await protectOver([metric])).metrics;
    expect(shown(found!)).toEqual(
      ['A: suppressed', 'B: not-applicable', 'C: not-applicable', 'D: not-applicable'].map(s => `2025-01 ${s}`),
    );
    expect(found!.parts.map(p => p.flag)).toEqual(['suppressed', 'not-applicable']);
    expect(found!.comparisons.map(({ own }) => own.flag)).toEqual(['suppressed', 'not-applicable']);
    const cells = [...found!.observations, ...found!.parts, ...found!.comparisons.map(({ own }) => own)];
    expect(cells.map(o => o.population).filter(Boolean)).toEqual([]);
  });

  it('what counts nobody, and what is given, is not hidden; other flags stay', async () => {
    const rows = [row('A', null), flagged('B', 'missing'), flagged('C', 'not-applicable')];
    expect((await protectOver([measured({}, { observations: rows })])).metrics[0]!.observations).toEqual(rows);
    const given = measured({ measure: { type: 'given', value: 'n', flag: true, preliminary: false } }, { observations: [row('A', 1)] });
    expect((await protectOver([given])).metrics[0]!.observations).toEqual([row('A', 1)]);
  });
});

describe('derived rows', () => {
  const small = measured(
    { id: 'small', threshold: 11, audience: 'internal', internal_full: true },
    { observations: [row('A', 10), row('B', 11), row('C', 0)] },
  );
  const of = (population: number) => [
    { metric: 'big', population: 500, of: null },
    { metric: 'small', population, of: null },
  ];
  const derived = measured(
    { id: 'derived', measure: { type: 'derived', expression: { type: 'number', value: 1 } } },
    {
      observations: [row('A', null), row('B', null), row('C', null)],
      origins: new Map([
        [keyOf(row('A', null)), of(10)],
        [keyOf(row('B', null)), of(11)],
        [keyOf(row('C', null)), of(0)],
      ]),
    },
  );
  const big = measured({ id: 'big', threshold: 5 }, { observations: [] });

  it('are hidden when a row they are made of is, by that metric’s own threshold, published or not', async () => {
    const found = await protectOver([big, small, derived]);
    expect(found.metrics.map(m => m.declaration.id)).toEqual(['big', 'derived']);
    expect(shown(found.metrics[1]!)).toEqual(['2025-01 A: suppressed', '2025-01 B: 12.5', '2025-01 C: 12.5']);
  });

  it('are hidden whatever flag they have else: not-applicable would tell of a hidden part that it is zero', async () => {
    const flags = ['suppressed', 'missing', 'not-applicable'] as const;
    const observations = flags.map(flag => flagged(flag, flag));
    const restsOn = (population: number | null) =>
      measured(
        { id: 'derived' },
        { observations, origins: new Map(observations.map(o => [keyOf(o), [{ metric: 'big', population, of: null }]])) },
      );
    const flagsOf = async (population: number | null) =>
      (await protectOver([big, restsOn(population)])).metrics[1]!.observations.map(o => o.flag).sort();
    expect(await flagsOf(4)).toEqual(['suppressed', 'suppressed', 'suppressed']);
    expect(await flagsOf(5)).toEqual([...flags].sort());
    expect(await flagsOf(null)).toEqual([...flags].sort());
  });

  it('are not compared where either year of a part is small', async () => {
    const pairs = ['A', 'B', 'C'].map(member => ({ ...pair(member, 0, 0), own: cell(null, 3), before: cell(null, 4) }));
    const compared_origins = new Map(pairs.map((it, i) => [keyOf(it), of([10, 11, 0][i]!)]));
    const found = await protectOver([big, small, measured({ id: 'derived' }, { comparisons: pairs, compared_origins })]);
    expect(found.metrics[1]!.comparisons).toEqual([{ ...pairs[0]!, own: HIDDEN, before: HIDDEN }, pairs[1], pairs[2]]);
  });

  it('are shown internally where the part is', async () => {
    const found = await protectOver([big, small, derived], { audience: 'internal' });
    expect(shown(found.metrics[2]!)).toEqual(['2025-01 A: 12.5', '2025-01 B: 12.5', '2025-01 C: 12.5']);
  });
});

describe('who sees a metric', () => {
  const visible = async (said: Parameters<typeof measured>[0], sources: string[], audience: 'public' | 'internal') =>
    (await protectOver([measured(said, { sources })], { audience, classes: { open: 'open', hr: 'personal', register: 'internal' } }))
      .metrics.length === 1;

  it('the public where every source is open to it, or where the metric says so', async () => {
    expect(await visible({}, ['open'], 'public')).toBe(true);
    expect(await visible({}, ['open', 'register'], 'public')).toBe(false);
    expect(await visible({}, ['hr'], 'public')).toBe(false);
    expect(await visible({ audience: 'public' }, ['hr'], 'public')).toBe(true);
    expect(await visible({ audience: 'internal' }, ['open'], 'public')).toBe(false);
  });

  it('internally everything', async () => {
    for (const said of [{}, { audience: 'internal' as const }]) expect(await visible(said, ['hr'], 'internal')).toBe(true);
  });
});

describe('nothing that is hidden leaves a number', () => {
  const warehouse = testWarehouse();
  /** Every number of a cell is its own and is found again as text: 10007, 10008, … */
  const cells = (people: readonly number[]) => {
    let next = 10_007;
    const number = () => String(next++);
    const numbers = (population: number) => ({
      value: Number(number()) + 0.5,
      numerator: number(),
      denominator: number(),
      population,
      flag: null,
    });
    return {
      observations: people.map((population, i) => ({ ...row(`n${i}`, 0), ...numbers(population) })),
      parts: people.map((population, i) => ({ ...part(`n${i}`, 'P', 0), ...numbers(population) })),
      comparisons: people.map((population, i) => ({
        ...pair(`n${i}`, 0, 0),
        own: numbers(population),
        before: numbers(people[i - 1] ?? population),
      })),
    };
  };

  it('in rows, parts, comparisons, CSV or Parquet', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('show' as const, 'hide' as const),
        async (people, zero) => {
          const rows = cells(people);
          const isSmall = (cell: Cell) => (cell.population === 0 ? zero === 'hide' : cell.population! < 5);
          const secrets = [
            ...[...rows.observations, ...rows.parts].filter(isSmall),
            ...rows.comparisons.filter(c => isSmall(c.own) || isSmall(c.before)).flatMap(c => [c.own, c.before]),
          ].flatMap(cell => [String(Math.floor(cell.value!)), cell.numerator!, cell.denominator!]);
          const found = await protectOver([measured({ zero }, rows)]);
          const files = await dataOf(found, { plans: [], facts: [], judgements: [], attention: [] }, await warehouse());
          const parquet = files.find(file => file.path.endsWith('.parquet'))!.bytes;
          const said = [
            JSON.stringify(found.metrics),
            ...files.filter(file => /\.(csv|json)$/.test(file.path)).map(file => new TextDecoder().decode(file.bytes)),
          ].join('\n');
          for (const secret of secrets) expect(said.includes(secret), secret).toBe(false);
          for (const o of found.metrics[0]!.observations) if (o.flag === 'suppressed') expect(o.population).toBeNull();
          // Parquet is compressed: the other tests show that it says what the CSV says.
          expect(parquet.length).toBeGreaterThan(0);
          expect(said).toContain('n0');
        },
      ),
      { numRuns: 15 },
    );
  });
});
