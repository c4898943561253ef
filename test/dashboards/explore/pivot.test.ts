import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import { monthOf } from '../../../pipeline/contract/period.ts';
import { dimensionOf, METRIC_AXIS, PERIOD_AXIS } from '../../../dashboards/explore/explore-state.ts';
import { membersShown, wholeMember } from '../../../dashboards/explore/offer.ts';
import type { Head, Pivot } from '../../../dashboards/explore/pivot.ts';
import { pivot, spanOf } from '../../../dashboards/explore/pivot.ts';
import { sortPivot } from '../../../dashboards/explore/sort-pivot.ts';
import type { Exploration } from './an-exploration.ts';
import { exploration } from './an-exploration.ts';

/** A figure and where it stands, as text. */
type Placed = string;

const keyOf = (head: Head): string =>
  head.type === 'member' ? head.id : head.type === 'period' ? String(head.month) : head.type === 'metric' ? head.metric.metric : '';

const placedIn = (tables: readonly Pivot[]): Placed[] =>
  tables.flatMap(({ rows, columns, cells }) =>
    rows.flatMap((row, i) =>
      columns.flatMap((column, j) => {
        const cell = cells[i]![j];
        return cell ? [JSON.stringify([cell.metric.metric, keyOf(row), keyOf(column), cell.value, cell.flag, cell.marks])] : [];
      }),
    ),
  );

/** What should stand in the tables, by asking every published row alone. */
function expected({ tables, observations, offer, state }: Exploration): Placed[] {
  const span = spanOf(offer, state);
  return tables.flatMap(({ metric }, at) =>
    observations[at]!.flatMap((o: Observation) => {
      const month = monthOf(o.period_start);
      if (o.grain !== state.grain || o.window !== state.window || span === null || month < span[0] || month > span[1]) return [];
      const memberOf = (id: string): string => {
        const position = metric.dimensions.findIndex(dimension => dimension.id === id);
        return position < 0 ? wholeMember(offer.dimensions.find(dimension => dimension.id === id)!) : o.members[position]!;
      };
      const isShown = offer.dimensions.every(dimension => {
        const onSide = [state.rows, state.columns].some(axis => axis !== null && dimensionOf(axis) === dimension.id);
        const member = memberOf(dimension.id);
        return onSide
          ? membersShown(dimension, state).includes(member)
          : member === (state.members[dimension.id]?.[0] ?? wholeMember(dimension));
      });
      const key = (axis: string | null): string =>
        axis === null ? '' : axis === METRIC_AXIS ? metric.metric : axis === PERIOD_AXIS ? String(month) : memberOf(dimensionOf(axis)!);
      return isShown ? [JSON.stringify([metric.metric, key(state.rows), key(state.columns), o.value, o.flag, o.marks])] : [];
    }),
  );
}

describe('a table of Utforska', () => {
  it('has every published cell that the choice asks for once, and nothing else', () => {
    let figures = 0;
    fc.assert(
      fc.property(exploration, explored => {
        const wanted = expected(explored);
        figures += wanted.length;
        expect(placedIn(pivot(explored.tables, explored.offer, explored.state)).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 200 },
    );
    expect(figures).toBeGreaterThan(500);
  });

  it('has the same cells however it is sorted, the highest or the first name first', () => {
    fc.assert(
      fc.property(exploration, fc.integer({ min: -1, max: 3 }), fc.boolean(), (explored, column, ascending) => {
        for (const table of pivot(explored.tables, explored.offer, explored.state)) {
          const sorted = sortPivot(table, { column, ascending });
          expect(placedIn([sorted]).sort()).toEqual(placedIn([table]).sort());
          if (column < 0 || column >= table.columns.length) continue;
          const values = sorted.rows.flatMap((row, i) =>
            row.type === 'member' && row.whole ? [] : (sorted.cells[i]![column]?.value ?? []),
          );
          expect(values).toEqual([...values].sort((a, b) => (ascending ? a - b : b - a)));
        }
      }),
      { numRuns: 200 },
    );
  });
});
