import { describe, expect, it } from 'vitest';
import { keyOf } from '../../pipeline/contract/observation.ts';
import type { MetricDeclaration } from '../../pipeline/words/metric.ts';
import { EVERYTHING } from '../../pipeline/rederive/extent.ts';
import { rederive } from '../../pipeline/rederive/rederive.ts';
import { noRecall } from '../../pipeline/words/recall.ts';
import { count, distinct, givenTo, measureOver, median, monthly, of, sum } from './measure-over.ts';
import { apply, cost, derived, facts, hours, over, term, town } from './derivations.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import { codes, lines, metricOf, show, showComparison } from './show.ts';

describe('derived metrics', () => {
  it('have a row where every part has one, and no numerator, denominator or population', async () => {
    const measured = await over(cost, hours, derived(apply(apply(term('cost'), '/', term('hours')), '*', 10)));
    expect(show(metricOf(measured, 'derived'), /2025-0[123]/)).toEqual(
      lines(`
        2025-01 *: 50
        2025-01 A: 30
        2025-01 B: not-applicable
        2025-02 *: 30
        2025-02 A: 30
        2025-02 B: not-applicable
        2025-03 *: 50
        2025-03 A: not-applicable
        2025-03 B: 50`),
    );
    expect(metricOf(measured, 'derived')).toMatchObject({ parts: [], comparisons: [], rows: null, sources: ['facts'] });
  });

  it.each([
    ['+', 5 + 2],
    ['-', 5 - 2],
    ['*', 5 * 2],
    ['/', 5 / 2],
  ] as const)('%s', async (operator, expected) => {
    const measured = await over({ ...cost, breakdowns: [[]] }, derived(apply(term('cost'), operator, 2), { breakdowns: [[]] }));
    expect(show(metricOf(measured, 'derived'), '2025-03')).toEqual([`2025-03: ${expected}`]);
  });

  it('are compared with the year before where every part is, over the same periods, and know the rows of both years', async () => {
    const facts = `
      day         cost:integer hours:integer who
      2024-01-10  6            2             a
      2024-03-10  8            1             a
      2025-01-10  9            1             b
      2025-02-10  90           9             b
      2025-03-10  12           3             c`;
    const whole = { breakdowns: [[]], grains: ['quarter'] as const };
    const people = { id: 'people', ...whole, measure: of(sum('hours')), population: distinct('who') };
    const metrics = [
      { ...cost, ...whole },
      people,
      derived(apply(term('cost'), '/', term('people')), { id: 'inner', ...whole }),
      derived(apply(term('inner'), '*', 2), { id: 'outer', ...whole }),
    ];
    const covered = monthly('2024-01', '2025-03', { except: ['2024-02'] });
    const measured = await measureOver({ facts, metrics, covered, asOf: '2025-04-10' });
    const inner = metricOf(measured, 'inner');
    // January and March: 21 / 4 against 14 / 3; b and c this year, a the year before.
    expect(inner.comparisons.map(showComparison)).toEqual([`2025-Q1 over 01 03: 5.25 | ${14 / 3}`]);
    const origins = ['cost', 'cost', 'people', 'people'].map((metric, i) => ({ metric, population: [null, null, 2, 1][i] }));
    expect([...inner.compared_origins.values()]).toMatchObject([origins]);
    const years = [...inner.compared_origins.values()][0]!.map(({ of }) => of!.units.map(firstDay));
    const [own, before] = [2025, 2024].map(year => [`${year}-01-01`, `${year}-03-01`]);
    expect(years).toEqual([own, before, own, before]);
    expect(metricOf(measured, 'outer').comparisons.map(showComparison)).toEqual([`2025-Q1 over 01 03: 10.5 | ${28 / 3}`]);
    expect([...metricOf(measured, 'outer').compared_origins.values()]).toMatchObject([origins]);
  });

  it('per multiplies the value', async () => {
    const measured = await over({ ...cost, breakdowns: [[]] }, derived(apply(term('cost'), '/', 2), { breakdowns: [[]], per: 100 }));
    expect(show(metricOf(measured, 'derived'), '2025-03')).toEqual(['2025-03: 250']);
  });

  it('are missing where a part is, else not applicable where one is, with the marks of all', async () => {
    const measured = await measureOver({
      ...town,
      facts: { costs: facts, times: facts },
      covered: {
        costs: monthly('2025-01', '2025-04', { except: ['2025-02'], received: { '2025-01': '2025-01-20' } }),
        times: monthly('2025-01', '2025-02'),
      },
      cadence: { every: 'month', due_days: 1 },
      metrics: [
        { ...cost, body: 'from marts.costs', reads: ['marts.costs'] },
        { ...hours, body: 'from marts.times', reads: ['marts.times'] },
        derived(apply(term('cost'), '/', term('hours'))),
      ],
    });
    expect(metricOf(measured, 'derived').sources).toEqual(['costs', 'times']);
    expect(show(metricOf(measured, 'derived'))).toEqual(
      lines(`
        2025-01 *: 5 [partial]
        2025-01 A: 3 [partial]
        2025-01 B: not-applicable [partial]
        2025-02 *: missing
        2025-02 A: missing
        2025-02 B: missing
        2025-03 *: missing [late]
        2025-03 A: missing [late]
        2025-03 B: missing [late]
        2025-04 *: missing [partial]
        2025-04 A: missing [partial]
        2025-04 B: missing [partial]`),
    );
  });

  it('are missing where one part is missing and another not applicable', async () => {
    const measured = await measureOver({
      ...town,
      facts: { costs: facts, times: facts },
      covered: { costs: monthly('2025-01', '2025-03'), times: monthly('2025-01', '2025-02') },
      metrics: [
        { id: 'cost', measure: of(median('cost')), body: 'from marts.costs', reads: ['marts.costs'] },
        { ...hours, body: 'from marts.times', reads: ['marts.times'] },
        derived(apply(term('cost'), '/', term('hours'))),
      ],
    });
    expect(show(metricOf(measured, 'cost'), /2025-0[23] [AB]/)).toEqual(
      lines('2025-02 A: 9\n2025-02 B: not-applicable\n2025-03 A: not-applicable\n2025-03 B: 5'),
    );
    expect(show(metricOf(measured, 'derived'), /2025-0[23] [AB]/)).toEqual(
      lines('2025-02 A: 3\n2025-02 B: not-applicable\n2025-03 A: missing\n2025-03 B: missing'),
    );
  });

  it('have the first of suppressed, missing and not-applicable that a part has, whichever part', async () => {
    const states = { value: '2 -', suppressed: '- suppressed', missing: '- missing', 'not-applicable': '- not-applicable' };
    type State = keyof typeof states;
    const names = Object.keys(states) as State[];
    const pairs = names.flatMap(a => names.map(b => [a, b] as const));
    const table = (which: 0 | 1) =>
      `day organisation v:integer flag\n${pairs.map(pair => `2025-01-01 ${pair.join('/')} ${states[pair[which]]}`).join('\n')}`;
    const flat = { organisation: [] };
    const given = (id: string): Partial<MetricDeclaration> => ({
      id,
      measure: { type: 'given', value: 'v', flag: true, preliminary: false },
      body: `from marts.${id}`,
      reads: [`marts.${id}`],
    });
    const metrics = [given('a'), given('b'), derived(apply(term('a'), '+', term('b')))];
    const covered = { a: monthly('2025-01', '2025-01'), b: monthly('2025-01', '2025-01') };
    const town = { facts: { a: table(0), b: table(1) }, flat, covered, asOf: '2025-04-02', metrics };
    expect(show(metricOf(await measureOver(town), 'derived')).sort()).toEqual(
      lines(`
        2025-01 missing/missing: missing
        2025-01 missing/not-applicable: missing
        2025-01 missing/suppressed: suppressed
        2025-01 missing/value: missing
        2025-01 not-applicable/missing: missing
        2025-01 not-applicable/not-applicable: not-applicable
        2025-01 not-applicable/suppressed: suppressed
        2025-01 not-applicable/value: not-applicable
        2025-01 suppressed/missing: suppressed
        2025-01 suppressed/not-applicable: suppressed
        2025-01 suppressed/suppressed: suppressed
        2025-01 suppressed/value: suppressed
        2025-01 value/missing: missing
        2025-01 value/not-applicable: not-applicable
        2025-01 value/suppressed: suppressed
        2025-01 value/value: 4`),
    );
    const [project, loaded, modelled, asOf, warehouse, effects] = await givenTo(town);
    const again = await rederive(project, loaded, modelled, await measureOver(town), asOf, warehouse, effects, noRecall, EVERYTHING);
    expect(again.findings).toEqual([]);
  });

  it('have only the windows and grains they declare', async () => {
    const wide = { ...cost, breakdowns: [[]], grains: ['month', 'tertial'] as const, windows: ['period', 'ytd'] as const };
    const measured = await over(wide, derived(apply(term('cost'), '*', 1), { breakdowns: [[]], grains: ['tertial'] }));
    expect(show(metricOf(measured, 'derived'))).toEqual(['2025-T1: 24 [partial]']);
  });

  it('over_time in a term measures that part anew, and leaves the part itself as it is', async () => {
    const tertial = { breakdowns: [[]], grains: ['month', 'tertial'] as const };
    const share = derived(apply(term('cost'), '/', term('hours', { over_time: 'mean' })), tertial);
    const measured = await over({ ...cost, ...tertial }, { ...hours, ...tertial }, share);
    expect(show(metricOf(measured, 'derived'), '2025-T1')).toEqual(['2025-T1: 12 [partial]']);
    expect(show(metricOf(measured, 'hours'), '2025-T1')).toEqual(['2025-T1: 6 [partial]']);
  });

  it('may be made of derived metrics, in any order, and know the rows they all rest on', async () => {
    const people = { ...cost, population: distinct('sex') };
    const measured = await over(
      derived(apply(term('inner'), '+', term('hours')), { id: 'outer' }),
      people,
      derived(apply(term('cost'), '-', term('hours')), { id: 'inner' }),
      { ...hours, population: count(null) },
    );
    const outer = metricOf(measured, 'outer');
    expect(show(outer, '2025-01')).toEqual(['2025-01 *: 10', '2025-01 A: 6', '2025-01 B: 4']);
    const row = outer.observations[0]!;
    expect(outer.origins.get(keyOf(row))).toMatchObject([
      { metric: 'cost', population: 2 },
      { metric: 'hours', population: 2 },
      { metric: 'hours', population: 2 },
    ]);
    expect(outer.observations.every(o => outer.origins.has(keyOf(o)))).toBe(true);
  });

  it('are held with a part, through other derived metrics too', async () => {
    const measured = await over(
      { ...cost, body: 'select * from marts.facts union all by name select null::date as day', nulls_allowed: 1 },
      hours,
      derived(apply(term('cost'), '+', 1), { id: 'inner' }),
      derived(apply(term('inner'), '+', 1), { id: 'outer' }),
      derived(apply(term('hours'), '+', 1), { id: 'free' }),
    );
    expect([...measured.held].sort()).toEqual(['cost', 'inner', 'outer']);
  });

  it('a part that fails or rests on what is broken takes its derived metrics and nothing more', async () => {
    const mean = derived(apply(term('cost'), '/', term('hours', { over_time: 'mean' })));
    for (const [why, part, code] of [
      ['fails', { ...hours, body: 'from marts.nowhere' }, 'metric-failed'],
      ['rests on what is broken', { ...hours, body: 'from marts.gone', reads: ['marts.gone'] }, 'rests-on-broken'],
    ] as const) {
      const measured = await over(cost, part, mean, { id: 'other', breakdowns: [[]], measure: of(count(null)) });
      expect(codes(measured), why).toEqual([code]);
      expect([...measured.held].sort(), why).toEqual(['derived', 'hours']);
      expect(metricOf(measured, 'derived').observations, why).toEqual([]);
      expect(show(metricOf(measured, 'other'), '2025-01'), why).toEqual(['2025-01: 2']);
    }
  });
});
