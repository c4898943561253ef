import { keyOf } from '../../contract/observation.ts';
import { groupBy } from '../../words/group-by.ts';
import type { Row } from './rows.ts';

/**
 * Marks secret what stands beside something hidden in a dimension whose members are hidden together, such as both sexes, but what is about
 * nobody. True where any was not hidden before.
 */
export function markTogether(rows: readonly Row[], isHidden: (row: Row) => boolean): boolean {
  const asked = rows.filter(({ metric, tells }) => metric.together.length > 0 && tells.every(({ population }) => population !== 0));
  let any = false;
  for (const [beside, same] of groupBy(asked, withoutMembers)) {
    if (beside === '' || !same.some(isHidden)) continue;
    for (const row of same) {
      any ||= !isHidden(row);
      row.isSecret = true;
    }
  }
  return any;
}

/** The row's key but for its members of those dimensions; empty for their whole. */
function withoutMembers({ metric, key, source }: Row): string {
  const isTogether = (i: number): boolean => metric.together.includes(metric.dimensions[i]!);
  if (source.members.every((member, i) => !isTogether(i) || member === '*')) return '';
  const members = source.members.map((member, i) => (isTogether(i) && member !== '*' ? '?' : member));
  return JSON.stringify([metric.id, key.slice(0, key.indexOf('|')), keyOf({ ...source, members })]);
}
