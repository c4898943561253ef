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
  for (const at of everyKey(declaration, tables)) {
    const rows = tables.flatMap(({ rows, chosen }) => rows.get(keyOf(atChosen(at, chosen))) ?? []);
    if (rows.length < terms.length) continue;
    const worst = FLAGS.find(flag => rows.some(row => row.flag === flag)) ?? null;
    const result = worst === null ? compute(expression, term => rows[terms.indexOf(term)]!.value!) : NaN;
    const value = Number.isNaN(result) ? null : declaration.per * result;
    const marks = sortMarks(rows.flatMap(row => row.marks));
    const numbers = { value, numerator: null, denominator: null, population: null };
    const flag = worst ?? (value === null ? 'not-applicable' : null);
    found.set(keyOf(at), { ...at, ...numbers, flag, marks });
  }
  return found;
}

type Key = Pick<Observation, 'grain' | 'window' | 'period_start' | 'period_end' | 'members'>;

/** A part's rows by the derived metric's keys, `*` in the dimensions that the term chooses a member of. */
interface Table {
  /** By the derived metric's dimensions. */
  chosen: readonly boolean[];
  rows: ReadonlyMap<string, Observation>;
}

const atChosen = <T extends Key>(row: T, chosen: readonly boolean[]): T => ({
  ...row,
  members: row.members.map((member, i) => (chosen[i]! ? '*' : member)),
});

/** A dimension that is not shared is taken at its whole, or at the member that the term says. */
function rowsAt({ dimensions }: MetricDeclaration, term: MetricTerm, part: Part): Table {
  const chosen = dimensions.map(dimension => dimension in term.members);
  const rows = new Map<string, Observation>();
  for (const row of part.observations) {
    const memberOf = (dimension: string): string => row.members[part.dimensions.indexOf(dimension)] ?? '*';
    const wanted = part.dimensions.every(dimension =>
      dimension in term.members
        ? memberOf(dimension) === term.members[dimension]
        : dimensions.includes(dimension) || memberOf(dimension) === '*',
    );
    const at = atChosen({ ...row, members: dimensions.map(memberOf) }, chosen);
    if (wanted) rows.set(keyOf(at), at);
  }
  return { chosen, rows };
}

/** Every member that is seen in a dimension together with every one in the others, in each period and window, where they are in one declared breakdown. */
function everyKey({ dimensions, breakdowns, grains, windows }: MetricDeclaration, tables: readonly Table[]): Key[] {
  const all = tables.flatMap(({ rows }) => [...rows.values()]);
  const periods = new Map(
    all.map(({ grain, window, period_start, period_end }) => [
      `${grain}|${window}|${period_start}`,
      { grain, window, period_start, period_end },
    ]),
  );
  const members = new Map<string, readonly string[]>();
  for (const breakdown of breakdowns) {
    const seen = dimensions.map((dimension, i) => (breakdown.includes(dimension) ? new Set(all.map(row => row.members[i]!)) : ['*']));
    const together = seen.reduce<string[][]>((found, each) => found.flatMap(some => [...each].map(one => [...some, one])), [[]]);
    for (const each of together) members.set(JSON.stringify(each), each);
  }
  const asked = [...periods.values()].filter(({ grain, window }) => grains.includes(grain) && windows.includes(window));
  return asked.flatMap(period => [...members.values()].map(each => ({ ...period, members: each })));
}

/** NaN where something is divided by zero. */
function compute(expression: Derivation, valueOf: (term: MetricTerm) => number): number {
  if (expression.type === 'number') return expression.value;
  if (expression.type === 'metric') return valueOf(expression);
  const [left, right] = [compute(expression.left, valueOf), compute(expression.right, valueOf)];
  if (expression.operator === '/') return right === 0 ? NaN : left / right;
  return expression.operator === '*' ? left * right : expression.operator === '+' ? left + right : left - right;
}
