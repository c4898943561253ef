import { keyOf, sortMarks, type Cell, type Comparison, type Observation } from '../contract/observation.ts';
import type { Derivation, MetricDeclaration } from '../words/metric.ts';
import { metricTerms, type MetricTerm } from '../words/metric-terms.ts';
import type { MeasuredMetric, Origin } from '../words/stages.ts';

type Keyed = Pick<Observation, 'grain' | 'window' | 'period_start' | 'members'>;

/** One metric of the expression, with its rows by the derived metric's keys. */
interface Part {
  term: MetricTerm;
  metric: MeasuredMetric;
  rows: ReadonlyMap<string, Observation>;
  comparisons: ReadonlyMap<string, Comparison>;
}

/**
 * A metric computed from others' rows: a row where every part has one at the same key. A part's dimensions that are not
 * shared are taken at `*`, or at the member the term chooses. `partOf` gives each term's measured metric.
 */
export function measureDerived(declaration: MetricDeclaration, partOf: (term: MetricTerm) => MeasuredMetric): MeasuredMetric {
  if (declaration.measure.type !== 'derived') throw new Error('not a derived metric');
  const { expression } = declaration.measure;
  const parts = metricTerms(expression).map((term): Part => {
    const metric = partOf(term);
    return {
      term,
      metric,
      rows: rowsAt(term, metric, metric.observations, declaration.dimensions),
      comparisons: rowsAt(term, metric, metric.comparisons, declaration.dimensions),
    };
  });
  const observations: Observation[] = [];
  const origins = new Map<string, readonly Origin[]>();
  for (const [key, first] of parts[0]!.rows) {
    const rows = parts.map(part => part.rows.get(key));
    if (!rows.every(row => row !== undefined) || !declaration.windows.includes(first.window) || !declaration.grains.includes(first.grain))
      continue;
    const members = membersAt(first, parts[0]!.metric, declaration.dimensions);
    const observation = derive(declaration, expression, parts, rows, { ...first, members });
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
  at: Observation,
): Observation {
  return { ...at, ...cellOf(declaration, expression, parts, rows), marks: sortMarks(rows.flatMap(row => row.marks)) };
}

/** Missing if any part is, else not-applicable if any is or something is divided by zero. */
function cellOf(declaration: MetricDeclaration, expression: Derivation, parts: readonly Part[], rows: readonly Cell[]): Cell {
  const valueOfTerm = new Map(parts.map((part, i) => [part.term, rows[i]!.value]));
  const flags = rows.map(row => row.flag);
  const flag = (['suppressed', 'missing', 'not-applicable'] as const).find(f => flags.includes(f)) ?? null;
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
  const made = parts.map(part => part.comparisons.get(keyOf(row)));
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

function rowsAt<T extends Keyed>(term: MetricTerm, metric: MeasuredMetric, all: readonly T[], shared: readonly string[]): Map<string, T> {
  const own = metric.declaration.dimensions;
  const rows = all.filter(row =>
    own.every((d, i) => (d in term.members ? row.members[i] === term.members[d] : shared.includes(d) || row.members[i] === '*')),
  );
  return new Map(rows.map(row => [keyOf({ ...row, members: membersAt(row, metric, shared) }), row]));
}

const membersAt = (row: Keyed, metric: MeasuredMetric, shared: readonly string[]): string[] =>
  shared.map(d => row.members[metric.declaration.dimensions.indexOf(d)] ?? '*');

const originsOf = (metric: MeasuredMetric, row: Observation): readonly Origin[] =>
  metric.origins.get(keyOf(row)) ?? [{ metric: metric.declaration.id, population: row.population }];
