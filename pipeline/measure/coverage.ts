import { GRAIN_MONTHS, monthOf, monthsBetween, periodStart, type Day, type Month } from '../contract/period.ts';
import { dueDay, settlesOn } from '../words/lateness.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { LoadedSource } from '../words/stages.ts';

/** A finest period of a metric, by its first month. */
export type Unit = Month;

/** Which finest periods a metric covers, and what is known of the rest. */
export interface MetricCoverage {
  /** Months a finest period has. */
  size: number;
  covered(unit: Unit): boolean;
  /** When the delivery in force for the period's last month was received, of several sources the latest; null when not covered, or where rows are the coverage. */
  received(unit: Unit): Day | null;
  /** A covered period for which a delivery in force came before its figures were final. */
  preliminary(unit: Unit): boolean;
  /** An uncovered period after what a source last covered, whose due day has passed. */
  late(unit: Unit): boolean;
  /** First and last unit that has observations; null when there are none at all. */
  span: { first: Unit; last: Unit } | null;
}

const unitMonths = (unit: Unit, size: number): Month[] => monthsBetween(unit, unit + size - 1);
const unitsBetween = (first: Unit, last: Unit, size: number): Unit[] =>
  monthsBetween(first, last).filter(month => (month - first) % size === 0);

/** Where the rows themselves are the coverage: every period that has one, to the last, also after `as_of`; never late. */
export function rowCoverage(declaration: MetricDeclaration, factUnits: readonly Unit[]): MetricCoverage {
  const own = new Set(factUnits);
  return {
    size: GRAIN_MONTHS[declaration.finest],
    covered: unit => own.has(unit),
    received: () => null,
    preliminary: () => false,
    late: () => false,
    span: factUnits.length === 0 ? null : { first: Math.min(...factUnits), last: Math.max(...factUnits) },
  };
}

/**
 * What all the metric's dated sources cover. The first unit is the first that all cover; a source that covers
 * `until …` has no beginning, so there the first covered fact decides. The last unit holds `asOf`.
 */
export function sourceCoverage(
  declaration: MetricDeclaration,
  sources: readonly LoadedSource[],
  factUnits: readonly Unit[],
  asOf: Day,
): MetricCoverage {
  const size = GRAIN_MONTHS[declaration.finest];
  const dated = sources.filter(source => source.coverage !== null);
  const covered = (unit: Unit): boolean =>
    dated.length > 0 && dated.every(source => unitMonths(unit, size).every(month => receivedIn(source, month) !== null));
  const received = (unit: Unit): Day | null =>
    covered(unit) ? dated.map(source => receivedIn(source, unit + size - 1)!).reduce((a, b) => (a > b ? a : b)) : null;
  const preliminary = (unit: Unit): boolean => covered(unit) && isPreliminary(dated, unit, size);
  const late = (unit: Unit): boolean => !covered(unit) && dated.some(source => isLate(source, unit, size, asOf));
  const firsts = dated.filter(source => source.coverage!.until === null).map(source => Math.min(...source.coverage!.months.keys()));
  const beginning = firsts.length > 0 ? Math.max(...firsts) : Math.min(...factUnits.filter(covered));
  const last = periodStart(monthOf(asOf), declaration.finest);
  const units = Number.isFinite(beginning) ? unitsBetween(periodStart(beginning, declaration.finest), last, size) : [];
  const first = units.find(covered);
  return { size, covered, received, preliminary, late, span: first === undefined ? null : { first, last } };
}

/** When the delivery that is in force for a month was received; null where none is. */
function receivedIn({ coverage }: LoadedSource, month: Month): Day | null {
  const { months, until } = coverage!;
  if (until !== null) return month <= until.month ? until.received : null;
  return months.get(month) ?? null;
}

/** True where what a source has of a month came before the day from which it is final. `dated`: sources that say what they cover. */
export const isPreliminary = (dated: readonly LoadedSource[], unit: Unit, size: number): boolean =>
  dated.some(source =>
    unitMonths(unit, size).some(month => {
      const received = receivedIn(source, month);
      const settles = settlesOn(source.declaration, month);
      return received !== null && settles !== null && received < settles;
    }),
  );

function isLate(source: LoadedSource, unit: Unit, size: number, asOf: Day): boolean {
  const { cadence } = source.declaration;
  if (cadence === null) return false;
  const last = source.coverage!.last;
  return unitMonths(unit, size).some(month => (last === null || month > last) && dueDay(cadence, month) < asOf);
}
