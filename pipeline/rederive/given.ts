import { FLAGS, keyOf, sortMarks, type Flag, type Mark, type Observation } from '../contract/observation.ts';
import { firstDay, lastDay, monthOf, monthsBetween, periodEnd, periodStart } from '../contract/period.ts';
import type { PlainRow } from '../warehouse/plain-rows.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { LoadedSource } from '../words/stages.ts';
import { cameEarly } from './covered.ts';

/** The columns that a given metric's rows are read with: after the dimensions' the value's, and those of its flag and its being preliminary, where it has them. */
export function givenColumns({ dimensions, measure }: MetricDeclaration): string[] {
  if (measure.type !== 'given') throw new Error('not a given metric');
  return [...dimensions, measure.value, ...(measure.flag ? ['flag'] : []), ...(measure.preliminary ? ['preliminary'] : [])];
}

/** A given metric's rows (columns: `givenColumns`): as they stand, one for one. */
export function givenRows(
  declaration: MetricDeclaration,
  rows: readonly PlainRow[],
  sources: readonly LoadedSource[],
): Map<string, Observation> {
  const names = givenColumns(declaration);
  const example: Mark[] = sources.some(source => source.declaration.synthetic) ? ['example'] : [];
  const dated = sources.filter(({ coverage }) => coverage !== null);
  const found = rows.map(({ day, columns }): Observation => {
    const value = columns[declaration.dimensions.length] ?? null;
    const said = (name: string): string | null => columns[names.indexOf(name, declaration.dimensions.length + 1)] ?? null;
    const state = said('flag');
    const start = periodStart(monthOf(day), declaration.finest);
    const end = periodEnd(start, declaration.finest);
    const flag = FLAGS.find(it => it === state) ?? (value === null || (state ?? '') !== '' ? 'missing' : null);
    const early = said('preliminary') === 'true' || cameEarly(dated, monthsBetween(start, end));
    return {
      grain: declaration.finest,
      window: 'period',
      period_start: firstDay(start),
      period_end: lastDay(end),
      members: columns.slice(0, declaration.dimensions.length).map(member => member || 'unknown'),
      ...numbersOf(value, flag),
      marks: early ? sortMarks([...example, 'preliminary']) : example,
    };
  });
  return new Map(found.map(row => [keyOf(row), row]));
}

const numbersOf = (value: string | null, flag: Flag | null) =>
  ({ value: flag === null ? Number(value) : null, numerator: null, denominator: null, population: null, flag }) as const;
