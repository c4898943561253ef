import { formatSpan } from '../../pipeline/contract/format-day.ts';
import type { CellJudgement } from '../../pipeline/contract/judgements.ts';
import { GRAIN_MONTHS, monthOf } from '../../pipeline/contract/period.ts';
import { chartTexts } from '#texts/chart.ts';
import { outlookBasisTexts as t } from '#texts/outlook-basis.ts';

/** What usual variation and the forecast of a page's cell are made from: names and words, of those that it has. */
export function outlookBasis({ signals, forecast, grain }: CellJudgement): [name: string, words: string][] {
  const segment = signals.segments.at(-1);
  const usual: [string, string][] =
    segment === undefined
      ? []
      : [
          [
            t.usual,
            t.computedFrom(
              segment.points,
              chartTexts.kindOfGrain[grain],
              formatSpan(monthOf(segment.first), monthOf(segment.last) + GRAIN_MONTHS[grain] - 1),
              segment.season !== null,
            ),
          ],
        ];
  return forecast === null ? usual : [...usual, [t.forecast, t.method[forecast.method]]];
}
