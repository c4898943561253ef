import { groupBy } from '../../words/group-by.ts';
import type { Row } from './rows.ts';

/** How many of each metric's hidden rows are so for their own sake, and how many beside them, for whoever follows a run. */
export function countHidden(hidden: readonly Row[], isSmall: (row: Row) => boolean): string {
  return [...groupBy(hidden, ({ metric }) => metric.id)]
    .map(([id, own]) => {
      const small = own.filter(isSmall).length;
      return `${id} ${small} small and ${own.length - small} beside`;
    })
    .join(', ');
}
