import { FLAGS, keyOf, sortMarks, type Cell, type Comparison, type Observation } from '../contract/observation.ts';
import type { Derivation, MetricDeclaration } from '../words/metric.ts';
import { metricTerms, type MetricTerm } from '../words/metric-terms.ts';
import { comparedBy, readBy } from '../words/row-keys.ts';
import type { MeasuredMetric, Origin, Summed } from '../words/stages.ts';
import { derivedKeys } from './derived-keys.ts';
import { keyIn, partAt, type Keyed, type Part } from './derived-parts.ts';

/**
 * A metric computed from others' rows: a row where every part has one at the same key. A part's dimensions that are not
 * shared are taken at `*`; where a term chooses a member, that row is set against every row of the others. `partOf` gives each
 * term's measured metric.
 */
export function measureDerived(declaration: MetricDeclaration, partOf: (term: MetricTerm) => MeasuredMetric): MeasuredMetric {
  if (declaration.measure.type !== 'derived') throw new Error('not a derived metric');
  const { expression } = declaration.measure;
  const parts = metricTerms(expression).map(term => partAt(term, partOf(term), declaration));
  const observations: Observation[] = [];
  const origins = new Map<string, readonly Origin[]>();
  for (const at of derivedKeys(declaration, parts)) {
    const rows = parts.map(part => part.rows.get(keyIn(part, at)));
    if (!rows.every(row => row !== undefined)) continue;
    const observation = derive(declaration, expression, parts, rows, at);
    observations.push(observation);
    origins.set(
      keyOf(observation),
      parts.flatMap((part, i) => originsOf(part.metric, rows[i]!)),
    );
  }
  const sources = [...new Set(parts.flatMap(part => part.metric.sources))].sort();
  const comparisons: Comparison[] = [];
  const compared_origins = new Map<string, readonly Origin[]>();
  for (const row of observations) {
    const made = parts.map(part => part.comparisons.get(keyIn(part, row)));
    if (!made.every(pair => pair !== undefined) || made.some(pair => String(pair.months) !== String(made[0]!.months))) continue;
    comparisons.push(compareDerived(declaration, expression, parts, made, row));
    compared_origins.set(
      keyOf(row),
      parts.flatMap((part, i) => comparedOriginsOf(part.metric, made[i]!)),
    );
  }
  return { declaration, sources, observations, parts: [], comparisons, origins, compared_origins, composition: null, rows: null };
}

function derive(
  declaration: MetricDeclaration,
  expression: Derivation,
  parts: readonly Part[],
  rows: readonly Observation[],
  { grain, window, period_start, period_end, members }: Keyed,
): Observation {
  const marks = sortMarks(rows.flatMap(row => row.marks));
  return { grain, window, period_start, period_end, members, ...cellOf(declaration, expression, parts, rows), marks };
}

/** The first flag in the order of `FLAGS` that a part has, else not-applicable where something is divided by zero. */
function cellOf(declaration: MetricDeclaration, expression: Derivation, parts: readonly Part[], rows: readonly Cell[]): Cell {
  const valueOfTerm = new Map(parts.map((part, i) => [part.term, rows[i]!.value]));
  const flag = FLAGS.find(flag => rows.some(row => row.flag === flag)) ?? null;
  const computed = flag === null ? evaluate(expression, valueOfTerm) : null;
  const value = computed === null ? null : declaration.per * computed;
  return { value, numerator: null, denominator: null, population: null, flag: flag ?? (value === null ? 'not-applicable' : null) };
}

/** A derived row against the same a year before, made of the parts' comparisons (`pairs`), which are over the same finest periods. */
function compareDerived(
  declaration: MetricDeclaration,
  expression: Derivation,
  parts: readonly Part[],
  pairs: readonly Comparison[],
  { grain, window, period_start, period_end, members }: Keyed,
): Comparison {
  const [own, before] = [pairs.map(pair => pair.own), pairs.map(pair => pair.before)].map(cells =>
    cellOf(declaration, expression, parts, cells),
  ) as [Cell, Cell];
  return { grain, window, period_start, period_end, members, months: pairs[0]!.months, own, before };
}

/** Null where something is divided by zero. */
function evaluate(expression: Derivation, values: ReadonlyMap<MetricTerm, number | null>): number | null {
  if (expression.type === 'number') return expression.value;
  if (expression.type === 'metric') return values.get(expression) ?? null;
  const left = evaluate(expression.left, values);
  const right = evaluate(expression.right, values);
  if (left === null || right === null) return null;
  switch (expression.operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? null : left / right;
  }
}

const originsOf = (metric: MeasuredMetric, row: Observation): readonly Origin[] =>
  metric.origins.get(keyOf(row)) ?? [originOf(metric, row.population, metric.composition && readBy(metric.composition, row, null))];

function comparedOriginsOf(metric: MeasuredMetric, pair: Comparison): readonly Origin[] {
  const known = metric.compared_origins.get(keyOf(pair));
  if (known !== undefined) return known;
  const of = metric.composition && comparedBy(metric.composition, pair);
  return [originOf(metric, pair.own.population, of && of.own), originOf(metric, pair.before.population, of && of.before)];
}

const originOf = ({ declaration }: MeasuredMetric, population: number | null, of: Summed | null): Origin => ({
  metric: declaration.id,
  population,
  of,
});
