import { lastDay, periodEnd, periodStart, plusDays } from '../contract/period.ts';
import type { Day } from '../contract/period.ts';
import type { SourceDeclaration } from './source.ts';
import type { Coverage } from './stages.ts';

/**
 * When a source's next delivery is due: the last day of the first period, of its cadence's grain, that holds an uncovered
 * month after the last covered one, and the days the cadence allows. Late once that day is before `asOf`. Null and never
 * late where no cadence or coverage is declared, or where nothing is covered yet.
 */
export function lateness(
  declaration: Pick<SourceDeclaration, 'cadence'>,
  coverage: Pick<Coverage, 'last'> | null,
  asOf: Day,
): { due: Day | null; late: boolean } {
  const { cadence } = declaration;
  if (cadence === null || coverage === null || coverage.last === null) return { due: null, late: false };
  const end = periodEnd(periodStart(coverage.last + 1, cadence.every), cadence.every);
  const due = plusDays(lastDay(end), cadence.due_days);
  return { due, late: due < asOf };
}
