import { GRAIN_MONTHS, monthOf, monthsBetween, periodStart, type Day, type Month } from '../contract/period.ts';
import { dueDay, settlesOn } from '../words/lateness.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { LoadedSource } from '../words/stages.ts';

/** Which finest periods (each by its first month) a metric has figures for. */
export interface Covered {
  /** Months a finest period has. */
  size: number;
  has(period: Month): boolean;
  /** When the last of the deliveries in force for the period's last month came; null where that is not known. */
  received(period: Month): Day | null;
  /** True where some delivery in force for the period came before its figures were final. */
  isPreliminary(period: Month): boolean;
  isLate(period: Month): boolean;
  /** The first and last finest period that has rows; null where none has. */
  span: { first: Month; last: Month } | null;
}

/** By the rows themselves (`covers: rows`), else by what all dated sources cover. `withRows`: finest periods that have a row. */
export function coveredBy(
  declaration: MetricDeclaration,
  sources: readonly LoadedSource[],
  withRows: ReadonlySet<Month>,
  asOf: Day,
): Covered {
  const size = GRAIN_MONTHS[declaration.finest];
  if (declaration.covers_rows) {
    const span = withRows.size === 0 ? null : { first: Math.min(...withRows), last: Math.max(...withRows) };
    return { size, has: period => withRows.has(period), received: () => null, isPreliminary: () => false, isLate: () => false, span };
  }
  const dated = sources.filter(({ coverage }) => coverage !== null);
  const monthsOf = (period: Month): Month[] => monthsBetween(period, period + size - 1);
  const has = (period: Month): boolean =>
    dated.length > 0 && monthsOf(period).every(month => dated.every(source => cameFor(source, month) !== undefined));
  const received = (period: Month): Day | null =>
    has(period)
      ? dated
          .map(source => cameFor(source, period + size - 1)!)
          .sort()
          .at(-1)!
      : null;
  const isPreliminary = (period: Month): boolean => has(period) && cameEarly(dated, monthsOf(period));
  const isLate = (period: Month): boolean =>
    !has(period) &&
    dated.some(
      ({ declaration: { cadence }, coverage }) =>
        cadence !== null &&
        monthsOf(period).some(month => (coverage!.last === null || coverage!.last < month) && dueDay(cadence, month) < asOf),
    );
  return { size, has, received, isPreliminary, isLate, span: spanOf(declaration, dated, has, withRows, asOf) };
}

const cameFor = ({ coverage }: LoadedSource, month: Month): Day | undefined =>
  coverage!.until === null ? coverage!.months.get(month) : month <= coverage!.until.month ? coverage!.until.received : undefined;

/** True where what is in force for one of the months came before the day from which that month is final. */
export const cameEarly = (dated: readonly LoadedSource[], months: readonly Month[]): boolean =>
  months.some(month =>
    dated.some(source => {
      const [came, final] = [cameFor(source, month), settlesOn(source.declaration, month)];
      return came !== undefined && final !== null && came < final;
    }),
  );

/** From the first finest period that is covered to the one that holds `asOf`. What covers `until …` begins with its first row. */
function spanOf(
  { finest }: MetricDeclaration,
  dated: readonly LoadedSource[],
  has: (period: Month) => boolean,
  withRows: ReadonlySet<Month>,
  asOf: Day,
): Covered['span'] {
  const last = periodStart(monthOf(asOf), finest);
  const months = dated.flatMap(({ coverage }) => [...coverage!.months.keys()]);
  const first = [...new Set([...withRows, ...months.map(month => periodStart(month, finest))])]
    .filter(period => has(period) && (withRows.has(period) || dated.some(({ coverage }) => coverage!.until === null)))
    .sort((a, b) => a - b)[0];
  return first === undefined || first > last ? null : { first, last };
}
