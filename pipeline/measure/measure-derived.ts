import { FLAGS, keyOf, sortMarks, type Cell, type Comparison, type Observation } from '../contract/observation.ts';
import type { Derivation, MetricDeclaration } from '../words/metric.ts';
import { metricTerms, type MetricTerm } from '../words/metric-terms.ts';
import type { MeasuredMetric, Origin } from '../words/stages.ts';
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
  const comparisons = observations.flatMap(row => compareDerived(declaration, expression, parts, row) ?? []);
  return { declaration, sources, observations, parts: [], comparisons, origins, rows: null };
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

/**
 * A derived row against the same a year before, where every part is compared over the same finest periods. None where a
 * part is about people: of a comparison nothing says which rows it is made of, so it could not be hidden with them.
 */
function compareDerived(
  declaration: MetricDeclaration,
  expression: Derivation,
  parts: readonly Part[],
  row: Observation,
): Comparison | null {
  const made = parts.map(part => part.comparisons.get(keyIn(part, row)));
  if (made.length === 0 || !made.every(pair => pair !== undefined)) return null;
  const [first] = made;
  const isProtected = made.some(({ own, before }) => own.population !== null || before.population !== null);
  if (isProtected || made.some(pair => String(pair.months) !== String(first!.months))) return null;
  const year = (which: 'own' | 'before'): Cell =>
    cellOf(
      declaration,
      expression,
      parts,
      made.map(pair => pair[which]),
    );
  const { grain, window, period_start, period_end, members } = row;
  return { grain, window, period_start, period_end, members, months: first!.months, own: year('own'), before: year('before') };
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
  metric.origins.get(keyOf(row)) ?? [{ metric: metric.declaration.id, population: row.population }];
