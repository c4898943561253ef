import type { Cell, Comparison, Mark, Observation, PartObservation } from '../contract/observation.ts';
import { sortMarks } from '../contract/observation.ts';
import { firstDay, monthsBetween, type Day, type Month } from '../contract/period.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import { trimDecimal, valueOf } from '../words/value-rule.ts';
import type { CellKey } from './cells.ts';
import type { Unit } from './coverage.ts';
import type { Tree } from './tree.ts';
import type { Values } from './values.ts';
import type { WindowOf } from './windows.ts';

/** Everything computed for one metric, to be read cell by cell. */
export interface MetricValues {
  declaration: MetricDeclaration;
  dimensions: readonly Dimension[];
  trees: ReadonlyMap<string, Tree>;
  cells: readonly CellKey[];
  windows: readonly WindowOf[];
  /** Months a finest period has. */
  size: number;
  /** The number of a set of finest periods. */
  readSet(units: readonly Unit[]): number;
  numerator: Values;
  denominator: Values | null;
  population: Values | null;
  /** Of all facts, whatever the metric reads of them. */
  facts: Values;
  /** On every row: `example` where a source is invented. */
  marks: readonly Mark[];
}

const missing: Cell = { value: null, numerator: null, denominator: null, population: null, flag: 'missing' };
const notApplicable: Cell = { ...missing, flag: 'not-applicable' };

/** Every row there is, by the rules of *Which rows there are*. */
export function observe(m: MetricValues): { observations: Observation[]; parts: PartObservation[]; comparisons: Comparison[] } {
  const observations: Observation[] = [];
  const parts: PartObservation[] = [];
  const comparisons: Comparison[] = [];
  for (const window of m.windows) {
    const { grain, window: name, period_start, period_end } = window;
    const all = readingOf(m, window.units);
    const read = { ...readingOf(m, window.read), set: m.readSet(window.read) };
    const compared = window.compared && yearsOf(m, window.compared);
    const marks = sortMarks([...window.marks, ...m.marks]);
    // Written out, since this is made once for every figure there is.
    const rowOf = (key: CellKey): Observation => {
      const { value, numerator, denominator, population, flag } = cellOf(m, key, read);
      const { members } = key;
      return { grain, window: name, period_start, period_end, members, value, numerator, denominator, population, flag, marks };
    };
    for (const key of m.cells) {
      if (!exists(m, key, all.months, read.set)) continue;
      if (key.parent !== null) {
        if (parentHad(m, key, read.months)) parts.push({ ...rowOf(key), parent: key.parent });
        continue;
      }
      observations.push(rowOf(key));
      // None for a node that is not there in both years.
      if (compared && [compared.own, compared.before].every(year => exists(m, key, year.months, year.set)))
        comparisons.push({
          grain,
          window: name,
          period_start,
          period_end,
          members: key.members,
          months: compared.months,
          own: cellOf(m, key, compared.own),
          before: cellOf(m, key, compared.before),
        });
    }
  }
  return { observations, parts, comparisons };
}

/** Some finest periods, the number of their set, and the months they hold. */
interface Reading {
  units: readonly Unit[];
  set: number;
  months: readonly Month[];
}

const readingOf = (m: MetricValues, units: readonly Unit[]): Omit<Reading, 'set'> => ({
  units,
  months: units.flatMap(unit => monthsBetween(unit, unit + m.size - 1)),
});

/** The compared periods of this year, and the same a year before. */
function yearsOf(m: MetricValues, units: readonly Unit[]): { months: readonly Day[]; own: Reading; before: Reading } {
  const earlier = units.map(unit => unit - 12);
  return {
    months: units.map(firstDay),
    own: { ...readingOf(m, units), set: m.readSet(units) },
    before: { ...readingOf(m, earlier), set: m.readSet(earlier) },
  };
}

/** Unknown members have rows where what is read has such facts; nodes where their validity touches one of the months. */
function exists(m: MetricValues, key: CellKey, months: readonly Month[], set: number): boolean {
  if (key.members.includes('unknown')) return m.facts.has(set, key.cell);
  return m.dimensions.every((d, i) => m.trees.get(d.id)?.validInSome(key.members[i]!, months) ?? true);
}

/** A part is published only where the node had several parents in what the window reads, this one among them. */
function parentHad(m: MetricValues, key: CellKey, readMonths: readonly Month[]): boolean {
  return m.dimensions.some((d, i) => {
    const parents = m.trees.get(d.id)?.parentsIn(key.members[i]!, readMonths);
    return parents !== undefined && parents.size > 1 && parents.has(key.parent!);
  });
}

function cellOf(m: MetricValues, key: CellKey, read: Reading): Cell {
  if (read.units.length === 0) return missing;
  if (isGone(m, key, read)) return notApplicable;
  const numbers = numbersOf(m, read, key.cell);
  const population = m.population === null ? null : Number(m.population.at(read.set, key.cell) ?? 0);
  if (numbers === null) return { ...notApplicable, population };
  const { value, numerator, denominator } = numbers;
  return { value, numerator, denominator, population, flag: null };
}

/** A stock reads one period; a node that is not valid then has no value. */
function isGone(m: MetricValues, key: CellKey, read: Reading): boolean {
  if (m.declaration.over_time !== 'last') return false;
  return m.dimensions.some((d, i) => {
    const member = key.members[i]!;
    return member !== 'unknown' && m.trees.get(d.id)?.validInSome(member, read.months) === false;
  });
}

/** Sums and counts of no rows are 0; a median, minimum or maximum of none is not applicable. */
function numbersOf(m: MetricValues, { set, units }: Reading, cell: number): Pick<Cell, 'value' | 'numerator' | 'denominator'> | null {
  const { declaration } = m;
  const zero = startsAtZero(declaration) ? '0' : null;
  const found = m.numerator.at(set, cell) ?? zero;
  if (found === null) return null;
  const numerator = trimDecimal(found);
  const denominator =
    declaration.over_time === 'mean'
      ? String(units.length)
      : m.denominator === null
        ? null
        : trimDecimal(m.denominator.at(set, cell) ?? '0');
  const value = valueOf(declaration.per, numerator, denominator);
  if (value === null) return null;
  return denominator === null ? { value, numerator: null, denominator: null } : { value, numerator, denominator };
}

const startsAtZero = ({ measure }: MetricDeclaration): boolean =>
  measure.type !== 'aggregate' || ['sum', 'count', 'count-distinct', 'avg'].includes(measure.aggregate.function);
