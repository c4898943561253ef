import {
  keyOf,
  sortMarks,
  type Cell,
  type Comparison,
  type Mark,
  type Observation,
  type PartObservation,
} from '../contract/observation.ts';
import { firstDay, monthsBetween, type Month } from '../contract/period.ts';
import type { Aggregate, MetricDeclaration } from '../words/metric.ts';
import { aggregate } from './aggregate.ts';
import type { CellRows } from './cells.ts';
import type { Places } from './places.ts';
import type { Span } from './spans.ts';

/** A metric's rows as they come out once more. */
export interface Recomputed {
  observations: ReadonlyMap<string, Observation>;
  parts: ReadonlyMap<string, PartObservation>;
  comparisons: ReadonlyMap<string, Comparison>;
}

export const partKey = (part: Pick<PartObservation, 'grain' | 'window' | 'period_start' | 'members' | 'parent'>): string =>
  JSON.stringify([keyOf(part), part.parent]);

/** One metric over rows that lie in their cells. */
export interface Facts {
  declaration: MetricDeclaration;
  cells: Iterable<CellRows>;
  /** One for each dimension; null for a flat one. */
  places: readonly (Places | null)[];
  /** Months a finest period has. */
  size: number;
  /** On every row. */
  marks: readonly Mark[];
  /** Which of a row's values an aggregate reads. */
  valueOf(aggregate: Aggregate): number;
}

const NOTHING = { value: null, numerator: null, denominator: null, population: null } as const;

export function recompute(facts: Facts, spans: readonly Span[]): Recomputed {
  const observations = new Map<string, Observation>();
  const parts = new Map<string, PartObservation>();
  const comparisons = new Map<string, Comparison>();
  const cells = [...facts.cells];
  for (const span of spans) {
    const at = { grain: span.grain, window: span.window, period_start: span.period_start, period_end: span.period_end };
    const readMonths = monthsIn(facts, span.read);
    for (const cell of cells) {
      if (!hasRow(facts, cell, span.months, span.read)) continue;
      const { members, parent } = cell;
      const row = { ...at, members, ...cellOver(facts, cell, span.read), marks: sortMarks([...span.marks, ...facts.marks]) };
      if (parent === null) observations.set(keyOf(row), row);
      else if (hadParent(facts, cell, readMonths)) parts.set(partKey({ ...row, parent }), { ...row, parent });
      if (span.compared === null || parent !== null) continue;
      const years = [span.compared, span.compared.map(period => period - 12)] as const;
      if (!years.every(year => hasRow(facts, cell, monthsIn(facts, year), year))) continue;
      const [own, before] = years.map(year => cellOver(facts, cell, year)) as [Cell, Cell];
      comparisons.set(keyOf(row), { ...at, members, months: span.compared.map(firstDay), own, before });
    }
  }
  return { observations, parts, comparisons };
}

const monthsIn = ({ size }: Facts, periods: readonly Month[]): Month[] =>
  periods.flatMap(period => monthsBetween(period, period + size - 1));

/** Unknown members have a row where what is read has such facts; nodes where they are there in one of the months. */
function hasRow(facts: Facts, cell: CellRows, months: readonly Month[], read: readonly Month[]): boolean {
  if (cell.members.includes('unknown')) return read.some(period => cell.rows.has(period));
  return cell.members.every((member, i) => facts.places[i]?.isThere(member, months) ?? true);
}

/** A part has a row where its node had several parents in what is read, this one among them. */
function hadParent(facts: Facts, { members, parent }: CellRows, months: readonly Month[]): boolean {
  return members.some((member, i) => {
    const parents = facts.places[i]?.parentsIn(member, months);
    return parents !== undefined && parents.size > 1 && parents.has(parent!);
  });
}

function cellOver(facts: Facts, cell: CellRows, read: readonly Month[]): Cell {
  const { declaration } = facts;
  if (read.length === 0) return { ...NOTHING, flag: 'missing' };
  const gone =
    declaration.over_time === 'last' &&
    cell.members.some((member, i) => member !== 'unknown' && facts.places[i]?.isThere(member, monthsIn(facts, read)) === false);
  const rows = read.flatMap(period => cell.rows.get(period) ?? []);
  const over = (of: Aggregate): string | null => {
    const at = facts.valueOf(of);
    return aggregate(
      of,
      rows.map(row => row.values[at]!),
    );
  };
  if (gone) return { ...NOTHING, flag: 'not-applicable' };
  const numbers = numbersOf(declaration, over, read.length);
  const population = declaration.population && Number(over(declaration.population));
  return numbers === null ? { ...NOTHING, population, flag: 'not-applicable' } : { ...numbers, population, flag: null };
}

/** Null where nothing can be said: the extreme or middle of no rows, or something over nothing. */
function numbersOf(
  { measure, over_time, per }: MetricDeclaration,
  over: (aggregate: Aggregate) => string | null,
  periods: number,
): Pick<Cell, 'value' | 'numerator' | 'denominator'> | null {
  const [above, below] = termsOf(measure);
  const numerator = over(above);
  if (numerator === null) return null;
  const denominator = over_time === 'mean' ? String(periods) : below && over(below);
  if (denominator === null) return { value: per * Number(numerator), numerator: null, denominator: null };
  if (Number(denominator) === 0) return null;
  return { value: (per * Number(numerator)) / Number(denominator), numerator, denominator };
}

/** The aggregates that a measure over facts is made of: what is above the line, and below it. */
export function termsOf(measure: MetricDeclaration['measure']): [Aggregate, Aggregate | null] {
  if (measure.type === 'ratio') return [measure.numerator, measure.denominator];
  if (measure.type !== 'aggregate') throw new Error(`a ${measure.type} measure is of no facts`);
  const { aggregate } = measure;
  return aggregate.function === 'avg'
    ? [
        { ...aggregate, function: 'sum' },
        { ...aggregate, function: 'count' },
      ]
    : [aggregate, null];
}
