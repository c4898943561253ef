import { formatScaled, magnitudeOf } from '../charts/level-axis.ts';
import type { LevelAxis, Magnitude } from '../charts/level-axis.ts';
import type { TrendInput } from '../charts/series.ts';
import { chartTexts } from '#texts/chart.ts';
import { capital } from '#texts/numeral.ts';

/** What a chart's values are in, once for the whole chart: `Procent`, `Miljoner kronor`, `Årsarbetare`. */
export function axisUnit({ unit: { unit, unit_id } }: Pick<TrendInput, 'unit'>, values: readonly number[]): string {
  const { power } = magnitudeOf(values);
  if (unit_id === 'percent') return chartTexts.percent;
  if (unit_id === 'sek') return chartTexts.kronor[power];
  const what = unit === '' ? (chartTexts.withoutWord[unit_id] ?? chartTexts.count) : capital(unit);
  return [what, chartTexts.magnitude[power]].filter(Boolean).join(', ');
}

/** `Axeln börjar på 4 %.`; empty where it begins at zero. */
export function axisBegins({ unit }: Pick<TrendInput, 'unit'>, axis: LevelAxis & { magnitude: Magnitude }): string {
  const { magnitude, domain, decimals } = axis;
  if (domain[0] === 0) return '';
  return ` ${chartTexts.axisBegins(`${formatScaled(domain[0], magnitude, decimals)}${unit.unit === '%' ? '\u00a0%' : ''}`)}`;
}
