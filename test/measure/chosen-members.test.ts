import { describe, expect, it } from 'vitest';
import { apply, cost, derived, hours, over, term, town } from './derivations.ts';
import { measureOver, monthly } from './measure-over.ts';
import { lines, metricOf, show } from './show.ts';

describe('derived metrics', () => {
  it('take dimensions that are not shared at the whole, or at the member that is chosen', async () => {
    const bySex = { ...cost, breakdowns: [['organisation'], ['organisation', 'sex']] };
    const at = async (chosen: Readonly<Record<string, string>>, of = term('hours'), said = {}) =>
      show(
        metricOf(await over(bySex, hours, derived(apply(term('cost', { members: chosen }), '+', apply(of, '*', 0)), said)), 'derived'),
        '2025-01',
      );
    expect(await at({})).toEqual(['2025-01 *: 10', '2025-01 A: 6', '2025-01 B: 4']);
    expect(await at({ sex: 'K' })).toEqual(['2025-01 *: 6', '2025-01 A: 6', '2025-01 B: 0']);
    expect(await at({ sex: 'M', organisation: '*' }, term('hours', { members: { organisation: '*' } }), { breakdowns: [[]] })).toEqual([
      '2025-01: 4',
    ]);
  });

  it('set every row against the member that a part chooses: each unit over the whole', async () => {
    const whole = apply(apply(100, '*', term('cost')), '/', term('cost', { members: { organisation: '*' } }));
    const measured = await over(
      cost,
      hours,
      derived(whole),
      derived(apply(term('cost'), '-', term('cost', { members: { organisation: 'B' } })), { id: 'less' }),
    );
    // January 6 + 4 = 10, February 9, March 5.
    expect(show(metricOf(measured, 'derived'))).toEqual(
      lines(`
        2025-01 *: 100
        2025-01 A: 60
        2025-01 B: 40
        2025-02 *: 100
        2025-02 A: 100
        2025-02 B: 0
        2025-03 *: 100
        2025-03 A: 0
        2025-03 B: 100
        2025-04 *: missing [partial]
        2025-04 A: missing [partial]
        2025-04 B: missing [partial]`),
    );
    // 10 - 4, 6 - 4, 4 - 4.
    expect(show(metricOf(measured, 'less'), '2025-01')).toEqual(['2025-01 *: 6', '2025-01 A: 2', '2025-01 B: 0']);
  });

  it('set each level against all of its unit', async () => {
    const bySex = { ...cost, breakdowns: [['organisation'], ['organisation', 'sex']] };
    const share = apply(term('cost'), '/', term('cost', { members: { sex: '*' } }));
    const only = { breakdowns: [['organisation', 'sex']], dimensions: ['organisation', 'sex'] };
    const facts = `
      day         organisation sex cost:integer
      2025-01-10  A            K   6
      2025-01-10  A            M   2
      2025-01-10  B            M   4`;
    const metrics = [bySex, derived(share, only)];
    // A: 6 and 2 of 8; B: 4 of 4; in all 6 and 6 of 12.
    const measured = await measureOver({ ...town, facts, metrics, covered: monthly('2025-01', '2025-01') });
    expect(show(metricOf(measured, 'derived'), /2025-01 . [KM]/)).toEqual(
      lines(`
        2025-01 * K: 0.5
        2025-01 * M: 0.5
        2025-01 A K: 0.75
        2025-01 A M: 0.25
        2025-01 B M: 1`),
    );
  });

  it('set the rows of two parts against each other where each has a dimension the other chooses, in declared breakdowns alone', async () => {
    const bySex = { ...cost, breakdowns: [['organisation'], ['organisation', 'sex']] };
    const product = apply(term('cost', { members: { sex: '*' } }), '*', term('cost', { members: { organisation: '*' } }));
    const rowsIn = async (breakdowns: string[][]): Promise<string[]> => {
      const measured = await over(bySex, derived(product, { breakdowns, dimensions: ['organisation', 'sex'] }));
      return show(metricOf(measured, 'derived'), '2025-01').sort();
    };
    // A 6, B 4, all 10; K 6, M 4, both 10.
    const apart = ['2025-01 * *: 100', '2025-01 * K: 60', '2025-01 * M: 40', '2025-01 A *: 60', '2025-01 B *: 40'];
    expect(await rowsIn([['organisation'], ['sex']])).toEqual(apart);
    const together = ['2025-01 A K: 36', '2025-01 A M: 24', '2025-01 B K: 24', '2025-01 B M: 16'];
    expect(await rowsIn([['organisation'], ['organisation', 'sex']])).toEqual([...apart, ...together].sort());
  });
});
