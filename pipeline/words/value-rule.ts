import type { MetricDeclaration } from './metric.ts';

/**
 * A metric's value from its exact numerator and denominator: `per × numerator / denominator`, in that order. Null where
 * there is nothing to divide by. A measure without denominator is its numerator.
 */
export function valueOf(per: number, numerator: string, denominator: string | null): number | null {
  return denominator === null ? per * Number(numerator) : quotient(per, Number(numerator), Number(denominator));
}

/** The same from numbers. */
export const quotient = (per: number, numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : (per * numerator) / denominator;

/** True for what rolls up from finest periods and cells: sums, counts, averages and ratios of them. */
export function isAdditive({ measure }: Pick<MetricDeclaration, 'measure'>): boolean {
  const additive = ['sum', 'count', 'avg'];
  if (measure.type === 'ratio') return additive.includes(measure.numerator.function) && additive.includes(measure.denominator.function);
  return measure.type === 'aggregate' && additive.includes(measure.aggregate.function);
}

/** Exact decimal text without zeros that say nothing: `170.50` is `170.5`, `13000000.00` is `13000000`. Other text (`1.5e+20`) stays. */
export const trimDecimal = (text: string): string => (/^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text);
