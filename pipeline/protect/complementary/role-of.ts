import type { MetricDeclaration } from '../../words/metric.ts';
import type { BlockCell } from './block.ts';
import type { Row, Told } from './rows.ts';

/** What decides of one audience's rows. */
export interface Rules {
  /** True where a metric's cell about so many people may not be seen. */
  isSmall(metric: MetricDeclaration, population: number | null): boolean;
  /** True where all of a metric is seen, whatever it is about. */
  isExempt(metric: MetricDeclaration): boolean;
}

/**
 * What a row is to what it tells of; null where it tells the audience nothing. `metric`: that over the facts. `nobodyIsNobody`: a row about nobody says that
 * there is nobody of whom any row tells.
 */
export function roleOf(
  row: Row,
  told: Told,
  metric: MetricDeclaration,
  nobodyIsNobody: boolean,
  { isSmall }: Rules,
): BlockCell['role'] | null {
  if (row.isSecret || isSmall(metric, told.population)) return 'secret';
  if (!row.isVisible || row.isHidden) return null;
  if (told.population === 0 && nobodyIsNobody) return 'zero';
  return row.isRolling ? 'if-free' : 'candidate';
}

/** How many people a hidden cell is at least about: a reader who sees zeros knows that it is not none. */
export const fewest = ({ zero }: MetricDeclaration): 0 | 1 => (zero === 'hide' ? 0 : 1);
