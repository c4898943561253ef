import type { MetricDeclaration } from '../../words/metric.ts';
import type { Composition, MeasuredMetric } from '../../words/stages.ts';
import { hideInBlock, type BlockCell } from './block.ts';
import { sharedMeasures } from './blocks.ts';
import type { Row, Told } from './rows.ts';
import { Universe } from './universe.ts';

/** What decides of one audience's rows. */
export interface Rules {
  /** True where a metric's cell about so many people may not be seen. */
  isSmall(metric: MetricDeclaration, population: number | null): boolean;
  /** True where all of a metric is seen, whatever it is about. */
  isExempt(metric: MetricDeclaration): boolean;
}

/**
 * Hides rows so that none that is hidden follows from those that are not. A row is hidden where something that it tells is: a derived
 * one by what it is made of, a comparison by either year. Rows that are hidden already stay so.
 */
export function hideComplements(metrics: readonly MeasuredMetric[], rows: readonly Row[], rules: Rules): void {
  const declarations = new Map(metrics.map(({ declaration }) => [declaration.id, declaration]));
  const telling = new Map<string, { row: Row; told: Told }[]>();
  for (const row of rows) {
    for (const told of row.tells) {
      const known = telling.get(told.metric);
      if (known) known.push({ row, told });
      else telling.set(told.metric, [{ row, told }]);
    }
  }
  for (const { metrics: ids } of sharedMeasures(metrics)) {
    const all = ids.flatMap(id => telling.get(id) ?? []);
    const cells = all.map(({ row, told }) => cellOf(row, told, declarations.get(told.metric)!, rules));
    if (!cells.some(role => role === 'secret')) continue;
    decide(all, cells, declarations);
  }
}

type RoleOf = BlockCell['role'] | null;

/** Null: it tells the audience nothing. */
function cellOf(row: Row, told: Told, metric: MetricDeclaration, { isSmall, isExempt }: Rules): RoleOf {
  if (row.isVisible && isExempt(metric)) return 'known';
  if (isSmall(metric, told.population)) return 'secret';
  if (!row.isVisible || row.isHidden) return null;
  if (told.population === 0 || told.cell?.flag === 'not-applicable') return 'zero';
  return row.isRolling ? 'if-free' : 'candidate';
}

/** How many people a hidden cell is at least about: a reader who sees zeros knows that it is none. */
const lowest = ({ zero }: MetricDeclaration): number => (zero === 'hide' ? 0 : 1);

/** Decides of what is told of measures that are shared, and hides the rows that tell what is not to be known. */
function decide(all: readonly { row: Row; told: Told }[], roles: readonly RoleOf[], declarations: ReadonlyMap<string, MetricDeclaration>): void {
  const compositions = [...new Set<Composition>(all.map(({ told }) => told.sum.composition))];
  const universe = new Universe(compositions);
  const told = all.flatMap((one, i) => (roles[i] === null ? [] : [{ ...one, role: roles[i]! }]));
  const cells = told.map(({ row, told: { sum, population, metric }, role }): BlockCell => ({
    of: universe.variablesOf(sum),
    size: population ?? 0,
    key: row.key,
    role,
    atBound: role === 'secret' && population === lowest(declarations.get(metric)!),
  }));
  const hidden = hideInBlock({ variables: universe.variables, cells, ties: universe.ties() });
  for (const [i, { row }] of told.entries()) if (hidden[i]) row.isHidden = true;
}
