import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupHistory } from '../../pipeline/contract/comparisons.ts';
import type { Observation } from '../../pipeline/contract/observation.ts';
import { round } from '../../pipeline/contract/round.ts';
import { cells, GIVEN, judged, metric, row, SUM } from './support/builders.ts';

const OWN = '9901';
const years = ['2021', '2022', '2023'];
const given = {
  measure: GIVEN,
  dimensions: ['municipality'],
  breakdowns: [['municipality']],
  finest: 'year',
  grains: ['year'],
  windows: ['period'],
  decimals: 1,
} as const;
const group = (members: string[], coverage = 0.5) => ({ id: 'lika', name: 'Liknande', from: null, members, coverage });
const at = (year: string, id: string, value: number | null, changes: Partial<Observation> = {}) =>
  row('year', `${year}-01-01`, value, { members: [id], ...(value === null ? { flag: 'missing' as const } : {}), ...changes });

function histories(
  rows: readonly Observation[],
  changes: Parameters<typeof metric>[0] = {},
  members = ['1', '2', '3', '4', '5'],
): readonly GroupHistory[] {
  return judged({
    metrics: [cells(metric({ ...given, desired: 'lower', ...changes }), rows)],
    groups: [group(members)],
    asOf: '2024-06-01',
  }).facts[0]!.groups;
}
const full = (year: string, own: number | null, others: readonly (number | null)[]) => [
  at(year, OWN, own),
  ...others.map((value, i) => at(year, String(i + 1), value)),
];

describe('the own figure among a group through time', () => {
  it('has the place, how many are worse, ties as printed, and the quartiles of the members alone', () => {
    const [history] = histories([...full('2022', 3, [1, 2, 4, 5, 6]), ...full('2023', 3.04, [1, 2, 3, 3.01, 9])]);
    expect(history).toMatchObject({ group: 'lika', latest: '2023-01-01', members: ['1', '2', '3', '4', '5'] });
    expect(history!.periods.map(({ standing }) => standing)).toEqual([
      { rank: 3, ranked: 6, better_than: 3, equals: 0 },
      { rank: 3, ranked: 6, better_than: 1, equals: 2 },
    ]);
    expect(history!.periods[0]!.spread).toEqual({ lower_quartile: 2, median: 4, upper_quartile: 5 });
  });
  it('counts nothing that is missing or hidden, and ranks no period that fewer than four, or half of them, have', () => {
    const hidden = at('2023', '1', null, { flag: 'suppressed' });
    const [history] = histories([
      ...full('2021', 3, [1, 2, 4, 5, 6]),
      ...full('2022', 3, [1, 2, 4, null, null]),
      at('2023', OWN, 3),
      hidden,
      ...['2', '3', '4', '5'].map((id, i) => at('2023', id, i)),
    ]);
    expect(history!.periods.map(({ n, standing, spread }) => [n, standing?.rank ?? null, spread !== null])).toEqual([
      [5, 3, true],
      [3, null, false],
      [4, 4, true],
    ]);
  });
  it('has no place without an own value that is settled', () => {
    const rows = [...full('2021', 3, [1, 2, 4, 5, 6]), ...full('2022', null, [1, 2, 4, 5, 6]), ...full('2023', 3, [1, 2, 4, 5, 6])];
    const [history] = histories(rows);
    expect(history!.periods.map(({ own, standing }) => [own, standing === null])).toEqual([
      [3, false],
      [null, true],
      [3, false],
    ]);
  });
  it.each(['none', 'target'] as const)('has no place where the desired direction is %s', desired => {
    const [history] = histories(full('2023', 3, [1, 2, 4, 5, 6]), { desired });
    expect(history!.periods[0]).toMatchObject({ standing: null, spread: { median: 4 } });
  });
  it('is none for counts and sums, nor for a metric that is about no member of its own', () => {
    expect(histories(full('2023', 3, [1, 2, 4, 5, 6]), { measure: SUM, decimals: 0 })).toEqual([]);
    expect(judged({ groups: [group(['1'])] }).facts.flatMap(({ groups }) => groups)).toEqual([]);
  });
  it('is also among all, where they are more than any group; of periods that enough have', () => {
    const others = [1, 2, 4, 5, 6, 7, 8];
    const rows = [...full('2022', 3, others.slice(0, 2)), ...full('2023', 3, others)];
    const [, all] = histories(rows);
    expect(all).toMatchObject({ group: null, name: null });
    expect(all!.periods).toMatchObject([{ period_start: '2023-01-01', n: 8, standing: { rank: 3, ranked: 8, better_than: 5 } }]);
    expect(histories(rows, {}, ['1', '2', '3', '4', '5', '6', '7', OWN])).toHaveLength(1);
  });

  it('whatever the values: places, those that are worse and ties add up, and the quartiles stand in order', () => {
    const value = fc.option(fc.double({ min: -50, max: 50, noNaN: true }), { freq: 5 });
    const year = fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.array(value, { minLength: 5, maxLength: 5 }));
    fc.assert(
      fc.property(
        fc.array(year, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('lower' as const, 'higher' as const),
        (values, desired) => {
          const rows = values.flatMap(([own, others], i) => full(years[i]!, own, others));
          for (const { periods } of histories(rows, { desired }))
            for (const { period_start, n, standing, spread } of periods) {
              const [own, others] = values[years.indexOf(period_start.slice(0, 4))]!;
              if (spread) expect(spread.lower_quartile <= spread.median && spread.median <= spread.upper_quartile).toBe(true);
              expect(standing === null).toBe(spread === null);
              if (standing === null) continue;
              const printed = others.flatMap(other => (other === null ? [] : [round(other, 1)]));
              const better = printed.filter(other => (desired === 'lower' ? other < round(own, 1) : other > round(own, 1))).length;
              // All members together have the municipality among them.
              expect(standing).toMatchObject({ rank: better + 1, ranked: printed.length + 1 });
              expect(standing.better_than + standing.equals + better).toBe(printed.length);
              expect([printed.length, printed.length + 1]).toContain(n);
            }
        },
      ),
      { numRuns: 60 },
    );
  });
});
