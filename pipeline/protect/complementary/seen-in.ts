import { keyOf, type Cell, type Observation, type PartObservation } from '../../contract/observation.ts';
import { monthOf, type Month } from '../../contract/period.ts';
import type { MetricDeclaration } from '../../words/metric.ts';
import type { EarlierTree } from '../../words/stages.ts';
import type { Row } from './rows.ts';

/** What readers have seen of today's rows in one earlier tree. */
export interface Seen {
  /** What a row said then, where it was shown: numbers, or that there was nothing to divide by. */
  then: ReadonlyMap<Row, Cell>;
  /** By metric, the finest periods that were covered then: a row of the year was about those. Null where no row tells. */
  covered: ReadonlyMap<string, ReadonlySet<Month> | null>;
}

type Published = Observation | PartObservation;

/** What earlier editions of the audience's tree have shown of today's rows. Comparisons are not read back, nor rows that are no more. */
export function seenIn(trees: readonly EarlierTree[], rows: readonly Row[]): Promise<Seen[]> {
  const metrics = new Map(rows.map(({ metric }) => [metric.id, metric]));
  return Promise.all(
    trees.map(async tree => {
      const shown = new Map<string, Map<string, Published>>();
      const covered = new Map<string, ReadonlySet<Month> | null>();
      for (const metric of metrics.values()) {
        const observations = (await tree.observations(metric.id)) ?? [];
        const all: Published[] = [...observations, ...((await tree.parts(metric.id)) ?? [])];
        shown.set(metric.id, new Map(all.filter(isShown).map(row => [keyWithParent(row), row])));
        covered.set(metric.id, coveredIn(observations, metric));
      }
      const then = new Map<Row, Cell>();
      for (const row of rows) {
        const before = 'value' in row.source ? shown.get(row.metric.id)!.get(keyWithParent(row.source)) : undefined;
        if (before !== undefined) then.set(row, before);
      }
      return { then, covered };
    }),
  );
}

const isShown = ({ flag }: Cell): boolean => flag === null || flag === 'not-applicable';

const keyWithParent = (row: Published): string => `${'parent' in row ? row.parent : ''}|${keyOf(row)}`;

/** Finest periods whose row for the whole was not missing, or was held back. */
function coveredIn(observations: readonly Observation[], { finest }: MetricDeclaration): Set<Month> | null {
  const whole = observations.filter(
    ({ grain, window, members }) => grain === finest && window === 'period' && members.every(member => member === '*'),
  );
  if (whole.length === 0) return null;
  return new Set(
    whole.filter(({ flag, marks }) => flag !== 'missing' || marks.includes('held')).map(({ period_start }) => monthOf(period_start)),
  );
}
