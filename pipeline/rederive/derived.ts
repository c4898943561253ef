import { FLAGS, keyOf, sortMarks, type Observation } from '../contract/observation.ts';
import type { Derivation, MetricDeclaration } from '../words/metric.ts';
import { metricTerms, type MetricTerm } from '../words/metric-terms.ts';

/** A term's metric: its dimensions, and its rows as they came out once more. */
export interface Part {
  dimensions: readonly string[];
  observations: Iterable<Observation>;
}

/** A derived metric's rows: one where every part has one at the same key. `partOf` gives each term's part. */
export function derivedRows(declaration: MetricDeclaration, partOf: (term: MetricTerm) => Part): Map<string, Observation> {
  if (declaration.measure.type !== 'derived') throw new Error(`${declaration.id} is not derived`);
  const { expression } = declaration.measure;
  const terms = metricTerms(expression);
  const tables = terms.map(term => rowsAt(declaration, term, partOf(term)));
  const found = new Map<string, Observation>();
  for (const [key, { grain, window, period_start, period_end, members }] of tables[0]!) {
    const rows = tables.flatMap(table => table.get(key) ?? []);
    if (rows.length < terms.length || !declaration.grains.includes(grain) || !declaration.windows.includes(window)) continue;
    const worst = FLAGS.find(flag => rows.some(row => row.flag === flag)) ?? null;
    const result = worst === null ? compute(expression, term => rows[terms.indexOf(term)]!.value!) : NaN;
    const value = Number.isNaN(result) ? null : declaration.per * result;
    const marks = sortMarks(rows.flatMap(row => row.marks));
    const numbers = { value, numerator: null, denominator: null, population: null };
    const flag = worst ?? (value === null ? 'not-applicable' : null);
    found.set(key, { grain, window, period_start, period_end, members, ...numbers, flag, marks });
  }
  return found;
}

/** A part's rows by the derived metric's keys. A dimension that is not shared is taken at its whole, or at the member that the term says. */
function rowsAt({ dimensions }: MetricDeclaration, term: MetricTerm, part: Part): Map<string, Observation> {
  const found = new Map<string, Observation>();
  for (const row of part.observations) {
    const memberOf = (dimension: string): string => row.members[part.dimensions.indexOf(dimension)] ?? '*';
    const wanted = part.dimensions.every(dimension =>
      dimension in term.members
        ? memberOf(dimension) === term.members[dimension]
        : dimensions.includes(dimension) || memberOf(dimension) === '*',
    );
    const at = { ...row, members: dimensions.map(memberOf) };
    if (wanted) found.set(keyOf(at), at);
  }
  return found;
}

/** NaN where something is divided by zero. */
function compute(expression: Derivation, valueOf: (term: MetricTerm) => number): number {
  if (expression.type === 'number') return expression.value;
  if (expression.type === 'metric') return valueOf(expression);
  const [left, right] = [compute(expression.left, valueOf), compute(expression.right, valueOf)];
  if (expression.operator === '/') return right === 0 ? NaN : left / right;
  return expression.operator === '*' ? left * right : expression.operator === '+' ? left + right : left - right;
}
