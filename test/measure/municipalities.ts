import fc from 'fast-check';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import type { Coverage } from '../../pipeline/words/stages.ts';
import { firstDay, lastDay, monthOf, monthsBetween, plusDays } from '../../pipeline/contract/period.ts';
import type { Table } from './measure-over.ts';
import type { Fact } from './naive.ts';

/** A small municipality of fourteen months: two boards and three units that may move, open, close and have facts of their own. */
export interface SmallTown {
  nodes: HierarchyNode[];
  facts: Fact[];
  /** Covered months, as `2025-01`. */
  covered: string[];
}

const FIRST = monthOf('2024-11-01');
export const AS_OF = '2025-12-20';
const MONTHS = monthsBetween(FIRST, monthOf(AS_OF));
const month = fc.integer({ min: 0, max: MONTHS.length });

const node = (id: string, parent: string | null, valid_from: string | null, valid_to: string | null): HierarchyNode => ({
  id,
  parent,
  level: 'x',
  name: id,
  valid_from,
  valid_to,
});

/** A unit's places: under one board, or first under one and then under the other; it may open late and close early. */
const unit = (id: string): fc.Arbitrary<HierarchyNode[]> =>
  fc
    .record({
      order: fc.boolean(),
      moves: fc.option(fc.tuple(month, fc.constantFrom(0, 14))),
      opens: fc.option(month),
      closes: fc.option(month),
    })
    .map(({ order, moves, opens, closes }) => {
      const [one, other] = order ? ['B1', 'B2'] : ['B2', 'B1'];
      const from = opens === null ? null : firstDay(FIRST + opens);
      const to = closes === null ? null : lastDay(FIRST + closes);
      const moved = moves === null ? null : plusDays(firstDay(FIRST + moves[0]), moves[1]);
      const inside = moved !== null && (from === null || from < moved) && (to === null || moved <= to);
      return inside ? [node(id, one!, from, plusDays(moved, -1)), node(id, other!, moved, to)] : [node(id, one!, from, to)];
    });

const fact: fc.Arbitrary<Fact> = fc.record({
  day: fc.integer({ min: -20, max: 430 }).map(days => plusDays(firstDay(FIRST), days)),
  organisation: fc.constantFrom('U1', 'U1', 'U2', 'U2', 'U3', 'B1', 'B2', 'nowhere', null),
  sex: fc.constantFrom('K', 'M', 'K', 'M', 'X', null),
  n: fc.integer({ min: -3, max: 20 }),
  who: fc.constantFrom('a', 'b', 'c', 'd'),
});

export const smallTown: fc.Arbitrary<SmallTown> = fc.record({
  nodes: fc
    .tuple(fc.option(month), unit('U1'), unit('U2'), unit('U3'))
    .map(([closes, ...units]) => [
      node('B1', null, null, null),
      node('B2', null, null, closes === null ? null : lastDay(FIRST + closes)),
      ...units.flat(),
    ]),
  facts: fc.array(fact, { minLength: 1, maxLength: 40 }),
  covered: fc.subarray(MONTHS.slice(0, -1), { minLength: 6 }).map(months => months.map(m => firstDay(m).slice(0, 7))),
});

/** All months until `as_of`, so that every period that has ended is complete. */
export const allMonths = (): string[] => MONTHS.slice(0, -1).map(m => firstDay(m).slice(0, 7));

export const tableOfFacts = (facts: readonly Fact[]): Table => ({
  columns: [
    { name: 'day', type: 'date' },
    { name: 'organisation', type: 'varchar' },
    { name: 'sex', type: 'varchar' },
    { name: 'n', type: 'integer' },
    { name: 'who', type: 'varchar' },
  ],
  rows: facts.map(({ day, organisation, sex, n, who }) => [day, organisation, sex, n, who]),
});

/** Each month received when it had ended. */
export const coverageOf = (covered: readonly string[]): Coverage => ({
  months: new Map(covered.map(text => [monthOf(text), plusDays(firstDay(monthOf(text) + 1), 4)])),
  until: null,
  last: Math.max(...covered.map(monthOf)),
});
