import type { Cell, Comparison, Mark, Observation, PartObservation } from '../contract/observation.ts';
import { sortMarks } from '../contract/observation.ts';
import { firstDay, monthsBetween, type Month } from '../contract/period.ts';
import type { Aggregate, MetricDeclaration } from '../words/metric.ts';
import type { Dimension } from '../words/project.ts';
import { trimDecimal, valueOf } from '../words/value-rule.ts';
import type { CellKey } from './cells.ts';
import type { Unit } from './coverage.ts';
import type { Tree } from './tree.ts';
import { valueKey, type Values } from './values.ts';
import type { WindowOf } from './windows.ts';

/** What a metric's value is made of. A measure that is neither ratio nor average has no denominator. */
export interface Terms {
  numerator: Aggregate;
  denominator: Aggregate | null;
}

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
  rowCount: Values;
  /** On every row: `example` where a source is invented. */
  marks: readonly Mark[];
}

const NOTHING: Cell = { value: null, numerator: null, denominator: null, population: null, flag: null };

/** Every row there is, by the rules of *Which rows there are*. */
export function observe(m: MetricValues): { observations: Observation[]; parts: PartObservation[]; comparisons: Comparison[] } {
  const observations: Observation[] = [];
  const parts: PartObservation[] = [];
  const comparisons: Comparison[] = [];
  for (const window of m.windows) {
    const months = window.units.flatMap(unit => monthsOf(unit, m.size));
    const readMonths = window.read.flatMap(unit => monthsOf(unit, m.size));
    const marks = sortMarks([...window.marks, ...m.marks]);
    for (const key of m.cells) {
      const { grain, window: name, period_start, period_end } = window;
      const row = { grain, window: name, period_start, period_end, members: key.members };
      if (key.parent !== null) {
        if (parentHad(m, key, readMonths)) parts.push({ ...row, ...cellOf(m, key, window.read), marks, parent: key.parent });
        continue;
      }
      if (!exists(m, key, months, window.read)) continue;
      observations.push({ ...row, ...cellOf(m, key, window.read), marks });
      const compared = comparisonOf(m, key, window);
      if (compared) comparisons.push({ ...row, ...compared });
    }
  }
  return { observations, parts, comparisons };
}

const monthsOf = (unit: Unit, size: number): Month[] => monthsBetween(unit, unit + size - 1);

/** Unknown members have rows where what is read has such facts; nodes where their validity touches the window. */
function exists(m: MetricValues, key: CellKey, months: readonly Month[], read: readonly Unit[]): boolean {
  if (key.members.includes('unknown')) return m.rowCount.has(valueKey(m.readSet(read), key.cell));
  return m.dimensions.every((d, i) => {
    const tree = m.trees.get(d.id);
    return !tree || months.some(month => tree.validIn(key.members[i]!, month));
  });
}

/** A part is published only where the node had several parents in what the window reads, this one among them. */
function parentHad(m: MetricValues, key: CellKey, readMonths: readonly Month[]): boolean {
  return m.dimensions.some((d, i) => {
    const parents = m.trees.get(d.id)?.parentsIn(key.members[i]!, readMonths);
    return parents !== undefined && parents.size > 1 && parents.has(key.parent!);
  });
}

function cellOf(m: MetricValues, key: CellKey, read: readonly Unit[]): Cell {
  if (read.length === 0) return { ...NOTHING, flag: 'missing' };
  const at = valueKey(m.readSet(read), key.cell);
  const numbers = isGone(m, key, read) ? null : numbersOf(m, at, read);
  if (numbers === null) return { ...NOTHING, flag: 'not-applicable' };
  return { ...NOTHING, ...numbers, population: m.population === null ? null : Number(m.population.get(at) ?? 0) };
}

/** A stock reads one period; a node that is not valid then has no value. */
function isGone(m: MetricValues, key: CellKey, read: readonly Unit[]): boolean {
  if (m.declaration.over_time !== 'last') return false;
  return m.dimensions.some((d, i) => {
    const member = key.members[i]!;
    const tree = m.trees.get(d.id);
    return tree !== undefined && member !== 'unknown' && !monthsOf(read[0]!, m.size).some(month => tree.validIn(member, month));
  });
}

/** Sums and counts of no rows are 0; a median, minimum or maximum of none is not applicable. */
function numbersOf(m: MetricValues, at: string, read: readonly Unit[]): Pick<Cell, 'value' | 'numerator' | 'denominator'> | null {
  const { declaration } = m;
  const zero = startsAtZero(declaration) ? '0' : null;
  const found = m.numerator.get(at) ?? zero;
  if (found === null) return null;
  const numerator = trimDecimal(found);
  const denominator =
    declaration.over_time === 'mean' ? String(read.length) : m.denominator === null ? null : trimDecimal(m.denominator.get(at) ?? '0');
  const value = valueOf(declaration.per, numerator, denominator);
  if (value === null) return null;
  return denominator === null ? { value, numerator: null, denominator: null } : { value, numerator, denominator };
}

const startsAtZero = ({ measure }: MetricDeclaration): boolean =>
  measure.type !== 'aggregate' || ['sum', 'count', 'count-distinct', 'avg'].includes(measure.aggregate.function);

/** Both years over the periods that both cover; none for a node that is not there in both. */
function comparisonOf(m: MetricValues, key: CellKey, window: WindowOf): Pick<Comparison, 'months' | 'own' | 'before'> | null {
  if (window.compared === null) return null;
  const before = window.compared.map(unit => unit - 12);
  const inBoth = [window.compared, before].every(units =>
    exists(
      m,
      key,
      units.flatMap(unit => monthsOf(unit, m.size)),
      units,
    ),
  );
  if (!inBoth) return null;
  return { months: window.compared.map(firstDay), own: cellOf(m, key, window.compared), before: cellOf(m, key, before) };
}
