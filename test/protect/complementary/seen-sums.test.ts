import { expect, it } from 'vitest';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import type { Row, Telling } from '../../../pipeline/protect/complementary/rows.ts';
import { seenSums } from '../../../pipeline/protect/complementary/seen-sums.ts';
import { count } from '../../measure/measure-over.ts';

/** A row about so many, of a metric that counts people. */
const telling = (people: number): Telling => {
  const cell = { value: people, numerator: null, denominator: null, population: people };
  const sum = { composition: { numerator: count(null), denominator: null, population: count(null) } };
  return { row: { source: cell }, told: { metric: 'cases', population: people, sum, cell } } as unknown as Telling;
};
const said = (people: number) => ({ value: people, numerator: null, denominator: null, population: people }) as Observation;

/** What is told of a whole of three unknowns that is 23 now, where the first unknown, 6 now, was seen as 5. */
const told = (whole: number): number[][] => {
  const [all, one] = [telling(23), telling(6)];
  const changed = new Map<Row, Observation>([
    [all.row, said(whole)],
    [one.row, said(5)],
  ]);
  return seenSums([all, one], [Int32Array.of(0, 1, 2), Int32Array.of(0)], { same: new Set(), changed }).map(of => [...of]);
};

it('a sum that has changed as much as what was seen in it tells of the rest; one that has changed more tells nothing', () => {
  expect(told(22)).toContainEqual([1, 2]);
  expect(told(20)).not.toContainEqual([1, 2]);
});
