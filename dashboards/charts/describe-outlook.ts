import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { formatValue } from '../../pipeline/contract/format-number.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import type { Month } from '../../pipeline/contract/period.ts';
import { outlookTexts as t } from '#texts/outlook.ts';
import { usualLevels } from './draw-outlook.ts';
import type { Outlook, TrendInput } from './series.ts';

/** An outlook in words: the latest usual variation, how many periods stand out and the latest of them, where limits begin anew, and the last period foretold. */
export function describeOutlook(outlook: Outlook, { points, grain, unit }: TrendInput): string[] {
  const { usual, unusual, foretold } = outlook;
  const period = (month: Month): string => formatPeriod(grain, firstDay(month));
  const part = usual.at(-1);
  const level = part && usualLevels(part, grain, points, unit.unit_id === 'percent').at(-1)!;
  const last = unusual.at(-1);
  const end = foretold.at(-1);
  const print = (value: number): string => formatValue(value, unit);
  return [
    ...(!level
      ? []
      : level.lower === null || level.upper === null
        ? [t.levelAt(print(level.mean), period(level.month))]
        : [t.usualAt(print(level.lower), print(level.upper), period(level.month))]),
    ...(part?.season ? [t.season] : []),
    ...(last ? [t.count(unusual.length, period(last.month), t.cause[last.cause])] : usual.some(({ lpl }) => lpl !== null) ? [t.none] : []),
    ...usual.flatMap(({ first, reason }) => (reason === null ? [] : [t.change(period(first), reason)])),
    ...(!end
      ? []
      : end.low === null || end.high === null
        ? [t.foretold(period(end.month), print(end.value))]
        : [t.foretoldBetween(period(end.month), print(end.value), print(end.low), print(end.high))]),
  ];
}
