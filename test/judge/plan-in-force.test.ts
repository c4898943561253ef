import { describe, expect, it } from 'vitest';
import { plansInForce } from '../../pipeline/judge/plan-in-force.ts';
import { planVersion } from './support/builders.ts';

const adopted = (date: string) => ({ ...planVersion().adopted, date });
const first = planVersion({ in_force: { from: '2026-01-01', to: '2026-12-31' } });
const second = planVersion({ version: 2, adopted: adopted('2026-06-15'), in_force: { from: '2026-07-01', to: null } });
const third = planVersion({ version: 3, adopted: adopted('2027-01-20'), in_force: { from: '2026-12-01', to: '2026-12-31' } });
const versionAt = (asOf: string, versions = [first, second, third]) => plansInForce(versions, asOf).map(p => p.version.version)[0] ?? null;

describe('the version in force', () => {
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 2],
    ['2026-12-31', 2],
  ])('on %s is %s', (asOf, version) => expect(versionAt(asOf)).toBe(version));

  it('of a plan that has ended is the one on its last day, whatever is adopted later', () => {
    const [plan] = plansInForce([first, second, third], '2027-03-01');
    expect([plan!.version.version, plan!.to, plan!.ended]).toEqual([2, '2026-12-31', true]);
  });
  it('needs the decision as well as its date of effect', () => {
    expect(versionAt('2026-07-05', [first, { ...second, adopted: adopted('2026-07-10') }])).toBe(1);
  });
  it('leaves out a plan that has not begun', () => {
    expect(plansInForce([planVersion({ in_force: { from: '2027-01-01', to: null } })], '2026-10-15')).toEqual([]);
  });
  it('puts running plans first, then ended ones, the latest first', () => {
    const of = (plan: string, from: string, to: string | null) =>
      planVersion({ plan, adopted: adopted('2010-01-01'), in_force: { from, to } });
    const plans = [
      of('it', '2011-01-01', '2020-12-31'),
      of('2025', '2025-01-01', '2025-12-31'),
      of('2026', '2026-01-01', '2026-12-31'),
      of('vision', '2020-01-01', null),
    ];
    expect(plansInForce(plans, '2026-10-15').map(p => p.version.plan)).toEqual(['vision', '2026', '2025', 'it']);
  });
});
