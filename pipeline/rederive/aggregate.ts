import type { Aggregate } from '../words/metric.ts';
import { sumExactly } from './exact.ts';

/**
 * One aggregate over the values of some rows, as text; null where it has none. `values` are the argument's where the
 * filter passes and null elsewhere, so a null is a row that does not count, as in SQL.
 */
export function aggregate({ function: name, fraction }: Aggregate, values: readonly (string | null)[]): string | null {
  const given = values.filter(value => value !== null);
  switch (name) {
    case 'sum':
      return sumExactly(given);
    case 'count':
      return String(given.length);
    case 'count-distinct':
      return String(new Set(given).size);
    case 'min':
      return given.length === 0 ? null : sumExactly([given.reduce((a, b) => (Number(b) < Number(a) ? b : a))]);
    case 'max':
      return given.length === 0 ? null : sumExactly([given.reduce((a, b) => (Number(b) > Number(a) ? b : a))]);
    case 'median':
      return quantile(given, 0.5);
    case 'quantile':
      return quantile(given, fraction!);
    case 'avg':
      throw new Error('an average is a sum and a count');
  }
}

/**
 * The value at `fraction` of the way from the least to the greatest, linearly between the two nearest (Hyndman & Fan 1996,
 * definition 7).
 */
function quantile(given: readonly string[], fraction: number): string | null {
  if (given.length === 0) return null;
  const sorted = given.map(Number).sort((a, b) => a - b);
  const at = (sorted.length - 1) * fraction;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return String(below + (above - below) * (at - Math.floor(at)));
}
