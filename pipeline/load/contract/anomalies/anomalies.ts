import { monthOf, plusDays } from '../../../contract/period.ts';
import type { Finding } from '../../../words/finding.ts';
import type { SourceDeclaration } from '../../../words/source.ts';
import type { ReadDelivery } from '../../in-force.ts';
import { finding, pathOf } from '../../source-findings.ts';
import type { HistoryCheck } from '../history-check.ts';
import { deviationOf, LONGEST_HISTORY } from './deviation.ts';
import type { Deviation, Point } from './deviation.ts';
import { figuresOf } from './figures.ts';
import type { Figure } from './figures.ts';

/** For so many days an unusual delivery that is still in force is told of. */
const TOLD_DAYS = 365;

/**
 * A delivery is like those before it. Each that still counts, and was received in the last year, is compared with every
 * one of the
 * latest before it that has other bytes. Nothing is held: unusual is not wrong.
 */
export const anomalies: HistoryCheck = (source, { usable, content, asOf }) => {
  const { anomalies: limits } = source.contract;
  if (limits === null) return [];
  const since = plusDays(asOf, -TOLD_DAYS);
  const last = new Map(usable.map((delivery, i) => [delivery.extract.extract, i]));
  const figures = usable.map(({ extract }) => figuresOf(extract, extract.profile, source.columns));
  const order = [...last.values()].sort((a, b) => a - b);
  return order.flatMap(i => {
    const delivery = usable[i]!;
    const { extract, received } = delivery;
    if (received < since || !content.standing.has(extract.extract)) return [];
    const earlier = order.filter(j => j < i).slice(-LONGEST_HISTORY);
    const found = figures[i]!.flatMap(figure => {
      const history = earlier.flatMap(j => {
        const same = figures[j]!.find(({ code, column }) => code === figure.code && column === figure.column);
        return same ? [pointOf(source, usable[j]!, same)] : [];
      });
      const deviation = deviationOf(pointOf(source, delivery, figure), history, figure);
      if (deviation === null || Math.abs(deviation.z) < limits.z || !isChange(deviation, limits.change)) return [];
      const { low, high, change } = deviation;
      return [told(source, delivery, figure, { low, high, change: Number.isFinite(change) ? change : '' })];
    });
    // With other than the usual number of rows go other than the usual numbers of keys: one cause is told once.
    const rows = found.some(({ code }) => code === 'anomaly-rows');
    return found.filter(({ code }) => !(rows && code === 'anomaly-keys'));
  });
};

/** A value that the same month had in earlier years is no change, though other months differ. */
const isChange = ({ change, season }: Deviation, limit: number): boolean =>
  Math.abs(change) >= limit && (season === null || Math.abs(season) >= limit);

/** Months have seasons: in a source that comes every month, or whose names say months. */
function pointOf({ cadence }: SourceDeclaration, { period, received }: ReadDelivery, { value }: Figure): Point {
  const month = period === null ? (cadence?.every === 'month' ? monthOf(received) : null) : monthOf(`${period}-01`);
  return { value, season: month === null ? null : month % 12 };
}

const told = (source: SourceDeclaration, { name }: ReadDelivery, { code, column, value }: Figure, normal: Finding['details']): Finding =>
  finding(code, 'warn', source, { file: pathOf(source, name), line: null }, { file: name, column, value, ...normal });
