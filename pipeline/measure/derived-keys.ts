import type { MetricDeclaration } from '../words/metric.ts';
import { groupBy } from '../words/group-by.ts';
import { keyIn, type Keyed, type Part } from './derived-parts.ts';

/**
 * Every key that a derived metric may have a row at, in its declared breakdowns: the members of each dimension come from the parts
 * that have it as their own. Most often one part has them all; where none has, the rows of several are set against each other.
 */
export function derivedKeys({ dimensions, breakdowns, grains, windows }: MetricDeclaration, parts: readonly Part[]): Keyed[] {
  const known = new Set<number>();
  let keys: Keyed[] | null = null;
  for (const part of parts.toSorted((a, b) => b.own.length - a.own.length)) {
    if (keys !== null && part.own.every(i => known.has(i))) continue;
    const rows = [...part.rows.values()].filter(row => grains.includes(row.grain) && windows.includes(row.window));
    const columns = dimensions.map((d, i) => (part.own.includes(i) ? part.metric.declaration.dimensions.indexOf(d) : -1));
    const own = rows.map((row): Keyed => ({ ...row, members: columns.map(column => (column === -1 ? '*' : row.members[column]!)) }));
    keys = keys === null ? own : joined(keys, own, part, known);
    for (const i of part.own) known.add(i);
  }
  const isDeclared = ({ members }: Keyed): boolean =>
    breakdowns.some(breakdown => members.every((member, i) => member === '*' || breakdown.includes(dimensions[i]!)));
  return (keys ?? []).filter(isDeclared);
}

/** The keys with the members of a part's dimensions, where they agree in those that were known. */
function joined(keys: readonly Keyed[], rows: readonly Keyed[], { own }: Part, known: ReadonlySet<number>): Keyed[] {
  const common = { own: own.filter(i => known.has(i)) };
  const byCommon = groupBy(rows, row => keyIn(common, row));
  return keys.flatMap(key =>
    (byCommon.get(keyIn(common, key)) ?? []).map(row => ({
      ...key,
      members: key.members.map((member, i) => (own.includes(i) ? row.members[i]! : member)),
    })),
  );
}
