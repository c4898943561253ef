import { FLAGS, keyOf, sortMarks, type Cell, type Comparison, type Observation } from '../contract/observation.ts';
import type { Derivation, MetricDeclaration } from '../words/metric.ts';
import { metricTerms, type MetricTerm } from '../words/metric-terms.ts';
import type { Recomputed } from './recompute.ts';

/** A term's metric: its dimensions, and its rows as they came out once more. */
export interface Part {
  dimensions: readonly string[];
  rows: Pick<Recomputed, 'observations' | 'comparisons'>;
}

/** A derived metric's rows, and its comparisons: one where every part has one at the same key. `partOf` gives each term's part. */
export function derivedRows(declaration: MetricDeclaration, partOf: (term: MetricTerm) => Part): Recomputed {
  if (declaration.measure.type !== 'derived') throw new Error(`${declaration.id} is not derived`);
  const { expression } = declaration.measure;
  const terms = metricTerms(expression);
  const cellOf = (cells: readonly Cell[]): Cell => {
    const worst = FLAGS.find(flag => cells.some(cell => cell.flag === flag)) ?? null;
    const result = worst === null ? compute(expression, term => cells[terms.indexOf(term)]!.value!) : NaN;
    const value = Number.isNaN(result) ? null : declaration.per * result;
    return { value, numerator: null, denominator: null, population: null, flag: worst ?? (value === null ? 'not-applicable' : null) };
  };
  const together = <T extends Key>(rowsOf: (part: Part) => Iterable<T>): [Key, T[]][] => {
    const tables = terms.map(term => tableOf(declaration, term, partOf(term).dimensions, rowsOf(partOf(term))));
    const found = everyKey(declaration, tables).map((at): [Key, T[]] => [
      at,
      tables.flatMap(({ rows, chosen }) => rows.get(keyOf(atChosen(at, chosen))) ?? []),
    ]);
    return found.filter(([, rows]) => rows.length === terms.length);
  };
  const observations = together(part => part.rows.observations.values()).map(([at, rows]): Observation => ({
    ...at,
    ...cellOf(rows),
    marks: sortMarks(rows.flatMap(row => row.marks)),
  }));
  const comparisons = together(part => part.rows.comparisons.values())
    .filter(([, pairs]) => new Set(pairs.map(({ months }) => String(months))).size === 1)
    .map(([at, pairs]): Comparison => {
      const [own, before] = [pairs.map(pair => pair.own), pairs.map(pair => pair.before)];
      return { ...at, months: pairs[0]!.months, own: cellOf(own), before: cellOf(before) };
    });
  return { observations: byKey(observations), parts: new Map(), comparisons: byKey(comparisons) };
}

const byKey = <T extends Key>(rows: readonly T[]): Map<string, T> => new Map(rows.map(row => [keyOf(row), row]));

type Key = Pick<Observation, 'grain' | 'window' | 'period_start' | 'period_end' | 'members'>;

/** A part's rows by the derived metric's keys, `*` in the dimensions that the term chooses a member of. */
interface Table<T extends Key> {
  /** By the derived metric's dimensions. */
  chosen: readonly boolean[];
  rows: ReadonlyMap<string, T>;
}

const atChosen = <T extends Key>(row: T, chosen: readonly boolean[]): T => ({
  ...row,
  members: row.members.map((member, i) => (chosen[i]! ? '*' : member)),
});

/** A dimension that is not shared is taken at its whole, or at the member that the term says. */
function tableOf<T extends Key>({ dimensions }: MetricDeclaration, term: MetricTerm, own: readonly string[], all: Iterable<T>): Table<T> {
  const chosen = dimensions.map(dimension => dimension in term.members);
  const rows = new Map<string, T>();
  for (const row of all) {
    const memberOf = (dimension: string): string => row.members[own.indexOf(dimension)] ?? '*';
    const wanted = own.every(dimension =>
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
function everyKey({ dimensions, breakdowns, grains, windows }: MetricDeclaration, tables: readonly Table<Key>[]): Key[] {
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
