import { formatNumber } from '../../pipeline/contract/format-number.ts';
import { round } from '../../pipeline/contract/round.ts';

/** A value axis: round levels that hold every value, and how its numbers are printed. */
export interface LevelAxis {
  domain: readonly [number, number];
  levels: readonly number[];
  decimals: number;
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * A value axis with about `count` steps. It begins at zero when the values come near it; else at the round level under the
 * lowest, which the page says. Without values it is 0 to 1.
 */
export function levelAxis(values: readonly number[], count: number): LevelAxis {
  if (values.length === 0) return { domain: [0, 1], levels: [0, 1], decimals: 0 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const bottom = low >= 0 && low < 0.45 * high ? 0 : low;
  // Levels are printed with at most three decimals, so steps are never smaller.
  const span = Math.max(high - bottom || Math.abs(high) || 1, 0.001 * count);
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = power * STEPS.find(candidate => candidate * power * count >= span * 0.999)!;
  const first = Math.floor(bottom / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const decimals = Math.max(0, Math.min(3, -Math.floor(Math.log10(step) + 1e-9) + (isHalf(step) ? 1 : 0)));
  const levels = Array.from({ length: last - first + 1 }, (_, i) => round((first + i) * step, decimals));
  return { domain: [levels[0]!, levels.at(-1)!], levels, decimals };
}

/** A step of 2.5, 0.25 …, which needs one more decimal. */
const isHalf = (step: number): boolean => round(step / 10 ** Math.floor(Math.log10(step) + 1e-9), 3) === 2.5;

/** Large amounts are printed in thousands or millions, so that an axis has room for them. */
export interface Magnitude {
  divisor: number;
  power: 'one' | 'thousand' | 'million' | 'billion';
}

export function magnitudeOf(values: readonly number[]): Magnitude {
  const high = Math.max(0, ...values.map(Math.abs));
  if (high >= 1e9) return { divisor: 1e9, power: 'billion' };
  if (high >= 1e6) return { divisor: 1e6, power: 'million' };
  if (high >= 1e5) return { divisor: 1e3, power: 'thousand' };
  return { divisor: 1, power: 'one' };
}

/** A value in its magnitude: three figures are enough beside a line; the table has every one. */
export function formatScaled(value: number, magnitude: Magnitude, decimals: number): string {
  if (magnitude.power === 'one') return formatNumber(value, decimals);
  const scaled = value / magnitude.divisor;
  return formatNumber(scaled, Math.abs(scaled) >= 100 ? 0 : 1);
}
