import { expect, it } from 'vitest';
import type { Mark, Observation } from '../../pipeline/contract/observation.ts';
import { compareReported } from '../../pipeline/editions/compare-reported.ts';

const year = (value: number, ...marks: Mark[]): Observation =>
  ({ grain: 'year', window: 'period', period_start: '2026-01-01', members: ['*'], value, flag: null, marks }) as unknown as Observation;

const isRevised = (then: Observation, now: Observation): boolean => compareReported([then], [now], new Map())[0]!.revised;

it('only a figure that was settled is revised: of a year that went on, more has come', () => {
  expect(isRevised(year(87.9, 'partial'), year(89.8, 'partial'))).toBe(false);
  expect(isRevised(year(87.9, 'preliminary'), year(89.8))).toBe(false);
  expect(isRevised(year(87.9), year(89.8))).toBe(true);
  // Whether a metric takes gaps as settled is not published.
  expect(isRevised(year(87.9, 'incomplete'), year(89.8))).toBe(true);
});
