import { keyOf, type Cell, type Observation } from '../../contract/observation.ts';
import type { EarlierTree } from '../../words/stages.ts';
import type { Row } from './rows.ts';

/** Rows that readers have seen, in one earlier tree. */
export interface Seen {
  /** Those that say the same now. */
  same: ReadonlySet<Row>;
  /** Those that said something else, and what. */
  changed: ReadonlyMap<Row, Observation>;
}

/** What earlier editions of the audience's tree have shown of today's rows. Parts and comparisons are not read back, nor rows that are no more. */
export function seenIn(trees: readonly EarlierTree[], rows: readonly Row[]): Promise<Seen[]> {
  return Promise.all(
    trees.map(async tree => {
      const same = new Set<Row>();
      const changed = new Map<Row, Observation>();
      const shown = new Map<string, Map<string, Observation>>();
      for (const id of new Set(rows.map(({ metric }) => metric.id))) {
        const then = (await tree.observations(id)) ?? [];
        shown.set(id, new Map(then.filter(({ flag }) => flag === null).map(row => [keyOf(row), row])));
      }
      for (const row of rows) {
        if (!('value' in row.source) || 'parent' in row.source) continue;
        const before = shown.get(row.metric.id)!.get(keyOf(row.source));
        if (before === undefined) continue;
        if (says(before, row.source)) same.add(row);
        else changed.set(row, before);
      }
      return { same, changed };
    }),
  );
}

const says = (a: Cell, b: Cell): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator && a.population === b.population;
