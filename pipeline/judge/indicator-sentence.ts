import { formatSpan } from '../contract/format-day.ts';
import type { Unit } from '../contract/format-number.ts';
import type { JudgedIndicator } from '../contract/goals.ts';
import type { Observation } from '../contract/observation.ts';
import { isBeforeTarget } from '../contract/before-target.ts';
import { hasTarget } from '../contract/has-target.ts';
import { monthOf } from '../contract/period.ts';
import type { Reason } from '../contract/status.ts';
import { everyWords } from './every-words.ts';
import { chanceSentence, periodWords } from './forecast-words.ts';
import type { Judging } from './judging.ts';
import type { MetricCells } from './metric-cells.ts';
import { milestoneSentence } from './milestone-sentence.ts';
import { sayValue, sayWhen, sayWithMargin, spanOf, unitOf } from './say.ts';
import { noFigureSentence, statusSentence } from './status-words.ts';
import { againstTarget, overCommonMonths } from './target-words.ts';
import { forecastSv } from './texts/forecast-sv.ts';
import { sv } from './texts/sv.ts';
import { trendSentence } from './trend-words.ts';

type Judged = Omit<JudgedIndicator, 'sentence'>;

/**
 * What an indicator came to, in a few plain sentences. `shown` is the row its figure is read from; `reason` why there is no
 * status, or, of one that is only followed, no figure.
 */
export function indicatorSentence(
  judging: Judging,
  metric: MetricCells | null,
  judged: Judged,
  shown: Observation | null,
  reason: Reason | null,
): string {
  if (judged.target.type === 'milestone') return milestoneSentence(judging, judged);
  if (metric === null) return sv.named(judged.name, statusSentence(judged));
  const unit = unitOf(judging, metric.declaration);
  const figure = shown === null ? [] : figureWords(judging, metric, judged, shown, unit);
  const status = hasTarget(judged) ? (chanceSentence(judged) ?? statusSentence(judged, whyExactly(judged))) : sv.noTarget;
  const every = everyWords(judged, shown, judging.asOf);
  if (figure.length === 0 && judged.forecast === null) {
    const first = hasTarget(judged) ? sv.named(judged.name, status) : `${noFigureSentence(judged.name, reason ?? 'no-outcome')} ${status}`;
    return [first, ...every].join(' ');
  }
  const isLate = judged.to_date?.marks.includes('late') && judged.reason !== 'late';
  return [
    ...figure,
    ...(figure.length > 0 && judged.trend && judged.target.type !== 'better-than-last-year' ? [trendSentence(judged.trend, unit)] : []),
    ...forecastWords(judging, judged, unit, figure.length === 0),
    status,
    ...every,
    ...(isLate ? [sv.dataLate] : []),
  ].join(' ');
}

/** The outcome, or the outcome to date, beside its target; a forecast takes the target's place there. */
function figureWords(judging: Judging, metric: MetricCells, judged: Judged, shown: Observation, unit: Unit): string[] {
  const value = judged.value ?? judged.to_date?.value ?? null;
  if (value === null) return [];
  const span = spanOf(metric, shown, judged.to_date?.through);
  const said = sayWithMargin(value, metric.margin(shown), unit);
  const figure = isBeforeTarget(judged) ? sv.valueLatestKnown(said, formatSpan(span.first, span.last)) : sv.valueAt(said, sayWhen(span));
  const isReduced = judged.compared !== null && judged.compared !== value;
  const isCompared = judged.status !== 'not-assessable' && judged.forecast === null && !isReduced;
  const against = isCompared ? againstTarget(judging, judged, value, unit) : null;
  const common = isReduced && judged.forecast === null ? overCommonMonths(judged, unit) : null;
  return [
    against === null ? sv.figure(judged.name, figure) : sv.figureAgainst(judged.name, figure, against),
    ...(common === null ? [] : [common]),
  ];
}

function forecastWords(judging: Judging, judged: Judged, unit: Unit, isFirst: boolean): string[] {
  if (judged.forecast === null || judged.period_start === null || judged.period_end === null) return [];
  const period = periodWords(formatSpan(monthOf(judged.period_start), monthOf(judged.period_end)), judged, unit);
  const against = judged.status === 'not-assessable' ? null : againstTarget(judging, judged, judged.forecast, unit);
  const value = sayValue(judged.forecast, unit);
  const sentence = against === null ? sv.forecast(period, value) : sv.forecastAgainst(period, value, against);
  return [isFirst ? sv.named(judged.name, sentence) : sentence];
}

function whyExactly({ reason, n, target, no_forecast }: Judged): string | undefined {
  if (reason === 'no-forecast' && no_forecast !== null) return forecastSv.why[no_forecast];
  return reason === 'few-members' && target.type === 'better-than-group' && n !== null ? sv.fewMembers(n, target.min_n) : undefined;
}
