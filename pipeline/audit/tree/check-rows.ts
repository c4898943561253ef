import type { AuditFinding } from '../audit-report.ts';
import type { PublishedMetric, PublishedRow, PublishedTree } from './published-tree.ts';

const NUMBERS = ['value', 'numerator', 'denominator', 'population'] as const;

/** What single rows give away: a number in a hidden row, a small population that is shown, a derived figure of something hidden. */
export function checkRows(tree: PublishedTree): AuditFinding[] {
  const hidden = new Set(tree.metrics.flatMap(metric => metric.rows.filter(isHidden).map(row => keyIn(metric, row))));
  return tree.metrics.flatMap(metric => {
    const own = metric.measures;
    return [...metric.rows, ...metric.parts].flatMap((row): AuditFinding[] => {
      if (isHidden(row)) {
        const columns = NUMBERS.filter(column => row[column] !== '');
        return columns.length > 0 ? [finding('hidden-with-number', row, columns, [])] : [];
      }
      const people = Number(row.population);
      if (own.threshold !== null && row.population !== '' && people > 0 && people < own.threshold)
        return [finding('small-shown', row, ['population'], [])];
      const parts = row.flag === '' ? own.derivedFrom.filter(id => hidden.has(partKey(tree, id, metric, row))) : [];
      return parts.length > 0 ? [finding('made-of-hidden', row, ['value'], parts.map(of => ({ of, at: row.at })))] : []; // prettier-ignore
    });
  });
}

const isHidden = (row: PublishedRow): boolean => row.flag === 'suppressed';

const finding = (
  kind: AuditFinding['kind'],
  { of, at }: PublishedRow,
  columns: readonly string[],
  by: AuditFinding['by'],
): AuditFinding => ({
  kind,
  of,
  at,
  columns,
  by,
  file: null,
  earlier: false,
});

/** A row's key, its members by dimension and without wholes: as a metric with other dimensions has it. */
function keyIn({ id, dimensions }: PublishedMetric, row: PublishedRow): string {
  const members = dimensions.flatMap((dimension, i) => (row.members[i] === '*' ? [] : [`${dimension}=${row.members[i]}`])).sort();
  return JSON.stringify([id, row.grain, row.window, row.period_start, members]);
}

/** The row of another metric at the same key; dimensions that it lacks are left out. */
function partKey(tree: PublishedTree, id: string, metric: PublishedMetric, row: PublishedRow): string {
  const shared = new Set(tree.metrics.find(other => other.id === id)?.dimensions);
  const kept = metric.dimensions.flatMap((dimension, i) => (shared.has(dimension) ? [{ dimension, member: row.members[i]! }] : []));
  return keyIn({ ...metric, id, dimensions: kept.map(k => k.dimension) }, { ...row, members: kept.map(k => k.member) });
}
