import { lastDay, periodEnd, periodStart, plusDays } from '../contract/period.ts';
import type { Day, Month } from '../contract/period.ts';
import type { Cadence, SourceDeclaration } from './source.ts';
import type { Coverage } from './stages.ts';

/** When the figures for a month are due: the last day of the cadence's period that holds it, and the days it allows. */
export const dueDay = ({ every, due_days }: Cadence, month: Month): Day =>
  plusDays(lastDay(periodEnd(periodStart(month, every), every)), due_days);

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
  const due = dueDay(cadence, coverage.last + 1);
  return { due, late: due < asOf };
}
