import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankedMetrics } from '../../dashboards/goal-metrics.ts';
import { siblingStandings } from '../../dashboards/siblings.ts';
import { indexSite } from '../../dashboards/site-index.ts';
import { round } from '../../pipeline/contract/round.ts';
import type { Site } from '../../pipeline/contract/site.ts';
import { placeSite } from './place-site.ts';

const base = placeSite();
const UNITS = ['301', '302', '304', '403'] as const;

/** The site where the units' sick leave so far this year is as given; null is hidden. */
function siteOf(values: readonly (number | null)[], desired: 'lower' | 'higher' | 'none'): Site {
  const given = new Map<string, number | null>(UNITS.map((unit, i) => [unit, values[i]!]));
  const metrics = base.metrics
    .filter(({ id }) => id === 'sick-leave')
    .map(metric => ({
      ...metric,
      desired,
      observations: metric.observations.map(o => {
        const value = given.get(o.members[0]!);
        const isNow = o.members[1] === '*' && o.window === 'ytd' && o.grain === 'month' && o.period_start === '2026-10-01';
        return value === undefined || !isNow ? o : { ...o, value, flag: value === null ? ('suppressed' as const) : null };
      }),
    }));
  return { ...base, metrics };
}

const values = fc.array(fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: null }), { minLength: 4, maxLength: 4 });
const printed = (value: number) => round(value, 1);

test('a place among siblings is one more than those strictly better as printed, and hidden figures are in none of it', () => {
  fc.assert(
    fc.property(values, fc.constantFrom('lower' as const, 'higher' as const, 'none' as const), (given, desired) => {
      const index = indexSite(siteOf(given, desired));
      const node = index.nodes.find(({ id }) => id === '301')!;
      const [standing] = siblingStandings(index, node, rankedMetrics(index, '301'));
      const [own, ...others] = given;
      const known = others.filter(value => value !== null);
      if (known.length === 0) {
        expect(standing).toBeUndefined();
        return;
      }
      expect(standing!.others.map(({ value }) => value)).toEqual(known.toSorted((a, b) => a - b));
      expect(standing!.hidden).toBe(others.length - known.length);
      expect(standing!.median).toBeGreaterThanOrEqual(Math.min(...known));
      expect(standing!.median).toBeLessThanOrEqual(Math.max(...known));
      if (own === null || own === undefined || desired === 'none') {
        expect(standing!.rank).toBeNull();
        return;
      }
      const better = known.filter(value => (desired === 'lower' ? printed(value) < printed(own) : printed(value) > printed(own)));
      expect(standing!.rank).toBe(1 + better.length);
    }),
    { numRuns: 60 },
  );
});
