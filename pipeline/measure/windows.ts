import {
  firstDay,
  GRAIN_MONTHS,
  isBelowYear,
  lastDay,
  periodEnd,
  periodStart,
  type Day,
  type Grain,
  type Month,
  type Window,
} from '../contract/period.ts';
import type { Mark } from '../contract/observation.ts';
import type { MetricDeclaration } from '../words/metric.ts';
import type { MetricCoverage, Unit } from './coverage.ts';

/** One window of one period: what it is over, and what of that is read. */
export interface WindowOf {
  grain: Grain;
  window: Window;
  period_start: Day;
  period_end: Day;
  /** Every finest period of the window, covered or not. */
  units: readonly Unit[];
  /** Those the value reads: the covered ones, or the last covered for `over_time: last`. */
  read: readonly Unit[];
  marks: readonly Mark[];
  /** The periods to compare with the same a year before, where the published rows of the two years do not read the same; else null. */
  compared: readonly Unit[] | null;
}

/** Every key of a metric in time: each window of each period from its first to its last finest period. */
export function windowsOf(declaration: MetricDeclaration, coverage: MetricCoverage, asOf: Day): WindowOf[] {
  if (coverage.span === null) return [];
  const { first, last } = coverage.span;
  const windows: WindowOf[] = [];
  for (const grain of declaration.grains)
    for (const window of declaration.windows) {
      if (!exists(declaration, grain, window)) continue;
      for (let start = periodStart(first, grain); start <= last; start += GRAIN_MONTHS[grain])
        windows.push(windowAt(declaration, coverage, grain, window, start, asOf));
    }
  return windows;
}

/** ytd at grains below year; rolling at the finest grain alone. */
const exists = (declaration: MetricDeclaration, grain: Grain, window: Window): boolean =>
  window === 'period' || (window === 'ytd' ? isBelowYear(grain) : grain === declaration.finest);

function windowAt(
  declaration: MetricDeclaration,
  coverage: MetricCoverage,
  grain: Grain,
  window: Window,
  start: Month,
  asOf: Day,
): WindowOf {
  const end = periodEnd(start, grain);
  const units = unitsOf(window, start, end, coverage.size);
  const covered = units.filter(coverage.covered);
  const read = readOf(declaration, covered);
  const period_end = lastDay(end);
  const lastUnit = units.at(-1)!;
  const ended = period_end < asOf;
  const received = coverage.received(lastUnit);
  const marks: Mark[] = [];
  if (!declaration.covers_rows && (!ended || (received !== null && received <= period_end))) marks.push('partial');
  const hole = declaration.over_time === 'last' ? !coverage.covered(lastUnit) : covered.length < units.length;
  if (covered.length > 0 && (ended || declaration.covers_rows) && hole) marks.push('incomplete');
  if (read.some(coverage.preliminary)) marks.push('preliminary');
  if (units.some(coverage.late)) marks.push('late');
  return {
    grain,
    window,
    period_start: firstDay(start),
    period_end,
    units,
    read,
    marks,
    compared: comparedOf(declaration, coverage, units, read, window),
  };
}

function unitsOf(window: Window, start: Month, end: Month, size: number): Unit[] {
  const from = window === 'period' ? start : window === 'ytd' ? end - (end % 12) : end + 1 - size * Number(window.slice('rolling-'.length));
  return Array.from({ length: (end + 1 - from) / size }, (_, i) => from + i * size);
}

const readOf = (declaration: MetricDeclaration, covered: readonly Unit[]): readonly Unit[] =>
  declaration.over_time === 'last' ? covered.slice(-1) : covered;

/** Null where the two years' own rows already read the same periods, where nothing is common, and for rolling windows. */
function comparedOf(
  declaration: MetricDeclaration,
  coverage: MetricCoverage,
  units: readonly Unit[],
  read: readonly Unit[],
  window: Window,
): readonly Unit[] | null {
  if (window !== 'period' && window !== 'ytd') return null;
  const common = readOf(
    declaration,
    units.filter(unit => coverage.covered(unit) && coverage.covered(unit - 12)),
  );
  if (common.length === 0) return null;
  const before = readOf(declaration, units.map(unit => unit - 12).filter(coverage.covered));
  const same = String(common) === String(read) && String(common.map(unit => unit - 12)) === String(before);
  return same ? null : common;
}
