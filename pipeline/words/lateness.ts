import { lastDay, periodEnd, periodStart, plusDays } from '../contract/period.ts';
import type { Day, Grain, Month } from '../contract/period.ts';
import type { Cadence, SourceDeclaration } from './source.ts';
import type { Coverage } from './stages.ts';

/** When the figures for a month are due: the last day of the cadence's period that holds it, and the days it allows. */
export const dueDay = ({ every, due_days }: Cadence, month: Month): Day => daysAfter(every, month, due_days);

/**
 * From which day on the figures for a month are delivered as final: so many days after the last day of the cadence's period that holds
 * it, or of the month where there is no cadence. Null where they are final as they come.
 */
export const settlesOn = ({ cadence, settles_days }: Pick<SourceDeclaration, 'cadence' | 'settles_days'>, month: Month): Day | null =>
  settles_days === null ? null : daysAfter(cadence?.every ?? 'month', month, settles_days);

const daysAfter = (grain: Grain, month: Month, days: number): Day => plusDays(lastDay(periodEnd(periodStart(month, grain), grain)), days);

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
