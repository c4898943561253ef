import { GRAIN_MONTHS, type Grain, type Month } from '../../contract/period.ts';
import { tupleOf, WHOLE, type Span, type State, type Tree, type Tuple } from '../system/figure.ts';
import { gatherFigure, type FigureGathering } from '../system/gather-figure.ts';
import { datedTree } from './dated-tree.ts';
import type { Measured, MetricMeasures } from './measured-by.ts';
import type { PublishedMetric, PublishedRow, PublishedTree } from './published-tree.ts';
import { coveredMonths, spanOf } from './span-of.ts';

/** Those of a tree's numbers that any row hides, each figure once, whichever metrics and columns publish it. */
export interface GatheredFigures {
  figures: readonly FigureGathering[];
  /** The columns that a metric publishes a figure in. */
  columnsOf(figure: string, metric: string): readonly Measured['column'][];
  /** True where a metric says that the audience sees all of it. */
  isOpen(metric: string): boolean;
}

export function gatherFigures(tree: PublishedTree): GatheredFigures {
  const trees = new Map(Object.entries(tree.hierarchies).map(([dimension, nodes]) => [dimension, datedTree(nodes)]));
  const figures = new Map<string, FigureGathering>();
  const columns = new Map<string, Measured['column'][]>();
  const hiding = tree.metrics.filter(({ rows, parts }) => [...rows, ...parts].some(({ flag }) => flag === 'suppressed'));
  const wanted = new Set(hiding.flatMap(({ measures }) => measures.columns.map(({ figure }) => figure)));
  for (const metric of tree.metrics) {
    const columnsOf = metric.measures.columns.filter(({ figure }) => wanted.has(figure));
    const own = { ...metric.measures, columns: columnsOf };
    if (own.columns.length === 0) continue;
    for (const measured of own.columns) {
      const figure =
        figures.get(measured.figure) ?? gatherFigure({ id: measured.figure, additive: measured.additive, counts: measured.counts });
      figures.set(measured.figure, figure);
      const key = JSON.stringify([measured.figure, metric.id]);
      columns.set(key, [...(columns.get(key) ?? []), measured.column]);
    }
    gatherMetric(metric, own, trees, figures);
  }
  const open = new Set(tree.metrics.flatMap(({ id, measures }) => (measures.isOpen ? [id] : [])));
  return {
    figures: [...figures.values()],
    columnsOf: (figure, metric) => columns.get(JSON.stringify([figure, metric])) ?? [],
    isOpen: metric => open.has(metric),
  };
}

function gatherMetric(
  metric: PublishedMetric,
  measures: MetricMeasures,
  trees: ReadonlyMap<string, Tree>,
  figures: ReadonlyMap<string, FigureGathering>,
): void {
  const covered = coveredMonths(metric, measures);
  const summed = metric.dimensions.filter(dimension => !metric.apart.has(dimension));
  const own = measures.columns.map(measured => ({ measured, figure: figures.get(measured.figure)! }));
  for (const { figure } of own) {
    figure.sayDimensions(
      summed.filter(dimension => !trees.has(dimension)),
      summed.flatMap(dimension => (trees.has(dimension) ? [[dimension, trees.get(dimension)!] as const] : [])),
    );
    if (covered !== null) figure.sayCovered(covered);
  }
  const there = new Map<Tuple, Set<string>>();
  const all: Span[] = [];
  const tuples = recall(
    (row: PublishedRow) => tupleAt(row, metric.dimensions),
    ({ members, parent }) => JSON.stringify([members, parent]),
  );
  for (const row of [...metric.rows, ...metric.parts]) {
    if (row.flag === 'missing' && !row.held) continue;
    const tuple = tuples(row);
    const span = spanOf(row, measures, covered);
    all.push(span);
    if (row.parent === null) (there.get(tuple) ?? there.set(tuple, new Set()).get(tuple)!).add(`${span.first} ${span.last}`);
    for (const { measured, figure } of own) {
      const said = saidBy(row, measured, measures);
      if (said) figure.say({ tuple, span, row, ...said, lower: measured.lower });
    }
  }
  for (const unit of unitsOf(metric, all))
    for (const [tuple, spans] of there)
      if (!spans.has(`${unit.first} ${unit.last}`)) for (const { figure } of own) figure.sayEmpty(tuple, unit);
}

/** What was made once for a key is not made again. */
function recall<T, R>(make: (of: T) => R, keyOf: (of: T) => string): (of: T) => R {
  const made = new Map<string, R>();
  return of => {
    const key = keyOf(of);
    const known = made.get(key);
    if (known !== undefined) return known;
    const own = make(of);
    made.set(key, own);
    return own;
  };
}

const tupleAt = ({ members, parent }: PublishedRow, dimensions: readonly string[]): Tuple =>
  tupleOf(new Map(dimensions.flatMap((dimension, i) => (members[i] === WHOLE ? [] : [[dimension, members[i]!] as const]))), parent);

/** What a row tells of one of its numbers; null for nothing at all. */
function saidBy(
  row: PublishedRow,
  { column, additive }: Measured,
  { overTime }: MetricMeasures,
): { state: State; text: string | null } | null {
  if (row.flag === 'suppressed') return { state: 'hidden', text: null };
  if (row.flag === 'missing') return { state: 'open', text: null };
  // Nothing to divide by; a sum or a stock of a node that was gone is nothing.
  const isNothing = column === 'denominator' || (column === 'value' && overTime === 'last');
  if (row.flag === 'not-applicable') return additive && isNothing ? { state: 'shown', text: '0' } : { state: 'open', text: null };
  return row[column] === '' ? { state: 'open', text: null } : { state: 'shown', text: row[column] };
}

/** Every period of the finest grain that the metric is published in, over all that its rows are over. */
function unitsOf({ rows }: PublishedMetric, spans: readonly Span[]): Span[] {
  const grains = [...new Set(rows.flatMap(row => (row.window === 'period' ? [row.grain] : [])))];
  const finest = grains.reduce<Grain | null>(
    (least, grain) => (least === null || GRAIN_MONTHS[grain] < GRAIN_MONTHS[least] ? grain : least),
    null,
  );
  const own = spans.filter(({ first, last }) => finest !== null && last - first + 1 === GRAIN_MONTHS[finest]);
  if (finest === null || own.length === 0) return [];
  const size = GRAIN_MONTHS[finest];
  const [first, last]: [Month, Month] = [least(spans.map(span => span.first)), -least(spans.map(span => -span.last))];
  const start = own[0]!.first - size * Math.ceil((own[0]!.first - first) / size);
  return Array.from({ length: Math.floor((last + 1 - start) / size) }, (_, i) => ({
    first: start + i * size,
    last: start + (i + 1) * size - 1,
  }));
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
