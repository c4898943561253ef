import { formatNumber, formatValue } from '../pipeline/contract/format-number.ts';
import type { Unit } from '../pipeline/contract/format-number.ts';
import type { PublishedTarget } from '../pipeline/contract/goals.ts';
import type { Observation } from '../pipeline/contract/observation.ts';
import type { Basis, Status } from '../pipeline/contract/status.ts';
import { formatScaled, magnitudeOf } from './charts/level-axis.ts';
import { chartTexts } from '#texts/chart.ts';
import { statusTexts } from '#texts/status.ts';
import { targetTexts } from '#texts/target.ts';

/** `Uppfyllt`, `Bedöms uppfyllas`, `Hittills uppfyllt`: a status in words says what it rests on. */
export function statusWord(status: Status, restsOn: Basis | null): string {
  if (restsOn === 'forecast') return statusTexts.forecast[status];
  if (restsOn === 'to-date') return statusTexts.toDate[status];
  return statusTexts.settled[status];
}

/** A limit with as many decimals as it was decided with: `6,5 %`, `60 dagar`. */
export const limitWords = (limit: number, unit: Unit): string => formatValue(limit, { ...unit, decimals: decimalsOf(limit) });

const decimalsOf = (value: number): number => Math.min(6, String(value).split('.')[1]?.length ?? 0);

/** A target in words: `högst 6,5 %`, `bättre än året innan`. `unit` is null for a milestone; `nameOf` gives metrics' names; `print` prints limits. */
export function targetWords(
  target: PublishedTarget,
  unit: Unit | null,
  nameOf: (metric: string) => string,
  print: (limit: number, unit: Unit) => string = limitWords,
): string {
  if (target.type === 'none') return targetTexts.none;
  if (target.type === 'milestone' || unit === null) return targetTexts.milestone;
  if (target.type === 'between') return targetTexts.between(formatNumber(target.low, decimalsOf(target.low)), print(target.high, unit));
  if (target.type === 'better-than-last-year') return targetTexts.betterThanLastYear;
  if (target.type === 'better-than-group') return targetTexts.betterThanGroup(targetTexts.than[target.than], target.group_name);
  const words = target.type === 'at-most' ? targetTexts.atMost : targetTexts.atLeast;
  if (target.metric === null) return target.limit === null ? targetTexts.unknown : words(print(target.limit, unit));
  const as = targetTexts.asMetric(nameOf(target.metric));
  // The other metric's value is printed as values are, not with all of its decimals.
  return words(
    target.limit === null ? as : `${print === limitWords ? formatValue(target.limit, unit) : print(target.limit, unit)} (${as})`,
  );
}

/** The *delvis* limit in words; null where there is none. */
export function partlyWords(target: PublishedTarget, unit: Unit | null): string | null {
  if (unit === null || !('partly' in target) || target.partly === null) return null;
  if (target.type === 'between') {
    const [low, high] = target.partly;
    return targetTexts.partlyBetween(formatNumber(low, decimalsOf(low)), limitWords(high, unit));
  }
  return targetTexts.partly(limitWords(target.partly as number, unit));
}

/** A cell as printed: its value, or why there is none. */
export const cellWords = (cell: Pick<Observation, 'value' | 'flag'>, unit: Unit): string =>
  cell.value === null ? statusTexts.flag[cell.flag ?? 'missing'] : formatValue(cell.value, unit);

/** A value where there is little room: large amounts in thousands or millions, `51,6 mnkr`. */
export function shortValue(value: number, unit: Unit): string {
  const magnitude = magnitudeOf([value]);
  if (unit.unit_id !== 'sek' || magnitude.power === 'one') return formatValue(value, unit);
  return `${formatScaled(value, magnitude, 0)}\u00a0${chartTexts.kronorShort[magnitude.power]}`;
}

const KRONOR: Unit = { unit: 'kr', unit_id: 'sek', decimals: 0 };
/** Exact kronor as printed: `250 000 kr`, and where there is little room `2,3 mnkr`. */
export const kronor = (exact: string): string => formatValue(Number(exact), KRONOR);
export const shortKronor = (exact: string): string => shortValue(Number(exact), KRONOR);
