import type { IsSo } from '../audit/is-so.ts';
import type { Observation, PartObservation } from '../contract/observation.ts';
import type { Measured } from '../words/stages.ts';

/** Sums of decimals. */
const ROUNDING = 1e-6;

/** Whether a hidden number is so much, by what was measured. True where that is not known: of a metric that is held, readers see what was measured before. */
export function isMeasured({ metrics, held }: Measured): IsSo {
  const byMetric = new Map<string, ReadonlyMap<string, Observation>>();
  const rowsOf = (id: string): ReadonlyMap<string, Observation> => {
    const known = byMetric.get(id);
    if (known !== undefined) return known;
    const metric = metrics.find(({ declaration }) => declaration.id === id);
    const rows: (Observation | PartObservation)[] = metric === undefined ? [] : [...metric.observations, ...metric.parts];
    const byKey = new Map(rows.map(row => [keyOf(row), row]));
    byMetric.set(id, byKey);
    return byKey;
  };
  return ({ of, at }, columns, value) => {
    const row = held.has(of) ? undefined : rowsOf(of).get(at.join('|'));
    return columns.some(column => {
      const number = row?.[column] ?? null;
      return number === null || Math.abs(Number(number) - value) < ROUNDING;
    });
  };
}

/** As the audit names rows. */
const keyOf = (row: Observation | PartObservation): string =>
  [row.grain, row.window, row.period_start, ...row.members, ...('parent' in row ? [row.parent] : [])].join('|');
