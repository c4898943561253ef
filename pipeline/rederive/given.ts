import { FLAGS, keyOf, type Flag, type Mark, type Observation } from '../contract/observation.ts';
import { firstDay, lastDay, monthOf, periodEnd, periodStart } from '../contract/period.ts';
import type { PlainRow } from '../warehouse/plain-rows.ts';
import type { MetricDeclaration } from '../words/metric.ts';

/** A given metric's rows: as they stand, one for one. After the dimensions' columns stand the value's and, where it has one, the flag's. */
export function givenRows(declaration: MetricDeclaration, rows: readonly PlainRow[], marks: readonly Mark[]): Map<string, Observation> {
  const found = rows.map(({ day, columns }): Observation => {
    const [value = null, state = null] = columns.slice(declaration.dimensions.length);
    const start = periodStart(monthOf(day), declaration.finest);
    const flag = FLAGS.find(it => it === state) ?? (value === null || (state ?? '') !== '' ? 'missing' : null);
    return {
      grain: declaration.finest,
      window: 'period',
      period_start: firstDay(start),
      period_end: lastDay(periodEnd(start, declaration.finest)),
      members: columns.slice(0, declaration.dimensions.length).map(member => member || 'unknown'),
      ...numbersOf(value, flag),
      marks,
    };
  });
  return new Map(found.map(row => [keyOf(row), row]));
}

const numbersOf = (value: string | null, flag: Flag | null) =>
  ({ value: flag === null ? Number(value) : null, numerator: null, denominator: null, population: null, flag }) as const;
